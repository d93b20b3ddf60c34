/** @file Every condition and every step of a rule, and what a circle is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RuleAction, RuleBody, RuleCondition, RuleEvent } from '../../shared/domain/rule.ts'
import { effectOf, effectsOf, factsAfter, type Around } from './effects.ts'
import { circleOf, heardIn, linesOf } from './heard.ts'
import { holds, matches, stillLasts, type RuleFacts } from './match.ts'

const now = Date.UTC(2026, 10, 10, 10, 7)
const minute = 60_000
const id = (n: number): string => `01a218bb-fac8-7000-8000-00000000000${n}`
const [brand, other, agent, leaver, macro] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
]

const facts: RuleFacts = {
  ticketId: id(9),
  brandId: brand,
  handleId: id(8),
  status: 'open',
  priority: 'normal',
  channel: 'public',
  ownerId: null,
  labels: ['refund'],
  fields: new Map([['airport', 'LYS']]),
  followerIds: [],
  snoozedUntil: null,
  isSnoozedForReply: false,
  triage: {
    category: 'complaint',
    sentiment: 'negative',
    urgency: 'urgent',
    reach: 'wide',
    isLastResort: true,
    hasPrivateData: false,
    isLoud: false,
  },
  lang: 'en',
  text: 'The check-in page gives error 503, again!',
  followers: 5_000,
  isVerified: false,
  ticketsOfCustomer: 2,
  openedAt: now - 90 * minute,
  waitingSince: now - 30 * minute,
  dueAt: now + 10 * minute,
  isAnswered: false,
  needsReply: true,
  isInIncident: false,
  isOpenHours: true,
}
const sibling = id(9)
const around: Around = {
  agents: new Set([agent]),
  macros: new Map([[macro, 'Sorry']]),
  handles: new Map([
    [facts.handleId, '@northair'],
    [sibling, '@northair_fr'],
  ]),
  isSpokenFor: false,
}

const yes = (condition: unknown): boolean => holds(RuleCondition.parse(condition), facts, now)

test.each([
  [
    { field: 'brand', oneOf: [other, brand] },
    { field: 'brand', oneOf: [other] },
  ],
  [
    { field: 'handle', oneOf: [id(8)] },
    { field: 'handle', oneOf: [id(7)] },
  ],
  [
    { field: 'status', oneOf: ['new', 'open'] },
    { field: 'status', oneOf: ['solved'] },
  ],
  [
    { field: 'priority', oneOf: ['normal'] },
    { field: 'priority', oneOf: ['urgent'] },
  ],
  [
    { field: 'channel', oneOf: ['public'] },
    { field: 'channel', oneOf: ['dm'] },
  ],
  [
    { field: 'category', oneOf: ['complaint'] },
    { field: 'category', oneOf: ['praise'] },
  ],
  [
    { field: 'sentiment', oneOf: ['negative'] },
    { field: 'sentiment', oneOf: ['positive'] },
  ],
  [
    { field: 'urgency', oneOf: ['urgent'] },
    { field: 'urgency', oneOf: ['low'] },
  ],
  [
    { field: 'reach', oneOf: ['wide', 'loud'] },
    { field: 'reach', oneOf: ['usual'] },
  ],
  [
    { field: 'language', oneOf: ['de', 'en'] },
    { field: 'language', oneOf: ['de'] },
  ],
  [
    { field: 'owner', oneOf: [agent], not: true },
    { field: 'owner', oneOf: [agent] },
  ],
  [
    { field: 'label', oneOf: ['Refund', 'bag'] },
    { field: 'label', oneOf: ['bag'] },
  ],
  [
    { field: 'ticket-field', oneOf: ['booking=*', 'airport=lys'] },
    { field: 'ticket-field', oneOf: ['booking=*', 'airport=CDG'] },
  ],
  [
    { field: 'words', oneOf: ['error 503'] },
    { field: 'words', oneOf: ['error 50'] },
  ],
  [{ field: 'owned', not: true }, { field: 'owned' }],
  [{ field: 'answered', not: true }, { field: 'answered' }],
  [{ field: 'needs-reply' }, { field: 'needs-reply', not: true }],
  [{ field: 'last-resort' }, { field: 'last-resort', not: true }],
  [{ field: 'private-data', not: true }, { field: 'private-data' }],
  [{ field: 'loud', not: true }, { field: 'loud' }],
  [{ field: 'verified', not: true }, { field: 'verified' }],
  [{ field: 'outside-hours', not: true }, { field: 'outside-hours' }],
  [{ field: 'in-incident', not: true }, { field: 'in-incident' }],
  [{ field: 'overdue', not: true }, { field: 'overdue' }],
  [
    { field: 'followers', amount: 5_000 },
    { field: 'followers', amount: 5_001 },
  ],
  [
    { field: 'tickets-of-customer', amount: 2 },
    { field: 'tickets-of-customer', amount: 3 },
  ],
  [
    { field: 'waiting', amount: 30 },
    { field: 'waiting', amount: 31 },
  ],
  [
    { field: 'age', amount: 90 },
    { field: 'age', amount: 91 },
  ],
  [
    { field: 'due-within', amount: 10 },
    { field: 'due-within', amount: 9 },
  ],
])('%j holds, %j does not', (one, another) => {
  expect([yes(one), yes(another)]).toEqual([true, false])
})

test('the table above asks every field that there is', () => {
  const fields = RuleCondition.options.map(({ shape }) => shape.field.value)
  expect(fields).toHaveLength(29)
})

test('all of the first list, and one of the second where it has any', () => {
  const body = (all: unknown[], any: unknown[]) =>
    RuleBody.parse({
      when: { on: 'message' },
      if: { all, any },
      steps: [{ do: 'prioritise', priority: 'high' }],
    })
  const [holding, failing] = [{ field: 'last-resort' }, { field: 'loud' }]
  expect(matches(body([], []), facts, now)).toBe(true)
  expect(matches(body([holding, failing], []), facts, now)).toBe(false)
  expect(matches(body([holding], [failing]), facts, now)).toBe(false)
  expect(matches(body([holding], [failing, holding]), facts, now)).toBe(true)
})

test('what nobody has looked at yet is of no category, and no condition on it holds', () => {
  const unseen = { ...facts, triage: null, followers: null, waitingSince: null }
  for (const condition of [
    { field: 'category', oneOf: ['complaint'] },
    { field: 'followers', amount: 0 },
    { field: 'waiting', amount: 0 },
  ])
    expect(holds(RuleCondition.parse(condition), unseen, now)).toBe(false)
})

const step = (action: unknown) => RuleAction.parse(action)

test.each([
  [
    { do: 'set-status', status: 'pending' },
    { from: 'open', to: 'pending' },
  ],
  [{ do: 'set-status', status: 'open' }, null],
  [
    { do: 'prioritise', priority: 'high' },
    { from: 'normal', to: 'high' },
  ],
  [{ do: 'prioritise', priority: 'normal' }, null],
  [
    { do: 'tag', add: ['bag'], remove: ['refund'] },
    { from: 'refund', to: 'bag' },
  ],
  [{ do: 'tag', add: ['refund'] }, null],
  [
    { do: 'assign', agentId: agent },
    { from: '', to: agent },
  ],
  [{ do: 'assign', agentId: null }, null],
  // Who left is given nothing.
  [{ do: 'assign', agentId: leaver }, null],
  [
    { do: 'follow', agentId: agent },
    { from: '', to: agent },
  ],
  [{ do: 'follow', agentId: leaver }, null],
  [
    { do: 'snooze', minutes: 5 },
    { from: '', to: String(now + 5 * minute) },
  ],
  [
    { do: 'snooze', minutes: null },
    { from: '', to: 'reply' },
  ],
  [
    { do: 'notify', words: 'Look' },
    { from: '', to: 'Look' },
  ],
  [
    { do: 'draft', macroId: macro },
    { from: '', to: 'Sorry' },
  ],
  [{ do: 'draft', macroId: id(7) }, null],
  [
    { do: 'escalate', agentId: agent, words: 'Now' },
    { from: 'normal', to: 'Now' },
  ],
])('%j does %j', (action, effect) => {
  const found = effectOf(step(action), facts, around, now)
  expect(found && { from: found.from, to: found.to }).toEqual(effect)
})

test('a rule moves a ticket to a handle that may answer it, and to no other', () => {
  const move = step({ do: 'move-handle', handleId: sibling })
  expect(effectOf(move, facts, around, now)).toMatchObject({ from: '@northair', to: '@northair_fr' })
  expect(effectOf(move, factsAfter(move, facts), around, now)).toBeNull()
  expect(effectOf(step({ do: 'move-handle', handleId: id(7) }), facts, around, now)).toBeNull()
})

test('no rule writes over somebody’s draft, hides what is hidden, or escalates twice', () => {
  expect(
    effectOf(step({ do: 'draft', macroId: macro }), facts, { ...around, isSpokenFor: true }, now),
  ).toBeNull()
  expect(
    effectOf(step({ do: 'snooze', minutes: 5 }), { ...facts, snoozedUntil: now + 1 }, around, now),
  ).toBeNull()
  const escalate = step({ do: 'escalate', agentId: agent, words: '' })
  expect(effectOf(escalate, factsAfter(escalate, facts), around, now)).toBeNull()
})

const anyAction = fc.oneof(
  fc.constantFrom('open', 'pending', 'on-hold', 'solved').map((status) => step({ do: 'set-status', status })),
  fc.constantFrom('urgent', 'high', 'normal', 'low').map((priority) => step({ do: 'prioritise', priority })),
  fc
    .record({ add: fc.subarray(['a', 'b']), remove: fc.subarray(['c', 'refund']) })
    .map((labels) => step({ do: 'tag', ...labels })),
  fc.constantFrom(agent, null).map((agentId) => step({ do: 'assign', agentId })),
  fc.constant(step({ do: 'move-handle', handleId: sibling })),
  fc.constantFrom(5, null).map((minutes) => step({ do: 'snooze', minutes })),
  fc.constantFrom(agent, null).map((agentId) => step({ do: 'escalate', agentId, words: '' })),
)

test('one step that was done does nothing a second time', () => {
  fc.assert(
    fc.property(anyAction, (action) => {
      expect(effectOf(action, factsAfter(action, facts), around, now)).toBeNull()
    }),
  )
})

test('steps work on what those before them left', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 6 }), (actions) => {
      let left = facts
      for (const { action, effect } of effectsOf(actions, facts, around, now)) {
        expect(effectOf(action, left, around, now)).toEqual(effect)
        left = factsAfter(action, left)
      }
    }),
  )
})

test('a look that was put off asks whether it still matters', () => {
  expect(stillLasts('message', facts, now)).toBe(true)
  expect(stillLasts('message', { ...facts, needsReply: false }, now)).toBe(false)
  expect(stillLasts('overdue', facts, now)).toBe(false)
  expect(stillLasts('overdue', facts, now + 10 * minute)).toBe(true)
  expect(stillLasts('labelled', { ...facts, needsReply: false }, now)).toBe(true)
})

test('every event stands in a line of history that rules hear', () => {
  for (const on of RuleEvent.options) {
    expect(linesOf(on).length).toBeGreaterThan(0)
    for (const line of linesOf(on)) expect(heardIn(line)).toContain(on)
  }
  expect(heardIn('ticket.renamed')).toEqual([])
})

test('a circle is named from the rule that began it', () => {
  expect(circleOf(['a', 'b', 'c'], 'b')).toEqual(['b', 'c'])
  expect(circleOf(['a', 'b'], 'c')).toBeNull()
})
