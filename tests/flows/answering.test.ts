/** @file From a customer's post to an answer that X has once, and the ways in which that goes wrong. */
import { afterEach, expect, test } from 'vitest'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import type { Card, TicketDetail } from '../../src/shared/domain/ticket.ts'
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
/** A customer answers our post without typing our handle: it is inherited. */
const followUp = [
  { type: 'post', key: 'ours', by: 'northair', at: '2026-11-17T11:00:00Z', text: 'New routes today.' },
  {
    type: 'post',
    key: 'follow',
    by: 'mara',
    at: '2026-11-17T11:50:00Z',
    replyTo: 'ours',
    text: 'and my bag?',
  },
]
const text = 'So sorry, Mara. Your bag is in Boston; a courier brings it tonight.'
/** The cards that need a reply, due first. */
const needsReply = async (): Promise<Card[]> => (await desk.column('needs-reply')).map((row) => row.card)
const reopen = (ticketId: string): Promise<TicketDetail> => desk.call('ticket.get', { ticketId })
const ticketInNeed = async (): Promise<TicketDetail> =>
  reopen(must((await needsReply())[0], 'a ticket that needs a reply').ticketId)

/** Answers as the composer would: where the resolver says. */
function answer(ticket: TicketDetail, message: string, solves = false): Promise<JobView> {
  const channel = ticket.routes.suggested === 'dm' ? 'dm' : 'public'
  return desk.call('reply.send', {
    ticketId: ticket.card.ticketId,
    channel,
    text: message,
    targetPostId: channel === 'public' ? ticket.routes.public.targetPostId : null,
    solves,
  })
}

