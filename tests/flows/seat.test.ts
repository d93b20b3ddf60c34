/** @file Who sits here and what they may do, and a message that waits for another agent's word. */
import { afterEach, expect, test } from 'vitest'
import type { AgentView, Role } from '../../src/shared/domain/agent.ts'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}
const text = 'So sorry, Mara. Your bag is in Boston; a courier brings it tonight.'
const pins = { ada: '1111', jo: '2222', tim: '3333' }

const sit = (name: string, pin?: string): Promise<AgentView> =>
  desk.call('agent.sit', { name, initials: name.slice(0, 2).toUpperCase(), ...(pin ? { pin } : {}) })
const add = (name: string, role: Role, pin?: string): Promise<AgentView> =>
  desk.call('agent.add', {
    name,
    initials: name.slice(0, 2).toUpperCase(),
    role,
    ...(pin ? { pin } : {}),
  })
const sent = async (): Promise<string[]> => (await desk.control.sent()).posts.map((post) => post.text)
const job = async (): Promise<JobView> => must((await desk.outbox())[0], 'a job in the outbox')
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}

async function answer(more: { scheduledAt?: number } = {}): Promise<JobView> {
  const ticketId = await desk.ticketOf('mara')
  const { routes } = await desk.call('ticket.get', { ticketId })
  return desk.call('reply.send', {
    ticketId,
    channel: 'public',
    text,
    targetPostId: routes.public.targetPostId,
    solves: false,
    ...more,
  })
}

/** Ada leads, Jo answers, Tim learns and sits here. */
async function team(): Promise<{ ada: AgentView; jo: AgentView; tim: AgentView }> {
  desk = await flow({ lines: [complaint], handles: ['northair'] })
  const ada = await sit('Ada')
  await desk.call('agent.set-pin', { agentId: ada.id, pin: pins.ada })
  const jo = await add('Jo', 'agent', pins.jo)
  const tim = await add('Tim', 'trainee', pins.tim)
  await sit('Tim', pins.tim)
  return { ada, jo, tim }
}

test('what a trainee sends waits for another agent, is held once more, then leaves as theirs', async () => {
  const { jo, tim } = await team()
  const held = await answer()
  expect(held).toMatchObject({
    state: 'ask',
    asks: ['approval'],
    approval: { why: [{ rule: 'trainee', what: 'Tim' }], authorId: tim.id, isGiven: false },
  })
  await pass(60_000)
  expect(await sent()).toEqual([])
  await expect(desk.call('outbox.release', { jobId: held.id, decision: 'send' })).rejects.toMatchObject({
    code: 'approval.needed',
  })
  await desk.call('outbox.approve', { jobId: held.id, agentId: jo.id, pin: pins.jo })
  expect(await job()).toMatchObject({
    state: 'held',
    asks: [],
    approval: { isGiven: true },
    agentInitials: 'TI',
  })
  await pass(11_000)
  expect(await sent()).toEqual([`@mara ${text}`])
  const { timeline } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  expect(timeline.find((item) => item.kind === 'post' && item.ours)).toMatchObject({ agentName: 'Tim' })
})

test('neither the author nor a trainee nor a wrong PIN lets it go, and guessing is slowed down over a restart', async () => {
  const { ada, jo, tim } = await team()
  const { id: jobId } = await answer()
  const approve = (agentId: string, pin: string) => desk.call('outbox.approve', { jobId, agentId, pin })
  await expect(approve(tim.id, pins.tim)).rejects.toMatchObject({
    code: 'approval.not-by',
    data: { reason: 'author' },
  })
  for (const left of [4, 3, 2, 1])
    await expect(approve(jo.id, '9999')).rejects.toMatchObject({ code: 'agent.pin-wrong', data: { left } })
  await expect(approve(jo.id, '9999')).rejects.toMatchObject({ code: 'agent.pin-locked' })
  await desk.restart()
  await expect(approve(jo.id, pins.jo)).rejects.toMatchObject({ code: 'agent.pin-locked' })
  await pass(31_000)
  await approve(jo.id, pins.jo)
  await expect(approve(ada.id, pins.ada)).rejects.toMatchObject({ code: 'approval.none' })
})

test('rejected, it is a draft again with the reason beside it; nothing went out', async () => {
  const { jo } = await team()
  const { id: jobId } = await answer()
  await desk.call('outbox.reject', { jobId, agentId: jo.id, pin: pins.jo, reason: 'No courier after six.' })
  const ticket = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  expect(ticket.drafts).toMatchObject([{ channel: 'public', text }])
  expect(ticket.timeline.find((item) => item.kind === 'note')).toMatchObject({
    text: 'No courier after six.',
    agentName: 'Jo',
  })
  await pass(60_000)
  expect(await sent()).toEqual([])
})

