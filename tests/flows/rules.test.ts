/** @file Rules at work: what happens to tickets meets them once each, in their order, and nothing leaves by them. */
import { afterEach, expect, test } from 'vitest'
import { RuleDraft, type RuleView } from '../../src/shared/domain/rule.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair my bag is lost for the third time, I want a refund!',
}
const toLumen = {
  type: 'post',
  key: 'dark',
  by: 'mara',
  at: '2026-11-17T11:51:00Z',
  text: '@lumen I want a refund!',
}

type Given = {
  name?: string
  brandId?: string | null
  isOn?: boolean
  when?: object
  all?: object[]
  steps: object[]
}
const keep = ({
  name = 'A rule',
  brandId = null,
  isOn = true,
  when,
  all = [],
  steps,
}: Given): Promise<RuleView> =>
  desk.call('rule.save', {
    rule: RuleDraft.parse({
      name,
      brandId,
      isOn,
      body: { when: when ?? { on: 'message' }, if: { all }, steps },
    }),
  })
const refund = { field: 'words', oneOf: ['refund'] }
const brandOf = async (username: string): Promise<string> => (await desk.handle(username)).brand.id
const cardOf = async (username = 'mara') =>
  (await desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })).card
const writes = (key: string, text: string, replyTo?: string) =>
  desk.control.post({ key, by: 'mara', text, ...(replyTo === undefined ? {} : { replyTo }) })
/** A customer writes, and everything that follows from it is through. */
async function comes(key: string, text: string, replyTo?: string): Promise<void> {
  await writes(key, text, replyTo)
  await desk.readNow('northair', 'mentions')
  await desk.idle()
}
const history = async (): Promise<string[]> =>
  (await desk.call('ticket.history', { ticketId: await desk.ticketOf('mara') })).map(
    ({ event, by }) => `${event} ${'name' in by ? by.name : by.kind}`,
  )

test('what a customer writes meets the rules once, in their order, each on what those before it left', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await keep({ name: 'Money', all: [refund], steps: [{ do: 'tag', add: ['refund'] }] })
  await keep({
    name: 'Refunds press',
    all: [{ field: 'label', oneOf: ['refund'] }],
    steps: [
      { do: 'prioritise', priority: 'high' },
      { do: 'notify', words: 'A refund is asked for' },
    ],
  })
  await comes('bag', '@northair my bag is lost, I want a refund!')
  const card = await cardOf()
  expect(card).toMatchObject({ desk: { priority: 'high', tags: ['refund'] } })
  expect(await history()).toEqual([
    'ticket.tagged Money',
    'ticket.prioritised Refunds press',
    'ticket.alerted Refunds press',
  ])
  expect(await desk.call('alert.list', {})).toMatchObject([
    { reason: 'rule', words: 'A refund is asked for', seenAt: null, ticket: { customer: 'Mara Holt' } },
  ])
  // The same ticket again: what is so already is not done again, who is to be told is told again.
  await comes('again', '@northair where is my refund?', 'bag')
  expect((await history()).filter((line) => line.startsWith('ticket.tagged'))).toHaveLength(1)
  expect((await desk.control.sent()).posts).toEqual([])
  expect((await desk.call('rule.list', {})).map(({ name, runs }) => [name, runs])).toEqual([
    ['Money', 1],
    ['Refunds press', 2],
  ])
})

