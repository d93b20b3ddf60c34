/** @file What X's refusals mean, with the bodies it is known to send. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RefusalReason } from '../../shared/domain/refusal.ts'
import { Failure, failureData } from '../../shared/errors.ts'
import { failureOf, problemOf, refusalReasonOf, resetOf } from './errors.ts'
import type { Headers, Outcome } from './http.ts'

const now = Date.parse('2026-11-17T10:07:00Z')
const asked = { endpoint: 'reply', appId: 'app', username: 'northwindair', now }
const answer = (status: number, body: unknown, headers: Headers = {}): Outcome => ({
  kind: 'answer',
  ok: status < 400,
  status,
  headers,
  text: typeof body === 'string' ? body : JSON.stringify(body),
})
const told = (outcome: Outcome): Failure | null => failureOf(outcome, asked)

describe('an outcome', () => {
  it.each<[Outcome, string]>([
    [{ kind: 'unsent' }, 'x.offline'],
    [{ kind: 'timeout' }, 'x.timeout'],
    [{ kind: 'reset' }, 'x.timeout'],
    [{ kind: 'aborted' }, 'x.timeout'],
    [{ kind: 'cut' }, 'x.malformed'],
    [answer(401, { title: 'Unauthorized', status: 401 }), 'x.reconnect'],
    [answer(401, { errors: [{ code: 135, message: 'Timestamp out of bounds.' }] }), 'x.refused'],
    [answer(402, { title: 'CreditsDepleted' }), 'x.credits'],
    [answer(403, { title: 'SpendCapReached', type: 'https://api.x.com/2/problems/credits' }), 'x.credits'],
    [answer(403, '<html>'), 'x.refused'],
    [answer(404, ''), 'x.refused'],
    [answer(429, 'slow down'), 'x.rate-limited'],
    [answer(400, { errors: [{ code: 88 }] }), 'x.rate-limited'],
    [answer(500, '<html>oops</html>'), 'x.server'],
    [answer(503, ''), 'x.server'],
    [answer(504, ''), 'x.timeout'],
  ])('%j is %s', (outcome, code) => {
    expect(told(outcome)?.code).toBe(code)
  })

  it('that is good is no failure', () => {
    expect(told(answer(200, '{}'))).toBeNull()
  })

  it('of any kind gives a failure whose data fits, and never throws', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 599 }),
        fc.oneof(fc.string(), fc.json(), fc.constant('{"errors":[{"code":"x"}],"detail":7}')),
        fc.dictionary(
          fc.constantFrom('date', 'retry-after', 'x-rate-limit-reset', 'x-rate-limit-remaining'),
          fc.string(),
        ),
        (status, text, headers) => {
          const failure = told(answer(status, text, headers))
          expect(failure).toBeInstanceOf(Failure)
          if (failure) expect(failureData[failure.code].safeParse(failure.data).success).toBe(true)
        },
      ),
    )
  })
})

describe('a refusal', () => {
  it.each<[string, object, boolean, RefusalReason]>([
    [
      'not engaged',
      {
        detail:
          'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
      },
      false,
      'not-summoned',
    ],
    [
      'not mentioned',
      { detail: 'You can only reply to or quote posts where you are mentioned or are the author.' },
      false,
      'not-summoned',
    ],
    [
      'duplicate',
      { detail: 'You are not allowed to create a Tweet with duplicate content.' },
      false,
      'duplicate',
    ],
    ['not enrolled', { title: 'Client Forbidden', reason: 'client-not-enrolled' }, false, 'app-not-enrolled'],
    ['wrong token', { title: 'Unsupported Authentication' }, false, 'wrong-token-kind'],
    [
      'restricted',
      { errors: [{ code: 433, message: 'The original author restricted who can reply' }] },
      false,
      'replies-restricted',
    ],
    ['deleted', { errors: [{ code: 385 }] }, false, 'deleted'],
    ['suspended person', { detail: 'User has been suspended: [1].' }, false, 'suspended'],
    [
      'own account suspended',
      { detail: 'Your account is suspended and is not permitted to access this feature.' },
      false,
      'account-suspended',
    ],
    ['locked', { errors: [{ code: 326 }] }, false, 'account-locked'],
    ['dm closed', { detail: 'You cannot send messages to this user.' }, true, 'dm-closed'],
    ['dm closed, by code', { errors: [{ code: 349 }] }, true, 'dm-closed'],
    ['bare, dm', { detail: 'Forbidden' }, true, 'dm-closed'],
    ['bare, post', { detail: 'Forbidden' }, false, 'forbidden'],
    [
      'read-only app',
      { type: 'https://api.x.com/2/problems/oauth1-permissions' },
      false,
      'missing-permission',
    ],
  ])('%s', (_name, body, isDm, reason) => {
    expect(refusalReasonOf(403, problemOf(JSON.stringify(body)), isDm)).toBe(reason)
  })

  it('always has one of the known reasons', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 499 }), fc.json(), fc.boolean(), (status, text, isDm) => {
        expect(RefusalReason.safeParse(refusalReasonOf(status, problemOf(text), isDm)).success).toBe(true)
      }),
    )
  })
})

describe('when a closed route opens', () => {
  const at = (ms: number): string => String((now + ms) / 1_000)
  it('is told by the window that is used up, not by the others', () => {
    const headers = {
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': at(60_000),
      'x-user-limit-24hour-remaining': '5',
      'x-user-limit-24hour-reset': at(9_000_000),
    }
    expect(resetOf(headers, {}, now)).toBe(now + 60_000)
    expect(resetOf({ ...headers, 'x-user-limit-24hour-remaining': '0' }, {}, now)).toBe(now + 9_000_000)
  })

  it('is counted on X’s clock', () => {
    const headers = {
      date: new Date(now + 30_000).toUTCString(),
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': at(90_000),
    }
    expect(resetOf(headers, {}, now)).toBe(now + 60_000)
  })

  it('is midnight UTC for a day’s cap', () => {
    const type = 'https://api.x.com/2/problems/usage-capped'
    expect(resetOf({}, { type, period: 'Daily' }, now)).toBe(Date.parse('2026-11-18T00:00:00Z'))
    expect(resetOf({}, { type, period: 'Monthly' }, now)).toBe(now + 3_600_000)
  })

  it('always lies ahead', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('date', 'retry-after', 'x-rate-limit-reset', 'x-rate-limit-remaining'),
          fc.constantFrom('0', '-5', 'x', '1', '9999999999'),
        ),
        (headers) => {
          expect(resetOf(headers, {}, now)).toBeGreaterThan(now)
        },
      ),
    )
  })
})
