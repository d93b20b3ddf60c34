/** @file Whatever changes, and wherever it is read again: together the stretches are the column, each row once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aged, idsOf, lightened, needed, placed, readyRows, type Stretch } from './stretches.ts'

const name = (n: number): string => `row ${n}`

/** A column of numbers in their order, cut into stretches of that size; a place is the number at which one ends. */
function cutUp(numbers: readonly number[], size: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let from = 0; from < Math.max(numbers.length, 1); from += size) {
    const after = from === 0 ? null : String(numbers[from - 1])
    stretches.push({ after, ids: numbers.slice(from, from + size).map(name), state: 'read' })
  }
  return stretches
}

/** Reads every stretch that is old anew, as core would answer. */
function readAgain(stretches: readonly Stretch[], numbers: readonly number[]): readonly Stretch[] {
  let now = stretches
  for (const { after } of stretches) {
    const at = now.findIndex((stretch) => stretch.after === after)
    if (at === -1) continue
    const until = now[at + 1]?.after ?? null
    const between = numbers.filter(
      (n) => (after === null || n > Number(after)) && (until === null || n <= Number(until)),
    )
    now = placed(now, after, [{ after, ids: between.map(name), state: 'read' }])
  }
  return now
}

const columns = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 60 })
  .map((all) => all.toSorted((a, b) => a - b))

test('property: read again after any change, they are the column', () => {
  fc.assert(
    fc.property(columns, columns, fc.integer({ min: 1, max: 20 }), (before, after, size) => {
      const again = readAgain(aged(cutUp(before, size)), after)
      expect(idsOf(again)).toEqual(after.map(name))
    }),
  )
})

test('property: with only some of them read again no row stands twice', () => {
  fc.assert(
    fc.property(columns, columns, fc.integer({ min: 1, max: 20 }), fc.nat(), (before, after, size, which) => {
      const cut = aged(cutUp(before, size))
      const one = cut[which % cut.length]
      if (!one) return
      const until = cut[cut.indexOf(one) + 1]?.after ?? null
      const between = after.filter(
        (n) => (one.after === null || n > Number(one.after)) && (until === null || n <= Number(until)),
      )
      const ids = idsOf(placed(cut, one.after, [{ after: one.after, ids: between.map(name), state: 'read' }]))
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('the first, what is on screen with some rows beside, and the cursor are needed', () => {
  const cut = cutUp(
    Array.from({ length: 1_000 }, (_, n) => n),
    100,
  )
  const at = (view: { first: number; last: number }, cursor: string | null) =>
    [...needed(cut, view, cursor)].map((stretch) => cut.indexOf(stretch))
  expect(at({ first: 0, last: 10 }, null)).toEqual([0])
  expect(at({ first: 0, last: 100 - readyRows }, null)).toEqual([0, 1])
  expect(at({ first: 500, last: 510 }, name(905))).toEqual([0, 4, 5, 9])
})

test('rows are let go of once there are too many, and never those that are needed', () => {
  const cut = cutUp(
    Array.from({ length: 1_000 }, (_, n) => n),
    100,
  )
  const kept = needed(cut, { first: 500, last: 510 }, null)
  expect(lightened(cut, kept, 1_000)).toBe(cut)
  const light = lightened(cut, kept, 900)
  expect(idsOf(light)).toEqual(idsOf(cut))
  expect(light.filter(({ state }) => state !== 'gone')).toEqual([...kept])
})
