/** @file The width is always shared whole, whatever the window. */
import { expect, test } from 'vitest'
import { plainLook, type ColumnLook } from '../../shared/domain/deck.ts'
import { deckLayout, foldedWidth } from './deck-layout.ts'

const plain = (count: number): ColumnLook[] => Array.from({ length: count }, () => plainLook)

test('the window of the design shows three columns beside the pane', () => {
  expect(deckLayout(1440, plain(5))).toEqual({
    deckWidth: 3 * 317,
    paneWidth: 433,
    widths: [317, 317, 317, 317, 317],
    overflows: true,
  })
})

test('a small window shows one column beside the pane', () => {
  expect(deckLayout(1024, plain(5))).toMatchObject({ deckWidth: 420, paneWidth: 548, overflows: true })
})

test('columns stay within their bounds and nothing of the width is wasted', () => {
  for (let width = 900; width <= 3840; width += 20) {
    for (const columns of [1, 3, 5, 12]) {
      const { deckWidth, paneWidth, widths } = deckLayout(width, plain(columns))
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(280)
      expect(Math.max(...widths)).toBeLessThanOrEqual(420)
      expect(deckWidth % (widths[0] ?? 0)).toBe(0)
      expect(56 + deckWidth + paneWidth).toBe(width)
    }
  }
})

test('a folded column takes its strip alone, and the others share what it leaves', () => {
  const folded = deckLayout(1440, [...plain(2), { ...plainLook, folded: true }, ...plain(1)])
  expect(folded.widths).toEqual([302, 302, foldedWidth, 302])
  expect(folded).toMatchObject({ deckWidth: 3 * 302 + foldedWidth, overflows: false })
})

test('a wide column is shown whole, a narrow one is never wider than its share', () => {
  for (let width = 900; width <= 3840; width += 20) {
    const { deckWidth, widths } = deckLayout(width, [
      { ...plainLook, width: 'wide' },
      { ...plainLook, width: 'narrow' },
      ...plain(2),
    ])
    const [wide = 0, narrow = 0, normal = 0] = widths
    expect(wide).toBeLessThanOrEqual(deckWidth)
    // As many as fit are shown, each whole.
    const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, one) => sum + one, 0))
    expect(ends).toContain(deckWidth)
    expect(56 + deckWidth + 400).toBeLessThanOrEqual(Math.max(width, 56 + wide + 400))
    expect(wide).toBeGreaterThanOrEqual(normal)
    expect(narrow).toBeLessThanOrEqual(normal)
  }
})
