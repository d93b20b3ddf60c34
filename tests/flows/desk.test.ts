/** @file Tickets handed round, labelled, put off and promised to be looked at again; each with its undo and its wrong turn. */
import { afterEach, expect, test } from 'vitest'
import { Failure } from '../../src/shared/errors.ts'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}

async function open(): Promise<string> {
  desk = await flow({ handles: ['northair'], lines: [complaint] })
  return desk.ticketOf('mara')
}
const get = (ticketId: string): Promise<TicketDetail> => desk.call('ticket.get', { ticketId })
const inNeed = async (): Promise<string[]> => (await desk.column('needs-reply')).map((row) => row.id)
const undo = () => desk.call('undo.last', {})

async function answer(ticketId: string, text: string, solves = false): Promise<void> {
  const { routes } = await get(ticketId)
  const { targetPostId } = routes.public
  await desk.call('reply.send', { ticketId, channel: 'public', text, targetPostId, solves })
  for (let second = 0; second < 12; second++) await desk.clock.advance(1_000)
}

test('a ticket goes to another agent, who is told to be absent; undo gives it back', async () => {
  const ticketId = await open()
  const ana = await desk.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  expect(await desk.call('ticket.assignees', {})).toMatchObject([
    { name: 'Jo Doe', here: true, open: 0 },
    { name: 'Ana Reis', here: false, open: 0 },
  ])
  const ticketIds = [ticketId]
  expect(await desk.call('ticket.assign', { ticketIds, agentId: jo.id })).toMatchObject({ absent: null })
  expect(await desk.call('ticket.assign', { ticketIds, agentId: ana.id })).toMatchObject({
    absent: { name: 'Ana Reis' },
  })
  expect((await get(ticketId)).desk.owner).toMatchObject({ id: ana.id, here: false })
  expect((await desk.call('ticket.assignees', {}))[1]).toMatchObject({ name: 'Ana Reis', open: 1 })
  // Nothing to change is nothing to undo.
  expect((await desk.call('ticket.assign', { ticketIds, agentId: ana.id })).ticketIds).toEqual([])
  await undo()
  expect((await get(ticketId)).desk.owner).toMatchObject({ name: 'Jo Doe', here: true })
  await undo()
  expect((await get(ticketId)).desk.owner).toBeNull()
  const unknown = '0193f0a0-0000-7000-8000-000000000001'
  await expect(desk.call('ticket.assign', { ticketIds, agentId: unknown })).rejects.toEqual(
    new Failure('agent.missing', { agentId: unknown }),
  )
})

test('who follows a ticket is an agent who said so', async () => {
  const ticketId = await open()
  const ticketIds = [ticketId]
  await expect(desk.call('ticket.follow', { ticketIds, on: true })).rejects.toEqual(
    new Failure('agent.nobody', {}),
  )
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await desk.call('ticket.follow', { ticketIds, on: true })
  expect((await get(ticketId)).desk).toMatchObject({ following: true, followers: [{ name: 'Jo Doe' }] })
  await undo()
  expect((await get(ticketId)).desk).toMatchObject({ following: false, followers: [] })
})

test('labels are offered within their brand, undone whole, and refused by name where X forbids them', async () => {
  const ticketId = await open()
  const ticketIds = [ticketId]
  await desk.call('ticket.tag', { ticketIds, add: ['Lost  Bag', 'vip'], remove: [] })
  await desk.call('ticket.tag', { ticketIds, add: [], remove: ['vip'] })
  expect((await get(ticketId)).card.desk.tags).toEqual(['lost bag'])
  const { brand } = await desk.handle('northair')
  expect(await desk.call('label.list', { brandId: brand.id })).toEqual([{ label: 'lost bag', tickets: 1 }])
  const refused = desk.call('ticket.tag', { ticketIds, add: ['angry', 'pregnant'], remove: [] })
  await expect(refused).rejects.toEqual(
    new Failure('label.forbidden', { label: 'pregnant', subject: 'health' }),
  )
  await undo()
  expect((await get(ticketId)).card.desk.tags).toEqual(['lost bag', 'vip'])
  await undo()
  expect((await get(ticketId)).card.desk.tags).toEqual([])
})

