import { expect, test, vi } from 'vitest'
import { dueOf, dueWords } from './due-notice.ts'

vi.mock('electron', () => ({ Notification: class {} }))

const due = (...counts: [string, number][]) => ({
  brands: counts.map(([name, count]) => ({ brandId: `id of ${name}`, name, count })),
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
