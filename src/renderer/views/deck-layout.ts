/** @file How the window's width is shared by rail, columns and pane: pure, in CSS pixels. */

export type DeckLayout = {
  columnWidth: number
  paneWidth: number
  /** Columns that fit whole; the deck shows its strip when there are more. */
  visible: number
}

const rail = 56
const narrowest = 280
const widest = 420
const oneColumnBelow = 1_180

const clamp = (low: number, value: number, high: number) => Math.min(Math.max(low, value), high)

/** Columns take 280 to 420 px each, whole; what they cannot use goes to the pane. */
export function deckLayout(windowWidth: number, columns: number): DeckLayout {
  const pane = Math.round(clamp(400, windowWidth * 0.3, 640))
  const free = Math.max(windowWidth - rail - pane, narrowest)
  const count = Math.max(columns, 1)
  const visible = windowWidth < oneColumnBelow ? 1 : clamp(1, Math.floor(free / narrowest), count)
  const columnWidth = Math.min(Math.floor(free / visible), widest)
  return { columnWidth, paneWidth: Math.max(windowWidth - rail - columnWidth * visible, pane), visible }
}

export const rowHeights = { comfortable: 121, compact: 102 } as const
/** Windows lower than this show compact rows. */
export const compactBelow = 760