test('a snooze until an instant leaves the column and comes back by itself, or by undo', async () => {
  const ticketId = await open()
  const ticketIds = [ticketId]
  const until = desk.clock.now() + 10 * minute
  await desk.call('ticket.snooze', { ticketIds, until, forReply: false })
  expect(await inNeed()).toEqual([])
  await undo()
  expect(await inNeed()).toEqual([ticketId])
  await desk.call('ticket.snooze', { ticketIds, until, forReply: false })
  await desk.clock.advance(10 * minute - 1_000)
  expect(await inNeed()).toEqual([])
  await desk.clock.advance(1_000)
  await desk.idle()
  expect(await inNeed()).toEqual([ticketId])
  await expect(desk.call('ticket.snooze', { ticketIds, until, forReply: false })).rejects.toEqual(
    new Failure('schedule.past', {}),
  )
  await desk.call('ticket.snooze', { ticketIds, until: null, forReply: true })
  await desk.call('ticket.wake', { ticketIds })
  expect((await get(ticketId)).card.desk).toMatchObject({ snoozedUntil: null, snoozedForReply: false })
  expect(await inNeed()).toEqual([ticketId])
})

test('a follow-up brings a solved ticket back on its day with its reason; our next message settles it', async () => {
  const ticketId = await open()
  await answer(ticketId, 'Your bag comes tonight, Mara.', true)
  expect((await get(ticketId)).card.status).toBe('solved')
  const at = desk.clock.now() + 30 * minute
  const reason = 'make sure the bag came'
  await desk.call('ticket.follow-up', { ticketIds: [ticketId], at, reason })
  await undo()
  expect((await get(ticketId)).desk.followUp).toBeNull()
  await desk.call('ticket.follow-up', { ticketIds: [ticketId], at, reason })
  expect((await get(ticketId)).card.desk).toMatchObject({ debtAt: at, owedAt: null })
  await desk.clock.advance(14 * minute)
  expect(await inNeed()).toEqual([])
  await desk.clock.advance(minute)
  await desk.idle()
  expect(await inNeed()).toEqual([ticketId])
  const back = await get(ticketId)
  expect(back.card).toMatchObject({ status: 'open', dueAt: at, desk: { owedAt: at } })
  expect(back.desk.followUp).toEqual({ at, reason })
  // Solving it without a word is done with it, too, and undo brings it back.
  await desk.call('ticket.solve', { ticketIds: [ticketId] })
  expect((await get(ticketId)).desk).toMatchObject({ followUp: null, owedAt: null })
  await undo()
  expect((await get(ticketId)).desk).toMatchObject({ followUp: { at, reason }, owedAt: at })
  await answer(ticketId, 'Did your bag arrive well?')
  expect(await inNeed()).toEqual([])
  expect((await get(ticketId)).desk).toMatchObject({ followUp: null, owedAt: null })
})

test('one ticket that is missing leaves every other as it was', async () => {
  const ticketId = await open()
  const ticketIds = [ticketId, '0193f0a0-0000-7000-8000-000000000001']
  await expect(desk.call('ticket.prioritise', { ticketIds, priority: 'urgent' })).rejects.toMatchObject({
    code: 'ticket.missing',
  })
  expect((await get(ticketId)).card.desk.priority).toBe('normal')
})

test('columns beside the standing ones: mine, no owner, snoozed, follow-ups, notes to me', async () => {
  const ticketId = await open()
  const ticketIds = [ticketId]
  const ids = async (kind: string): Promise<string[]> => (await desk.column(kind)).map((row) => row.id)
  expect(await ids('unowned')).toEqual([ticketId])
  // Nobody sits here: nothing is anybody's.
  expect(await ids('mine')).toEqual([])
  const ana = await desk.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
  await desk.call('ticket.assign', { ticketIds, agentId: ana.id })
  expect([await ids('mine'), await ids('unowned')]).toEqual([[ticketId], []])
  await desk.call('ticket.snooze', { ticketIds, until: null, forReply: true })
  await desk.call('ticket.follow-up', { ticketIds, at: desk.clock.now() + 60 * minute, reason: '' })
  expect([await ids('snoozed'), await ids('debts')]).toEqual([[ticketId], [ticketId]])

  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  expect(await ids('mine')).toEqual([])
  await desk.call('ticket.note', { ticketId, text: 'She called, @Ana: can you look?' })
  expect(await ids('notes-to-me')).toEqual([])
  await desk.call('agent.sit', { agentId: ana.id })
  expect(await ids('notes-to-me')).toEqual([ticketId])
  const { timeline, desk: frame } = await get(ticketId)
  expect(timeline.filter((item) => item.kind === 'note')).toMatchObject([{ mentions: ['Ana Reis'] }])
  expect(frame.noteToMe).toEqual({ by: jo.name })
  await desk.call('note.seen', { ticketIds })
  expect(await ids('notes-to-me')).toEqual([])
})

