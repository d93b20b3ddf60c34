/** @file What must not leave though it was on its way: Stop at awkward moments, brands that come later, another account. */
import { afterEach, expect, test } from 'vitest'
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
const minutes = 60_000

const open = async (...lines: object[]): Promise<void> => {
  desk = await flow({ handles: ['northair'], lines })
}
async function answer(parts: string[], scheduledAt: number | null = null): Promise<JobView> {
  const { card, routes } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  return desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'public',
    text: parts.join('\n'),
    parts,
    targetPostId: routes.public.targetPostId,
    solves: false,
    scheduledAt,
  })
}
const job = async (id: string): Promise<JobView> =>
  must(
    (await desk.outbox()).find((one) => one.id === id),
    'the job in the outbox',
  )
const sent = async (): Promise<string[]> =>
  (await desk.control.sent()).posts.map((post) => post.text.replace('@mara ', ''))

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}
const passLong = async (ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= 30_000) await desk.clock.advance(Math.min(left, 30_000))
}

/** X takes five seconds over the next post, so that a story can go on while the request is on its way. */
const slowly = () =>
  desk.control.fault({ match: { method: 'POST', path: '/2/tweets' }, times: 1, kind: 'slow', delayMs: 5_000 })
/** Waits until X has the request of a job, but not for its answer. */
async function untilAtX(id: string): Promise<void> {
  await desk.until(async () => (await job(id)).state === 'sending')
  while ((await desk.control.faults({})).faults.every(({ hits }) => hits === 0));
}
/** Lets X answer, long before the request is given up. */
async function untilAnswered(id: string, state: JobView['state']): Promise<void> {
  for (let second = 0; second < 20 && (await job(id)).state === 'sending'; second++)
    await desk.clock.advance(1_000)
  await desk.until(async () => (await job(id)).state === state)
}

test('Stop while a reply is on its way: that one ends as it ends, and is told as sent', async () => {
  await open(complaint)
  const { id } = await answer(['On it, Mara.'])
  await slowly()
  desk.waiting.settle = async () => undefined
  await desk.clock.advance(10_000)
  await untilAtX(id)
  expect(await desk.call('outbox.stop', {})).toMatchObject({ stopped: 0 })
  expect(await job(id)).toMatchObject({ state: 'sending', reversible: { by: 'final' } })
  await untilAnswered(id, 'sent')
  expect(await sent()).toEqual(['On it, Mara.'])
})

test('Stop while the sign-in of a reply is renewed: it does not leave after that', async () => {
  await open(complaint)
  const { brand } = await desk.handle('northair')
  await desk.call('brand.hold', { brandId: brand.id, publicMs: 0, dmMs: 0 })
  await desk.control.fault({ match: { path: '/oauth2/token' }, times: 1, kind: 'slow', delayMs: 5_000 })
  desk.waiting.settle = async () => undefined
  // Its access token lives two hours.
  desk.clock.jump(2 * 60 * minutes)
  const { id } = await answer(['On it, Mara.'])
  await untilAtX(id)
  await desk.call('outbox.stop', {})
  await untilAnswered(id, 'stopped')
  expect(await sent()).toEqual([])
})

test('Stop while the first part of a released chain is on its way: the others stay, even within one millisecond', async () => {
  await open(complaint)
  const { id } = await answer(['One.', 'Two.', 'Three.'])
  await desk.call('outbox.stop', {})
  await slowly()
  desk.waiting.settle = async () => undefined
  await desk.call('outbox.release', { jobId: id, decision: 'send' })
  await untilAtX(id)
  await desk.call('outbox.stop', {})
  await untilAnswered(id, 'stopped')
  expect((await job(id)).parts.map((part) => part.state)).toEqual(['sent', 'waiting', 'waiting'])
  expect(await sent()).toEqual(['One.'])
})

test('an act whose answer was lost is not asked for again while its brand is stopped: the agent decides', async () => {
  await open(complaint)
  const { brand, handle } = await desk.handle('northair')
  const postId = must((await desk.control.state()).keys['bag'], 'the post')
  await desk.control.fault({
    match: { method: 'POST', path: '/retweets' },
    times: 1,
    kind: 'drop-connection',
  })
  const { id } = await desk.call('post.repost', { handleId: handle.id, postId })
  await pass(12_000)
  expect(await job(id)).toMatchObject({ state: 'unsure' })
  await desk.call('outbox.stop', {})
  await passLong(5 * minutes)
  expect((await desk.control.sent()).posts).toEqual([])
  await desk.call('outbox.settle', { jobId: id, decision: 'send-again' })
  await passLong(minutes)
  expect(await job(id)).toMatchObject({ state: 'stopped' })
  expect((await desk.control.sent()).posts).toEqual([])
  await desk.call('outbox.release', { jobId: id, decision: 'send' })
  await pass(5_000)
  expect(await job(id)).toMatchObject({ state: 'sent' })
  await desk.call('outbox.resume', { brandIds: [brand.id] })
})

test('an act whose answer was lost is not asked for again once the computer slept over it', async () => {
  await open(complaint)
  const { handle } = await desk.handle('northair')
  const postId = must((await desk.control.state()).keys['bag'], 'the post')
  await desk.control.fault({
    match: { method: 'POST', path: '/retweets' },
    times: 1,
    kind: 'drop-connection',
  })
  const { id } = await desk.call('post.repost', { handleId: handle.id, postId })
  await pass(12_000)
  desk.clock.jump(11 * minutes)
  desk.core.power('resume')
  await passLong(5 * minutes)
  expect(await job(id)).toMatchObject({ state: 'unsure' })
  expect((await desk.control.sent()).posts).toEqual([])
})

