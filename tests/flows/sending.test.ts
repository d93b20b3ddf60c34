/** @file What leaves, and when it does not: looked at again, chains, Stop, times that agents chose, and taking back. */
import { afterEach, expect, test } from 'vitest'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
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
const question = { ...complaint, key: 'fee', by: 'paulo', text: '@northair and my fee?' }
const letter = {
  type: 'dm',
  from: 'mara',
  to: 'northair',
  at: '2026-11-17T11:50:00Z',
  text: 'Tag is NW 0 218 447.',
}
const news = [
  { type: 'post', key: 'news', by: 'northair', at: '2026-11-17T11:00:00Z', text: 'New routes today.' },
  {
    type: 'post',
    key: 'spam',
    by: 'bex',
    at: '2026-11-17T11:30:00Z',
    replyTo: 'news',
    text: '@northair buy my coins',
  },
]
const text = 'So sorry, Mara. Your bag is in Boston; a courier brings it tonight.'
const minutes = 60_000

const at = async (username: string): Promise<TicketDetail> =>
  desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })
const jobs = (): Promise<JobView[]> => desk.outbox()
const job = async (id: string): Promise<JobView> =>
  must(
    (await jobs()).find((one) => one.id === id),
    'the job in the outbox',
  )
const sent = async () => (await desk.control.sent()).posts

async function answer(
  username = 'mara',
  more: { text?: string; parts?: string[]; scheduledAt?: number; solves?: boolean } = {},
): Promise<JobView> {
  const ticket = await at(username)
  const channel = ticket.routes.suggested === 'dm' ? 'dm' : 'public'
  return desk.call('reply.send', {
    ticketId: ticket.card.ticketId,
    channel,
    text,
    targetPostId: channel === 'public' ? ticket.routes.public.targetPostId : null,
    solves: false,
    ...more,
  })
}
const compose = async (parts: string[], scheduledAt: number | null = null): Promise<JobView> => {
  const { brand, handle } = await desk.handle('northair')
  return desk.call('post.compose', { brandId: brand.id, handleId: handle.id, parts, scheduledAt })
}
const keyOf = async (name: string): Promise<string> =>
  must((await desk.control.state()).keys[name], 'a post of the story')

/** Lets time go by, a second at a time: after each, core finishes what it began. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}
/** The same where a second does not matter. */
const passLong = async (ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= 30_000) await desk.clock.advance(Math.min(left, 30_000))
}

const open = (...lines: object[]): Promise<Flow> => flow({ handles: ['northair', 'lumen'], lines })

test('the customer writes again during the hold: it asks, and leaves once the agent says so', async () => {
  desk = await open(complaint)
  const { id } = await answer()
  await desk.control.post({ by: 'mara', text: '@northair and my coat?', replyTo: 'bag' })
  await desk.readNow('northair', 'mentions')
  await pass(20_000)
  expect(await sent()).toEqual([])
  expect(await job(id)).toMatchObject({
    state: 'ask',
    asks: ['customer-wrote'],
    reversible: { by: 'recall' },
  })
  expect((await at('mara')).card.needsReply).toBe(true)
  await desk.call('outbox.release', { jobId: id, decision: 'send' })
  await pass(5_000)
  expect(await sent()).toMatchObject([{ by: 'northair' }])
})

test('answered elsewhere during the hold: it asks, and can become a draft', async () => {
  desk = await open(complaint)
  const { id } = await answer()
  await desk.control.post({ by: 'northair', text: 'On it, Mara.', replyTo: 'bag' })
  await desk.readNow('northair', 'posts')
  await pass(20_000)
  expect(await sent()).toEqual([])
  expect(await job(id)).toMatchObject({ state: 'ask', asks: ['answered-elsewhere'] })
  await desk.call('outbox.release', { jobId: id, decision: 'to-draft' })
  expect((await at('mara')).drafts).toMatchObject([{ channel: 'public', text }])
})

