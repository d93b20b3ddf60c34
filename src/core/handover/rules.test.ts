/** @file When an agent's day begins, from when they are told, and when the page opens by itself. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HandoverLine } from '../../shared/domain/handover.ts'
import { dayOf, hereUntil, isDue, isOver, linesOf, shortestAwayMs, type Stay } from './rules.ts'

const minute = 60_000
const hour = 60 * minute
const at = (text: string): number => Date.parse(text)
const stay = (more: Partial<Stay> = {}): Stay => ({
  sinceAt: at('2026-11-16T17:00:00Z'),
  begunAt: at('2026-11-17T08:00:00Z'),
  hereAt: null,
  shownAt: null,
  ...more,
})

test('a day goes from four to four: whoever works after midnight is still in the day before', () => {
  const berlin = 'Europe/Berlin'
  const day = { from: at('2026-11-16T03:00:00Z'), until: at('2026-11-17T03:00:00Z') }
  expect(dayOf(at('2026-11-16T03:00:00Z'), berlin)).toEqual(day)
  expect(dayOf(at('2026-11-17T02:59:59Z'), berlin)).toEqual(day)
  expect(dayOf(at('2026-11-17T03:00:00Z'), berlin).from).toBe(day.until)
})

test('the day on which the clocks change is an hour shorter, or longer', () => {
  const length = (text: string): number => {
    const { from, until } = dayOf(at(text), 'Europe/Berlin')
    return (until - from) / hour
  }
  expect(length('2026-03-28T12:00:00Z')).toBe(23)
  expect(length('2026-10-24T12:00:00Z')).toBe(25)
})

const instants = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') })
const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe', 'UTC')

test('every instant is in one day, and days follow each other without a gap', () => {
  fc.assert(
    fc.property(instants, zones, (now, zone) => {
      const { from, until } = dayOf(now, zone)
      expect(from <= now && now < until).toBe(true)
      expect(dayOf(from, zone)).toEqual({ from, until })
      expect(dayOf(until - 1, zone)).toEqual({ from, until })
      expect(dayOf(until, zone).from).toBe(until)
    }),
  )
})

test('a stay goes on over midnight and ends with the day', () => {
  const late = stay({ begunAt: at('2026-11-16T20:00:00Z') })
  expect(isOver(late, at('2026-11-17T01:00:00Z'), 'UTC')).toBe(false)
  expect(isOver(late, at('2026-11-17T04:00:00Z'), 'UTC')).toBe(true)
})

test('somebody was here until the last that is known of them, never in the future', () => {
  fc.assert(
    fc.property(
      instants,
      fc.option(instants),
      fc.option(instants),
      instants,
      (begunAt, hereAt, touchedAt, now) => {
        const until = hereUntil(stay({ begunAt, hereAt }), touchedAt, now)
        expect(until).toBeLessThanOrEqual(now)
        for (const known of [begunAt, hereAt, touchedAt])
          if (known !== null && known <= now) expect(until).toBeGreaterThanOrEqual(known)
      },
    ),
  )
})

test('it opens by itself with something to tell, once, and not after a moment away', () => {
  const something = { lines: 2, isLeft: false }
  expect(isDue(stay(), something)).toBe(true)
  expect(isDue(stay(), { lines: 0, isLeft: false })).toBe(false)
  expect(isDue(stay({ shownAt: 1 }), something)).toBe(false)
  const begunAt = stay().begunAt
  expect(isDue(stay({ sinceAt: begunAt - shortestAwayMs + 1 }), something)).toBe(false)
  expect(isDue(stay({ sinceAt: begunAt - shortestAwayMs }), something)).toBe(true)
})

test('to whoever was never here it opens only with what somebody left', () => {
  const first = stay({ sinceAt: null })
  expect(isDue(first, { lines: 9, isLeft: false })).toBe(false)
  expect(isDue(first, { lines: 0, isLeft: true })).toBe(true)
  expect(isDue({ ...first, shownAt: 1 }, { lines: 0, isLeft: true })).toBe(false)
})

test('lines stand in one order, those without anything are left out', () => {
  const counts = fc.dictionary(fc.constantFrom(...HandoverLine.options), fc.nat(3))
  fc.assert(
    fc.property(counts, (of) => {
      const all = new Map(
        HandoverLine.options.flatMap((line) => (of[line] === undefined ? [] : [[line, of[line]]])),
      )
      const lines = linesOf(all)
      expect(lines.every(({ line, count }) => count > 0 && all.get(line) === count)).toBe(true)
      const order = lines.map(({ line }) => HandoverLine.options.indexOf(line))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(lines).toHaveLength([...all.values()].filter((count) => count > 0).length)
    }),
  )
})
