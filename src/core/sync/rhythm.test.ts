/** @file What a rhythm is, and which silence is odd. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourlyRates, latelyPerHour, oddSilence, usualHours, type HourCount } from './rhythm.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 17, 12)
const at = Math.floor(now / hour)
const always = (): boolean => true
/** So many items in each of the last `hours` hours. */
const steady = (hours: number, items: number): HourCount[] =>
  Array.from({ length: hours }, (_, back) => ({ hour: at - 1 - back, items }))

test('silence is odd when eight should have come, and not before', () => {
  const counts = steady(72, 2)
  expect(oddSilence(counts, now, now + 3.9 * hour, always)).toBeNull()
  expect(oddSilence(counts, now, now + 4.1 * hour, always)).toEqual({ rhythmMs: hour / 2 })
})

test('a busy brand is not told off for half an hour', () => {
  const counts = steady(72, 600)
  expect(oddSilence(counts, now, now + 29 * 60_000, always)).toBeNull()
  expect(oddSilence(counts, now, now + 31 * 60_000, always)).not.toBeNull()
})

test('a night is judged by nights', () => {
  const isDay = (instant: number): boolean => new Date(instant).getUTCHours() < 12
  // Sixty an hour by day, one in twelve hours by night.
  const counts = Array.from({ length: 240 }, (_, back) => at - 1 - back).flatMap((each): HourCount[] => {
    if (isDay(each * hour)) return [{ hour: each, items: 60 }]
    return new Date(each * hour).getUTCHours() === 12 ? [{ hour: each, items: 1 }] : []
  })
  expect(oddSilence(counts, now, now + 11 * hour, isDay)).toBeNull()
  expect(oddSilence(counts, now, now + 12.5 * hour, isDay)).not.toBeNull()
})

test('too little makes no rhythm', () => {
  expect(hourlyRates(steady(19, 1), now, always)).toBeNull()
  expect(oddSilence(steady(19, 1), now, now + 1_000 * hour, always)).toBeNull()
  expect(latelyPerHour(steady(10, 5), now)).toBeNull()
  expect(latelyPerHour([], now)).toBeNull()
  expect(latelyPerHour(steady(48, 6), now)).toBe(5)
})

test('the rates of both kinds of hours add up to what came', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          hour: fc.integer({ min: at - 300, max: at - 1 }),
          items: fc.integer({ min: 1, max: 50 }),
        }),
        {
          minLength: 20,
          maxLength: 200,
        },
      ),
      (counts) => {
        const rates = hourlyRates(counts, now, usualHours)
        const first = Math.min(...counts.map((count) => count.hour))
        let expected = 0
        for (let each = first; each < at; each++)
          expected += usualHours(each * hour) ? (rates?.open ?? 0) : (rates?.closed ?? 0)
        expect(expected).toBeCloseTo(
          counts.reduce((sum, { items }) => sum + items, 0),
          6,
        )
      },
    ),
  )
})

test('a longer silence is never less odd', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 100 }), (items, hours) => {
      const odd = (for_: number): boolean =>
        oddSilence(steady(100, items), now, now + for_ * hour, usualHours) !== null
      expect(!odd(hours) || odd(hours + 1)).toBe(true)
    }),
  )
})
