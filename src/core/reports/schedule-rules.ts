/** @file When the report of a month is delivered by itself, and when again after it could not be. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { ReportPeriod } from '../../shared/domain/report.ts'

/** At this hour of a brand's own clock: what X tells late of the night before has come by then. */
export const hourOfDelivery = 6

export const monthAfter = (month: string): string =>
  Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString()

/** The days of a month. */
export const periodOfMonth = (month: string): ReportPeriod => ({
  from: `${month}-01`,
  until: `${monthAfter(month)}-01`,
})

/**
 * From when the report of `month` is delivered: on that day of the month after, in the zone that comes to it last. The
 * month is over everywhere by then.
 * @param day 1 to 31; where the month has fewer, its last day
 * @param zones of the client's brands, at least one
 * @returns epoch ms
 */
export function dueAt(month: string, day: number, zones: readonly string[]): number {
  const next = Temporal.PlainYearMonth.from(monthAfter(month))
  const at = next
    .toPlainDate({ day: Math.min(day, next.daysInMonth) })
    .toPlainDateTime({ hour: hourOfDelivery })
  return Math.max(...zones.map((zone) => at.toZonedDateTime(zone).epochMilliseconds))
}

/** When a month is over in all of these zones, epoch ms. */
export const overAt = (month: string, zones: readonly string[]): number =>
  Math.max(
    ...zones.map(
      (zone) => Temporal.PlainDate.from(periodOfMonth(month).until).toZonedDateTime(zone).epochMilliseconds,
    ),
  )

/** The first month whose delivery is yet to come. @param now epoch ms */
export function firstMonth(day: number, zones: readonly string[], now: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC')
  let month = today.toPlainDate().toPlainYearMonth().subtract({ months: 2 }).toString()
  while (dueAt(month, day, zones) <= now) month = monthAfter(month)
  return month
}

const minute = 60_000

/** Waits after the first failures, ms; the last one from then on. */
const waits = [minute, 5 * minute, 30 * minute] as const

/** When what could not be written is tried again, epoch ms. @param tries how often it was */
export const nextTryAt = (failedAt: number, tries: number): number =>
  failedAt + (waits[Math.max(0, tries - 1)] ?? 60 * minute)
