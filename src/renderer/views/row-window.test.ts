import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flight, holds, rowsAt } from './row-window.ts'

const rowHeight = 121
const none = { first: 0, end: 0 }
const list = fc.record({ top: fc.nat(20_000_000), height: fc.integer({ min: 40, max: 3_000 }) })

const range = fc.tuple(fc.nat(200_000), fc.nat(400)).map(([first, many]) => ({ first, end: first + many }))

test('what is on screen is in the page, and a few rows beyond each edge', () => {
  fc.assert(
    fc.property(list, range, ({ top, height }, before) => {
      const { first, end } = rowsAt({ top, height, rowHeight }, before)
      const firstSeen = Math.floor(top / rowHeight)
      const lastSeen = Math.floor((top + height - 1) / rowHeight)
      expect(first).toBeLessThanOrEqual(Math.max(0, firstSeen - 3))
      expect(end).toBeGreaterThan(lastSeen + 3)
    }),
  )
})

test('the page never holds many more than that', () => {
  fc.assert(
    fc.property(list, range, ({ top, height }, before) => {
      const { first, end } = rowsAt({ top, height, rowHeight }, before)
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 20)
    }),
  )
})

test('what was made for a place holds what is on screen there, and three rows on', () => {
  fc.assert(
    fc.property(list, range, fc.integer({ min: -3, max: 3 }), ({ top, height }, before, rows) => {
      const shown = rowsAt({ top, height, rowHeight }, before)
      expect(holds(shown, { top: Math.max(0, top + rows * rowHeight), height, rowHeight })).toBe(true)
      expect(holds(shown, { top: shown.end * rowHeight - height + 1, height, rowHeight })).toBe(false)
    }),
  )
})

test('going on row by row, most steps bring no other rows', () => {
  let shown = none
  let others = 0
  for (let row = 0; row < 60; row += 1) {
    const now = rowsAt({ top: row * rowHeight, height: 720, rowHeight }, shown)
    if (now !== shown) others += 1
    shown = now
  }
  expect(others).toBeLessThanOrEqual(12)
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

test('a list that is held still while a burst comes in above does not fly', () => {
  const height = 720
  const list = flight()
  const flew = [1, 2, 3, 4, 5, 6].map((n) => {
    list.held(60 * rowHeight)
    return list.moved({ top: n * 60 * rowHeight, height, at: n * 16 })
  })
  expect(flew).not.toContain(true)
})
