/**
 * @file Pictures that could not be had are left alone for a while: rows come and go as a list is scrolled, and each would
 * ask for its picture again. Core leaves the source alone for longer.
 */

/** How long, ms. */
const restMs = 60_000
/** More are not remembered: the oldest is asked for again. */
const atMost = 2_000

export type RestingPictures = {
  failed(id: string): void
  rests(id: string): boolean
}

/** @param now ms of a clock that only goes on */
export function restingPictures(now: () => number): RestingPictures {
  const until = new Map<string, number>()
  return {
    failed(id) {
      until.delete(id)
      until.set(id, now() + restMs)
      const [oldest] = until.keys()
      if (until.size > atMost && oldest !== undefined) until.delete(oldest)
    },
    rests(id) {
      const at = until.get(id)
      if (at === undefined) return false
      if (at > now()) return true
      until.delete(id)
      return false
    },
  }
}
