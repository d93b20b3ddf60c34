/** @file When a month is delivered: over in every zone, on the day that was chosen, each month once. */
import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dueAt,
  firstMonth,
  hourOfDelivery,
  monthAfter,
  nextTryAt,
  overAt,
  periodOfMonth,
} from './schedule-rules.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]
const aZone = fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 4 })
const aDay = fc.integer({ min: 1, max: 31 })
const aMonth = fc
  .record({ year: fc.integer({ min: 2012, max: 2060 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`)

const wall = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

test('it is delivered once the month is over everywhere, at six of the zone that comes to that day last', () => {
  fc.assert(
    fc.property(aMonth, aDay, aZone, (month, day, all) => {
      const at = dueAt(month, day, all)
      expect(at).toBeGreaterThan(overAt(month, all))
      const next = Temporal.PlainYearMonth.from(monthAfter(month))
      const date = next.toPlainDate({ day: Math.min(day, next.daysInMonth) }).toString()
      expect(all.map((zone) => wall(at, zone))).toContain(`${date}T0${hourOfDelivery}:00`)
      // Nowhere is it earlier than that.
      for (const zone of all) expect(wall(at, zone) >= `${date}T0${hourOfDelivery}:00`).toBe(true)
    }),
  )
})

test('months follow each other, and so do their deliveries', () => {
  fc.assert(
    fc.property(aMonth, aDay, aZone, (month, day, all) => {
      const next = monthAfter(month)
      expect(periodOfMonth(next).from).toBe(periodOfMonth(month).until)
      const gap = (dueAt(next, day, all) - dueAt(month, day, all)) / 86_400_000
      expect(gap).toBeGreaterThan(27)
      expect(gap).toBeLessThan(32)
    }),
  )
})

test('what is begun today delivers the first month whose day is yet to come, and no earlier one', () => {
  const aTime = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2060, 0, 1) })
  fc.assert(
    fc.property(aTime, aDay, aZone, (now, day, all) => {
      const month = firstMonth(day, all, now)
      expect(dueAt(month, day, all)).toBeGreaterThan(now)
      const before = Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString()
      expect(dueAt(before, day, all)).toBeLessThanOrEqual(now)
    }),
  )
})

test('a month without the day has its last one: February, in a leap year and in others', () => {
  expect(wall(dueAt('2028-01', 31, ['UTC']), 'UTC')).toBe('2028-02-29T06:00')
  expect(wall(dueAt('2027-01', 29, ['UTC']), 'UTC')).toBe('2027-02-28T06:00')
  expect(wall(dueAt('2027-12', 31, ['UTC']), 'UTC')).toBe('2028-01-31T06:00')
})

test('where clocks are set forward that night it is six all the same', () => {
  // 29 March 2026 in Berlin: from two to three.
  const at = dueAt('2026-02', 29, ['Europe/Berlin'])
  expect(wall(at, 'Europe/Berlin')).toBe('2026-03-29T06:00')
  expect(at).toBe(Date.UTC(2026, 2, 29, 4))
})

test('what fails is tried again, later each time and never less than once an hour', () => {
  const waits = [1, 2, 3, 4, 5, 50].map((tries) => nextTryAt(0, tries))
  expect(waits).toEqual([60_000, 300_000, 1_800_000, 3_600_000, 3_600_000, 3_600_000])
})
