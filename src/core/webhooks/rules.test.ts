/** @file Who is on duty, what is told, and when it is tried again. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OpenWeek } from '../../shared/domain/deadline-settings.ts'
import { WebhookAddress } from '../../shared/domain/webhook.ts'
import { businessTime } from '../deadlines/business-time.ts'
import { bodyFor, countsOf, isOnDuty, sentenceOf, waitAfter, type Message } from './rules.ts'

const policy = { time: businessTime('Europe/Berlin', OpenWeek.parse({}), []) }
const berlin = (local: string): number => Date.parse(`${local}+01:00`)

test('office hours, their opposite, and a rota of its own', () => {
  const friday = berlin('2026-11-20T17:59')
  const night = berlin('2026-11-20T18:00')
  expect(isOnDuty({ kind: 'open' }, policy, friday)).toBe(true)
  expect(isOnDuty({ kind: 'closed' }, policy, friday)).toBe(false)
  expect(isOnDuty({ kind: 'open' }, policy, night)).toBe(false)
  expect(isOnDuty({ kind: 'closed' }, policy, night)).toBe(true)
  const saturdays = {
    mon: [],
    tue: [],
    wed: [],
    thu: [],
    fri: [],
    sat: [{ from: '10:00', to: '24:00' }],
    sun: [],
  }
  const rota = { kind: 'week', zone: 'America/New_York', week: saturdays } as const
  expect(isOnDuty(rota, policy, Date.parse('2026-11-21T15:00:00Z'))).toBe(true)
  expect(isOnDuty(rota, policy, Date.parse('2026-11-21T14:59:00Z'))).toBe(false)
  expect(isOnDuty(rota, policy, Date.parse('2026-11-22T04:59:00Z'))).toBe(true)
})

const message: Message = {
  brand: 'Northwind Air',
  reasons: countsOf([{ reason: 'late' }, { reason: 'spike' }, { reason: 'late' }]),
  needsReply: 12,
  link: 'https://x.com/search?q=to%3Anorthwindair&f=live',
}

test('one sentence says the brand, why, how often and where', () => {
  expect(sentenceOf(message)).toBe(
    'Northwind Air: 2 × reply overdue, 1 × suddenly many about one thing. Tickets that need a reply: 12. https://x.com/search?q=to%3Anorthwindair&f=live',
  )
})

test.each([
  ['hooks.slack.com', ['text']],
  ['discord.com', ['content']],
  ['ptb.discord.com', ['content']],
  ['notslack.com', ['text', 'brand', 'reasons', 'needsReply', 'link', 'at']],
])('%s is given what it takes', (host, keys) => {
  expect(Object.keys(bodyFor(host, message, 0)).toSorted()).toEqual(keys.toSorted())
})

test.each([
  ['https://hooks.slack.com/services/T0/B0/x', true],
  ['https://example.com', true],
  ['http://127.0.0.1:8080/ring', true],
  ['http://localhost/ring', true],
  ['http://example.com/ring', false],
  ['http://localhost.example.com/ring', false],
  ['https://user:word@example.com/', false],
  ['https://example.com\\@evil.example/', false],
  ['ftp://example.com/', false],
  ['javascript:alert(1)', false],
  ['hooks.slack.com/services', false],
])('%s is an address: %s', (address, isOne) => {
  expect(WebhookAddress.safeParse(address).success).toBe(isOne)
})

test('each failure waits at least as long as the one before, and never longer than half an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (n) => {
      expect(waitAfter(n + 1)).toBeGreaterThanOrEqual(waitAfter(n))
      expect(waitAfter(n)).toBeLessThanOrEqual(30 * 60_000)
    }),
  )
})
