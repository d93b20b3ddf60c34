/** @file On which dates the holidays of a brand fall. Pure. */
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Holiday } from '../../shared/domain/deadline-settings.ts'

/** Rules are about dates: any zone without changes of the clocks counts them right. */
const zone = 'UTC'

/** The dates from `first` up to but not including `end`, as `2026-12-25`. */
export function holidayDates(
  holidays: readonly Holiday[],
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Set<string> {
  const dates = new Set<string>()
  for (const holiday of holidays) {
    for (const start of startsOf(holiday, first.subtract({ days: holiday.days - 1 }), end)) {
      for (let n = 0; n < holiday.days; n++) {
        const date = start.add({ days: n })
        if (Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, end) < 0)
          dates.add(date.toString())
      }
    }
  }
  return dates
}

/** On which dates a holiday begins, from `first` up to but not including `end`. */
function startsOf(
  { date, rule, except }: Holiday,
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const start = Temporal.PlainDate.from(date)
  const starts = rule === null ? [start] : recurring(rule, start, first, end)
  return starts.filter(
    (one) =>
      Temporal.PlainDate.compare(one, first) >= 0 &&
      Temporal.PlainDate.compare(one, end) < 0 &&
      !except.includes(one.toString()),
  )
}

/**
 * The schema lets only rules about dates through; one of them that means nothing all the same (`BYMONTH=99`) may not
 * stop intake: its holiday stands on its own date alone.
 */
function recurring(
  rule: string,
  start: Temporal.PlainDate,
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
): Temporal.PlainDate[] {
  try {
    return new RRuleTemporal({ rruleString: rule, dtstart: start.toZonedDateTime(zone), temporal: Temporal })
      .between(first.toZonedDateTime(zone), end.toZonedDateTime(zone), true)
      .map((at) => at.toPlainDate())
  } catch (error) {
    if (error instanceof Error) return [start]
    throw error
  }
}