test('a rule of one brand never touches another’s tickets, and writes no macro that is not its own', async () => {
  desk = await flow({ kind: 'live', handles: ['northair', 'lumen'] })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const [air, lumen] = [await brandOf('northair'), await brandOf('lumen')]
  const macro = await desk.call('macro.save', {
    brandId: air,
    macro: { name: 'Sorry', text: 'Sorry, {{customer.first_name}}!' },
  })
  const draft = { do: 'draft', macroId: macro.id }
  await expect(keep({ brandId: lumen, steps: [draft] })).rejects.toMatchObject({
    code: 'rule.unfit',
    data: { what: 'macro' },
  })
  await expect(keep({ brandId: null, steps: [draft] })).rejects.toMatchObject({ data: { what: 'macro' } })
  await keep({ brandId: air, all: [refund], steps: [draft, { do: 'tag', add: ['air'] }] })
  await writes('bag', complaint.text)
  await writes('dark', toLumen.text)
  await desk.readNow('northair', 'mentions')
  await desk.readNow('lumen', 'mentions')
  await desk.idle()
  const rows = await desk.column('mentions')
  const tagsOf = (brandId: string) => rows.find(({ card }) => card.brandId === brandId)?.card.desk.tags
  expect([tagsOf(air), tagsOf(lumen)]).toEqual([['air'], []])
  const ticketOf = (brandId: string) =>
    must(
      rows.find(({ card }) => card.brandId === brandId),
      'a ticket',
    ).card.ticketId
  const drafts = async (brandId: string) =>
    (await desk.call('ticket.get', { ticketId: ticketOf(brandId) })).drafts
  expect(await drafts(air)).toMatchObject([{ channel: 'public', text: 'Sorry, Mara!' }])
  expect(await drafts(lumen)).toEqual([])
  expect((await desk.control.sent()).posts).toEqual([])
})

test('rules that would run in a circle: the last one is turned off, and all of them are named', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  await keep({ name: 'Begin', all: [refund], steps: [{ do: 'tag', add: ['hot'] }] })
  const labelled = { on: 'labelled' }
  await keep({
    name: 'Cool down',
    when: labelled,
    all: [{ field: 'label', oneOf: ['hot'] }],
    steps: [{ do: 'tag', add: ['cold'], remove: ['hot'] }],
  })
  await keep({
    name: 'Warm up',
    when: labelled,
    all: [{ field: 'label', oneOf: ['cold'] }],
    steps: [{ do: 'tag', add: ['hot'], remove: ['cold'] }],
  })
  await comes('bag', complaint.text)
  const rules = await desk.call('rule.list', {})
  expect(rules.map(({ name, isOn, circle }) => [name, isOn, circle])).toEqual([
    ['Begin', true, null],
    ['Cool down', false, ['Cool down', 'Warm up', 'Cool down']],
    ['Warm up', true, null],
  ])
  expect(await desk.call('alert.list', {})).toMatchObject([
    { reason: 'circle', words: 'Cool down → Warm up → Cool down' },
  ])
  // Turned on again it is a rule like any other.
  const [, cool] = rules
  const { name, brandId, body } = must(cool, 'a rule')
  await desk.call('rule.save', { id: cool?.id, rule: { name, brandId, body, isOn: true } })
  expect((await desk.call('rule.list', {}))[1]).toMatchObject({ isOn: true, circle: null })
})

test('warn before, escalate after: what nobody answers goes to whom the rule names', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  const lead = await desk.call('agent.sit', { name: 'Lea Dahl', initials: 'LD' })
  const agentId = lead.id
  await keep({
    name: 'Late',
    when: { on: 'overdue', after: 30 },
    steps: [{ do: 'escalate', agentId, words: 'Nobody answered' }],
  })
  await comes('bag', complaint.text)
  await desk.clock.advance(61 * minute)
  await desk.idle()
  expect(await cardOf()).toMatchObject({ desk: { priority: 'normal' } })
  await desk.clock.advance(30 * minute)
  await desk.idle()
  expect(await cardOf()).toMatchObject({ ownerInitials: 'LD', desk: { priority: 'urgent' } })
  // Urgent, it has another deadline, which is over too.
  expect(await desk.call('alert.list', {})).toMatchObject([
    { reason: 'escalated', words: 'Nobody answered' },
    { reason: 'late', count: 2 },
  ])
})

test('what was answered meanwhile is not escalated', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  await keep({
    when: { on: 'message', after: 20 },
    steps: [{ do: 'escalate', agentId: null, words: '' }],
  })
  await comes('bag', complaint.text)
  await desk.call('ticket.solve', { ticketIds: [await desk.ticketOf('mara')] })
  await desk.clock.advance(21 * minute)
  await desk.idle()
  expect(await cardOf()).toMatchObject({ status: 'solved', desk: { priority: 'normal' } })
})

