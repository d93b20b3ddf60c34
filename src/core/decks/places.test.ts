/** @file Places of columns: whatever is done to them, none is lost and none stands twice. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainLook } from '../../shared/domain/deck.ts'
import { added, looking, movedTo, placesOf, without, type Place } from './places.ts'

const own = ['a', 'b', 'c']
const ids = fc.constantFrom('a', 'b', 'c', 'x', 'y', 'z')
const step = fc.oneof(
  fc.record({ does: fc.constant('add' as const), id: ids }),
  fc.record({ does: fc.constant('hide' as const), id: ids }),
  fc.record({ does: fc.constant('fold' as const), id: ids }),
  fc.record({ does: fc.constant('move' as const), id: ids, to: fc.nat(8) }),
)

function after(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Place[] {
  let places = placesOf([], own, () => true)
  for (const one of steps) {
    if (one.does === 'add') places = added(places, one.id)
    if (one.does === 'hide') places = without(places, one.id, own)
    if (one.does === 'fold') places = looking(places, one.id, { ...plainLook, folded: true })
    if (one.does === 'move') places = movedTo(places, one.id, one.to)
  }
  return places
}

test('no column stands twice, and what is there by itself is never lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const found = after(steps).map(({ columnId }) => columnId)
      expect(new Set(found).size).toBe(found.length)
      expect(found).toEqual(expect.arrayContaining(own))
    }),
  )
})

test('a column that is moved stands where it was asked to, and the others keep their order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), ids, fc.nat(8), (steps, id, to) => {
      const shownIn = (places: readonly Place[]) =>
        places.filter((one) => !one.hidden).map((one) => one.columnId)
      const before = shownIn(after(steps))
      fc.pre(before.includes(id))
      const moved = shownIn(movedTo(after(steps), id, to))
      expect(moved.indexOf(id)).toBe(Math.min(to, before.length - 1))
      expect(moved.filter((one) => one !== id)).toEqual(before.filter((one) => one !== id))
    }),
  )
})

test('what somebody took away stays away, and comes back when it is asked for', () => {
  const away = without(
    placesOf([], own, () => true),
    'b',
    own,
  )
  const later = placesOf(away, [...own, 'new'], () => true)
  expect(later.filter(({ hidden }) => !hidden).map(({ columnId }) => columnId)).toEqual(['a', 'c', 'new'])
  expect(added(later, 'b').at(-1)).toEqual({ columnId: 'b', hidden: false, look: plainLook })
})

test('a column of something that is gone is not shown', () => {
  const arranged = added(
    placesOf([], own, () => true),
    'x',
  )
  expect(placesOf(arranged, own, (id) => id !== 'x').map(({ columnId }) => columnId)).toEqual(own)
})
