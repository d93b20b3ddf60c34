/** @file How instants read on screen. Pure: the instant that counts as now is an argument, in workspace time. */
import type { BrandHours } from '../shared/domain/brand.ts'
import { locale } from './language.ts'
import { t } from './words.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const urgentMs = 5 * minute

/** A span in its largest whole unit: `40 s`, `4 m`, `2 h`, `3 d`. */
export function amount(ms: number): string {
  const span = Math.abs(ms)
  if (span < minute) return t('time.seconds', { n: Math.floor(span / second) })
  if (span < hour) return t('time.minutes', { n: Math.floor(span / minute) })
  if (span < 2 * day) return t('time.hours', { n: Math.floor(span / hour) })
  return t('time.days', { n: Math.floor(span / day) })
}

export type Due = {
  state: 'late' | 'urgent' | 'soon' | 'calm'
  text: string
  name: string
  /** Its clock stands: the brand is closed. */
  resting: boolean
}

/** A ticket's deadline, when it is told as near, and the hours of its brand. */
export type DueFacts = { dueAt: number; warnAt: number | null; hours: BrandHours | null }

/**
 * A deadline as its chip shows it. Rounds up before it (“due 1 m” until the last minute) and down after it. One that
 * lies behind a closing is told by day and hour, in the zone of this computer: a countdown over a night says nothing.
 */
export function due(now: number, { dueAt, warnAt, hours }: DueFacts): Due {
  const left = dueAt - now
  if (left <= 0) {
    const late = { amount: amount(left) }
    return { state: 'late', text: t('due.late', late), name: t('due.late.name', late), resting: false }
  }
  const state = left <= urgentMs ? 'urgent' : now >= (warnAt ?? dueAt) ? 'soon' : 'calm'
  if (hours && hours.changesAt !== null && (!hours.open || dueAt > hours.changesAt)) {
    const at = { at: dayAndTime(now, dueAt) }
    const name = t(hours.open ? 'due.at.name' : 'due.closed.name', at)
    return { state, text: t('due.at', at), name, resting: !hours.open }
  }
  const inMs = { amount: amount(left < minute ? left : Math.ceil(left / minute) * minute) }
  return { state, text: t('due.in', inMs), name: t('due.in.name', inMs), resting: false }
}

/** Hours are counted to 24 everywhere: chips are narrow, and a deadline must not be read twelve hours off. */
const hourAndMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const timeOfDay = new Intl.DateTimeFormat(locale, hourAndMinute)
const timeWithSeconds = new Intl.DateTimeFormat(locale, { ...hourAndMinute, second: '2-digit' })
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const wholeDate = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** `09:41`, in the zone of this computer. */
export const clockTime = (at: number): string => timeOfDay.format(at)
/** A minute of any day, as clocks say it. */
export const minuteOfDay = (minute: number): string => {
  const day = new Date(2026, 0, 1)
  day.setHours(Math.floor(minute / 60), minute % 60)
  return clockTime(day.getTime())
}

/** `10:07:12`. */
export const clockTimeWithSeconds = (at: number): string => timeWithSeconds.format(at)
/** Date and time in full, for tooltips. */
export const fullTime = (at: number): string => wholeDate.format(at)

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

const weekdayAndTime = new Intl.DateTimeFormat(locale, { ...hourAndMinute, weekday: 'short' })

/** An instant to come, as short as it stays clear: `09:40`, `Mon 09:40`, `24 Dec, 09:40`. */
export function dayAndTime(now: number, at: number): string {
  if (midnight(at) === midnight(now)) return clockTime(at)
  if (at - now < 6 * day) return weekdayAndTime.format(at).replace(',', '')
  return `${dayAndMonth.format(at)}, ${clockTime(at)}`
}

const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })
/** `March 2012`. */
export const monthOfYear = (at: number): string => monthAndYear.format(at)

/** An instant on the clock of a zone: `Mon 30 Nov, 09:40`. @param zone an IANA name */
export const dayAndTimeIn = (at: number, zone: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...hourAndMinute,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(at)

/** When a message was written, as short as it stays clear: `2 m ago`, `09:41`, `Yesterday`, `3 Nov`. */
export function written(now: number, at: number): string {
  const age = now - at
  if (age < minute) return t('time.now')
  if (age < hour) return t('time.ago', { amount: amount(age) })
  if (midnight(at) === midnight(now)) return clockTime(at)
  if (midnight(at + day) === midnight(now)) return t('time.yesterday')
  return dayAndMonth.format(at)
}

/** The same for the thread, where the hour always counts: `09:41`, `3 Nov, 09:41`. */
export function writtenAt(now: number, at: number): string {
  return midnight(at) === midnight(now) ? clockTime(at) : `${dayAndMonth.format(at)}, ${clockTime(at)}`
}

/** Whole seconds until `at`, never below 0: the countdown of a held message. */
export const secondsLeft = (now: number, at: number): number => Math.max(0, Math.ceil((at - now) / second))

/** Time that runs, as a stopwatch shows it: `0:07`, `12:41`, `1:02:03`. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / second))
  const two = (n: number): string => `${n}`.padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
