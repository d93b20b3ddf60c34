import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Category, Reach, Sentiment, Urgency } from '../../shared/domain/triage.ts'
import { isLoud, reachOf, spreadPerHour } from './reach.ts'

const hour = 3_600_000
const quiet = { followers: 120, verified: false, likes: 0, reposts: 0, ageMs: hour }

test('reach is followers, the verified mark, or a wave', () => {
  expect(reachOf(quiet)).toBe('usual')
  expect(reachOf({ ...quiet, followers: null })).toBe('usual')
  expect(reachOf({ ...quiet, followers: 10_000 })).toBe('wide')
  expect(reachOf({ ...quiet, followers: 10_000, verified: true })).toBe('loud')
  expect(reachOf({ ...quiet, followers: 100_000 })).toBe('loud')
  expect(reachOf({ ...quiet, likes: 50, reposts: 20, ageMs: hour })).toBe('loud')
  expect(reachOf({ ...quiet, likes: 50, reposts: 20, ageMs: 100 * hour })).toBe('usual')
})

test('three likes in the first minute are no wave', () => {
  expect(reachOf({ ...quiet, likes: 3, ageMs: 60_000 })).toBe('usual')
})

test('a wave never counts for less when more people react', () => {
  const nat = fc.nat({ max: 100_000 })
  fc.assert(
    fc.property(nat, nat, nat, fc.nat({ max: 1_000 * hour }), (likes, reposts, more, ageMs) => {
      const before = spreadPerHour({ ...quiet, likes, reposts, ageMs })
      expect(spreadPerHour({ ...quiet, likes: likes + more, reposts, ageMs })).toBeGreaterThanOrEqual(before)
    }),
    { numRuns: 100 },
  )
})

const said = { category: 'complaint', sentiment: 'negative', urgency: 'normal', lastResort: null } as const

test('security rings always; the rest only where many may see it and it presses', () => {
  expect(isLoud({ ...said, category: 'security', reach: 'usual' })).toBe(true)
  expect(isLoud({ ...said, urgency: 'urgent', reach: 'usual' })).toBe(false)
  expect(isLoud({ ...said, reach: 'wide' })).toBe(false)
  expect(isLoud({ ...said, reach: 'loud' })).toBe(true)
  expect(isLoud({ ...said, lastResort: 'called three times', reach: 'wide' })).toBe(true)
})

test('praise, thanks, spam and protest wait for the morning, whoever says it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Category>('praise', 'no-reply', 'spam', 'protest'),
      fc.constantFrom(...Sentiment.options),
      fc.constantFrom(...Urgency.options),
      fc.constantFrom(...Reach.options),
      (category, sentiment, urgency, reach) =>
        !isLoud({ category, sentiment, urgency, reach, lastResort: 'third time' }),
    ),
    { numRuns: 100 },
  )
})