test('the rest of a scheduled chain does not leave by itself after a night', async () => {
  await open(complaint)
  const { id } = await answer(['One.', 'Two.'], desk.clock.now() + 5 * minutes)
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    after: 1,
    times: 1,
    kind: 'status',
    status: 429,
  })
  await passLong(5 * minutes)
  await pass(3_000)
  expect(await sent()).toEqual(['One.'])
  desk.clock.jump(8 * 60 * minutes)
  await desk.restart()
  await passLong(2 * minutes)
  expect(await sent()).toEqual(['One.'])
  expect(await job(id)).toMatchObject({ state: 'missed' })
  await desk.call('outbox.release', { jobId: id, decision: 'send' })
  await pass(3_000)
  expect(await sent()).toEqual(['One.', 'Two.'])
})

/** What the person's browser does on X's consent page. */
async function consent(authorizeUrl: string, username: string): Promise<void> {
  const asked = new URL(authorizeUrl)
  const form = new URLSearchParams([...asked.searchParams, ['user', username], ['decision', 'approve']])
  const response = await fetch(asked.origin + asked.pathname, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  await fetch(must(response.headers.get('location'), 'a redirect'))
}
type Target = Parameters<typeof desk.call<'connect.start'>>[1]['target']
async function signIn(target: Target, username: string) {
  const agency = must(
    (await desk.call('app.list', {})).find((app) => app.name === 'Agency'),
    'the agency’s app',
  )
  const { sessionId, authorizeUrl } = await desk.call('connect.start', { appId: agency.id, target })
  await consent(authorizeUrl, username)
  await desk.until(async () => {
    const { state } = await desk.call('connect.get', { sessionId })
    return state === 'done' || state === 'failed'
  })
  return desk.call('connect.get', { sessionId })
}

test('a brand that is connected while others are stopped is stopped too, and one that comes back', async () => {
  await open(complaint)
  await desk.call('outbox.stop', {})
  await signIn({ kind: 'new', clientName: 'Lumen', brandName: 'Lumen' }, 'lumen')
  const { brand, handle } = await desk.handle('lumen')
  const stopped = must((await desk.call('session.get', {})).stopped, 'a stop').brandIds
  expect(stopped).toContain(brand.id)
  // A new brand writes nothing before it goes live.
  await desk.call('brand.set', { brandId: brand.id, name: 'goLive', value: { live: true } })
  const compose = () =>
    desk.call('post.compose', { brandId: brand.id, handleId: handle.id, parts: ['Hello.'] })
  const written = await compose()
  expect(written.state).toBe('stopped')
  await desk.call('outbox.release', { jobId: written.id, decision: 'drop' })
  await desk.call('outbox.resume', { brandIds: [brand.id] })
  await desk.call('brand.remove', { brandId: brand.id, keepData: true })
  await signIn({ kind: 'new', clientName: 'Lumen', brandName: 'Lumen' }, 'lumen')
  expect((await compose()).state).toBe('stopped')
  await passLong(minutes)
  expect(await sent()).toEqual([])
})

test('renamed and signed in anew during the hold: it asks; another account is not let in at all', async () => {
  await open(complaint)
  const { handle } = await desk.handle('northair')
  const { id } = await answer(['On it, Mara.'])
  expect(await signIn({ kind: 'reconnect', handleId: handle.id }, 'lumen')).toMatchObject({
    state: 'failed',
    failure: { code: 'connect.other-handle' },
  })
  const account = must(desk.s.x.world.users.get(handle.xUserId), 'the account')
  account.username = 'northair_help'
  expect(await signIn({ kind: 'reconnect', handleId: handle.id }, 'northair')).toMatchObject({
    state: 'done',
  })
  await pass(20_000)
  expect(await sent()).toEqual([])
  expect(await job(id)).toMatchObject({ state: 'ask', asks: ['account-changed'], username: 'northair_help' })
})

test('signed in anew as the same account during the hold: nothing changed, it leaves once', async () => {
  await open(complaint)
  const { handle } = await desk.handle('northair')
  await answer(['On it, Mara.'])
  await desk.control.revoke({ username: 'northair' })
  expect(await signIn({ kind: 'reconnect', handleId: handle.id }, 'northair')).toMatchObject({
    state: 'done',
  })
  await pass(20_000)
  expect(await sent()).toEqual(['On it, Mara.'])
})

test('sent from a list that is older than what happened: nothing leaves until it was looked at again', async () => {
  await open(complaint)
  const { id } = await answer(['On it, Mara.'])
  await desk.call('outbox.stop', {})
  const shown = (await desk.call('outbox.held', {})).flatMap(({ jobs }) => jobs)
  expect(shown.map(({ asks }) => asks)).toEqual([[]])
  await desk.control.post({ by: 'mara', text: '@northair found it, thanks!', replyTo: 'bag' })
  await desk.readNow('northair', 'mentions')
  await expect(desk.call('outbox.release', { jobId: id, decision: 'send', asks: [] })).rejects.toMatchObject({
    code: 'job.changed',
  })
  await pass(5_000)
  expect(await sent()).toEqual([])
  const [{ asks } = { asks: [] }] = (await desk.call('outbox.held', {})).flatMap(({ jobs }) => jobs)
  expect(asks).toEqual(['customer-wrote'])
  await desk.call('outbox.release', { jobId: id, decision: 'send', asks })
  await pass(5_000)
  expect(await sent()).toEqual(['On it, Mara.'])
})

test('what is done to a post stands in no other brand’s ticket', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  const { handle } = await desk.handle('lumen')
  await expect(
    desk.call('person.mute', {
      handleId: handle.id,
      xUserId: desk.s.id('mara'),
      ticketId: await desk.ticketOf('mara'),
    }),
  ).rejects.toMatchObject({ code: 'ticket.missing' })
})
