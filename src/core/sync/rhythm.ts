/**
 * @file How often something comes, and when its absence is odd: pure. Knows hours and counts, no source and no table.
 */

const hourMs = 3_600_000

/** What came in one hour of the epoch. */
export type HourCount = { hour: number; items: number }

/** A brand is at work then. */
export type OpenHours = (at: number) => boolean

/** How much of the past a rhythm is taken from. */
export const rhythmHours = 14 * 24

/** Fewer than these say nothing about a rhythm. */
const itemsAtLeast = 20

/** A silence is odd when so many were to be expected meanwhile: by chance it happens once in about 3,000 times. */
const missedAtLeast = 8
const silenceAtLeastMs = 30 * 60_000

/** Monday to Friday, nine to six by this computer's clock, until a brand says otherwise. */
export const usualHours: OpenHours = (at) => {
  const date = new Date(at)
  const [day, hour] = [date.getDay(), date.getHours()]
  return day >= 1 && day <= 5 && hour >= 9 && hour < 18
}

/** Items per hour over the last six hours; null while less than a day is known. */
export function latelyPerHour(counts: readonly HourCount[], now: number): number | null {
  const hour = Math.floor(now / hourMs)
  const first = Math.min(...counts.map((count) => count.hour))
  if (hour - first < 24) return null
  return sum(counts.filter((count) => count.hour > hour - 6)) / 6
}

/**
 * How much comes in an hour, in open hours and outside; null while too little is known.
 * @param now the hour that is under way counts for nothing: it is not over
 */
export function hourlyRates(
  counts: readonly HourCount[],
  now: number,
  isOpen: OpenHours,
): { open: number; closed: number } | null {
  const end = Math.floor(now / hourMs)
  const past = counts.filter(({ hour }) => hour < end && hour >= end - rhythmHours)
  if (sum(past) < itemsAtLeast) return null
  const first = Math.min(...past.map(({ hour }) => hour))
  let openHours = 0
  for (let hour = first; hour < end; hour++) if (isOpen(hour * hourMs)) openHours++
  const openItems = sum(past.filter(({ hour }) => isOpen(hour * hourMs)))
  const closedHours = end - first - openHours
  return {
    open: openHours === 0 ? 0 : openItems / openHours,
    closed: closedHours === 0 ? 0 : (sum(past) - openItems) / closedHours,
  }
}

/**
 * Whether silence since `since` is odd.
 * @returns how often something comes at this time, ms; null when all is well or nothing is known
 */
export function oddSilence(
  counts: readonly HourCount[],
  since: number,
  now: number,
  isOpen: OpenHours,
): { rhythmMs: number } | null {
  if (now - since < silenceAtLeastMs) return null
  const rates = hourlyRates(counts, since, isOpen)
  if (rates === null) return null
  let missed = 0
  for (let at = since; at < now && missed < missedAtLeast;) {
    const next = Math.min(now, (Math.floor(at / hourMs) + 1) * hourMs)
    missed += ((isOpen(at) ? rates.open : rates.closed) * (next - at)) / hourMs
    at = next
  }
  if (missed < missedAtLeast) return null
  const rate = isOpen(now) ? rates.open : rates.closed
  return { rhythmMs: Math.round(hourMs / Math.max(rate, rates.closed, 1 / rhythmHours)) }
}

const sum = (counts: readonly HourCount[]): number => counts.reduce((total, { items }) => total + items, 0)
