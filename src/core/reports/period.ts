/** @file Days of a calendar as instants of a zone, the period before, and the hour of a week that an instant lies in. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { ReportPeriod } from '../../shared/domain/report.ts'

/** A period and the one before it, as a brand's zone has them: `[before, from)` and `[from, until)`, epoch ms. */
export type Spans = { before: number; from: number; until: number }

/**
 * The period before: the months before, where whole months were asked for, otherwise as many days.
 */
export function periodBefore({ from, until }: ReportPeriod): ReportPeriod {
  const first = Temporal.PlainDate.from(from)
  const end = Temporal.PlainDate.from(until)
  const isWhole = first.day === 1 && end.day === 1
  const length = first.until(end, { largestUnit: isWhole ? 'month' : 'day' })
  return { from: first.subtract(length).toString(), until: from }
}

/** @param zone IANA name */
export function spansIn(zone: string, period: ReportPeriod): Spans {
  const start = (date: string): number =>
    Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
  return { before: start(periodBefore(period).from), from: start(period.from), until: start(period.until) }
}

/** Quarters of an hour: each change of a zone's clock, and each offset, falls between two of them. */
export const quarterMs = 15 * 60_000

/** A place in a week and in the calendar, by the clock on the wall. */
export type WallTime = { date: string; weekday: number; hour: number }

/**
 * What the clock on the wall shows at an instant; Monday is 0. Made for many instants between two: where the clock is
 * changed is asked for once.
 */
export function wallTimes(zone: string, from: number, until: number): (at: number) => WallTime {
  const changes: { from: number; offsetMs: number }[] = []
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  while (at !== null && at.epochMilliseconds < until) {
    changes.push({ from: at.epochMilliseconds, offsetMs: at.offsetNanoseconds / 1_000_000 })
    at = at.getTimeZoneTransition('next')
  }
  return (instant) => {
    const { offsetMs } = changes.findLast((change) => change.from <= instant) ?? changes[0] ?? { offsetMs: 0 }
    // The same digits as an instant of UTC.
    const shown = new Date(instant + offsetMs)
    return {
      date: shown.toISOString().slice(0, 10),
      weekday: (shown.getUTCDay() + 6) % 7,
      hour: shown.getUTCHours(),
    }
  }
}

/** The days of a period, in their order. */
export function daysOf({ from, until }: ReportPeriod): string[] {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(Temporal.PlainDate.from(until)).total({ unit: 'day' })
  return Array.from({ length: count }, (_, n) => first.add({ days: n }).toString())
}
