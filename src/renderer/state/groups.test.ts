/** @file What rows of a grouped column stand for, once some of them were read anew; whose row one hangs on. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf, groupsOf, nextTo, turned } from './groups.ts'

const folded = (more: number) => ({ more, unfolded: false })
const below = { more: 0, unfolded: true }

test('rows that were read anew stand for what core says now, others for what they stood for, those that left for nothing', () => {
  const groups = groupsOf(['a', 'b', 'd'], {
    before: { a: folded(2), b: folded(1), c: folded(4), d: folded(3) },
    read: new Set(['a', 'b']),
    come: { b: folded(5) },
  })
  expect(groups).toEqual({ b: folded(5), d: folded(3) })
})

test('a row stands for itself, or hangs on the one above that stands for it', () => {
  const groups = { a: { more: 2, unfolded: true }, b: below, c: below, e: folded(1) }
  const ids = ['a', 'b', 'c', 'd', 'e']
  expect(ids.map((id) => firstOf(ids, groups, id))).toEqual(['a', 'a', 'a', null, 'e'])
})

test('what is unfolded below a first row goes with it, unless nothing else is left', () => {
  const groups = { a: { more: 2, unfolded: true }, b: below, c: below, e: folded(1) }
  const ids = ['z', 'a', 'b', 'c', 'd', 'e']
  const next = (...done: string[]) =>
    nextTo(
      ids,
      groups,
      (id) => id === done[0],
      (id) => done.includes(id),
    )
  expect(['a', 'b', 'c', 'e'].map((id) => next(id))).toEqual(['d', 'c', 'd', 'd'])
  expect(next('a', 'd', 'e')).toBe('z')
  expect(next('a', 'd', 'e', 'z')).toBe('b')
})

test('property: a second press folds again, other customers stay, and never more are unfolded than may be', () => {
  const customer = fc.record({
    brandId: fc.constantFrom('air', 'lumen'),
    xUserId: fc.constantFrom('1', '2', '3'),
  })
  fc.assert(
    fc.property(fc.array(customer, { maxLength: 12 }), customer, (presses, last) => {
      const before = presses.reduce<ReturnType<typeof turned>>((all, one) => turned(all, one, 3), [])
      expect(before.length).toBeLessThanOrEqual(3)
      fc.pre(before.length < 3)
      const twice = turned(turned(before, last, 3), last, 3)
      expect(new Set(twice)).toEqual(new Set(before))
    }),
  )
})
