/** @file What the past costs and where it stands, in words. */
import { expect, test } from 'vitest'
import type { BackfillPart, BackfillView } from '../../shared/domain/backfill.ts'
import { partWords, pastWords, priceWords } from './past-words.ts'

const part: BackfillPart = {
  source: 'mentions',
  state: 'running',
  items: 100,
  expected: 412,
  reachedAt: Date.UTC(2026, 10, 12, 12),
  horizonAt: null,
  failure: null,
  nextTryAt: null,
}

test('a price names what it buys', () => {
  const bought = { mentions: 300, posts: 112, dms: 0, people: 1, micros: 2_070_000, counted: true }
  expect(priceWords({ days: 7, ...bought })).toBe('7 days: 412 posts, the name of 1 person: about $2.07')
  expect(priceWords({ days: 30, ...bought, dms: 20, people: 40 })).toBe(
    '30 days: 412 posts, 20 direct messages, the names of 40 people: about $2.07',
  )
})

test('a part says how far it is, what it waits for, and where X ends', () => {
  expect(partWords(part)).toBe('100 of about 412, back to 12 Nov 2026')
  expect(partWords({ ...part, items: 500 })).toBe('500 so far, back to 12 Nov 2026')
  expect(partWords({ ...part, state: 'done' })).toBe('100, all here')
  expect(partWords({ ...part, horizonAt: part.reachedAt })).toBe(
    '100; X shows nothing from before 12 Nov 2026',
  )
  expect(partWords({ ...part, failure: { code: 'backfill.budget', data: {} } })).toMatch(/budget/u)
})

test('the line of a handle', () => {
  const view: BackfillView = {
    handleId: 'h',
    username: 'metro',
    state: 'running',
    fromAt: Date.UTC(2026, 10, 10, 12),
    micros: 500_000,
    parts: [part],
  }
  expect(pastWords(view)).toBe('Past: 100 read, going back to 10 Nov 2026. $0.50 spent.')
  expect(pastWords({ ...view, state: 'done' })).toBe('Past: 100 here. $0.50 spent.')
})