test('a promise in our reply is noticed, confirmed, comes back before it is due, and is kept by writing again', async () => {
  const ticketId = await open()
  await answer(ticketId, 'So sorry, Mara. We will update you within 40 minutes.')
  const noticed = await get(ticketId)
  expect(noticed.card.desk).toMatchObject({ promiseNoticed: true, debtAt: null })
  const [promise] = noticed.desk.promises
  expect(promise).toMatchObject({ state: 'noticed', words: 'We will update you within 40 minutes.' })
  const promiseId = promise?.id ?? ''
  await desk.call('promise.confirm', { promiseId })
  await undo()
  expect((await get(ticketId)).desk.promises).toMatchObject([{ state: 'noticed' }])
  await desk.call('promise.confirm', { promiseId })
  expect((await desk.column('debts')).map((row) => row.id)).toEqual([ticketId])
  expect(await inNeed()).toEqual([])
  await desk.clock.advance(26 * minute)
  await desk.idle()
  expect(await inNeed()).toEqual([ticketId])
  expect((await get(ticketId)).card).toMatchObject({ status: 'open', dueAt: promise?.dueAt })
  await answer(ticketId, 'Your bag is on the way to you now.')
  expect((await get(ticketId)).desk).toMatchObject({ promises: [], promisesKept: 1, promisesBroken: 0 })
  expect(await inNeed()).toEqual([])
  await expect(desk.call('promise.drop', { promiseId })).rejects.toEqual(new Failure('promise.missing', {}))
})

test('a promise that nobody keeps is broken and stays in need; a dropped one is neither', async () => {
  const ticketId = await open()
  await answer(ticketId, 'Looking into it.')
  const dueAt = desk.clock.now() + 20 * minute
  await desk.call('ticket.promise', { ticketId, dueAt, words: 'call back' })
  await desk.clock.advance(21 * minute)
  await desk.idle()
  expect(await inNeed()).toEqual([ticketId])
  const [broken] = (await get(ticketId)).desk.promises
  expect(broken).toMatchObject({ state: 'broken', words: 'call back' })
  await desk.call('promise.drop', { promiseId: broken?.id ?? '' })
  expect(await inNeed()).toEqual([])
  expect((await get(ticketId)).desk).toMatchObject({ promises: [], promisesKept: 0, promisesBroken: 0 })
})

test('a ticket that is handed off is solved with its reference, not closed in silence', async () => {
  const ticketId = await open()
  await desk.call('ticket.hand-off', { ticketIds: [ticketId], to: 'phone', reference: 'Case 4711' })
  const { card, desk: frame } = await get(ticketId)
  expect(card.status).toBe('solved')
  expect(frame.outcome).toEqual({ to: 'phone', reference: 'Case 4711' })
  await undo()
  expect(await get(ticketId)).toMatchObject({ card: { status: 'new' }, desk: { outcome: null } })
})

test('what happened to a ticket is told line by line, with names, and says what was taken back', async () => {
  const ticketId = await open()
  const ticketIds = [ticketId]
  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await desk.call('ticket.assign', { ticketIds, agentId: jo.id })
  await desk.call('ticket.prioritise', { ticketIds, priority: 'urgent' })
  await undo()
  await desk.call('ticket.solve', { ticketIds })
  const by = { kind: 'agent', name: 'Jo Doe' }
  expect(await desk.call('ticket.history', { ticketId })).toMatchObject([
    { event: 'ticket.assigned', by, after: { owner_agent_id: 'Jo Doe' }, undone: false },
    { event: 'ticket.prioritised', by, before: { priority: 'normal' }, undone: true },
    { event: 'ticket.solved', by, after: { solved_how: 'unanswered' } },
  ])
})
