/** @file Searches for many subjects at once stay within X's length, lose nobody and ask from early enough. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf, longestQuery, type Watched } from './batches.ts'
import { searchReachMs } from './chain.ts'

const now = Date.UTC(2026, 10, 17, 12)
const anyWatched = fc.uniqueArray(
  fc.record({
    source: fc.constantFrom('thread' as const, 'quotes' as const),
    subject: fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n - 1n }).map(String),
    completeToAt: fc.integer({ min: now - 2 * searchReachMs, max: now }),
    narrowTo: fc.option(fc.constantFrom('mara', 'a_quite_long_one')),
  }),
  { selector: (one) => one.subject, maxLength: 80 },
)

test('each subject is asked for once, in a query that X takes, from before it was searched last', () => {
  fc.assert(
    fc.property(anyWatched, (watched) => {
      const batches = batchesOf(watched, 'northwind_air01', now)
      const asked = batches.flatMap(({ subjects }) => subjects.map(({ subject }) => subject))
      expect(asked.sort()).toEqual(watched.map(({ subject }) => subject).sort())
      for (const { query, startAt, subjects } of batches) {
        expect(query.length).toBeLessThanOrEqual(longestQuery)
        expect(startAt).toBeGreaterThanOrEqual(now - searchReachMs)
        for (const { subject, completeToAt } of subjects) {
          expect(query).toContain(subject)
          expect(startAt).toBeLessThanOrEqual(Math.max(now - searchReachMs, completeToAt - 120_000))
          // Nothing is asked from much earlier than it must be: that would be paid for again.
          expect(Math.max(now - searchReachMs, completeToAt) - startAt).toBeLessThanOrEqual(12 * 60_000)
        }
      }
    }),
  )
})

test('a dozen conversations go into one search, without what we wrote ourselves', () => {
  const watched = Array.from({ length: 12 }, (_, n): Watched => ({
    source: 'thread',
    subject: `20000000000000000${10 + n}`,
    completeToAt: now,
    narrowTo: null,
  }))
  const [batch, ...more] = batchesOf(watched, 'northair', now)
  expect(more).toEqual([])
  expect(batch?.query).toMatch(/^\(conversation_id:\d{19}( OR conversation_id:\d{19}){11}\) -from:northair$/)
})

test('a conversation full of strangers is narrowed to its customer and to replies to us', () => {
  const wide: Watched = { source: 'thread', subject: '7', completeToAt: now, narrowTo: 'mara' }
  expect(batchesOf([wide], 'northair', now)[0]?.query).toBe(
    '((conversation_id:7 (from:mara OR to:northair))) -from:northair',
  )
})
