/** @file How often sources are read: the table at the head of intervals.ts, and X's limits over any of its rows. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  demandOf,
  intervalOf,
  limitFloor,
  liveIntervals,
  longestIntervalMs,
  loopbackIntervals,
  type PacedSource,
} from './intervals.ts'
import type { PolledKind } from './sources.ts'

const kinds: PolledKind[] = ['mentions', 'dms', 'posts', 'thread', 'quotes', 'search', 'list']
const source = (change: Partial<PacedSource> = {}): PacedSource => ({
  handleId: 'h1',
  source: 'mentions',
  requests: 1,
  budget: 'open',
  isStreaming: false,
  isOnScreen: true,
  isOpenHours: true,
  perHour: null,
  ...change,
})
const minutes = (one: PacedSource): number | null => {
  const interval = intervalOf(one, liveIntervals, limitFloor(one, demandOf([one])))
  return interval === null ? null : interval / 60_000
}

it('reads as the table says', () => {
  expect(minutes(source())).toBe(1)
  expect(minutes(source({ isOnScreen: false }))).toBe(2)
  expect(minutes(source({ isOnScreen: false, isOpenHours: false }))).toBe(4)
  expect(minutes(source({ isOnScreen: false, isOpenHours: false, perHour: 0.1 }))).toBe(8)
  expect(minutes(source({ perHour: 60 }))).toBe(0.5)
  expect(minutes(source({ budget: 'warn' }))).toBe(1)
  expect(minutes(source({ budget: 'slow' }))).toBe(2)
  expect(minutes(source({ budget: 'stopped' }))).toBeNull()
  expect(minutes(source({ isStreaming: true }))).toBe(12)
  expect(minutes(source({ source: 'posts', budget: 'slow' }))).toBe(8)
  expect(minutes(source({ source: 'thread', budget: 'slow' }))).toBe(2)
  expect(minutes(source({ source: 'thread', isStreaming: true }))).toBe(2)
  expect(minutes(source({ source: 'posts', isStreaming: true }))).toBe(2)
  expect(minutes(source({ source: 'quotes', budget: 'slow' }))).toBe(40)
  expect(minutes(source({ source: 'search', budget: 'slow', isOnScreen: false }))).toBe(40)
})

const anySource = fc.record({
  handleId: fc.constantFrom('h1', 'h2'),
  source: fc.constantFrom(...kinds),
  requests: fc.integer({ min: 0, max: 60 }),
  budget: fc.constantFrom('open' as const, 'warn' as const, 'slow' as const),
  isStreaming: fc.boolean(),
  isOnScreen: fc.boolean(),
  isOpenHours: fc.boolean(),
  perHour: fc.option(fc.double({ min: 0, max: 10_000, noNaN: true })),
})

/** What X takes in a quarter of an hour. */
const limits: Record<PolledKind, number> = {
  mentions: 300,
  dms: 15,
  posts: 900,
  thread: 300,
  quotes: 300,
  search: 300,
  list: 900,
}
const searches: ReadonlySet<PolledKind> = new Set<PolledKind>(['thread', 'quotes', 'search'])

it('stays within X’s limits, whatever shares a route', () => {
  fc.assert(
    fc.property(
      fc.array(anySource, { maxLength: 30 }),
      fc.constantFrom(liveIntervals, loopbackIntervals),
      (sources, intervals) => {
        const demand = demandOf(sources)
        for (const handleId of ['h1', 'h2'])
          for (const family of [
            ...kinds.filter((kind) => !searches.has(kind)).map((kind) => [kind]),
            [...searches],
          ]) {
            const own = sources.filter((one) => one.handleId === handleId && family.includes(one.source))
            const perQuarter = own.reduce((sum, one) => {
              const interval = intervalOf(one, intervals, limitFloor(one, demand))
              return sum + (interval === null ? 0 : (Math.max(1, one.requests) * 900_000) / interval)
            }, 0)
            expect(perQuarter).toBeLessThanOrEqual(Math.max(...family.map((kind) => limits[kind])))
          }
      },
    ),
  )
})

it('never waits longer than an hour, but for X’s limits', () => {
  fc.assert(
    fc.property(anySource, (one) => {
      const floor = limitFloor(one, demandOf([one]))
      const interval = intervalOf(one, liveIntervals, floor)
      expect(interval).toBeLessThanOrEqual(Math.max(floor, longestIntervalMs))
      expect(interval).toBeGreaterThanOrEqual(floor)
    }),
  )
})

it('a tighter budget never reads more often', () => {
  fc.assert(
    fc.property(anySource, (one) => {
      const at = (budget: PacedSource['budget']): number =>
        intervalOf({ ...one, budget }, liveIntervals, 0) ?? Infinity
      expect(at('slow')).toBeGreaterThanOrEqual(at('warn'))
      expect(at('warn')).toBe(at('open'))
      expect(at('stopped')).toBe(one.source === 'thread' ? at('slow') : Infinity)
    }),
  )
})
