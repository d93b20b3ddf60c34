import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flight, rowsAt } from './row-window.ts'

const rowHeight = 121
const list = fc.record({ top: fc.nat(20_000_000), height: fc.integer({ min: 40, max: 3_000 }) })

test('what is on screen is in the page, and a few rows beyond each edge', () => {
  fc.assert(
    fc.property(list, ({ top, height }) => {
      const { first, end } = rowsAt({ top, height, rowHeight })
      const firstSeen = Math.floor(top / rowHeight)
      const lastSeen = Math.floor((top + height - 1) / rowHeight)
      expect(first).toBeLessThanOrEqual(Math.max(0, firstSeen - 3))
      expect(end).toBeGreaterThan(lastSeen + 3)
    }),
  )
})

test('the page never holds many more than that', () => {
  fc.assert(
    fc.property(list, ({ top, height }) => {
      const { first, end } = rowsAt({ top, height, rowHeight })
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 20)
    }),
  )
})

test('going on row by row, most steps bring no other rows', () => {
  const ranges = Array.from({ length: 60 }, (_, row) =>
    rowsAt({ top: row * rowHeight, height: 720, rowHeight }),
  )
  const others = ranges.filter(({ first, end }, at) => {
    const before = ranges[at - 1]
    return before !== undefined && (before.first !== first || before.end !== end)
  })
  expect(others.length).toBeLessThanOrEqual(20)
})

test('a list that leaps on and on flies past; one that goes row by row, or leaps now and then, is read', () => {
  const height = 720
  const leaps = flight()
  const flung = [1, 2, 3, 4, 5, 6].map((n) => leaps.moved({ top: n * 650, height, at: n * 16 }))
  expect(flung).toEqual([false, false, false, true, true, true])
  expect(leaps.moved({ top: 3_950, height, at: 112 })).toBe(false)

  const steps = flight()
  expect([1, 2, 3, 4, 5, 6].some((n) => steps.moved({ top: n * rowHeight, height, at: n * 16 }))).toBe(false)

  const pages = flight()
  const turned = [1, 2, 3, 4, 5, 6].some((n) => pages.moved({ top: n * 650, height, at: n * 101 }))
  expect(turned).toBe(false)
})
