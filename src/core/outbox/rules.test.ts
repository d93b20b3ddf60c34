import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { JobState } from '../../shared/domain/outbox.ts'
import { afterFailure, firstLookAfterMs, isMissed, mayMove, messageCore, nextLookAt } from './rules.ts'

const now = 1_000_000

test('only what provably had no effect is sent again without a person', () => {
  expect(afterFailure(new Failure('x.offline', {}), now, 1).state).toBe('queued')
  expect(afterFailure(new Failure('x.rate-limited', { resetAt: now + 60_000 }), now, 1)).toEqual({
    state: 'queued',
    nextTryAt: now + 60_000,
    pauseLaneUntil: now + 60_000,
  })
  expect(afterFailure(new Failure('x.credits', { appId: 'a' }), now, 1).state).toBe('queued')
  for (const failure of [
    new Failure('x.timeout', {}),
    new Failure('x.server', { status: 503 }),
    new Failure('x.malformed', { endpoint: 'posts' }),
    new Failure('internal', { id: 'x' }),
    new Failure('x.refused', { reason: 'duplicate', detail: '' }),
  ]) {
    expect(afterFailure(failure, now, 1).state).toBe('unsure')
  }
})

test('a refusal is final until a person decides', () => {
  expect(afterFailure(new Failure('x.refused', { reason: 'not-summoned', detail: '' }), now, 1).state).toBe(
    'refused',
  )
  expect(afterFailure(new Failure('x.reconnect', { username: 'a' }), now, 1).state).toBe('refused')
})

test('a rate limit whose reset lies in the past still waits a moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (shift) => {
      const after = afterFailure(new Failure('x.rate-limited', { resetAt: now + shift }), now, 1)
      expect(after.nextTryAt).toBeGreaterThan(now)
    }),
  )
})

test('the two looks come after the request cannot be in flight any more', () => {
  expect(nextLookAt(now, 0)).toBe(now + firstLookAfterMs)
  expect(nextLookAt(now, 1)).toBe(now + firstLookAfterMs + 60_000)
  expect(nextLookAt(now, 2)).toBeNull()
})

test('what was sent, recalled or dropped never moves again', () => {
  for (const from of ['sent', 'recalled', 'dropped'] as const) {
    for (const to of JobState.options) expect(mayMove(from, to)).toBe(false)
  }
  expect(mayMove('held', 'sending')).toBe(false)
  expect(mayMove('sending', 'recalled')).toBe(false)
})

test('a message is missed only ten minutes after its time', () => {
  expect(isMissed(now - 10 * 60_000, now)).toBe(false)
  expect(isMissed(now - 10 * 60_000 - 1, now)).toBe(true)
})

test('a text has the same core after X put names before it, escaped it and shortened its link', () => {
  expect(messageCore('@maraholt @friend Tom &amp; Jo: see https://t.co/abc  now')).toBe(
    messageCore('Tom & Jo: see https://northwind.example/help now'),
  )
  expect(messageCore('@maraholt one')).not.toBe(messageCore('@maraholt two'))
})
