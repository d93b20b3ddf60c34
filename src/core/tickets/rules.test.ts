import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bearing,
  isAfter,
  isPast,
  needsReply,
  pastAfterMs,
  statusAfter,
  statusWithout,
  type Moment,
  type Need,
} from './rules.ts'

const hour = 3_600_000
const m = (at: number, itemId = String(at)): Moment => ({ at, itemId })

test('what opens a ticket, what only joins one, what is context', () => {
  expect(bearing('typed', 'somebody else')).toBe('opens')
  expect(bearing('quotes-us', 'nobody')).toBe('opens')
  expect(bearing('replies-to-us', 'us')).toBe('opens')
  expect(bearing('inherited', 'us')).toBe('opens')
  expect(bearing('inherited', 'self')).toBe('joins')
  expect(bearing('inherited', 'somebody else')).toBe('context')
  expect(bearing('none', 'self')).toBe('context')
})

test('within one second ids tell which message is newer', () => {
  expect(isAfter(m(5, '101'), m(5, '100'))).toBe(true)
  expect(isAfter(m(5, '100'), m(5, '100'))).toBe(false)
  expect(isAfter(m(5), null)).toBe(true)
})

const quiet = { arrivedCustomer: null, arrivedOurs: false, past: 'no', imported: false } as const
test('a customer message that nobody answered reopens; one that was answered already does not', () => {
  const late = { ...quiet, newestCustomer: m(9), newestOutbound: m(5), arrivedCustomer: m(9) }
  expect(statusAfter('solved', late)).toBe('open')
  expect(statusAfter('pending', late)).toBe('open')
  const old = { ...quiet, newestCustomer: m(3), newestOutbound: m(5), arrivedCustomer: m(3) }
  expect(statusAfter('solved', old)).toBe('solved')
  expect(statusAfter('pending', old)).toBe('pending')
})

test('a message that was written before it was solved, but seen after, reopens too', () => {
  expect(
    statusAfter('solved', { ...quiet, newestCustomer: m(3), newestOutbound: null, arrivedCustomer: m(3) }),
  ).toBe('open')
})

test('our answer sets Pending, unless it is older than what the customer wrote or the ticket is solved', () => {
  const answered = { ...quiet, newestCustomer: m(3), newestOutbound: m(5), arrivedOurs: true }
  expect(statusAfter('new', answered)).toBe('pending')
  expect(statusAfter('open', answered)).toBe('pending')
  expect(statusAfter('solved', answered)).toBe('solved')
  expect(statusAfter('new', { ...answered, newestCustomer: m(9) })).toBe('open')
})

const connected = 100 * hour
test.each<[string, Moment, Moment | null, boolean]>([
  ['what nobody answered for more than a day', m(connected - pastAfterMs - 1), null, true],
  ['even when the answer comes after', m(connected - pastAfterMs - 1), m(connected + 1), true],
  ['not what is younger and unanswered', m(connected - pastAfterMs), null, false],
  ['not what was answered before the customer went on', m(connected - 5), m(connected - 9), false],
  ['what is younger and was answered by then', m(connected - 9), m(connected - 5), true],
  ['not what was answered since', m(connected - 9), m(connected + 5), false],
  ['not what the customer wrote since', m(connected), null, false],
  ['not what the customer wrote since, answered or not', m(connected + 1), m(connected + 2), false],
])('over when the handle was connected: %s', (_, customer, ours, expected) => {
  expect(isPast(connected, customer, ours)).toBe(expected)
})

test('nothing is over for a handle that was connected from the beginning', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat(), { nil: null }), (customer, ours) => {
      expect(isPast(0, m(customer), ours === null ? null : m(ours))).toBe(false)
    }),
  )
})

test('what is on hold stays so when we answer, until the customer writes; closed by an agent it stays closed', () => {
  const answered = { ...quiet, newestCustomer: m(3), newestOutbound: m(5), arrivedOurs: true }
  expect(statusAfter('on-hold', answered)).toBe('on-hold')
  const goesOn = { ...quiet, newestCustomer: m(9), newestOutbound: m(5), arrivedCustomer: m(9) }
  expect(statusAfter('on-hold', goesOn)).toBe('open')
  expect(statusAfter('closed', goesOn)).toBe('closed')
})

test('what is over comes in closed, goes on when the customer does, and is left to an agent who took it in hand', () => {
  const over = { ...quiet, newestCustomer: m(3), newestOutbound: m(5), past: 'yes' as const }
  expect(statusAfter('new', { ...over, arrivedOurs: true })).toBe('closed')
  expect(statusAfter('closed', { ...over, imported: true, arrivedCustomer: m(3) })).toBe('closed')
  expect(statusAfter('open', { ...over, past: 'in hand', arrivedOurs: true })).toBe('open')
  expect(statusAfter('pending', { ...over, arrivedCustomer: m(3) })).toBe('pending')
  const goesOn = { ...quiet, imported: true, newestCustomer: m(9), arrivedCustomer: m(9) }
  expect(statusAfter('closed', { ...goesOn, newestOutbound: m(5) })).toBe('open')
  expect(statusAfter('closed', { ...goesOn, newestOutbound: null })).toBe('new')
})

const need: Need = {
  status: 'open',
  now: 10 * hour,
  snoozedUntil: null,
  snoozedForReply: false,
  waitingOnXUntil: null,
  isSending: false,
  oldestUnansweredAt: 9 * hour,
  troubleAt: null,
  owedAt: null,
}
test.each<[string, Partial<Need>, boolean]>([
  ['an open ticket with an unanswered message', {}, true],
  ['a new one', { status: 'new' }, true],
  ['not a pending one', { status: 'pending' }, false],
  ['not a solved one', { status: 'solved' }, false],
  ['not while snoozed', { snoozedUntil: 11 * hour }, false],
  ['again when the snooze has ended', { snoozedUntil: 9 * hour }, true],
  ['not while snoozed until the customer writes', { snoozedForReply: true }, false],
  ['nor with an hour beside that', { snoozedForReply: true, snoozedUntil: 11 * hour }, false],
  ['but from that hour on', { snoozedForReply: true, snoozedUntil: 9 * hour }, true],
  ['not while it waits for a post on X', { waitingOnXUntil: 11 * hour }, false],
  ['not while a message is held or on its way', { isSending: true }, false],
  ['not when everything is answered', { oldestUnansweredAt: null }, false],
  ['but when what we promised has come due', { oldestUnansweredAt: null, owedAt: 9 * hour }, true],
  ['not even then once it is solved', { status: 'solved', owedAt: 9 * hour }, false],
  ['but when X refused the answer', { oldestUnansweredAt: null, troubleAt: 9 * hour }, true],
])('needs a reply: %s', (_, change, expected) => {
  expect(needsReply({ ...need, ...change })).toBe(expected)
})

test('an answer that is deleted leaves its customer waiting again, also a solved one; other tickets stay', () => {
  const lost = { gone: m(5), newestCustomer: m(3), isUnanswered: true }
  expect(statusWithout('pending', lost)).toBe('open')
  expect(statusWithout('solved', lost)).toBe('open')
  expect(statusWithout('closed', lost)).toBe('closed')
  expect(statusWithout('pending', { ...lost, isUnanswered: false })).toBe('pending')
  // Solved without an answer to what the customer wrote last.
  expect(statusWithout('solved', { ...lost, newestCustomer: m(9) })).toBe('solved')
})
