import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { isOver } from '../../shared/domain/transitions.ts'
import { placeDm, placeInThread, reopenMsOf, takes, type Candidate } from './belongs.ts'

const day = 24 * 60 * 60_000
const week = reopenMsOf(7)
const ticket = (id: string, openedAt: number, more: Partial<Candidate> = {}): Candidate => ({
  id,
  openedAt: openedAt * day,
  status: 'open',
  solvedAt: null,
  imported: false,
  ...more,
})
const solved = (id: string, openedAt: number, solvedAt: number): Candidate =>
  ticket(id, openedAt, { status: 'solved', solvedAt: solvedAt * day })
const at = (days: number) => ({ at: days * day, isThanks: false })

test.each<[string, Candidate[], number, object]>([
  ['the first message of a thread opens a ticket', [], 1, { kind: 'opens', previousId: null }],
  ['an open one takes it', [ticket('a', 0)], 90, { kind: 'joins', id: 'a' }],
  ['a solved one within the window', [solved('a', 0, 1)], 8, { kind: 'joins', id: 'a' }],
  ['later a new one, linked', [solved('a', 0, 1)], 8.01, { kind: 'opens', previousId: 'a' }],
  ['what was written before it was solved', [solved('a', 0, 9)], 5, { kind: 'joins', id: 'a' }],
  [
    'closed by an agent: a new one',
    [ticket('a', 0, { status: 'closed', solvedAt: day })],
    2,
    { kind: 'opens', previousId: 'a' },
  ],
  [
    'over before it came here: it goes on',
    [ticket('a', 0, { status: 'closed', imported: true })],
    90,
    { kind: 'joins', id: 'a' },
  ],
  [
    'the one of its time, not the newest',
    [solved('a', 0, 1), ticket('b', 20)],
    5,
    { kind: 'joins', id: 'a' },
  ],
  ['between two, what went on', [solved('a', 0, 1), ticket('b', 20)], 12, { kind: 'joins', id: 'b' }],
  ['older than all: the first', [ticket('a', 5), ticket('b', 20)], 1, { kind: 'joins', id: 'a' }],
])('%s', (_, thread, days, expected) => {
  expect(placeInThread(thread, at(days), week)).toEqual(expected)
})

test('with no window at all every message after solving begins a new ticket', () => {
  expect(placeInThread([solved('a', 0, 1)], at(1), 0)).toEqual({ kind: 'joins', id: 'a' })
  expect(placeInThread([solved('a', 0, 1)], at(1.01), 0)).toEqual({ kind: 'opens', previousId: 'a' })
})

test('a bare thanks never begins a ticket after one that is over', () => {
  expect(placeInThread([solved('a', 0, 1)], { at: 90 * day, isThanks: true }, week)).toEqual({
    kind: 'joins',
    id: 'a',
  })
  expect(placeInThread([], { at: 90 * day, isThanks: true }, week)).toEqual({
    kind: 'opens',
    previousId: null,
  })
})

test.each<[string, Candidate[], number, object]>([
  ['none: it opens one', [], 1, { kind: 'opens', previousId: null }],
  ['the newest that is not over', [ticket('a', 0), ticket('b', 1)], 2, { kind: 'joins', id: 'b' }],
  ['also an older one', [ticket('a', 0), solved('b', 1, 2)], 3, { kind: 'joins', id: 'a' }],
  ['one that waits', [ticket('a', 0, { status: 'pending' })], 3, { kind: 'joins', id: 'a' }],
  ['not one that began later', [ticket('b', 5)], 3, { kind: 'opens', previousId: null }],
  ['its own that is solved, within the window', [solved('dm', 0, 1)], 3, { kind: 'joins', id: 'dm' }],
  ['later a new one', [solved('dm', 0, 1)], 30, { kind: 'opens', previousId: 'dm' }],
  ['not a solved one without these messages', [solved('a', 0, 1)], 3, { kind: 'opens', previousId: null }],
])('a direct message: %s', (_, all, days, expected) => {
  expect(placeDm(all, ({ id }) => id === 'dm', at(days), week)).toEqual(expected)
})

test('whatever a customer has, what takes a message is not over for it, and a new ticket only begins where nothing takes it', () => {
  const candidate = fc.record({
    id: fc.uuid(),
    openedAt: fc.nat(100),
    status: fc.constantFrom(...TicketStatus.options),
    solvedAt: fc.option(fc.nat(100), { nil: null }),
    imported: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 5 }), fc.nat(120), fc.nat(20), (some, when, window) => {
      const thread = some.toSorted((a, b) => a.openedAt - b.openedAt)
      const place = placeInThread(thread, { at: when, isThanks: false }, window)
      const taker = thread.find(({ id }) => place.kind === 'joins' && id === place.id)
      if (place.kind === 'joins')
        expect(taker && (takes(taker, when, window) || !isOver(taker.status))).toBe(true)
      else expect(thread.some(({ status }) => !isOver(status))).toBe(false)
    }),
  )
})
