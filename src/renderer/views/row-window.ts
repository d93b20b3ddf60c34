/**
 * @file Which rows of a list are in the page. Rows have one fixed height, so that this is arithmetic and nothing is
 * measured.
 *
 * [Note: Rows come in steps] A key that goes on by one row moves the list by one row. Were one row made for each, each key
 * would cost a second frame; so several are made at once, every few keys. While all that is on screen is there, they are
 * made once the window has nothing better to do: not between a key and its answer.
 */

/** Rows from `first` on, up to and without `end`. */
export type RowRange = { first: number; end: number }

const step = 6
/** At least so many beyond each edge are ready. */
const beside = 3

/** Where a list stands, px. */
type Standing = { top: number; height: number; rowHeight: number }

/**
 * The rows that are in the page while so much of the list is on screen; past its end where there are fewer.
 * @param before those that are there already: they stay while they do
 */
export function rowsAt({ top, height, rowHeight }: Standing, before: RowRange): RowRange {
  const from = Math.max(0, Math.floor(top / rowHeight) - beside)
  const to = Math.ceil((top + height) / rowHeight) + beside
  const isEnough = before.first <= from && before.end >= to
  const isMany = before.end - before.first > to - from + 3 * step
  if (isEnough && !isMany) return before
  return { first: Math.floor(from / step) * step, end: Math.ceil(to / step) * step }
}

/** Whether all that is on screen is in the page. */
export const holds = ({ first, end }: RowRange, { top, height, rowHeight }: Standing): boolean =>
  first <= Math.floor(top / rowHeight) && end >= Math.ceil((top + height) / rowHeight)

/** A list that moves by this much of a screen each time, so many times on end, is not read meanwhile. */
const muchOfAScreen = 0.5
const onEnd = 3
const pauseMs = 100
/** Whoever never rests gets their rows after so long. */
const soonMs = 100

export type Flight = {
  /** The list was moved by so many px, and nobody did that. */
  held(by: number): void
  /** The list stands at `top` now. @returns whether it flies past: whoever does that reads nothing */
  moved(now: { top: number; height: number; at: number }): boolean
}

/** Tells flying from scrolling. */
export function flight(): Flight {
  let before = { top: 0, at: -Infinity }
  let leaps = 0
  return {
    held: (by) => void (before = { ...before, top: before.top + by }),
    moved({ top, height, at }) {
      const isLeap = Math.abs(top - before.top) >= height * muchOfAScreen && at - before.at < pauseMs
      leaps = isLeap ? leaps + 1 : 0
      before = { top, at }
      return leaps >= onEnd
    },
  }
}

/** What is in the page of a list that scrolls. */
export type Shown = RowRange & {
  /** The list goes by too quickly for anybody to read: its rows are drawn where it comes to rest. */
  flying: boolean
}

export const nothingShown: Shown = { first: 0, end: 0, flying: false }

/** The same rows after so many came above them, or went. */
export const movedBy = ({ first, end, flying }: Shown, by: number): Shown => ({
  first: Math.max(0, first + by),
  end: Math.max(0, end + by),
  flying,
})

export type RowWindow = {
  /** Follows this element, or none; looks at once. */
  attach(list: HTMLElement | null, rowHeight: number): void
  /** These are in the page now. */
  drawn(shown: Shown): void
  /** It was scrolled by so many px because rows came or went above: whoever looks at it stayed where they were. */
  held(by: number): void
  /** The list was scrolled. */
  scrolled(): void
}

/** @param tell gets what belongs into the page, whenever that may be something else */
export function rowWindow(tell: (next: (before: Shown) => Shown) => void): RowWindow {
  let list: HTMLElement | null = null
  let height = 1
  const flown = flight()
  let rest: ReturnType<typeof setTimeout> | undefined
  let inPage = nothingShown
  let idle: number | null = null
  const sizes = new ResizeObserver(() => look())

  const standingOf = (box: HTMLElement): Standing => ({
    top: box.scrollTop,
    height: box.clientHeight,
    rowHeight: height,
  })

  function put(flying: boolean): void {
    if (!list) return
    const standing = standingOf(list)
    tell((before) => {
      const { first, end } = rowsAt(standing, before)
      const isAsBefore = before.first === first && before.end === end && before.flying === flying
      return isAsBefore ? before : { first, end, flying }
    })
  }
  const look = (): void => put(false)

  function forgetIdle(): void {
    if (idle !== null) cancelIdleCallback(idle)
    idle = null
  }

  function lookSoon(): void {
    idle ??= requestIdleCallback(
      () => {
        idle = null
        look()
      },
      { timeout: soonMs },
    )
  }

  return {
    attach(element, rowHeight) {
      height = rowHeight
      if (element !== list) {
        sizes.disconnect()
        if (element) sizes.observe(element)
        list = element
      }
      clearTimeout(rest)
      forgetIdle()
      look()
    },
    drawn(shown) {
      inPage = shown
    },
    held: flown.held,
    scrolled() {
      if (!list) return
      clearTimeout(rest)
      const flying = flown.moved({ top: list.scrollTop, height: list.clientHeight, at: performance.now() })
      if (flying) rest = setTimeout(look, pauseMs)
      if (!flying && !inPage.flying && holds(inPage, standingOf(list))) lookSoon()
      else {
        forgetIdle()
        put(flying)
      }
    },
  }
}