test('answered from here during the hold, by direct message: the reply asks', async () => {
  // They wrote before they complained: the conversation has a ticket of its own.
  desk = await open(complaint, { ...letter, at: '2026-11-17T11:40:00Z' })
  const ticket = must(
    (await desk.column('mentions')).find((row) => row.card?.channel === 'public')?.card,
    'the public ticket',
  )
  const routes = (await desk.call('ticket.get', { ticketId: ticket.ticketId })).routes
  const { id } = await desk.call('reply.send', {
    ticketId: ticket.ticketId,
    channel: 'dm',
    text: 'Found it, Mara.',
    targetPostId: null,
    solves: false,
  })
  const inTalk = must(
    (await desk.column('dms')).find((row) => row.card?.channel === 'dm')?.card,
    'the ticket of the conversation',
  )
  await desk.call('reply.send', {
    ticketId: inTalk.ticketId,
    channel: 'dm',
    text: 'It is in Boston.',
    targetPostId: null,
    solves: false,
  })
  expect(routes.dm.open).toBe(true)
  await pass(10_000)
  expect((await desk.control.sent()).dms).toMatchObject([{ text: 'Found it, Mara.' }])
  expect((await jobs()).find((one) => one.id !== id)).toMatchObject({ state: 'ask', asks: ['answered-here'] })
})

test('the post is deleted or edited during the hold: it asks which', async () => {
  desk = await open(complaint, question)
  const first = await answer('mara')
  const second = await answer('paulo', { text: 'No fee, Paulo.' })
  await desk.control.edit({ post: 'fee', text: '@northair and my two fees?' })
  await desk.readNow('northair', 'mentions')
  const remover = await keyOf('bag')
  await desk.control.delete({ post: 'bag' })
  await desk.call('ticket.get', { ticketId: must(first.ticketId, 'a ticket') })
  await pass(20_000)
  const told = await job(second.id)
  expect(told).toMatchObject({ state: 'ask' })
  expect(told.asks).toContain('target-edited')
  // What nobody told is for X to say: its refusal has the reason.
  const other = await job(first.id)
  expect(['ask', 'refused']).toContain(other.state)
  expect(remover).not.toBe('')
  expect(await sent()).toEqual([])
})

test('a chain is one unit: every part under the one before, in the ticket, answered once', async () => {
  desk = await open(complaint)
  const parts = ['First, Mara: sorry.', 'Second: it is in Boston.', 'Third: a courier brings it.']
  const { id } = await answer('mara', { parts })
  await pass(20_000)
  const posts = await sent()
  expect(posts.map((post) => post.text.replace('@mara ', ''))).toEqual(parts)
  expect(posts.map((post) => post.replyTo)).toEqual([await keyOf('bag'), posts[0]?.id, posts[1]?.id])
  expect(await job(id)).toMatchObject({
    kind: 'chain',
    state: 'sent',
    parts: posts.map((post) => ({ state: 'sent', postId: post.id })),
    reversible: { by: 'compensate', command: 'post.delete', dollars: 0.03 },
  })
  await passLong(5 * minutes)
  const ticket = await at('mara')
  expect(ticket.card).toMatchObject({ status: 'pending', needsReply: false, answeredElsewhere: false })
  expect(ticket.timeline.filter((item) => item.kind === 'post' && item.ours)).toHaveLength(3)
})

test('a chain that is refused at its second part says 1 of 3, and the rest becomes a draft', async () => {
  desk = await open(complaint)
  const { id } = await answer('mara', { parts: ['One.', 'Two.', 'Three.'] })
  await pass(9_000)
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    after: 1,
    times: 1,
    kind: 'status',
    status: 403,
  })
  await pass(11_000)
  const stopped = await job(id)
  expect(stopped.state).toBe('refused')
  expect(stopped.parts.map((part) => part.state)).toEqual(['sent', 'waiting', 'waiting'])
  expect((await at('mara')).card.needsReply).toBe(true)
  await desk.call('outbox.settle', { jobId: id, decision: 'to-draft' })
  expect((await at('mara')).drafts).toMatchObject([{ text: 'Two.\n---\nThree.' }])
})

test('a chain whose second answer is lost is found and goes on with the third part', async () => {
  desk = await open(complaint)
  const { id } = await answer('mara', { parts: ['One.', 'Two.', 'Three.'] })
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    after: 1,
    times: 1,
    kind: 'lost-answer',
  })
  await pass(15_000)
  await passLong(4 * minutes)
  expect((await sent()).map((post) => post.text.replace('@mara ', ''))).toEqual(['One.', 'Two.', 'Three.'])
  expect(await job(id)).toMatchObject({ state: 'sent' })
})

test('a restart in the middle of a chain doubles no part and loses none', async () => {
  desk = await open(complaint)
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    after: 1,
    times: 1,
    kind: 'status',
    status: 429,
  })
  await answer('mara', { parts: ['One.', 'Two.', 'Three.'] })
  await pass(12_000)
  expect(await sent()).toHaveLength(1)
  await desk.restart()
  await passLong(5 * minutes)
  expect((await sent()).map((post) => post.text.replace('@mara ', ''))).toEqual(['One.', 'Two.', 'Three.'])
})

