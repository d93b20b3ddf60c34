/** @file Quiet hours of a computer: when nothing makes itself known but what cannot wait. Pure. */
import { z } from 'zod'
import { weekdays, type Weekday } from './deadline-settings.ts'

const minutesOfDay = 24 * 60

/** Minutes after midnight, by the clock of the wall. */
const Minute = z
  .number()
  .int()
  .min(0)
  .max(minutesOfDay - 1)

/** `days`: on which they begin. Where `until` is not later than `from`, they end on the next day. */
export const QuietHours = z.object({
  on: z.boolean(),
  from: Minute,
  until: Minute,
  days: z.array(z.enum(weekdays)).max(weekdays.length),
})
export type QuietHours = z.infer<typeof QuietHours>

/** As long as nobody chose others. */
export const plainQuietHours: QuietHours = {
  on: false,
  from: 22 * 60,
  until: 7 * 60,
  days: [...weekdays],
}

/** What the clock of the wall and the calendar beside it say. */
export type Wall = { day: Weekday; minute: number }

const before = (day: Weekday): Weekday =>
  weekdays[(weekdays.indexOf(day) + weekdays.length - 1) % weekdays.length] ?? day

/** Whether it is quiet then. It goes by the wall: a night in which the clock is moved is longer or shorter. */
export function isQuietAt({ on, from, until, days }: QuietHours, { day, minute }: Wall): boolean {
  if (!on) return false
  if (from < until) return days.includes(day) && minute >= from && minute < until
  return (minute >= from && days.includes(day)) || (minute < until && days.includes(before(day)))
}

/** @param now epoch ms @param zone an IANA name; undefined: where this computer is */
export function wallAt(now: number, zone?: string): Wall {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(now)
  const said = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? ''
  const day = z.enum(weekdays).parse(said('weekday').toLowerCase())
  return { day, minute: Number(said('hour')) * 60 + Number(said('minute')) }
}
