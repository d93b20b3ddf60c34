/** @file Whether a row of buttons must do without one of them, so that its last one stays beside the others. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/**
 * Folds when the last child of the row wrapped below the first, and unfolds once the row is wider than it was then.
 * @param what the words that the row's width comes from: with others it is tried anew
 */
export function useFolding(what: string): { row: RefObject<HTMLDivElement | null>; isFolded: boolean } {
  const row = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [tight, setTight] = useState({ what, below: 0 })
  const isFolded = tight.what === what && width <= tight.below
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const follow = new ResizeObserver(() => setWidth(element.clientWidth))
    follow.observe(element)
    return () => follow.disconnect()
  }, [])
  useLayoutEffect(() => {
    const element = row.current
    const [first, last] = [element?.firstElementChild, element?.lastElementChild]
    if (!element || !first || !last || isFolded) return
    const hasWrapped = last.getBoundingClientRect().top >= first.getBoundingClientRect().bottom
    if (hasWrapped) setTight({ what, below: element.clientWidth })
  }, [what, width, isFolded])
  return { row, isFolded }
}