test('stopped during the hold: nothing leaves, also after a restart, until each is decided', async () => {
  desk = await open(complaint, question)
  const first = await answer('mara')
  const second = await answer('paulo', { text: 'No fee, Paulo.' })
  const later = await compose(['Good morning!'], desk.clock.now() + 20 * minutes)
  expect(await desk.call('outbox.stop', {})).toMatchObject({ stopped: 3 })
  await desk.restart()
  await passLong(60 * minutes)
  expect(await sent()).toEqual([])
  expect((await desk.call('session.get', {})).stopped).toMatchObject({ stopped: 3 })
  const { brand } = await desk.handle('northair')
  await expect(desk.call('outbox.resume', { brandIds: [brand.id] })).rejects.toMatchObject({
    code: 'outbox.undecided',
    data: { count: 3 },
  })
  const list = must(
    (await desk.call('outbox.held', {})).find(({ brandId }) => brandId === brand.id),
    'the brand in the list',
  )
  expect(list.jobs.map(({ job: one }) => one.id)).toEqual([first.id, second.id, later.id])
  expect(list.jobs.map(({ customer }) => customer)).toEqual(['mara', 'paulo', null])
  expect(list.jobs[2]?.asks).toEqual(['late'])
  await desk.call('outbox.release', { jobId: first.id, decision: 'send' })
  await desk.call('outbox.release', { jobId: second.id, decision: 'drop' })
  await desk.call('outbox.release', {
    jobId: later.id,
    decision: 'reschedule',
    at: desk.clock.now() + 5 * minutes,
  })
  await pass(3_000)
  expect((await sent()).map((post) => post.text)).toEqual([`@mara ${text}`])
  await passLong(10 * minutes)
  // The brand was not released yet.
  expect(await job(later.id)).toMatchObject({ state: 'stopped' })
  await desk.call('outbox.release', { jobId: later.id, decision: 'to-draft' })
  expect(await desk.call('compose.get', { brandId: brand.id })).toMatchObject({ text: 'Good morning!' })
  const all = must((await desk.call('session.get', {})).stopped, 'a stop').brandIds
  await desk.call('outbox.resume', { brandIds: all })
  expect((await desk.call('session.get', {})).stopped).toBeNull()
  await passLong(10 * minutes)
  expect(await sent()).toHaveLength(1)
})

test('written while stopped: it waits in the list; stopped while X pauses the lane: it does not leave either', async () => {
  desk = await open(complaint, question)
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'status',
    status: 429,
  })
  const first = await answer('mara')
  await pass(12_000)
  expect(await job(first.id)).toMatchObject({ state: 'queued' })
  await desk.call('outbox.stop', {})
  const second = await answer('paulo', { text: 'No fee, Paulo.' })
  expect(second).toMatchObject({ state: 'stopped' })
  await passLong(30 * minutes)
  expect(await sent()).toEqual([])
  expect(await desk.call('outbox.pending', {})).toMatchObject({ stopped: 2, held: 0, leaving: 0 })
})

test('stopped while a chain is on its way: the part that left is told, the others stay', async () => {
  desk = await open(complaint)
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    after: 1,
    times: 1,
    kind: 'status',
    status: 429,
  })
  const { id } = await answer('mara', { parts: ['One.', 'Two.', 'Three.'] })
  await pass(12_000)
  await desk.call('outbox.stop', {})
  await passLong(20 * minutes)
  expect((await job(id)).parts.map((part) => part.state)).toEqual(['sent', 'waiting', 'waiting'])
  await desk.call('outbox.release', { jobId: id, decision: 'send' })
  await pass(5_000)
  expect(await sent()).toHaveLength(3)
})

test('a scheduled post leaves at its time; one that the computer slept through asks', async () => {
  desk = await open()
  const start = desk.clock.now()
  const first = await compose(['On time.'], start + 5 * minutes)
  expect(first).toMatchObject({ state: 'held', scheduledAt: start + 5 * minutes })
  expect(await desk.call('outbox.pending', {})).toMatchObject({
    scheduled: 1,
    held: 0,
    nextScheduledAt: start + 5 * minutes,
  })
  await passLong(4 * minutes + 50_000)
  expect(await sent()).toEqual([])
  await pass(20_000)
  expect(await sent()).toMatchObject([{ text: 'On time.', by: 'northair' }])

  const late = await compose(['Too late.'], desk.clock.now() + 5 * minutes)
  desk.clock.jump(16 * minutes + 1_000)
  desk.core.power('resume')
  await pass(5_000)
  expect(await job(late.id)).toMatchObject({ state: 'ask', asks: ['late'] })
  expect(await sent()).toHaveLength(1)
  await desk.call('outbox.release', { jobId: late.id, decision: 'send' })
  await pass(5_000)
  expect(await sent()).toHaveLength(2)
})

