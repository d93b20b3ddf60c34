/** @file Business time over zones, changes of the clocks, leap days and holidays; what is open is asked of Intl as well. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  HoursSetting,
  OpenWeek,
  weekdays,
  type Holiday,
  type OpenDay,
} from '../../shared/domain/deadline-settings.ts'
import { businessTime } from './business-time.ts'

const minute = 60_000
const hour = 60 * minute
const { week: usual } = HoursSetting.parse({})
const always: OpenDay = [{ from: '00:00', to: '24:00' }]
const everyDay = (day: OpenDay): OpenWeek =>
  OpenWeek.parse(Object.fromEntries(weekdays.map((one) => [one, day])))
const at = (text: string): number => Date.parse(text)
const iso = (instant: number): string => new Date(instant).toISOString()
const holiday = (date: string, more: Partial<Holiday> = {}): Holiday => ({
  name: 'Holiday',
  date,
  days: 1,
  rule: null,
  except: [],
  ...more,
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
]

describe('nine to six in Berlin', () => {
  const time = businessTime('Europe/Berlin', usual, [])

  test.each([
    ['within a day', '2026-11-16T10:00+01:00', 60, '2026-11-16T11:00+01:00'],
    ['over the night', '2026-11-16T17:30+01:00', 60, '2026-11-17T09:30+01:00'],
    ['up to closing, to the minute', '2026-11-16T17:00+01:00', 60, '2026-11-16T18:00+01:00'],
    ['over the weekend', '2026-11-20T17:30+01:00', 60, '2026-11-23T09:30+01:00'],
    ['from a Saturday', '2026-11-21T12:00+01:00', 40, '2026-11-23T09:40+01:00'],
    ['from before opening', '2026-11-17T03:00+01:00', 15, '2026-11-17T09:15+01:00'],
    [
      '24 business hours are two days and two thirds',
      '2026-11-16T09:00+01:00',
      1_440,
      '2026-11-18T15:00+01:00',
    ],
    ['over the end of summer time', '2026-10-23T17:30+02:00', 60, '2026-10-26T09:30+01:00'],
    ['over its beginning', '2026-03-27T17:30+01:00', 60, '2026-03-30T09:30+02:00'],
    ['on a leap day', '2028-02-28T17:30+01:00', 60, '2028-02-29T09:30+01:00'],
  ])('%s', (_, from, minutes, expected) => {
    expect(iso(time.plus(at(from), minutes * minute))).toBe(iso(at(expected)))
  })

  test('it opens and closes', () => {
    const evening = at('2026-11-20T19:00+01:00')
    expect(time.isOpen(evening)).toBe(false)
    expect(time.isOpen(at('2026-11-20T09:00+01:00'))).toBe(true)
    expect(time.isOpen(at('2026-11-20T18:00+01:00'))).toBe(false)
    expect(iso(time.nextOpening(evening) ?? 0)).toBe(iso(at('2026-11-23T09:00+01:00')))
    expect(iso(time.nextOpening(at('2026-11-19T10:00+01:00')) ?? 0)).toBe(iso(at('2026-11-20T09:00+01:00')))
    expect(time.closesAt(evening)).toBeNull()
    expect(iso(time.closesAt(at('2026-11-19T10:00+01:00')) ?? 0)).toBe(iso(at('2026-11-19T18:00+01:00')))
  })

  test('a deadline is the sum of its days', () => {
    const from = at('2026-11-16T17:30+01:00')
    expect(time.spansBetween(from, time.plus(from, hour))).toEqual([
      { from, until: at('2026-11-16T18:00+01:00') },
      { from: at('2026-11-17T09:00+01:00'), until: at('2026-11-17T09:30+01:00') },
    ])
  })

  test('what is paused does not count', () => {
    const from = at('2026-11-16T10:00+01:00')
    const pause = { from: from + 20 * minute, until: from + 50 * minute }
    expect(time.plus(from, hour, [pause])).toBe(from + 90 * minute)
    expect(time.plus(from, hour, [pause, pause])).toBe(from + 90 * minute)
    expect(time.between(from, from + hour, [pause])).toBe(30 * minute)
  })
})

test('the hour that a change of the clocks takes or gives is taken or given', () => {
  const berlin = businessTime('Europe/Berlin', everyDay([{ from: '01:00', to: '04:00' }]), [])
  expect(berlin.between(at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))).toBe(2 * hour)
  expect(berlin.between(at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00'))).toBe(4 * hour)
  // Half an hour there, and summer in January.
  const howe = businessTime('Australia/Lord_Howe', everyDay([{ from: '01:00', to: '04:00' }]), [])
  expect(howe.between(at('2026-10-04T00:00+10:30'), at('2026-10-05T00:00+11:00'))).toBe(2.5 * hour)
  expect(howe.between(at('2026-04-05T00:00+11:00'), at('2026-04-06T00:00+10:30'))).toBe(3.5 * hour)
  // Hours that this day did not have were never open.
  const gap = businessTime('Europe/Berlin', everyDay([{ from: '02:00', to: '03:00' }]), [])
  expect(gap.between(at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))).toBe(0)
})

test('open time between two instants is the sum of its spans, whatever was paused', () => {
  const instant = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2028-12-31T00:00Z') })
  const short = fc.integer({ min: 0, max: 70 * 24 * hour })
  const pause = fc.tuple(instant, short).map(([from, ms]) => ({ from, until: from + ms }))
  const calendars = zones.flatMap((zone) => [
    businessTime(zone, usual, [holiday('2026-05-01', { days: 3, rule: 'FREQ=YEARLY' })]),
    businessTime(zone, everyDay([{ from: '00:00', to: '24:00' }]), []),
  ])
  fc.assert(
    fc.property(
      fc.constantFrom(...calendars),
      instant,
      short,
      fc.array(pause, { maxLength: 4 }),
      fc.boolean(),
      (time, from, ms, pauses, isNear) => {
        const near = isNear
          ? pauses.map((one) => ({ from: from + (one.from % ms || 1), until: from + ms }))
          : pauses
        const spans = time.spansBetween(from, from + ms, near)
        const sum = spans.reduce((all, span) => all + span.until - span.from, 0)
        expect(time.between(from, from + ms, near)).toBe(sum)
      },
    ),
    { numRuns: 400 },
  )
})

test('round the clock is plain time, and never closes', () => {
  const time = businessTime('America/New_York', everyDay(always), [])
  const from = at('2026-10-31T12:00Z')
  expect(time.plus(from, 72 * hour)).toBe(from + 72 * hour)
  expect(time.isOpen(from)).toBe(true)
  expect(time.closesAt(from)).toBeNull()
  expect(time.nextOpening(from)).toBeNull()
})

describe('holidays', () => {
  const from = at('2026-12-23T17:30+01:00')
  const after = (holidays: Holiday[], start = from): string =>
    iso(businessTime('Europe/Berlin', usual, holidays).plus(start, hour))

  test('one day, several in a row', () => {
    expect(after([])).toBe(iso(at('2026-12-24T09:30+01:00')))
    expect(after([holiday('2026-12-24')])).toBe(iso(at('2026-12-25T09:30+01:00')))
    expect(after([holiday('2026-12-24', { days: 3 })])).toBe(iso(at('2026-12-28T09:30+01:00')))
  })

  test('they come again, and now and then do not', () => {
    const yearly = holiday('2019-12-24', { days: 3, rule: 'FREQ=YEARLY' })
    expect(after([yearly])).toBe(iso(at('2026-12-28T09:30+01:00')))
    expect(after([{ ...yearly, except: ['2026-12-24'] }])).toBe(iso(at('2026-12-24T09:30+01:00')))
    expect(after([{ ...yearly, rule: 'FREQ=YEARLY;UNTIL=20251231' }])).toBe(iso(at('2026-12-24T09:30+01:00')))
    const thanksgiving = holiday('2010-11-25', { rule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH' })
    expect(after([thanksgiving], at('2026-11-25T17:30+01:00'))).toBe(iso(at('2026-11-27T09:30+01:00')))
    const leap = holiday('2024-02-29', { rule: 'FREQ=YEARLY' })
    expect(after([leap], at('2028-02-28T17:30+01:00'))).toBe(iso(at('2028-03-01T09:30+01:00')))
  })

  test('a rule that means nothing leaves its own date, and nothing stops', () => {
    expect(after([holiday('2026-12-24', { rule: 'FREQ=YEARLY;BYMONTH=99' })])).toMatch(/^2026-12-2[45]/)
  })

  test('days that never end do not end the reckoning', () => {
    const never = businessTime('UTC', usual, [holiday('2020-01-01', { rule: 'FREQ=DAILY' })])
    expect(never.plus(from, hour)).toBeGreaterThan(from)
    expect(never.nextOpening(from)).toBeNull()
  })
})

/** What a clock on the wall of a zone shows: `Mon 09:30`. */
function wall(zone: string, instant: number): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { day: part('weekday').toLowerCase(), time: `${part('hour')}:${part('minute')}` }
}

