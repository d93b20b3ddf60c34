import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { JobState } from '../../shared/domain/outbox.ts'
import {
  afterFailedUpload,
  afterFailure,
  firstLookAfterMs,
  isMissed,
  mayMove,
  messageCore,
  nextLookAt,
} from './rules.ts'

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

test('nothing reaches X but out of the queue, and what was frozen or asks gets there only by way of it', () => {
  for (const from of JobState.options) {
    expect(mayMove(from, 'sending')).toBe(from === 'queued')
    if (from !== 'sending' && from !== 'unsure') expect(mayMove(from, 'sent')).toBe(false)
  }
  // Not held again by itself, and never straight on.
  expect(JobState.options.filter((to) => mayMove('stopped', to))).toEqual([
    'held',
    'queued',
    'recalled',
    'dropped',
  ])
})

test('whatever way a job goes, it is sent at most once, and a settled one stays as it is', () => {
  const steps = fc.array(fc.constantFrom(...JobState.options), { maxLength: 60 })
  fc.assert(
    fc.property(steps, (wanted) => {
      let state: JobState = 'held'
      const gone: JobState[] = []
      for (const to of wanted) {
        if (!mayMove(state, to)) continue
        state = to
        gone.push(to)
      }
      expect(gone.filter((one) => one === 'sent').length).toBeLessThanOrEqual(1)
      for (const final of ['sent', 'recalled', 'dropped'] as const) {
        const at = gone.indexOf(final)
        if (at >= 0) expect(at).toBe(gone.length - 1)
      }
    }),
  )
})

test('a file that could not be brought to X leaves no doubt about the message', () => {
  const failures = [
    new Failure('x.timeout', {}),
    new Failure('x.server', { status: 503 }),
    new Failure('x.offline', {}),
    new Failure('x.refused', { reason: 'missing-permission', detail: '' }),
    new Failure('x.refused', { reason: 'duplicate', detail: '' }),
    new Failure('disk.failed', { what: 'read' }),
    new Failure('internal', { id: 'x' }),
  ]
  expect(failures.map((failure) => afterFailedUpload(failure, now, 1).state)).toEqual([
    'queued',
    'queued',
    'queued',
    'refused',
    'refused',
    'refused',
    'refused',
  ])
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
