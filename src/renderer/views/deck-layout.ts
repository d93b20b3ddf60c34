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

/** What the rail has of the window. */
export const railWidth = 56
const narrowest = 280
const widest = 420
const widestOfAll = 560
const oneColumnBelow = 1_180
/** A column that is folded to its name. */
export const foldedWidth = 44

const clamp = (low: number, value: number, high: number) => Math.min(Math.max(low, value), high)

/** What a column takes at least, and of the shared width. A narrow one shares nothing. */
const least = { narrow: narrowest, normal: narrowest, wide: narrowest * 1.5 } as const
const parts = { narrow: 0, normal: 1, wide: 1.5 } as const

type Drawn = Pick<ColumnLook, 'width' | 'folded'>

const leastOf = ({ folded, width }: Drawn): number => (folded ? foldedWidth : least[width])
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** How many of the columns fit whole beside each other, from the first on. */
function fitting(columns: readonly Drawn[], room: number): number {
  let left = room
  const at = columns.findIndex((column) => (left -= leastOf(column)) < 0)
  return at < 0 ? columns.length : Math.max(at, 1)
}

/** Columns take 280 to 420 px each, whole, a wide one half as much again; what they cannot use goes to the pane. */
export function deckLayout(windowWidth: number, columns: readonly Drawn[]): DeckLayout {
  const pane = Math.round(clamp(400, windowWidth * 0.3, 640))
  const room = Math.max(windowWidth - railWidth - pane, narrowest)
  const shown = columns.slice(0, windowWidth < oneColumnBelow ? 1 : fitting(columns, room))
  const sharing = shown.filter(({ folded, width }) => !folded && width !== 'narrow')
  const fixed = sum(shown.filter((column) => !sharing.includes(column)).map(leastOf))
  const shared = sum(sharing.map(({ width }) => parts[width]))
  const share = clamp(narrowest, Math.floor((room - fixed) / Math.max(shared, 1)), widest)
  const widthOf = {
    narrow: narrowest,
    normal: share,
    wide: Math.min(Math.round(share * 1.5), room, widestOfAll),
  }
  const widths = columns.map((column) => (column.folded ? foldedWidth : widthOf[column.width]))
  const deckWidth = Math.max(sum(widths.slice(0, shown.length)), narrowest)
  return {
    deckWidth,
    paneWidth: Math.max(windowWidth - railWidth - deckWidth, pane),
    widths,
    overflows: shown.length < columns.length,
  }
}

export const rowHeights = { comfortable: 121, compact: 102 } as const
/** Windows lower than this show compact rows. */
export const compactBelow = 760
