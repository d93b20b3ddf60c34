/** @file The days of a calendar, and where its keys lead. Days are midnights in the zone of this computer, epoch ms. Pure. */
export type Span = 'week' | 'month'

const daysInWeek = 7

export const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** So many days later: a day in which the clock is moved is a day. */
export function dayAfter(day: number, count: number): number {
  const date = new Date(day)
  date.setDate(date.getDate() + count)
  return date.setHours(0, 0, 0, 0)
}

/** So many months later; the last day of a month that has no such day. */
export function monthAfter(day: number, count: number): number {
  const date = new Date(day)
  const wanted = date.getDate()
  date.setDate(1)
  date.setMonth(date.getMonth() + count)
  const last = new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()
  date.setDate(Math.min(wanted, last))
  return date.setHours(0, 0, 0, 0)
}

/** Weeks begin on Sunday in America and Japan, on Monday elsewhere. @param locale a BCP 47 tag */
export const firstWeekday = (locale: string): 0 | 1 =>
  /^(?:en-(?:US|CA|PH)|ja|es-(?:MX|US))/u.test(locale) ? 0 : 1

const weekBegin = (day: number, first: 0 | 1): number =>
  dayAfter(day, -((new Date(day).getDay() - first + daysInWeek) % daysInWeek))

/** The weeks on screen around a day: its own one, or all that its month touches. */
export function weeksOf(span: Span, day: number, first: 0 | 1): number[][] {
  const weekFrom = (begin: number): number[] =>
    Array.from({ length: daysInWeek }, (_, n) => dayAfter(begin, n))
  if (span === 'week') return [weekFrom(weekBegin(day, first))]
  const month = new Date(day).getMonth()
  const weeks: number[][] = []
  const monthBegin = dayAfter(day, 1 - new Date(day).getDate())
  for (let at = weekBegin(monthBegin, first); weeks.length === 0 || new Date(at).getMonth() === month;)
    at = dayAfter(weeks[weeks.push(weekFrom(at)) - 1]?.[0] ?? at, daysInWeek)
  return weeks
}

/** Where a key leads from a day; null: it is none of the calendar's. */
export function movedBy(key: string, span: Span, day: number, first: 0 | 1): number | null {
  switch (key) {
    case 'ArrowLeft':
      return dayAfter(day, -1)
    case 'ArrowRight':
      return dayAfter(day, 1)
    case 'ArrowUp':
      return dayAfter(day, -daysInWeek)
    case 'ArrowDown':
      return dayAfter(day, daysInWeek)
    case 'Home':
      return weekBegin(day, first)
    case 'End':
      return dayAfter(weekBegin(day, first), daysInWeek - 1)
    case 'PageUp':
      return span === 'week' ? dayAfter(day, -daysInWeek) : monthAfter(day, -1)
    case 'PageDown':
      return span === 'week' ? dayAfter(day, daysInWeek) : monthAfter(day, 1)
    default:
      return null
  }
}
