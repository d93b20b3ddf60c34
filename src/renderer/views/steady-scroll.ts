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
   * By how many rows what is looked at moves once the list holds `ids`: those that are drawn then can be drawn at once.
   * What was visible stays where it is: the cursor's row, else the first whole one.
   * @param still false while the list fills for the first time: nobody looked yet, so the top stays the top
   */
  moves(ids: readonly string[], cursor: string | null, still: boolean): number
  /** The list now holds `ids`, of this height. @returns by how many rows it was scrolled, as `moves` said */
  rows(ids: readonly string[], rowHeight: number, cursor: string | null, still: boolean): number
  /** Scrolls as little as brings a whole row into view. */
  show(at: number): void
  scrolled(): void
  toTop(): void
}

/** How a list goes from some rows to others. `room`: its height on screen, px. */
type Move = {
  from: readonly string[]
  to: readonly string[]
  top: number
  room: number
  by: number
  isLonger: boolean
}

/** @param tell gets the number of rows that arrived above the fold and were not looked at yet */
export function steadyScroll(tell: (fresh: number) => void): SteadyScroll {
  let list: ScrollBox | null = null
  let content: ScrollContent | null = null
  let before: readonly string[] = []
  let height = 1
  const unseen = new Set<string>()
  /** From this row on all were looked at. */
  let seenFrom = 0

  /** Each row is gone through once, however far somebody goes. */
  function count(): void {
    const firstVisible = Math.floor((list?.scrollTop ?? 0) / height)
    if (unseen.size > 0)
      for (let at = firstVisible; at < Math.min(seenFrom, before.length); at++)
        unseen.delete(before[at] ?? '')
    seenFrom = Math.min(seenFrom, firstVisible)
    tell(unseen.size)
  }

  /** Rows that came at the end are below the fold. */
  const isLonger = (ids: readonly string[]): boolean =>
    before.length > 0 && ids.length >= before.length && before.every((id, at) => ids[at] === id)

  let planned: Move | null = null

  /** Looks at the page once: what is read of it after rows were put in has it laid out at once. */
  function plan(ids: readonly string[], cursor: string | null, still: boolean): Move {
    if (planned?.from === before && planned.to === ids) return planned
    const { scrollTop: top, clientHeight: room } = list ?? { scrollTop: 0, clientHeight: 0 }
    const longer = isLonger(ids)
    const by = longer || before.length === 0 || !still ? 0 : shift(before, ids, anchorIn(top, room, cursor))
    planned = { from: before, to: ids, top, room, by, isLonger: longer }
    return planned
  }

  function anchorIn(top: number, room: number, cursor: string | null): string | null {
    const at = cursor === null ? -1 : before.indexOf(cursor)
    const cursorVisible = at >= 0 && (at + 1) * height > top && at * height < top + room
    return cursorVisible ? cursor : (before[Math.ceil(top / height)] ?? null)
  }

  function scrollBy({ top, room, by }: Move): void {
    if (!list || !content || by === 0) return
    const wanted = Math.max(top + by * height, 0)
    // A list that is shorter than its window could not scroll: it gets the room it needs.
    content.style.minHeight = `${wanted + room}px`
    list.scrollTop = wanted
  }

  /** Rows got another height: the row at the top stays there. */
  function resized(rowHeight: number, move: Move | null): void {
    if (!list || !content || before.length === 0) return
    const top = ((move?.top ?? list.scrollTop) / height) * rowHeight
    content.style.minHeight = ''
    list.scrollTop = top
    if (move) move.top = top
  }

  return {
    attach(box, inside) {
      list = box
      content = inside
    },
    moves: (ids, cursor, still) => (ids === before ? 0 : plan(ids, cursor, still).by),
    rows(ids, rowHeight, cursor, still) {
      const move = ids === before ? null : plan(ids, cursor, still)
      if (rowHeight !== height) {
        resized(rowHeight, move)
        height = rowHeight
      }
      if (!move) return 0
      const known = before
      before = ids
      if (move.isLonger) return 0
      const left = new Set(ids)
      for (const id of unseen) if (!left.has(id)) unseen.delete(id)
      // Room that was made for rows above is no place to be when those are gone.
      if (content && move.by === 0 && ids.length * height <= move.top) content.style.minHeight = ''
      if (known.length > 0 && still) {
        scrollBy(move)
        const there = new Set(known)
        for (const id of ids) if (!there.has(id)) unseen.add(id)
      }
      seenFrom = ids.length
      count()
      return move.by
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
