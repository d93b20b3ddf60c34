/** @file The notice that replies fell due: its words, whose they may be, what of it waits for the end of the quiet. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dueOf, dueWords, meanwhileWords, splitByLoud, together } from './due-notice.ts'

vi.mock('electron', () => ({ Notification: class {} }))

const due = (...counts: [string, number][]) => ({
  brands: counts.map(([name, count]) => ({ brandId: `id of ${name}`, name, count, loud: 0 })),
})

test('one reply, many, and more brands than fit', () => {
  expect(dueWords(due(['Northwind Air', 1]))).toEqual({ title: 'A reply is due', body: 'Northwind Air' })
  expect(dueWords(due(['A$&', 8], ['B', 1], ['C', 1], ['D', 1], ['E', 1]))).toEqual({
    title: '12 replies are due',
    body: 'A$&, B, C and 2 more',
  })
})

test('while one brand alone is shown, a notice tells of it alone, or not at all', () => {
  const all = due(['A', 2], ['B', 3])
  expect(dueOf(all, null)).toEqual(all)
  expect(dueOf(all, 'id of B')).toEqual(due(['B', 3]))
  expect(dueOf(all, 'id of C')).toBeNull()
})

const brands = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9))
          .map(([count, loud]) => ({ brandId: name, name, count, loud: Math.min(loud, count) })),
      ),
    ),
  )
  .map((some) => ({ brands: some }))
const countOf = (one: { brands: readonly { count: number }[] } | null): number =>
  (one?.brands ?? []).reduce((sum, { count }) => sum + count, 0)

test('in quiet hours what breaks through is told now and the rest later: nothing twice, nothing not at all', () => {
  fc.assert(
    fc.property(brands, brands, (first, second) => {
      const { loud, rest } = splitByLoud(first)
      expect(countOf(loud) + countOf(rest)).toBe(countOf(first))
      expect(countOf(loud)).toBe(first.brands.reduce((sum, brand) => sum + brand.loud, 0))
      expect(countOf(together(first, second))).toBe(countOf(first) + countOf(second))
    }),
  )
})

test('in the morning it says that it was the night', () => {
  expect(meanwhileWords(due(['A', 1])).title).toBe('A reply fell due in quiet hours')
  expect(meanwhileWords(together(due(['A', 1]), due(['A', 2], ['B', 1])))).toEqual({
    title: '4 replies fell due in quiet hours',
    body: 'A, B',
  })
})
