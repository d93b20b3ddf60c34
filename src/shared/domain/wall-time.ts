/** @file The same time of day on another zone's wall. Pure. */

const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

/** What the clock on the wall of a zone shows, as if it were UTC; epoch ms in whole seconds. */
function wallOf(at: number, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(at)
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields.map((field) =>
    Number(parts.find(({ type }) => type === field)?.value ?? 0),
  )
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * When the clock in `zone` shows what the clock in `from` shows at `at`. An hour that a zone leaves out is the one after
 * it; of an hour that it has twice, one of the two.
 * @param from left out: the zone of this computer @returns epoch ms, in whole seconds
 */
export function sameWallTime(at: number, zone: string, from?: string): number {
  const wanted = wallOf(at, from)
  const offsetAt = (instant: number): number => wallOf(instant, zone) - instant
  const guess = wanted - offsetAt(wanted)
  // The offset may be another one there than where it was asked for.
  const better = wanted - offsetAt(guess)
  return wallOf(better, zone) === wanted ? better : Math.max(guess, better)
}