test('nine minutes late is soon enough; a time that is over is refused', async () => {
  desk = await open()
  await compose(['Nearly.'], desk.clock.now() + 5 * minutes)
  desk.clock.jump(14 * minutes)
  desk.core.power('resume')
  await pass(5_000)
  expect(await sent()).toHaveLength(1)
  await expect(compose(['Never.'], desk.clock.now() - 1)).rejects.toMatchObject({ code: 'schedule.past' })
})

test('the newest send is taken back whatever was done since', async () => {
  desk = await open(complaint, question)
  await answer('mara')
  await answer('paulo', { text: 'No fee, Paulo.' })
  const ticketId = await desk.ticketOf('mara')
  await desk.call('ticket.note', { ticketId, text: 'called her' })
  expect(await desk.call('outbox.recall-newest', {})).toMatchObject({
    reach: 'recalled',
    ticketIds: [await desk.ticketOf('paulo')],
  })
  expect((await at('paulo')).drafts).toMatchObject([{ text: 'No fee, Paulo.' }])
  await pass(15_000)
  expect(await sent()).toHaveLength(1)
  await expect(desk.call('outbox.recall-newest', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('a post of the brand itself goes back into its compose draft', async () => {
  desk = await open()
  const { brand } = await desk.handle('northair')
  await compose(['One.', 'Two.'])
  expect(await desk.call('undo.last', {})).toMatchObject({ reach: 'recalled', composeBrandId: brand.id })
  expect(await desk.call('compose.get', { brandId: brand.id })).toMatchObject({ text: 'One.\n---\nTwo.' })
  await pass(20_000)
  expect(await sent()).toEqual([])
})

test('each brand holds as long as it says; direct messages five seconds', async () => {
  desk = await open(complaint, { ...letter, from: 'paulo' })
  const { brand } = await desk.handle('northair')
  expect(brand.holdMs).toEqual({ public: 10_000, dm: 5_000 })
  await answer('paulo')
  await pass(4_000)
  expect((await desk.control.sent()).dms).toEqual([])
  await pass(2_000)
  expect((await desk.control.sent()).dms).toHaveLength(1)
  await desk.call('brand.hold', { brandId: brand.id, publicMs: 0, dmMs: 0 })
  await answer('mara')
  await pass(1_000)
  expect(await sent()).toHaveLength(1)
})

test('a reply is hidden after its hold; undo offers to show it again, for money', async () => {
  desk = await open(...news)
  const { handle } = await desk.handle('northair')
  const spam = await keyOf('spam')
  const target = { handleId: handle.id, postId: spam }
  const { id } = await desk.call('post.hide', target)
  await pass(12_000)
  expect(desk.s.x.world.posts.get(spam)?.hidden).toBe(true)
  expect(await job(id)).toMatchObject({
    state: 'sent',
    reversible: { by: 'compensate', command: 'post.unhide', dollars: 0.005 },
  })
  const asked = await desk.call('undo.last', {})
  expect(asked).toMatchObject({ reach: 'priced', offer: { jobId: id, command: 'post.unhide' } })
  expect(desk.s.x.world.posts.get(spam)?.hidden).toBe(true)
  // What was declined is left for good.
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
  await desk.call('outbox.compensate', { jobId: id })
  await pass(3_000)
  expect(desk.s.x.world.posts.get(spam)?.hidden).toBe(false)
  await expect(
    desk.call('post.hide', { handleId: handle.id, postId: await keyOf('news') }),
  ).rejects.toMatchObject({ code: 'post.not-allowed', data: { reason: 'no-reply' } })
})

test('an action whose answer is lost is asked for again: it stands once', async () => {
  desk = await open(complaint)
  const { handle } = await desk.handle('northair')
  await desk.control.fault({ match: { method: 'POST', path: '/retweets' }, times: 1, kind: 'lost-answer' })
  const { id } = await desk.call('post.repost', { handleId: handle.id, postId: await keyOf('bag') })
  await pass(12_000)
  expect(await job(id)).toMatchObject({ state: 'unsure' })
  await passLong(3 * minutes)
  expect(await job(id)).toMatchObject({ state: 'sent' })
  expect(await sent()).toHaveLength(1)
})

test('bookmark and mute, with their ways back; a sign-in without the scope says what it lacks', async () => {
  desk = await open(complaint)
  const { handle } = await desk.handle('northair')
  const mara = desk.s.id('mara')
  const us = handle.xUserId
  const bookmark = await desk.call('post.bookmark', { handleId: handle.id, postId: await keyOf('bag') })
  const mute = await desk.call('person.mute', { handleId: handle.id, xUserId: mara })
  await pass(12_000)
  expect(desk.s.x.world.data.bookmarks[us]).toHaveLength(1)
  expect(desk.s.x.world.data.mutes[us]).toEqual([mara])
  await desk.call('outbox.compensate', { jobId: bookmark.id })
  await desk.call('outbox.compensate', { jobId: mute.id })
  await pass(3_000)
  expect(desk.s.x.world.data.bookmarks[us]).toEqual([])
  expect(desk.s.x.world.data.mutes[us]).toEqual([])

  const family = must(
    desk.s.x.world.data.families.find((one) => one.userId === us),
    'a sign-in',
  )
  family.scopes = family.scopes.filter((scope) => scope !== 'mute.write')
  const refused = await desk.call('person.mute', { handleId: handle.id, xUserId: mara })
  await pass(12_000)
  expect(await job(refused.id)).toMatchObject({
    state: 'refused',
    failure: { code: 'x.refused', data: { reason: 'missing-permission' } },
  })
})

test('an own post is deleted by a command of its own, never by undo; a direct message cannot be', async () => {
  desk = await open(complaint, { ...letter, from: 'paulo' })
  const { brand, handle } = await desk.handle('northair')
  const reply = await answer('mara')
  const message = await answer('paulo')
  await pass(12_000)
  expect(await job(message.id)).toMatchObject({ state: 'sent', reversible: { by: 'final' } })
  await expect(desk.call('outbox.compensate', { jobId: message.id })).rejects.toMatchObject({
    code: 'job.final',
  })
  const { postId } = must((await job(reply.id)).parts[0], 'the reply')
  expect(await desk.call('undo.last', {})).toMatchObject({ reach: 'reply-stays' })
  expect(await sent()).toHaveLength(1)
  await desk.call('post.delete', { handleId: handle.id, postId: must(postId, 'at X') })
  await pass(12_000)
  expect(await sent()).toEqual([])
  expect(await desk.call('post.own', { brandId: brand.id })).toEqual([])
  // Nothing answers the customer any more.
  expect((await at('mara')).card).toMatchObject({ status: 'open', needsReply: true })
  await expect(
    desk.call('post.delete', { handleId: handle.id, postId: await keyOf('bag') }),
  ).rejects.toMatchObject({ code: 'post.not-allowed', data: { reason: 'not-ours' } })
})

test('deleting the answer of a solved ticket opens it again; of a chain, once nothing of it is left', async () => {
  desk = await open(complaint)
  const { id } = await answer('mara', { parts: ['One.', 'Two.'], solves: true })
  await pass(14_000)
  expect((await at('mara')).card).toMatchObject({ status: 'solved', needsReply: false })
  const { handle } = await desk.handle('northair')
  const [first, second] = (await job(id)).parts.map(({ postId }) => must(postId, 'at X'))
  await desk.call('post.delete', { handleId: handle.id, postId: must(second, 'a second part') })
  await pass(12_000)
  expect((await at('mara')).card).toMatchObject({ status: 'solved', needsReply: false })
  await desk.call('post.delete', { handleId: handle.id, postId: must(first, 'a first part') })
  await pass(12_000)
  expect((await at('mara')).card).toMatchObject({ status: 'open', needsReply: true })
})

test('a Premium handle edits its own post within an hour', async () => {
  desk = await open()
  const { brand, handle } = await desk.handle('lumen')
  const first = await desk.call('post.compose', {
    brandId: brand.id,
    handleId: handle.id,
    parts: ['Lights on, evrybody.'],
  })
  await pass(12_000)
  const postId = must((await job(first.id)).parts[0]?.postId, 'at X')
  expect(await desk.call('post.own', { brandId: brand.id })).toContainEqual(
    expect.objectContaining({ id: postId, handleId: handle.id, username: 'lumen', noEdit: null }),
  )
  await desk.call('post.edit', { handleId: handle.id, postId, text: 'Lights on, everybody.' })
  await pass(12_000)
  expect((await sent()).map((post) => post.text)).toContain('Lights on, everybody.')
  await passLong(61 * minutes)
  await expect(
    desk.call('post.edit', { handleId: handle.id, postId, text: 'Too late.' }),
  ).rejects.toMatchObject({ code: 'post.not-allowed', data: { reason: 'edit-over' } })
})

test('the limits are counted, and what waits knows when it leaves', async () => {
  desk = await open(complaint)
  const { handle } = await desk.handle('northair')
  await answer('mara')
  await pass(12_000)
  const held = await compose(['Later.'], desk.clock.now() + 5 * minutes)
  const { limits, queue } = await desk.call('outbox.limits', {})
  expect(limits.find((one) => one.limit === 'posts' && one.handleId === handle.id)).toMatchObject({
    max: 100,
    used: 1,
  })
  expect(limits.filter((one) => one.limit === 'dms-day').map((one) => one.max)).toEqual([1_440])
  expect(queue).toEqual([{ jobId: held.id, leavesAt: held.scheduledAt }])
})

test('refused as not summoned, then answered on X itself: the ticket settles when that post is read', async () => {
  desk = await open(
    { type: 'post', key: 'ours', by: 'northair', at: '2026-11-17T11:00:00Z', text: 'New routes today.' },
    { ...complaint, key: 'follow', replyTo: 'ours', text: 'and my bag?' },
  )
  const { id } = await answer()
  await pass(15_000)
  expect(await job(id)).toMatchObject({
    state: 'refused',
    failure: { code: 'x.refused', data: { reason: 'not-summoned' } },
  })
  const ticketId = await desk.ticketOf('mara')
  await desk.call('ticket.wait-on-x', { ticketId })
  await desk.control.post({ by: 'northair', text: 'Found it, Mara.', replyTo: 'follow' })
  await desk.readNow('northair', 'posts')
  await pass(2_000)
  expect((await at('mara')).card).toMatchObject({ status: 'pending', needsReply: false, job: null })
  expect((await desk.outbox()).find((one) => one.id === id)).toBeUndefined()
  // What settled by itself is nothing to take back, and stands in nobody's way: the wait on X is the newest action.
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.conflict' })
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('the sign-in dies during the hold: it asks, and nothing is lost to a refusal', async () => {
  desk = await open(complaint)
  const { id } = await answer()
  await desk.control.revoke({ username: 'northair' })
  await desk.readNow('northair', 'mentions')
  await pass(15_000)
  expect(await job(id)).toMatchObject({ state: 'ask', asks: ['signed-out'] })
  expect(await sent()).toEqual([])
})

test('stopped while a message is on its way: that one ends as it ends, and says so', async () => {
  desk = await open(complaint, question)
  await desk.control.fault({ match: { method: 'POST', path: '/2/tweets' }, times: 1, kind: 'lost-answer' })
  const first = await answer('mara')
  await pass(12_000)
  expect(await job(first.id)).toMatchObject({ state: 'unsure' })
  await desk.call('outbox.stop', {})
  await passLong(5 * minutes)
  // Looking is no sending: the doubt is settled though everything is stopped.
  expect(await job(first.id)).toMatchObject({ state: 'sent' })
  expect(await sent()).toHaveLength(1)
})

test('a workspace without brands has nothing to stop', async () => {
  desk = await flow({ handles: [], lines: [] })
  expect(await desk.call('outbox.stop', {})).toMatchObject({ brandIds: [], stopped: 0 })
  expect((await desk.call('session.get', {})).stopped).toBeNull()
})

test('fifteen direct messages in a quarter of an hour: the sixteenth waits, and says until when', async () => {
  const people = Array.from({ length: 16 }, (_, index) => `customer${index}`)
  desk = await open(
    ...people.map((username) => ({ type: 'user', username, name: username })),
    ...people.map((from) => ({ ...letter, from })),
  )
  const ids: string[] = []
  for (const person of people) ids.push((await answer(person, { text: `Hello ${person}.` })).id)
  await pass(30_000)
  expect((await desk.control.sent()).dms).toHaveLength(15)
  const { limits, queue } = await desk.call('outbox.limits', {})
  expect(limits.find((one) => one.limit === 'dms' && one.used > 0)).toMatchObject({ max: 15, used: 15 })
  const last = must(queue[0], 'one that waits')
  expect(ids).toContain(last.jobId)
  expect(last.leavesAt - desk.clock.now()).toBeGreaterThan(13 * minutes)
  await passLong(16 * minutes)
  expect((await desk.control.sent()).dms).toHaveLength(16)
})