test('the customer writes while it waits for a yes: the yes is not enough', async () => {
  const { jo } = await team()
  const { id: jobId } = await answer()
  await desk.control.post({ by: 'mara', text: '@northair found it, never mind', replyTo: 'bag' })
  await desk.readNow('northair', 'mentions')
  await desk.call('outbox.approve', { jobId, agentId: jo.id, pin: pins.jo })
  await pass(11_000)
  expect(await job()).toMatchObject({ state: 'ask', asks: ['customer-wrote'] })
  expect(await sent()).toEqual([])
})

test('a time that was chosen is kept, and Stop counts after the yes as before', async () => {
  const { ada, jo } = await team()
  const at = desk.clock.now() + 5 * 60_000
  const { id: jobId } = await answer({ scheduledAt: at })
  await desk.call('outbox.approve', { jobId, agentId: jo.id, pin: pins.jo })
  expect(await job()).toMatchObject({ state: 'held', scheduledAt: at })
  await desk.call('outbox.stop', {})
  await expect(desk.call('outbox.release', { jobId, decision: 'send' })).rejects.toMatchObject({
    code: 'agent.not-allowed',
  })
  await desk.call('agent.sit', { agentId: ada.id, pin: pins.ada })
  await desk.call('outbox.release', { jobId, decision: 'send' })
  await pass(2_000)
  expect(await sent()).toEqual([`@mara ${text}`])
})

test('one alone is lead; once there are others, only a lead settles brands, budgets and the end of Stop', async () => {
  desk = await flow({ lines: [complaint], handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  const set = () => desk.call('brand.set', { brandId: brand.id, name: 'lifecycle', value: { reopenDays: 3 } })
  await set()
  await sit('Ada')
  await sit('Jo')
  await expect(set()).rejects.toMatchObject({ code: 'agent.not-allowed', data: { name: 'Jo' } })
  await expect(
    desk.call('money.limit', {
      scope: { kind: 'brand', id: brand.id },
      limits: { dayBudget: 1, monthBudget: null, dayCap: null, monthCap: null },
    }),
  ).rejects.toMatchObject({ code: 'agent.not-allowed' })
  await desk.call('outbox.stop', {})
  await expect(desk.call('outbox.resume', { brandIds: [brand.id] })).rejects.toMatchObject({
    code: 'agent.not-allowed',
  })
  await sit('Ada')
  await set()
  await desk.call('outbox.resume', { brandIds: [brand.id] })

  // Nor does another one's z reach for what a lead settled: it reaches for what is theirs to take back.
  await sit('Jo')
  await desk.call('ticket.prioritise', { ticketIds: [await desk.ticketOf('mara')], priority: 'high' })
  await sit('Ada')
  await desk.call('brand.set', { brandId: brand.id, name: 'lifecycle', value: { reopenDays: 14 } })
  await sit('Jo')
  expect(await desk.call('undo.last', {})).toMatchObject({ event: 'ticket.prioritised' })
  const { lifecycle } = await desk.call('brand.settings', { brandId: brand.id })
  expect(lifecycle.reopenDays).toBe(14)
})

test('a seat with a PIN is nobody else’s, and behind a locked door nobody makes up a colleague', async () => {
  const { ada, jo, tim } = await team()
  await expect(sit('Jo')).rejects.toMatchObject({ code: 'agent.pin-needed' })
  await expect(sit('Jo', '9999')).rejects.toMatchObject({ code: 'agent.pin-wrong' })
  await expect(sit('Somebody')).rejects.toMatchObject({ code: 'agent.not-allowed' })
  await expect(add('Somebody', 'agent', '5555')).rejects.toMatchObject({ code: 'agent.not-allowed' })
  await expect(desk.call('agent.set-pin', { agentId: jo.id, pin: '5555' })).rejects.toMatchObject({
    code: 'agent.not-allowed',
  })
  await desk.call('agent.sit', { agentId: ada.id, pin: pins.ada })
  await desk.call('agent.set-pin', { agentId: tim.id, pin: '5555' })
  await desk.call('agent.leave', {})
  expect(await desk.call('session.get', {})).toMatchObject({ agent: null, agentAsked: true })
  await sit('Tim', '5555')
})

test('the only lead stays; who is retired keeps their history and comes back by undo', async () => {
  const { ada, jo } = await team()
  await desk.call('agent.sit', { agentId: ada.id, pin: pins.ada })
  await expect(desk.call('agent.retire', { agentId: ada.id })).rejects.toMatchObject({
    code: 'agent.last-lead',
  })
  await desk.call('agent.retire', { agentId: jo.id })
  const agents = async () =>
    (await desk.call('session.get', {})).agents.map(({ name, isRetired, isHere }) => ({
      name,
      isRetired,
      isHere,
    }))
  expect(await agents()).toEqual([
    { name: 'Ada', isRetired: false, isHere: true },
    { name: 'Tim', isRetired: false, isHere: false },
    { name: 'Jo', isRetired: true, isHere: false },
  ])
  await expect(sit('Jo', pins.jo)).rejects.toMatchObject({ code: 'agent.missing' })
  expect(await desk.call('undo.last', {})).toMatchObject({ event: 'agent.retired', reach: 'restored' })
  await sit('Jo', pins.jo)
})
