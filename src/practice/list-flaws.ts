/**
 * @file The known flaws of X's lists, on demand: single items that a list leaves out or shows late, and page tokens that
 * lead nowhere. Kept for this run only; the lists ask, nothing here knows an endpoint.
 */
import { z } from 'zod'

export const ListName = z.enum(['mentions', 'tweets', 'search', 'dm', 'list'])
export type ListName = z.infer<typeof ListName>

/** `repeat-token`: the same page and its token for ever. `empty-page`: nothing, and a token all the same. */
export const PageFlaw = z.enum(['repeat-token', 'empty-page'])
export type PageFlaw = z.infer<typeof PageFlaw>

type Missing = { bySinceId: boolean; untilAt: number }

export type ListFlaws = {
  /** Leaves an item out of a list until that instant, everywhere or only where since_id is asked for. */
  leaveOut(list: ListName, id: string, how: { bySinceId: boolean; untilAt: number }): void
  /** Shows a page flaw on the next `times` pages of a list. */
  misPage(list: ListName, flaw: PageFlaw, times: number): void
  isLeftOut(list: ListName, id: string, asked: { bySinceId: boolean; now: number }): boolean
  /** The flaw of the page that is asked for now, counted off. */
  takePageFlaw(list: ListName): PageFlaw | null
  clear(): void
}

export function listFlaws(): ListFlaws {
  const missing = new Map<string, Missing>()
  const pages = new Map<ListName, { flaw: PageFlaw; left: number }>()
  return {
    leaveOut: (list, id, how) => void missing.set(`${list} ${id}`, how),
    misPage: (list, flaw, times) => void pages.set(list, { flaw, left: times }),
    isLeftOut(list, id, { bySinceId, now }) {
      const known = missing.get(`${list} ${id}`)
      return known !== undefined && now < known.untilAt && (bySinceId || !known.bySinceId)
    },
    takePageFlaw(list) {
      const standing = pages.get(list)
      if (!standing || standing.left < 1) return null
      standing.left--
      return standing.flaw
    },
    clear() {
      missing.clear()
      pages.clear()
    },
  }
}