test('what a key of an agent led to goes back with that key; what a customer led to stays', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await keep({ name: 'First', all: [refund], steps: [{ do: 'tag', add: ['refund'] }] })
  await keep({
    name: 'Mark',
    when: { on: 'status' },
    all: [{ field: 'status', oneOf: ['on-hold'] }],
    steps: [{ do: 'prioritise', priority: 'low' }],
  })
  await comes('bag', complaint.text)
  const before = await cardOf()
  expect(before).toMatchObject({ status: 'new', desk: { tags: ['refund'] } })
  await desk.call('ticket.hold', { ticketIds: [before.ticketId] })
  await desk.idle()
  expect(await cardOf()).toMatchObject({ status: 'on-hold', desk: { priority: 'low' } })
  await desk.call('undo.last', {})
  await desk.idle()
  expect(await cardOf()).toEqual(before)
  // The next undo takes the rule itself back, not what it did for a customer’s message.
  await desk.call('undo.last', {})
  expect((await desk.call('rule.list', {})).map(({ name }) => name)).toEqual(['First'])
  expect(await cardOf()).toMatchObject({ desk: { tags: ['refund'] } })
})

test('a trial tells what a rule would have done, and changes nothing', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  await comes('bag', complaint.text)
  const before = await cardOf()
  await desk.call('ticket.tag', { ticketIds: [before.ticketId], add: ['refund'], remove: [] })
  const body = RuleDraft.shape.body.parse({
    when: { on: 'message' },
    if: { all: [refund] },
    steps: [
      { do: 'tag', add: ['refund'] },
      { do: 'set-status', status: 'on-hold' },
    ],
  })
  const labelled = await cardOf()
  const tried = await desk.call('rule.try', { brandId: null, body })
  // When she wrote, the label was not there yet.
  expect(tried).toMatchObject({
    looked: 1,
    ran: 1,
    trials: [
      {
        customer: 'Mara Holt',
        effects: [
          { do: 'tag', from: '', to: 'refund' },
          { do: 'set-status', from: 'new', to: 'on-hold' },
        ],
      },
    ],
  })
  expect(await cardOf()).toEqual(labelled)
  const other = await desk.call('rule.try', {
    brandId: null,
    body: { ...body, if: { ...body.if, all: [{ field: 'words', not: false, oneOf: ['violin'] }] } },
  })
  expect(other).toMatchObject({ looked: 1, ran: 0, trials: [] })
})

test('core that ends before the rules looked: they look at the next start, once', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'] })
  await keep({ all: [refund], steps: [{ do: 'notify', words: 'Once' }] })
  await writes('bag', complaint.text)
  await desk.restart()
  await desk.readNow('northair', 'mentions')
  await desk.restart()
  await desk.idle()
  expect(await desk.call('alert.list', {})).toHaveLength(1)
  expect(await desk.counted('rule_queue')).toBe(0)
})

test('a rule looks at nothing that was here before it; only leads keep rules', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  const lead = await desk.call('agent.sit', { name: 'Lea Dahl', initials: 'LD' })
  await desk.call('agent.set-role', { agentId: lead.id, role: 'lead' })
  await keep({ steps: [{ do: 'tag', add: ['seen'] }] })
  await expect(keep({ steps: [{ do: 'tag', add: ['pregnant'] }] })).rejects.toMatchObject({
    code: 'label.forbidden',
  })
  await expect(keep({ steps: [{ do: 'tag' }] })).rejects.toMatchObject({ code: 'rule.unfit' })
  await desk.readNow('northair', 'mentions')
  expect(await cardOf()).toMatchObject({ desk: { tags: [] } })
  await desk.call('agent.sit', { name: 'Tom Ray', initials: 'TR' })
  await expect(keep({ steps: [{ do: 'tag', add: ['x'] }] })).rejects.toMatchObject({
    code: 'agent.not-allowed',
  })
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})
