/** @file Quiet hours across midnight, over the days of a week, and in nights in which the clock is moved. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdays } from './deadline-settings.ts'
import { isQuietAt, plainQuietHours, wallAt, type QuietHours } from './quiet-hours.ts'

const night: QuietHours = { ...plainQuietHours, on: true }
const minute = 60_000
const hour = 60 * minute
const berlin = 'Europe/Berlin'
const at = (iso: string): number => Date.parse(iso)

/** Quiet minutes between two instants. */
function quietMinutes(quiet: QuietHours, from: number, until: number): number {
  let count = 0
  const step = 5
  for (let now = from; now < until; now += step * minute)
    if (isQuietAt(quiet, wallAt(now, berlin))) count += step
  return count
}

test('the wall says day and minute where the computer is', () => {
  expect(wallAt(at('2026-11-17T23:30:00Z'), berlin)).toEqual({ day: 'wed', minute: 30 })
  expect(wallAt(at('2026-11-17T23:30:00Z'), 'America/New_York')).toEqual({ day: 'tue', minute: 18 * 60 + 30 })
})

test('a night is quiet from ten to seven, also on the other side of midnight', () => {
  const quiet = (iso: string) => isQuietAt(night, wallAt(at(iso), berlin))
  expect(['20:59', '21:00', '23:00'].map((time) => quiet(`2026-11-17T${time}:00Z`))).toEqual([
    false,
    true,
    true,
  ])
  expect(['05:59', '06:00', '12:00'].map((time) => quiet(`2026-11-17T${time}:00Z`))).toEqual([
    true,
    false,
    false,
  ])
})

test('a night that begins on Friday ends on Saturday, and that of Saturday is not asked for', () => {
  const friday: QuietHours = { ...night, days: ['fri'] }
  expect(isQuietAt(friday, { day: 'fri', minute: 23 * 60 })).toBe(true)
  expect(isQuietAt(friday, { day: 'sat', minute: 6 * 60 })).toBe(true)
  expect(isQuietAt(friday, { day: 'fri', minute: 6 * 60 })).toBe(false)
  expect(isQuietAt(friday, { day: 'sat', minute: 23 * 60 })).toBe(false)
})

test('when the clock is moved, the night is an hour shorter or longer, and without a gap', () => {
  // Clocks go forward on 29 March 2026, back on 25 October.
  expect(quietMinutes(night, at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(8 * 60)
  expect(quietMinutes(night, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(10 * 60)
  expect(quietMinutes(night, at('2026-10-20T12:00:00Z'), at('2026-10-21T12:00:00Z'))).toBe(9 * 60)
})

const minuteOfDay = fc.nat(24 * 60 - 1)
const hours = fc.record({
  on: fc.constant(true),
  from: minuteOfDay,
  until: minuteOfDay,
  days: fc.subarray([...weekdays]),
})

test('a week has as many quiet minutes as its nights have, and a night that ends where it begins is a whole day', () => {
  fc.assert(
    fc.property(hours, (quiet) => {
      const length = quiet.from < quiet.until ? quiet.until - quiet.from : 24 * 60 - quiet.from + quiet.until
      const minutes = weekdays.flatMap((day) =>
        Array.from({ length: 24 * 60 }, (_, one) => isQuietAt(quiet, { day, minute: one })),
      )
      expect(minutes.filter(Boolean)).toHaveLength(length * quiet.days.length)
    }),
    { numRuns: 20 },
  )
})

test('nothing is quiet that was turned off', () => {
  fc.assert(
    fc.property(hours, fc.constantFrom(...weekdays), minuteOfDay, (quiet, day, one) => {
      expect(isQuietAt({ ...quiet, on: false }, { day, minute: one })).toBe(false)
    }),
  )
  expect(isQuietAt({ ...night, days: [] }, wallAt(2 * hour, berlin))).toBe(false)
})
