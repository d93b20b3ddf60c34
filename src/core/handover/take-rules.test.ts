/** @file What a handover file changes: what this side knows better stays, and the same file twice changes nothing. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HandoverTicket } from '../../shared/domain/handover-file.ts'
import type { TicketColumnsRow } from '../audit/ticket-columns.ts'
import { planOf, type TicketHere } from './take-rules.ts'

const now = 1_000_000
const hour = 3_600_000
const item = (id: string) => ({ kind: 'post' as const, id })
const jo = '0193f0a0-0000-7000-8000-000000000001'
const joHere = '0193f0a0-0000-7000-8000-00000000000a'
const stranger = '0193f0a0-0000-7000-8000-000000000009'
const agentOf = (id: string): string | undefined => (id === jo ? joHere : undefined)
const around = { agentOf, now }

const theirs = (more: Partial<HandoverTicket> = {}): HandoverTicket => ({
  number: 7,
  handle: '1',
  first: item('10'),
  newest: item('11'),
  status: 'open',
  solvedAt: null,
  solvedHow: null,
  ownerId: null,
  snoozedUntil: null,
  snoozedForReply: false,
  followUpAt: null,
  followUpReason: null,
  promises: [],
  notes: [],
  changedAt: 500,
  ...more,
})

const own: TicketColumnsRow = {
  status: 'open',
  title: null,
  priority: 'normal',
  handle_id: 'h',
  owner_agent_id: null,
  snoozed_until: null,
  snoozed_for_reply: 0,
  follow_up_at: null,
  follow_up_reason: null,
  owed_at: null,
  waiting_on_x_until: null,
  solved_at: null,
  solved_how: null,
  outcome: null,
  previous_ticket_id: null,
  merged_into_id: null,
  incident_id: null,
}
const here = (more: Partial<TicketHere> = {}): TicketHere => ({
  own,
  newest: item('11'),
  hasTheirNewest: true,
  changedAt: null,
  isToldLater: false,
  noteIds: new Set(),
  promises: [],
  ...more,
})

test('what differs is taken: status, owner, snooze, follow-up, notes', () => {
  const note = { id: stranger, agentId: jo, text: 'she called', at: 400 }
  const plan = planOf(
    theirs({
      status: 'solved',
      solvedAt: 450,
      solvedHow: 'answered',
      ownerId: jo,
      followUpAt: now + hour,
      followUpReason: 'bag',
      notes: [note],
    }),
    here(),
    around,
  )
  expect(plan.fields).toEqual(['status', 'owner', 'follow-up', 'note'])
  expect(plan.columns).toMatchObject({
    status: 'solved',
    solved_at: 450,
    owner_agent_id: joHere,
    follow_up_at: now + hour,
  })
  expect([plan.notes, plan.kept]).toEqual([[note], null])
})

test('what was changed here later stays, all of it; notes are taken all the same', () => {
  const note = { id: stranger, agentId: null, text: 'she called', at: 400 }
  const plan = planOf(
    theirs({ status: 'on-hold', ownerId: jo, notes: [note] }),
    here({ changedAt: 501 }),
    around,
  )
  expect(plan).toMatchObject({
    columns: null,
    fields: ['note'],
    kept: { why: 'changed-here', fields: ['status', 'owner'] },
  })
  expect(planOf(theirs({ ownerId: jo }), here({ changedAt: 500 }), around).kept).toBeNull()
  expect(planOf(theirs({ ownerId: jo, changedAt: null }), here({ changedAt: 1 }), around).columns).toBeNull()
})

test('what a newer file told before stays, and why is said; what was changed here by hand is said first', () => {
  const older = planOf(theirs({ status: 'on-hold', ownerId: jo }), here({ isToldLater: true }), around)
  expect(older).toMatchObject({ columns: null, kept: { why: 'older-file', fields: ['status', 'owner'] } })
  const both = planOf(theirs({ ownerId: jo }), here({ isToldLater: true, changedAt: 501 }), around)
  expect(both.kept?.why).toBe('changed-here')
})

test('a message that only one side knows keeps status and snooze as they are', () => {
  const other = theirs({ status: 'solved', snoozedUntil: now + hour, ownerId: jo })
  const newer = planOf(other, here({ newest: item('12') }), around)
  expect(newer).toMatchObject({
    columns: { owner_agent_id: joHere },
    kept: { why: 'newer-here', fields: ['status', 'snooze'] },
  })
  const behind = planOf(other, here({ newest: item('9'), hasTheirNewest: false }), around)
  expect(behind.kept?.why).toBe('behind')
})

test('an owner whom nobody knows leaves the owner; a snooze that is over is none', () => {
  const owned = here({ own: { ...own, owner_agent_id: joHere } })
  expect(planOf(theirs({ ownerId: stranger }), owned, around).fields).toEqual([])
  expect(planOf(theirs({ snoozedUntil: now - 1, snoozedForReply: true }), here(), around).fields).toEqual([])
  expect(planOf(theirs({ followUpAt: now }), here(), around).fields).toEqual([])
  expect(planOf(theirs({ status: 'new' }), here(), around).fields).toEqual([])
})

test('a promise is confirmed where it was noticed, noted where an agent noted it, and never twice', () => {
  const promises = [
    { dueAt: now + hour, item: item('20'), words: null },
    { dueAt: now + 2 * hour, item: null, words: 'call back' },
    { dueAt: now - 1, item: null, words: 'too late' },
  ]
  const noticed = { id: 'p', dueAt: now + hour, item: item('20'), state: 'noticed' }
  const first = planOf(theirs({ promises }), here({ promises: [noticed] }), around)
  expect(first).toMatchObject({
    confirmed: ['p'],
    promises: [{ dueAt: now + 2 * hour, words: 'call back' }],
    fields: ['promise'],
  })
  const noted = { id: 'q', dueAt: now + 2 * hour, item: null, state: 'open' }
  const again = planOf(
    theirs({ promises }),
    here({ promises: [{ ...noticed, state: 'open' }, noted] }),
    around,
  )
  expect(again.fields).toEqual([])
})

const status = fc.constantFrom('new', 'open', 'pending', 'on-hold', 'solved') as fc.Arbitrary<
  HandoverTicket['status']
>
const soon = fc.option(fc.integer({ min: now - hour, max: now + hour }))
const anyTheirs = fc
  .record({
    status,
    solvedAt: fc.option(fc.integer({ min: 0, max: now })),
    ownerId: fc.constantFrom(null, jo, stranger),
    snoozedUntil: soon,
    snoozedForReply: fc.boolean(),
    followUpAt: soon,
    followUpReason: fc.option(fc.constantFrom('bag', 'seat')),
    changedAt: fc.option(fc.integer({ min: 0, max: now })),
  })
  .map(theirs)
const anyHere = fc
  .record({
    status,
    owner: fc.constantFrom(null, joHere),
    changedAt: fc.option(fc.integer({ min: 0, max: now })),
    newest: fc.constantFrom('11', '12'),
  })
  .map(({ status: at, owner, changedAt, newest }) =>
    here({ own: { ...own, status: at, owner_agent_id: owner }, changedAt, newest: item(newest) }),
  )

test('taken once, the same file changes nothing more; and nothing is both taken and kept', () => {
  fc.assert(
    fc.property(anyTheirs, anyHere, (file, mine) => {
      const plan = planOf(file, mine, around)
      expect(plan.fields.some((field) => plan.kept?.fields.includes(field))).toBe(false)
      const after = here({
        ...mine,
        own: { ...mine.own, ...(plan.columns as Partial<TicketColumnsRow> | null) },
      })
      const again = planOf(file, after, around)
      expect(again.fields).toEqual([])
      expect(again.kept).toEqual(plan.kept)
    }),
  )
})

test('whatever was changed here later than there, no column of it moves', () => {
  fc.assert(
    fc.property(anyTheirs, anyHere, (file, mine) => {
      fc.pre(mine.changedAt !== null && mine.changedAt > (file.changedAt ?? -1))
      expect(planOf(file, mine, around).columns).toBeNull()
    }),
  )
})
