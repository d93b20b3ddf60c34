/**
 * @file Keeps a list still while rows come and go above what is looked at, and counts what arrived up there. Rows have
 * one fixed height, so that this is arithmetic and nothing is measured.
 */
import { shift } from '../state/cursor.ts'

/** The parts of two elements that are used: the one that scrolls, and the one in it that holds all rows. */
export type ScrollBox = { scrollTop: number; readonly clientHeight: number }
export type ScrollContent = { style: { minHeight: string } }

export type SteadyScroll = {
  attach(list: ScrollBox | null, content: ScrollContent | null): void
  /**
   * The list now holds `ids`. What was visible stays where it is: the cursor's row, else the first whole one.
   * @param still false while the list fills for the first time: nobody looked yet, so the top stays the top
   */
  rows(ids: readonly string[], rowHeight: number, cursor: string | null, still: boolean): void
  /** Scrolls as little as brings a whole row into view. */
  show(at: number): void
  scrolled(): void
  toTop(): void
}

/** @param tell gets the number of rows that arrived above the fold and were not looked at yet */
export function steadyScroll(tell: (fresh: number) => void): SteadyScroll {
  let list: ScrollBox | null = null
  let content: ScrollContent | null = null
  let before: readonly string[] = []
  let height = 1
  const unseen = new Set<string>()

  function count(): void {
    if (unseen.size === 0) return tell(0)
    const firstVisible = Math.floor((list?.scrollTop ?? 0) / height)
    for (const [at, id] of before.entries()) if (at >= firstVisible) unseen.delete(id)
    tell(unseen.size)
  }

  function hold(ids: readonly string[], cursor: string | null): void {
    if (!list || !content) return
    const top = list.scrollTop
    const at = cursor === null ? -1 : before.indexOf(cursor)
    const cursorVisible = at >= 0 && (at + 1) * height > top && at * height < top + list.clientHeight
    const anchor = cursorVisible ? cursor : (before[Math.ceil(top / height)] ?? null)
    const moved = shift(before, ids, anchor)
    if (moved === 0) return
    const wanted = Math.max(top + moved * height, 0)
    // A list that is shorter than its window could not scroll: it gets the room it needs.
    content.style.minHeight = `${wanted + list.clientHeight}px`
    list.scrollTop = wanted
  }

  return {
    attach(box, inside) {
      list = box
      content = inside
    },
    rows(ids, rowHeight, cursor, still) {
      height = rowHeight
      if (ids === before) return
      if (before.length > 0 && ids.length >= before.length && before.every((id, at) => ids[at] === id)) {
        // Rows that came at the end are below the fold.
        before = ids
        return
      }
      const known = new Set(before)
      const left = new Set(ids)
      for (const id of unseen) if (!left.has(id)) unseen.delete(id)
      if (before.length > 0 && still) {
        hold(ids, cursor)
        for (const id of ids) if (!known.has(id)) unseen.add(id)
      }
      before = ids
      count()
    },
    show(at) {
      if (!list) return
      const top = at * height
      const { scrollTop, clientHeight } = list
      if (top < scrollTop) list.scrollTop = top
      else if (top + height > scrollTop + clientHeight) list.scrollTop = top + height - clientHeight
    },
    scrolled() {
      if (list?.scrollTop === 0 && content) content.style.minHeight = ''
      count()
    },
    toTop() {
      if (content) content.style.minHeight = ''
      if (list) list.scrollTop = 0
      count()
    },
  }
}
