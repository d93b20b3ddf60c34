/** @file X's limits on sending: how much of each is used, and when what waits will leave. Pure. Source: X's rate table. */

/** One limit: `max` requests in any `ms`. Sliding, so that it never tells more room than X's own windows have. */
export type Window = {
  limit: 'posts' | 'dms' | 'dms-day'
  family: 'posts' | 'dms'
  max: number
  ms: number
  per: 'handle' | 'app'
}

const quarterMs = 15 * 60_000

export const windows: readonly Window[] = [
  { limit: 'posts', family: 'posts', max: 100, ms: quarterMs, per: 'handle' },
  { limit: 'dms', family: 'dms', max: 15, ms: quarterMs, per: 'handle' },
  { limit: 'dms-day', family: 'dms', max: 1_440, ms: 24 * 3_600_000, per: 'app' },
]

/** How full a window is. @param attempts instants, oldest first · @param now epoch ms */
export function fullness(
  { ms }: Window,
  attempts: readonly number[],
  now: number,
): { used: number; freesAt: number | null } {
  const counting = attempts.filter((at) => at > now - ms)
  const oldest = counting[0]
  return { used: counting.length, freesAt: oldest === undefined ? null : oldest + ms }
}

/** The first instant from `from` on at which one more request fits. @param attempts instants, oldest first */
export function fitsAt({ max, ms }: Window, attempts: readonly number[], from: number): number {
  const counting = attempts.filter((at) => at > from - ms)
  const blocking = counting[counting.length - max]
  return blocking === undefined ? from : blocking + ms
}
