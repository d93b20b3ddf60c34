import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AskReason } from '../../shared/domain/outbox.ts'
import { asksOf, type Now, type Seen } from './recheck.ts'

const id = '0191b1c0-0000-7000-8000-000000000001'
const item = (number: number) => ({ id: String(1_000 + number), at: 10_000 + number * 1_000 })
const seen: Seen = {
  handle: { xUserId: '100', username: 'northair', appId: id, auth: 'oauth2' },
  tickets: [{ ticketId: id, customer: item(1), ours: null }],
  target: { id: '1001', latestId: '1001' },
}
const same: Now = {
  ...seen,
  canSpeak: true,
  isTargetGone: false,
  isOursFromHere: () => false,
  isIncident: false,
  isNothingAbove: false,
}
const soon = { at: 20_000, scheduledAt: null }

test('as the agent saw it: it may leave', () => {
  expect(asksOf(seen, same, soon)).toEqual([])
})

test.each<[AskReason, Partial<Now>]>([
  ['customer-wrote', { tickets: [{ ticketId: id, customer: item(2), ours: null }] }],
  ['answered-elsewhere', { tickets: [{ ticketId: id, customer: item(1), ours: item(2) }] }],
  [
    'answered-here',
    { tickets: [{ ticketId: id, customer: item(1), ours: item(2) }], isOursFromHere: () => true },
  ],
  ['target-deleted', { isTargetGone: true, target: null }],
  ['target-edited', { target: { id: '1001', latestId: '1005' } }],
  ['account-changed', { handle: { ...seen.handle, username: 'northernair' } }],
  ['account-changed', { handle: { ...seen.handle, xUserId: '101' } }],
  ['signed-out', { canSpeak: false }],
  ['nothing-above', { isNothingAbove: true }],
])('%s is the one reason', (reason, change) => {
  expect(asksOf(seen, { ...same, ...change }, soon)).toEqual([reason])
})

test('an own post from before the question that is read late is no answer', () => {
  const late = { tickets: [{ ticketId: id, customer: item(1), ours: item(0) }] }
  expect(asksOf(seen, { ...same, ...late }, soon)).toEqual([])
})

test('a message that was seen is no newer one because X’s time of it became known', () => {
  const told = (at: number) => ({ tickets: [{ ticketId: id, customer: item(1), ours: { ...item(2), at } }] })
  const before = { ...seen, ...told(12_000) }
  expect(asksOf(before, { ...same, ...told(12_400), isOursFromHere: () => true }, soon)).toEqual([])
})

test('what an agent chose a time for asks when it is more than ten minutes late, or while an incident is open', () => {
  const due = 1_000_000
  const at = (ms: number, change: Partial<Now> = {}) =>
    asksOf(seen, { ...same, ...change }, { at: due + ms, scheduledAt: due })
  expect(at(10 * 60_000)).toEqual([])
  expect(at(10 * 60_000 + 1)).toEqual(['late'])
  expect(at(0, { isIncident: true })).toEqual(['incident'])
  expect(asksOf(seen, { ...same, isIncident: true }, soon)).toEqual([])
})

const anyItem = fc.option(fc.integer({ min: 0, max: 5 }).map(item), { nil: null })
const anyTicket = fc.record({ customer: anyItem, ours: anyItem })
const anySide = fc.record({ ticket: anyTicket, latest: fc.constantFrom('1001', '1005') })

test('whatever is older than what the agent saw never asks, whatever is newer always does', () => {
  fc.assert(
    fc.property(anySide, anySide, fc.boolean(), (then, now, fromHere) => {
      const asks = asksOf(
        {
          ...seen,
          tickets: [{ ticketId: id, ...then.ticket }],
          target: { id: '1001', latestId: then.latest },
        },
        {
          ...same,
          tickets: [{ ticketId: id, ...now.ticket }],
          target: { id: '1001', latestId: now.latest },
          isOursFromHere: () => fromHere,
        },
        soon,
      )
      const newer = (role: 'customer' | 'ours') =>
        (now.ticket[role]?.at ?? -1) > (then.ticket[role]?.at ?? -1)
      expect(asks.includes('customer-wrote')).toBe(newer('customer'))
      const answers = (now.ticket.ours?.at ?? -1) > (then.ticket.customer?.at ?? -1)
      expect(asks.includes('answered-here') || asks.includes('answered-elsewhere')).toBe(
        newer('ours') && answers,
      )
      expect(asks.includes('target-edited')).toBe(then.latest !== now.latest)
      expect(new Set(asks).size).toBe(asks.length)
      for (const ask of asks) expect(AskReason.options).toContain(ask)
    }),
  )
})

test('a look that saw everything asks nothing the next moment: what was asked about is not asked again', () => {
  fc.assert(
    fc.property(anySide, ({ ticket, latest }) => {
      const fresh: Seen = {
        ...seen,
        tickets: [{ ticketId: id, ...ticket }],
        target: { id: '1001', latestId: latest },
      }
      expect(asksOf(fresh, { ...same, ...fresh }, soon)).toEqual([])
    }),
  )
})
