import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf, latestSweep, nextSweep, verdictOn } from './rules.ts'

const hour = 3_600_000
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2036, 0, 1) })

test('a sweep stands half an hour before every midnight UTC', () => {
  expect(latestSweep(Date.UTC(2026, 10, 10, 12))).toBe(Date.UTC(2026, 10, 9, 23, 30))
  expect(nextSweep(Date.UTC(2026, 10, 10, 12))).toBe(Date.UTC(2026, 10, 10, 23, 30))
  expect(latestSweep(Date.UTC(2026, 10, 10, 23, 30))).toBe(Date.UTC(2026, 10, 10, 23, 30))
  expect(nextSweep(Date.UTC(2026, 10, 10, 23, 30))).toBe(Date.UTC(2026, 10, 11, 23, 30))
})

test('no look is followed later than 24 hours after, and none falls due twice on one UTC day', () => {
  fc.assert(
    fc.property(instant, instant, (lookedAt, now) => {
      const due = nextSweep(lookedAt)
      expect(due - lookedAt).toBeGreaterThan(0)
      expect(due - lookedAt).toBeLessThanOrEqual(24 * hour)
      // One comparison with the newest sweep tells the same for every post at once.
      expect(lookedAt < latestSweep(now)).toBe(due <= now)
      const day = (at: number): number => Math.floor(at / (24 * hour))
      expect(day(nextSweep(due))).toBe(day(due) + 1)
    }),
  )
})

test('batches hold every id once, a hundred at most', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 350 }), (ids) => {
      const batches = batchesOf(ids)
      expect(batches.flat()).toEqual(ids)
      expect(batches.every((batch) => batch.length > 0 && batch.length <= 100)).toBe(true)
    }),
  )
})

test('what X does not show goes by the reason that X gives, and stays where it gives none', () => {
  expect(verdictOn('deleted', null)).toBe('bury')
  expect(verdictOn('unnamed', null)).toBe(null)
  expect(verdictOn('suspended', null)).toBe('suspended')
  expect(verdictOn('protected', 'shown')).toBe('protected')
  expect(verdictOn('protected', null)).toBe('protected')
  expect(verdictOn('protected', 'suspended')).toBe('suspended')
  expect(verdictOn('protected', 'deleted')).toBe('unavailable')
})
