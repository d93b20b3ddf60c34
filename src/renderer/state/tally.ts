/** @file Counts what it took to answer the first few tickets: time, keys, and what was caught or regretted. */

/** So many answered tickets are summed up, once. */
const summedUp = 5

/** `seconds`: the middle time from opening a ticket to its answer. */
export type Summary = { count: number; seconds: number; keys: number; slips: number }

export type Tally = {
  key(): void
  /** A guard kept a message back, or a message was taken back. */
  slip(): void
  /** @param at ms of a clock that only goes on */
  opened(ticketId: string, at: number): void
  /** @returns the sum when this was the last of the first few tickets; null otherwise */
  answered(ticketId: string, at: number): Summary | null
}

/** Nothing counted yet. */
export function tally(): Tally {
  let keys = 0
  let slips = 0
  const openedAt = new Map<string, number>()
  const took = new Map<string, number>()
  return {
    key() {
      keys += 1
    },
    slip() {
      slips += 1
    },
    opened(ticketId, at) {
      if (!openedAt.has(ticketId)) openedAt.set(ticketId, at)
    },
    answered(ticketId, at) {
      if (took.has(ticketId) || took.size >= summedUp) return null
      took.set(ticketId, at - (openedAt.get(ticketId) ?? at))
      if (took.size < summedUp) return null
      const middle = [...took.values()].toSorted((a, b) => a - b)[summedUp >> 1] ?? 0
      return { count: summedUp, seconds: Math.round(middle / 1_000), keys, slips }
    },
  }
}
