/** @file When a day begins, what is told of by itself, and which lines a brand has. Pure. */
import { Temporal } from 'temporal-polyfill'
import { HandoverLine, type HandoverOfBrand } from '../../shared/domain/handover.ts'

/** Whoever works after midnight is still in the day before, o'clock. */
const dayBeginsAt = 4

/** What falls due so soon after a brand opens is as good as late then, ms. */
export const openingLeadMs = 30 * 60_000

/** Whoever was away for less saw it all, ms. */
export const shortestAwayMs = 10 * 60_000

/** Whoever was never here is told of so much, ms. */
export const firstSpanMs = 24 * 60 * 60_000

/** The agent's day that an instant is in: from four in the morning to four. @param zone IANA name */
export function dayOf(at: number, zone: string): { from: number; until: number } {
  const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const date = then.hour < dayBeginsAt ? then.toPlainDate().subtract({ days: 1 }) : then.toPlainDate()
  const begin = (of: Temporal.PlainDate): number =>
    of.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: dayBeginsAt }) })
      .epochMilliseconds
  return { from: begin(date), until: begin(date.add({ days: 1 })) }
}

/** What is kept of a stay, see the migration. */
export type Stay = { sinceAt: number | null; begunAt: number; hereAt: number | null; shownAt: number | null }

/** Whether an agent who goes on in this stay begins another one: it began on an earlier day of theirs. */
export const isOver = ({ begunAt }: Stay, now: number, zone: string): boolean =>
  begunAt < dayOf(now, zone).from

/** Until when somebody was here in a stay, as far as anybody knows. @param touchedAt by their window */
export const hereUntil = ({ begunAt, hereAt }: Stay, touchedAt: number | null, now: number): number =>
  Math.min(now, Math.max(begunAt, hereAt ?? begunAt, touchedAt ?? begunAt))

/**
 * Whether the page opens by itself: not twice in a stay, not for whoever was away for a moment, and never without
 * anything to tell. To whoever was never here it opens only with what somebody left.
 */
export function isDue(
  { sinceAt, begunAt, shownAt }: Stay,
  { lines, isLeft }: { lines: number; isLeft: boolean },
): boolean {
  if (shownAt !== null) return false
  if (isLeft) return true
  return sinceAt !== null && begunAt - sinceAt >= shortestAwayMs && lines > 0
}

/** The lines of a brand that have something, in their order. */
export const linesOf = (counts: ReadonlyMap<HandoverLine, number>): HandoverOfBrand['lines'] =>
  HandoverLine.options.flatMap((line) => {
    const count = counts.get(line) ?? 0
    return count > 0 ? [{ line, count }] : []
  })
