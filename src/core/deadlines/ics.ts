/** @file Holidays out of an iCalendar file. Whole days alone count: what has hours of the day is no holiday. */
import { parseICS, type VEvent } from 'node-ical'
import { DateRule, Holiday, type Holiday as HolidayType } from '../../shared/domain/deadline-settings.ts'
import { Failure } from '../../shared/errors.ts'

const dayMs = 24 * 60 * 60_000

/** @returns the holidays by date, and how many entries are none. @throws Failure `holidays.unreadable` */
export function holidaysOf(text: string): { days: HolidayType[]; leftOut: number } {
  const events = eventsIn(text)
  const days = events.flatMap((event) => holidayOf(event) ?? [])
  return {
    days: days.toSorted((one, other) => one.date.localeCompare(other.date)),
    leftOut: events.length - days.length,
  }
}

function eventsIn(text: string): VEvent[] {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new Failure('holidays.unreadable', {})
  try {
    return Object.values(parseICS(text)).filter((entry): entry is VEvent => entry?.type === 'VEVENT')
  } catch (error) {
    // The parser's own words may quote the file.
    if (error instanceof Error) throw new Failure('holidays.unreadable', {})
    throw error
  }
}

function holidayOf(event: VEvent): HolidayType | null {
  if (event.datetype !== 'date' || event.status === 'CANCELLED') return null
  // Summer time makes a day of the computer's zone an hour longer or shorter.
  const days = event.end ? Math.max(1, Math.round((event.end.getTime() - event.start.getTime()) / dayMs)) : 1
  const rule = event.rrule ? ruleOf(event.rrule.toString()) : null
  if (rule === undefined) return null
  const summary = typeof event.summary === 'object' ? event.summary.val : event.summary
  const exdate: unknown = event.exdate
  const parsed = Holiday.safeParse({
    name: (summary ?? '').slice(0, 120),
    date: dateOf(event.start),
    days,
    rule,
    except: typeof exdate === 'object' && exdate !== null ? Object.keys(exdate).filter(isDate) : [],
  })
  return parsed.success ? parsed.data : null
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** The parser hands a date over as midnight in this computer's zone. */
function dateOf(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The rule of what the parser prints; undefined when it is none over dates. */
function ruleOf(printed: string): string | undefined {
  const rule = /^RRULE:(.*)$/m.exec(printed)?.[1]
  // An end with a time of day is its date.
  return DateRule.safeParse(rule?.replace(/(UNTIL=\d{8})T\d{6}Z?/, '$1')).data
}
