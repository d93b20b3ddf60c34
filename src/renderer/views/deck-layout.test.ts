/** @file The width is always shared whole, whatever the window. */
import { expect, test } from 'vitest'
import { deckLayout } from './deck-layout.ts'

test('the window of the design shows three columns beside the pane', () => {
  expect(deckLayout(1440, 5)).toEqual({ columnWidth: 317, paneWidth: 433, visible: 3 })
})

test('a small window shows one column beside the pane', () => {
  expect(deckLayout(1024, 5)).toEqual({ columnWidth: 420, paneWidth: 548, visible: 1 })
})

test('columns stay within their bounds and nothing of the width is wasted', () => {
  for (let width = 900; width <= 3840; width += 20) {
    for (const columns of [1, 3, 5, 12]) {
      const { columnWidth, paneWidth, visible } = deckLayout(width, columns)
      expect(columnWidth).toBeGreaterThanOrEqual(280)
      expect(columnWidth).toBeLessThanOrEqual(420)
      expect(visible).toBeLessThanOrEqual(columns)
      expect(56 + columnWidth * visible + paneWidth).toBe(width)
    }
  }
})
