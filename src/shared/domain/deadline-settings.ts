/** @file What a brand settles about time: its zone and hours, its holidays, and how soon it answers. */
import { z } from 'zod'
import { Priority } from './ticket.ts'

/** The days of a week, as settings name them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A time zone by its IANA name: `Europe/Berlin`. */
export const Zone = z.string().max(60).refine(isZone, 'no time zone')

/** A time of day; `24:00` is the end of the day. */
export const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** From when to when it is open on one day; past midnight is two spans. */
export const OpenSpan = z
  .object({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from < to, 'ends before it begins')
export type OpenSpan = z.infer<typeof OpenSpan>

/** The spans of one day, in their order; none: closed. */
export const OpenDay = z
  .array(OpenSpan)
  .max(6)
  .refine(
    (spans) => spans.every(({ from }, index) => index === 0 || (spans[index - 1]?.to ?? '') <= from),
    'spans overlap',
  )
export type OpenDay = z.infer<typeof OpenDay>

const workday: OpenDay = [{ from: '09:00', to: '18:00' }]
const Workday = OpenDay.default(workday)
const Weekend = OpenDay.default([])

export const OpenWeek = z
  .object({
    mon: Workday,
    tue: Workday,
    wed: Workday,
    thu: Workday,
    fri: Workday,
    sat: Weekend,
    sun: Weekend,
  })
  .refine((week) => weekdays.some((day) => week[day].length > 0), 'never open')
export type OpenWeek = z.infer<typeof OpenWeek>

export const HoursSetting = z.object({
  /** Null: the zone of this computer. */
  zone: Zone.nullable().default(null),
  week: OpenWeek.prefault({}),
})
export type HoursSetting = z.infer<typeof HoursSetting>

/** A calendar date: `2026-12-25`. */
export const CalendarDate = z.iso.date()

/** A recurrence over dates, as RFC 5545 writes an RRULE: `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`. */
export const DateRule = z
  .string()
  .max(500)
  .regex(
    /^FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)(;(INTERVAL|COUNT|UNTIL|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|BYWEEKNO|BYYEARDAY|WKST)=[-+0-9A-Z,]+)*$/,
  )

/** A day on which nobody answers, or several in a row. */
export const Holiday = z.object({
  name: z.string().trim().max(120),
  date: CalendarDate,
  /** How many days it lasts. */
  days: z.number().int().min(1).max(366),
  /** How it comes again; null: it does not. */
  rule: DateRule.nullable(),
  /** Dates on which it would come again and does not. */
  except: z.array(CalendarDate).max(200),
})
export type Holiday = z.infer<typeof Holiday>

export const HolidaysSetting = z.object({ days: z.array(Holiday).max(1_000).default([]) })
export type HolidaysSetting = z.infer<typeof HolidaysSetting>

/** Business minutes by priority. */
const targets = (defaults: Record<Priority, number>) => {
  const minutes = z.number().int().min(1).max(60_000)
  return z.object({
    urgent: minutes.default(defaults.urgent),
    high: minutes.default(defaults.high),
    normal: minutes.default(defaults.normal),
    low: minutes.default(defaults.low),
  })
}
const replyDefaults = { urgent: 15, high: 60, normal: 60, low: 240 }
const day = 24 * 60

export const TargetsSetting = z.object({
  firstReply: targets(replyDefaults).prefault({}),
  nextReply: targets(replyDefaults).prefault({}),
  resolution: targets({ urgent: day, high: day, normal: day, low: day }).prefault({}),
  /** After so much of a target a ticket is told as near, percent. */
  warnAt: z.number().int().min(10).max(95).default(75),
  /** Whether the system tells when a reply is due. */
  notify: z.boolean().default(true),
})
export type TargetsSetting = z.infer<typeof TargetsSetting>