/** Lets time go by, a second at a time: after each, core finishes what it began. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}

const sent = async () => (await desk.control.sent()).posts

test('a complaint is answered once, under that post, by the handle that was asked', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  expect(ticket.card).toMatchObject({ status: 'new', dueAt: Date.parse('2026-11-17T12:50:00Z') })
  expect(ticket.routes).toMatchObject({
    username: 'northair',
    suggested: 'public',
    public: { open: 'yes', reason: 'typed-handle' },
  })
  await answer(ticket, text)
  await pass(9_000)
  expect(await sent()).toEqual([])
  await pass(120_000)
  const posts = await sent()
  expect(posts).toHaveLength(1)
  expect(posts[0]).toMatchObject({ by: 'northair', replyTo: ticket.routes.public.targetPostId })
  const after = await reopen(ticket.card.ticketId)
  expect(after.card).toMatchObject({ status: 'pending', needsReply: false, answeredElsewhere: false })
  expect(after.timeline.filter((item) => item.kind === 'post' && item.ours)).toHaveLength(1)
})

test('a reply whose answer was lost is sent once', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.fault({ match: { method: 'POST', path: '/2/tweets' }, times: 1, kind: 'lost-answer' })
  await desk.control.lag({ endpoint: 'tweets', ms: 30_000 })
  await desk.control.lag({ endpoint: 'search', ms: 30_000 })
  await answer(ticket, text)
  await pass(15_000)
  const [outbox] = await desk.outbox()
  expect(outbox).toMatchObject({ state: 'unsure' })
  await pass(300_000)
  expect(await sent()).toHaveLength(1)
  expect((await reopen(ticket.card.ticketId)).card).toMatchObject({ status: 'pending', needsReply: false })
})

test('a write that takes effect 50 s late, on a time line that lags, is found and not repeated', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'late-write',
    delayMs: 50_000,
  })
  await desk.control.lag({ endpoint: 'tweets', ms: 20_000 })
  await answer(ticket, text)
  await pass(400_000)
  expect(await sent()).toHaveLength(1)
  expect((await reopen(ticket.card.ticketId)).card).toMatchObject({
    status: 'pending',
    needsReply: false,
  })
})

test('a write that never took effect is shown as unsure, and the agent decides', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'status',
    status: 503,
  })
  const job = await answer(ticket, text)
  await pass(600_000)
  expect(await sent()).toEqual([])
  const after = await reopen(ticket.card.ticketId)
  expect(after.card).toMatchObject({ needsReply: true, job: { state: 'unsure' } })
  await desk.call('reply.settle', { jobId: job.id, decision: 'send-again' })
  await pass(5_000)
  expect(await sent()).toHaveLength(1)
})

test('undo within the hold: X has nothing, the text is a draft again', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await answer(ticket, text)
  await pass(5_000)
  expect(await desk.call('undo.last', {})).toMatchObject({ reach: 'recalled', channel: 'public' })
  await pass(120_000)
  expect(await sent()).toEqual([])
  const after = await reopen(ticket.card.ticketId)
  expect(after.drafts).toMatchObject([{ channel: 'public', text }])
  expect(after.card.needsReply).toBe(true)
})

test('undo goes back through the actions in the order in which they were done', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [complaint, { ...complaint, key: 'fee', by: 'paulo', text: '@northair and my fee?' }],
  })
  const [first, second] = await needsReply()
  if (!first || !second) throw new Error('two tickets')
  await answer(await reopen(first.ticketId), text, true)
  await desk.call('ticket.solve', { ticketIds: [second.ticketId] })
  await pass(15_000)
  expect(await desk.call('undo.last', {})).toMatchObject({
    event: 'ticket.solved',
    ticketIds: [second.ticketId],
    reach: 'restored',
  })
  expect(await desk.call('undo.last', {})).toMatchObject({
    ticketIds: [first.ticketId],
    reach: 'reply-stays',
  })
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
  expect(await sent()).toHaveLength(1)
})

test('an answer given with another tool marks the ticket answered', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.post({ by: 'northair', text: 'On it, Mara.', replyTo: 'bag' })
  await pass(60_000)
  expect((await reopen(ticket.card.ticketId)).card).toMatchObject({
    status: 'pending',
    needsReply: false,
    answeredElsewhere: true,
  })
})

test('not summoned: X refuses, the ticket comes back with the reason, and X itself is offered', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: followUp,
  })
  const ticket = await ticketInNeed()
  expect(ticket.routes.public).toMatchObject({ open: 'perhaps', reason: 'inherited-handle' })
  await answer(ticket, text)
  await pass(15_000)
  expect(await sent()).toEqual([])
  const after = await reopen(ticket.card.ticketId)
  expect(after.card).toMatchObject({
    needsReply: true,
    job: { state: 'refused', failure: { data: { reason: 'not-summoned' } } },
  })
  expect(after.routes.public.reason).not.toBe('inherited-handle')
  expect(after.routes.webIntentUrl).toContain('/intent/tweet?in_reply_to=')
})

test('the same follow-up is answered where X counts inherited handles', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    summon: 'any',
    lines: followUp,
  })
  const ticket = await ticketInNeed()
  await answer(ticket, text)
  await pass(15_000)
  expect(await sent()).toHaveLength(1)
})

test('answered on X itself: the ticket waits 30 minutes for that post, then settles when it appears', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  const { ticketId } = ticket.card
  await desk.call('ticket.wait-on-x', { ticketId })
  expect(await needsReply()).toEqual([])
  await pass(31 * 60_000)
  expect(await needsReply()).toHaveLength(1)
  await desk.call('ticket.wait-on-x', { ticketId })
  await desk.control.post({ by: 'northair', text: 'Your bag is found, Mara.', replyTo: 'bag' })
  await pass(60_000)
  expect((await reopen(ticketId)).card).toMatchObject({ status: 'pending', waitingOnXUntil: null })
})

test('a direct message is answered by direct message, once', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'dm', from: 'mara', to: 'northair', at: '2026-11-17T11:50:00Z', text: 'Tag is NW 0 218 447.' },
    ],
  })
  const ticket = await ticketInNeed()
  expect(ticket.routes.suggested).toBe('dm')
  await desk.control.fault({ match: { method: 'POST', path: '/messages' }, times: 1, kind: 'lost-answer' })
  await answer(ticket, 'Thank you, Mara. Found it.')
  await pass(400_000)
  const { dms } = await desk.control.sent()
  expect(dms).toMatchObject([{ from: 'northair', to: 'mara', text: 'Thank you, Mara. Found it.' }])
  expect((await reopen(ticket.card.ticketId)).card).toMatchObject({
    status: 'pending',
    needsReply: false,
  })
})

test('402 while sending: the message waits and leaves when credits are back', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.credits({ app: 'Agency', dollars: 0 })
  await answer(ticket, text)
  await pass(30_000)
  const apps = await desk.call('app.list', {})
  expect(apps.find((app) => app.name === 'Agency')?.outOfCredits).toBe(true)
  expect((await reopen(ticket.card.ticketId)).card.job).toMatchObject({
    state: 'queued',
    failure: { code: 'x.credits' },
  })
  await desk.control.credits({ app: 'Agency', dollars: null })
  await pass(35 * 60_000)
  expect(await sent()).toHaveLength(1)
})

test('a restart between send and release loses nothing and doubles nothing', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await answer(ticket, text)
  await pass(3_000)
  await desk.restart()
  await pass(60_000)
  expect(await sent()).toHaveLength(1)
})

test('a post that addresses two brands is a ticket of each, linked', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [{ ...complaint, text: '@northair @lumen your airport wifi is down' }],
  })
  const cards = await needsReply()
  expect(cards).toHaveLength(2)
  expect(cards[0]?.linkedBrandIds).toEqual([cards[1]?.brandId])
})

test('a direct message joins the open ticket of that customer, and is answered there', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      complaint,
      { type: 'dm', from: 'mara', to: 'northair', at: '2026-11-17T11:55:00Z', text: 'Tag is NW 0 218 447.' },
    ],
  })
  const ticket = await ticketInNeed()
  expect(await needsReply()).toHaveLength(1)
  expect(ticket).toMatchObject({
    card: { channel: 'dm' },
    routes: { suggested: 'dm', public: { open: 'yes' } },
  })
  expect((await desk.column('dms')).map((row) => row.card?.ticketId)).toEqual([ticket.card.ticketId])
  expect((await desk.column('mentions')).map((row) => row.card?.ticketId)).toEqual([ticket.card.ticketId])
  expect(ticket.timeline.map(({ kind }) => kind)).toEqual(['post', 'dm'])
  await answer(ticket, 'Thank you, Mara. Found it.')
  await pass(15_000)
  expect((await desk.control.sent()).dms).toHaveLength(1)
  expect(await needsReply()).toEqual([])
  expect((await reopen(ticket.card.ticketId)).card).toMatchObject({ status: 'pending' })
})

test('a draft that is saved after its message was sent does not come back, one key from going out twice', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint] })
  const ticket = await ticketInNeed()
  const { ticketId } = ticket.card
  await answer(ticket, text)
  await desk.call('draft.save', { ticketId, channel: 'public', text, revision: 7 })
  expect((await reopen(ticketId)).drafts).toEqual([])
  await desk.call('draft.save', { ticketId, channel: 'public', text: 'And the fee?', revision: 8 })
  await pass(15_000)
  expect((await reopen(ticketId)).drafts).toMatchObject([{ text: 'And the fee?' }])
  expect(await sent()).toHaveLength(1)
})

test('two sends at once are one message', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint] })
  const ticket = await ticketInNeed()
  const both = await Promise.allSettled([answer(ticket, text), answer(ticket, text)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  await pass(30_000)
  expect(await sent()).toHaveLength(1)
})

test('a brand that is removed while a message is held sends nothing', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await answer(ticket, text)
  await desk.call('brand.remove', { brandId: ticket.card.brandId, keepData: true })
  await pass(60_000)
  expect(await sent()).toEqual([])
  expect(await needsReply()).toEqual([])
})

test('a brand that is removed sends nothing of what was queued: its words are drafts', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'status',
    status: 429,
  })
  await answer(ticket, text)
  await pass(12_000)
  expect((await reopen(ticket.card.ticketId)).card.job).toMatchObject({ state: 'queued' })
  await desk.call('brand.remove', { brandId: ticket.card.brandId, keepData: true })
  const after = await reopen(ticket.card.ticketId)
  expect(after.card.job).toBeNull()
  expect(after.drafts).toMatchObject([{ channel: 'public', text }])
  await pass(5 * 60_000)
  expect(await sent()).toEqual([])
})

test('what no look showed in time settles by itself when it is read later', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint] })
  const ticket = await ticketInNeed()
  await desk.control.fault({ match: { method: 'POST', path: '/2/tweets' }, times: 1, kind: 'lost-answer' })
  await desk.control.lag({ endpoint: 'tweets', ms: 300_000 })
  await answer(ticket, text)
  await pass(250_000)
  expect((await reopen(ticket.card.ticketId)).card.job).toMatchObject({ state: 'unsure' })
  await pass(200_000)
  const after = await reopen(ticket.card.ticketId)
  expect(after.card).toMatchObject({ status: 'pending', job: null, answeredElsewhere: false })
  expect(await sent()).toHaveLength(1)
})