const someSpans = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 6 })
  .map((halves) => halves.sort((one, other) => one - other))
  .map((halves): OpenDay => {
    const time = (n: number): string => `${String(n >> 1).padStart(2, '0')}:${n & 1 ? '30' : '00'}`
    return halves.flatMap((from, n) => {
      const to = halves[n + 1]
      return n % 2 === 0 && to !== undefined ? [{ from: time(from), to: time(to) }] : []
    })
  })
const someWeek = fc.tuple(...weekdays.map(() => fc.oneof(someSpans, fc.constant<OpenDay>([])))).map((days) =>
  OpenWeek.parse({
    ...Object.fromEntries(weekdays.map((day, n) => [day, days[n] ?? []])),
    // Somewhere it must be open.
    wed: [{ from: '10:00', to: '12:00' }],
  }),
)
const someZone = fc.constantFrom(...zones)
const someInstant = fc
  .integer({ min: at('2025-12-20T00:00Z') / minute, max: at('2028-04-10T00:00Z') / minute })
  .map((n) => n * minute)

test('open is what the clock on the wall says', () => {
  fc.assert(
    fc.property(
      someZone,
      someWeek,
      fc.array(someInstant, { minLength: 5, maxLength: 5 }),
      (zone, week, instants) => {
        const time = businessTime(zone, week, [])
        for (const instant of instants) {
          const shown = wall(zone, instant)
          const day = weekdays.find((one) => one === shown.day) ?? 'mon'
          const isOpen = week[day].some(({ from, to }) => from <= shown.time && shown.time < to)
          expect(time.isOpen(instant), `${zone} ${iso(instant)}`).toBe(isOpen)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('what is added lies between, in any parts, and later is never earlier', () => {
  const some = fc.integer({ min: 0, max: 60 * 24 * 3 }).map((n) => n * minute)
  fc.assert(
    fc.property(someZone, someWeek, someInstant, some, some, (zone, week, from, one, other) => {
      const time = businessTime(zone, week, [])
      const reached = time.plus(from, one)
      expect(time.between(from, reached)).toBe(one)
      expect(time.plus(from, one + other)).toBe(time.plus(reached, other))
      expect(time.plus(from + other, one)).toBeGreaterThanOrEqual(reached)
      if (one > 0) expect(time.isOpen(reached - 1)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
