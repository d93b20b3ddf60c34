/**
 * @file Keeps a list still while rows come and go above what is looked at, and counts what arrived up there. Rows have
 * one fixed height, so that this is arithmetic and nothing is measured.
 */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { shift } from '../state/cursor.ts'

export type SteadyScroll = {
  /** Rows that arrived above the fold and were not looked at yet. */
  fresh: number
  toTop(): void
  onScroll(): void
}

/**
 * @param list the element that scrolls · @param inner the element that holds all rows · @param ids rows, top to bottom
 * @param cursor stays where it is on screen if it is visible; else the first visible row does
 */
export function useSteadyScroll(
  list: RefObject<HTMLElement | null>,
  inner: RefObject<HTMLElement | null>,
  ids: readonly string[],
  rowHeight: number,
  cursor: string | null,
): SteadyScroll {
  const before = useRef<readonly string[]>([])
  const unseen = useRef(new Set<string>())
  const [fresh, setFresh] = useState(0)

  const count = useCallback(() => {
    const top = list.current?.scrollTop ?? 0
    const firstVisible = Math.floor(top / rowHeight)
    for (const [at, id] of before.current.entries()) if (at >= firstVisible) unseen.current.delete(id)
    setFresh(unseen.current.size)
  }, [list, rowHeight])

  useLayoutEffect(() => {
    const was = before.current
    before.current = ids
    const element = list.current
    const content = inner.current
    if (!element || !content || was === ids) return
    const known = new Set(was)
    const left = new Set(ids)
    for (const id of unseen.current) if (!left.has(id)) unseen.current.delete(id)
    if (was.length > 0) {
      const top = element.scrollTop
      const at = cursor === null ? -1 : was.indexOf(cursor)
      const cursorVisible =
        at >= 0 && (at + 1) * rowHeight > top && at * rowHeight < top + element.clientHeight
      const anchor = cursorVisible ? cursor : (was[Math.ceil(top / rowHeight)] ?? null)
      const moved = shift(was, ids, anchor)
      if (moved !== 0) {
        const wanted = top + moved * rowHeight
        // A list that is shorter than its window could not scroll: it gets the room it needs.
        content.style.minHeight = `${Math.max(wanted, 0) + element.clientHeight}px`
        element.scrollTop = wanted
      }
      for (const id of ids) if (!known.has(id)) unseen.current.add(id)
    }
    count()
  }, [ids, rowHeight, cursor, list, inner, count])

  return {
    fresh,
    toTop: useCallback(() => {
      if (inner.current) inner.current.style.minHeight = ''
      if (list.current) list.current.scrollTop = 0
      count()
    }, [list, inner, count]),
    onScroll: useCallback(() => {
      if (inner.current && list.current && list.current.scrollTop === 0) inner.current.style.minHeight = ''
      count()
    }, [list, inner, count]),
  }
}
