/** @file How the window's width is shared by rail, columns and pane: pure, in CSS pixels. */
import type { ColumnLook } from '../../shared/domain/deck.ts'

export type DeckLayout = {
  /** What the columns have of the window. */
  deckWidth: number
  paneWidth: number
  /** Of each column, in their order. */
  widths: readonly number[]
  /** Not all of them fit: the deck shows its strip. */
  overflows: boolean
}

const rail = 56
const narrowest = 280
const widest = 420
const widestOfAll = 560
const oneColumnBelow = 1_180
/** A column that is folded to its name. */
export const foldedWidth = 44

const clamp = (low: number, value: number, high: number) => Math.min(Math.max(low, value), high)

/** Columns take 280 to 420 px each, whole, a wide one half as much again; what they cannot use goes to the pane. */
export function deckLayout(
  windowWidth: number,
  columns: readonly Pick<ColumnLook, 'width' | 'folded'>[],
): DeckLayout {
  const pane = Math.round(clamp(400, windowWidth * 0.3, 640))
  const free = Math.max(windowWidth - rail - pane, narrowest)
  const folded = columns.filter((column) => column.folded).length
  const aside = Math.min(folded * foldedWidth, free - narrowest)
  const open = Math.max(columns.length - folded, 1)
  const fit = windowWidth < oneColumnBelow ? 1 : clamp(1, Math.floor((free - aside) / narrowest), open)
  const share = Math.min(Math.floor((free - aside) / fit), widest)
  const widthOf = {
    narrow: Math.min(narrowest, share),
    normal: share,
    wide: Math.min(Math.round(share * 1.5), free, widestOfAll),
  }
  const widths = columns.map((column) => (column.folded ? foldedWidth : widthOf[column.width]))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const deckWidth = Math.max(Math.min(total, share * fit + aside), narrowest, ...widths)
  return {
    deckWidth,
    paneWidth: Math.max(windowWidth - rail - deckWidth, pane),
    widths,
    overflows: total > deckWidth,
  }
}

export const rowHeights = { comfortable: 121, compact: 102 } as const
/** Windows lower than this show compact rows. */
export const compactBelow = 760
