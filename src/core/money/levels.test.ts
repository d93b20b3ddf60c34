import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SpendLevel, SpendStream, type Limits } from '../../shared/domain/money.ts'
import { dollar, priceOf, priceOfSend, leastPriceOf } from '../../shared/domain/prices.ts'
import { defaultBudgets, levelOf, runsAt, worse } from './levels.ts'
import { forecastOf } from './forecast.ts'

const none: Limits = { dayBudget: null, monthBudget: null, dayCap: null, monthCap: null }
const money = fc.nat({ max: 100 * dollar })
const limits = fc.record<Limits>({
  dayBudget: fc.option(money),
  monthBudget: fc.option(money),
  dayCap: fc.option(money),
  monthCap: fc.option(money),
})
const spent = fc.record({ day: money, month: money })
const rank = (level: SpendLevel): number => SpendLevel.options.indexOf(level)

describe('where spending stands', () => {
  test.each([
    [7.99, 'open'],
    [8, 'warn'],
    [9.99, 'warn'],
    [10, 'slow'],
    [50, 'slow'],
  ] as const)('%d of a budget of 10 is %s', (day, level) => {
    expect(levelOf({ day: day * dollar, month: day * dollar }, { ...none, dayBudget: 10 * dollar })).toBe(
      level,
    )
  })

  test('without a cap nothing ever stops', () => {
    fc.assert(
      fc.property(spent, limits, (is, set) => {
        expect(levelOf(is, { ...set, dayCap: null, monthCap: null })).not.toBe('stopped')
      }),
    )
  })

  test('more spent is never milder', () => {
    fc.assert(
      fc.property(spent, money, money, limits, (is, more, later, set) => {
        const after = { day: is.day + more, month: is.month + later }
        expect(rank(levelOf(after, set))).toBeGreaterThanOrEqual(rank(levelOf(is, set)))
      }),
    )
  })

  test('of two the more serious counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SpendLevel.options), fc.constantFrom(...SpendLevel.options), (a, b) => {
        expect(rank(worse(a, b))).toBe(Math.max(rank(a), rank(b)))
      }),
    )
  })
})

describe('what still runs', () => {
  test('sending and open tickets at every level; mentions and messages end only at a cap', () => {
    for (const level of SpendLevel.options) {
      for (const stream of ['send', 'media', 'look', 'thread', 'recheck'] as const)
        expect(runsAt(level, stream)).toBe(true)
      for (const stream of ['mentions', 'dms'] as const)
        expect(runsAt(level, stream)).toBe(level !== 'stopped')
    }
  })

  test('what ends at a level stays ended above it', () => {
    for (const stream of SpendStream.options) {
      const runs = SpendLevel.options.map((level) => runsAt(level, stream))
      expect(runs.toSorted((a, b) => Number(b) - Number(a))).toEqual(runs)
    }
  })
})

test('a brand may spend twice what it did in the last week, in whole dollars', () => {
  expect(defaultBudgets([]).day).toBe(10 * dollar)
  expect(defaultBudgets([2 * dollar, 4 * dollar])).toEqual({ day: 6 * dollar, month: 180 * dollar })
  expect(defaultBudgets([10_000]).day).toBe(dollar)
  expect(defaultBudgets([1_300_000]).day).toBe(3 * dollar)
})

describe('what it will come to', () => {
  const hour = 3_600_000
  const day = Date.UTC(2026, 10, 17)

  test('never less than what is spent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        money,
        fc.array(money, { maxLength: 7 }),
        money,
        (later, today, days, monthBefore) => {
          const { day: all, month } = forecastOf({ now: day + later, today, days, monthBefore })
          if (all === null || month === null) return
          expect(all).toBeGreaterThanOrEqual(today)
          expect(month).toBeGreaterThanOrEqual(monthBefore + all)
        },
      ),
    )
  })

  test('a first day goes on at its pace, once there is one', () => {
    const known = { today: 3 * dollar, days: [], monthBefore: 0 }
    expect(forecastOf({ ...known, now: day + 0.5 * hour }).day).toBeNull()
    expect(forecastOf({ ...known, now: day + 12 * hour }).day).toBe(6 * dollar)
  })

  test('steady days stay steady', () => {
    const days = Array.from({ length: 7 }, () => 4 * dollar)
    const known = { days, now: day + 6 * hour, today: dollar, monthBefore: 64 * dollar }
    expect(forecastOf(known)).toEqual({ day: 4 * dollar, month: 120 * dollar })
  })
})

describe('what a message costs before it is sent', () => {
  const price = (kind: 'reply' | 'post' | 'dm', summoned: boolean, hasLink: boolean) =>
    priceOfSend({ kind, summoned, hasLink })
  test('a plain reply a cent, a link twenty, and a range where X does not say', () => {
    expect(price('reply', true, false)).toEqual({ low: 10_000, high: 10_000 })
    expect(price('reply', true, true)).toEqual({ low: 10_000, high: 200_000 })
    expect(price('reply', false, true)).toEqual({ low: 200_000, high: 200_000 })
    expect(price('post', false, false)).toEqual({ low: 15_000, high: 15_000 })
    expect(price('dm', false, true)).toEqual({ low: 15_000, high: 15_000 })
  })
  test('the least is never dearer than the list', () => {
    for (const [kind, most] of Object.entries(priceOf))
      expect(leastPriceOf(kind as keyof typeof priceOf)).toBeLessThanOrEqual(most)
  })
})
