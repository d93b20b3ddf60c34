/** @file Stories of a handle's past: its price before it is paid, what becomes of it, and every way to be interrupted. */
import { afterEach, expect, test } from 'vitest'
import type { BackfillView } from '../../src/shared/domain/backfill.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

const hour = 3_600_000
const ago = (hours: number): string => new Date(noon - hours * hour).toISOString()
const mention = (hours: number, text = '@metro late again', by = 'mara') => ({
  type: 'post',
  by,
  text,
  at: ago(hours),
})
/** So many mentions, an hour apart, the newest two days old. */
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => mention(48 + n / 4, `@metro number ${n}`))

/** Everything but Metro is connected; its brand signs in through the browser at noon. */
async function connected(lines: readonly object[], stream = false): Promise<string> {
  f = await flow({ lines, handles: ['northair'], stream })
  return connect('metro')
}

async function connect(username: string): Promise<string> {
  const apps = await f.call('app.list', {})
  const appId = must(
    apps.find((app) => app.name === 'Agency'),
    'the agency’s app',
  ).id
  const target = { kind: 'new', clientName: 'Metro', brandName: 'Metro Lines' } as const
  const begun = await f.call('connect.start', { appId, target })
  const asked = new URL(begun.authorizeUrl)
  const form = new URLSearchParams([...asked.searchParams, ['user', username], ['decision', 'approve']])
  const consent = { method: 'POST', body: form, redirect: 'manual' } as const
  const response = await fetch(asked.origin + asked.pathname, consent)
  const address = must(response.headers.get('location'), 'a redirect')
  const done = await f.call('connect.paste', { sessionId: begun.sessionId, address })
  await f.idle()
  return must(done.handleId, 'the connected handle')
}

const past = async (): Promise<BackfillView> => must((await f.call('backfill.list', {}))[0], 'a past')
const part = async (source: 'mentions' | 'posts' | 'dms') =>
  must(
    (await past()).parts.find((one) => one.source === source),
    'a part',
  )
const dollars = async (): Promise<number> =>
  must((await f.control.meter({})).apps['Agency'], 'a meter').dollars

test('only the last day is read by itself; the price of the rest is told before any of it is paid', async () => {
  const handleId = await connected([mention(2), mention(30), mention(70, '@metro hello', 'paulo')], true)
  expect((await f.column('mentions')).map((row) => row.card.messageAt)).toEqual([noon - 2 * hour])
  const before = await dollars()
  const estimate = await f.call('backfill.estimate', { handleId })
  expect(estimate).toMatchObject({ username: 'metro', ready: true, needsReply: 1 })
  expect(estimate.prices.map((price) => price.days)).toEqual([7, 30])
  // The agency's app has a bearer token: X counted, for a cent.
  expect(estimate.askedMicros).toBe(10_000)
  expect(estimate.prices[0]).toMatchObject({ counted: true, mentions: 2, posts: 0 })
  expect(await dollars()).toBeCloseTo(before + estimate.askedMicros / 1e6)
  await f.call('backfill.estimate', { handleId })
  expect(await dollars()).toBeCloseTo(before + estimate.askedMicros / 1e6)
})

test('the past comes in closed and imported, searchable, and owed nothing; the last day is owed its replies', async () => {
  const handleId = await connected([
    mention(200),
    mention(100, '@metro still waiting', 'paulo'),
    { ...mention(50, '@metro which line?', 'bex'), key: 'asked' },
    { type: 'post', by: 'metro', replyTo: 'asked', text: 'Line 4', at: ago(49) },
    mention(3, '@metro now?', 'mara'),
    { type: 'dm', from: 'bex', to: 'metro', text: 'my card', at: ago(90) },
  ])
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  expect(await past()).toMatchObject({ state: 'done', username: 'metro' })
  const rows = await f.column('mentions')
  expect(rows.map(({ card }) => [card.customer.username, card.status, card.imported])).toEqual([
    ['mara', 'new', false],
    ['bex', 'closed', true],
    ['paulo', 'closed', true],
  ])
  expect(rows[0]?.card.dueAt).toBe(noon + hour)
  expect((await f.column('dms'))[0]?.card).toMatchObject({ status: 'closed', imported: true, dueAt: null })
  expect(await f.column('needs-reply')).toHaveLength(1)
  const { brand } = await f.handle('metro')
  expect(brand.needsReply).toBe(1)
  expect(f.badges.at(-1)).toMatchObject({ needsReply: 1 })
})

test('a customer of the past who writes again needs a reply', async () => {
  const handleId = await connected([{ ...mention(100), key: 'old' }])
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  await f.control.post({ by: 'mara', text: 'still nothing, @metro', replyTo: 'old' })
  await f.readNow('metro', 'mentions')
  expect(await f.column('needs-reply')).toMatchObject([
    { card: { status: 'new', imported: false, dueAt: noon + hour } },
  ])
})

test('core that ends on the way goes on where it was, and asks for a page twice at most', async () => {
  const handleId = await connected(many(350))
  await f.control.fault({
    match: { path: 'pagination_token' },
    times: 'forever',
    kind: 'status',
    status: 503,
  })
  await f.control.requests({ clear: true })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'running', items: 100 })
  await f.control['faults.clear']({})
  await f.restart()
  await f.clock.advance(60_000)
  expect(await part('mentions')).toMatchObject({ state: 'done', items: 350 })
  const { requests } = await f.control.requests({ clear: true })
  const pages = requests.filter(({ path, handle }) => handle === 'metro' && path.includes('until_id'))
  const asked = pages.filter(({ path, status }) => path.includes('mentions') && status === 200)
  expect(asked.map(({ path }) => path)).toEqual([...new Set(asked.map(({ path }) => path))])
  expect(asked).toHaveLength(4)
})

test('a pause stops after the page that is under way; going on reads the rest; giving up keeps what came', async () => {
  const handleId = await connected(many(250))
  await f.control.fault({
    match: { path: '/2/users/:id/mentions' },
    times: 'forever',
    kind: 'status',
    status: 503,
  })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'running', failure: { code: 'x.server' } })
  expect((await f.call('backfill.pause', { handleId })).state).toBe('paused')
  await f.control['faults.clear']({})
  await f.clock.advance(10 * 60_000)
  expect(await part('mentions')).toMatchObject({ state: 'paused', items: 0 })
  expect((await f.call('backfill.resume', { handleId })).state).toBe('running')
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'done', items: 250, failure: null })
})

test('X refuses the token half way: it begins anew below what is here', async () => {
  const handleId = await connected(many(250))
  await f.control.fault({
    match: { path: 'pagination_token', handle: 'metro' },
    times: 1,
    kind: 'status',
    status: 400,
  })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'done', items: 250 })
  expect(f.log.some(({ event }) => event === 'backfill.token-refused')).toBe(true)
})

test('out of credits half way: paused with X’s reason until somebody goes on', async () => {
  const handleId = await connected(many(250))
  await f.control.credits({ app: 'Agency', dollars: 0.3 })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  expect(await past()).toMatchObject({ state: 'paused' })
  expect(await part('mentions')).toMatchObject({ failure: { code: 'x.credits' } })
  await f.control.credits({ app: 'Agency', dollars: null })
  await f.clock.advance(20 * 60_000)
  expect(await past()).toMatchObject({ state: 'paused' })
  await f.control.credits({ app: 'Agency', dollars: 0 })
  await f.call('backfill.resume', { handleId })
  await f.idle()
  expect(await past()).toMatchObject({ state: 'paused' })
  // Credits were bought this minute: going on tries at once, not when the app’s rest is over.
  await f.control.credits({ app: 'Agency', dollars: null })
  await f.call('backfill.resume', { handleId })
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'done', items: 250 })
})

test('X keeps no more than its newest 800 mentions: said with the day before which nothing is here', async () => {
  const lines = Array.from({ length: 820 }, (_, n) => mention(26 + n / 10, `@metro number ${n}`))
  const handleId = await connected(lines)
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const mentions = await part('mentions')
  expect(mentions).toMatchObject({ state: 'done', items: 800 })
  expect(mentions.horizonAt).toBe(mentions.reachedAt)
  expect((await part('posts')).horizonAt).toBeNull()
})

test('what is here is not read again: not by another sign-in, not by asking again; deeper begins below it', async () => {
  const handleId = await connected([...many(20), mention(24 * 20, '@metro ages ago', 'bex')])
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const before = await dollars()
  await f.control.requests({ clear: true })
  expect((await f.call('backfill.start', { handleId, days: 7 })).state).toBe('done')
  await f.idle()
  expect(
    (await f.control.requests({ clear: true })).requests.filter(({ route }) => route.includes('mentions')),
  ).toEqual([])
  await f.call('backfill.start', { handleId, days: 30 })
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'done', items: 21 })
  // One post and one profile.
  expect(await dollars()).toBeCloseTo(before + 0.015, 5)
})

test('what the past cost stands in the ledger under its own name', async () => {
  const handleId = await connected(many(30))
  const before = await dollars()
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  await f.clock.advance(10_000)
  expect((await past()).micros).toBeCloseTo(((await dollars()) - before) * 1e6, 0)
})

test('a budget that is used up pauses the past with words; what is new goes on', async () => {
  const handleId = await connected(many(250))
  const { brand } = await f.handle('metro')
  const none = { dayBudget: null, monthBudget: null, dayCap: null, monthCap: null }
  await f.call('money.limit', {
    scope: { kind: 'brand', id: brand.id },
    limits: { ...none, dayBudget: 300_000 },
  })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  await f.clock.advance(20_000)
  expect(await part('mentions')).toMatchObject({
    state: 'paused',
    items: 100,
    failure: { code: 'backfill.budget' },
  })
  await f.control.post({ by: 'bex', text: '@metro hello?' })
  await f.readNow('metro', 'mentions')
  expect(await f.column('needs-reply')).toHaveLength(1)
  await f.call('money.limit', {
    scope: { kind: 'brand', id: brand.id },
    limits: { ...none, dayBudget: 90_000_000 },
  })
  await f.call('backfill.resume', { handleId })
  await f.idle()
  expect(await part('mentions')).toMatchObject({ state: 'done', items: 250 })
})

test('between what is read live and the past there is no hole, whatever the second', async () => {
  const seam = Array.from({ length: 120 }, (_, n) => ({
    ...mention(0, `@metro at the seam ${n}`),
    at: new Date(noon - 24 * hour + (n - 60) * 500).toISOString(),
  }))
  const handleId = await connected(seam)
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const texts = (await f.column('mentions')).map(({ card }) => card.runs.map((run) => run.text).join(''))
  expect(new Set(texts).size).toBe(120)
})

test('a conversation that goes on after the sign-in is shown with its beginning, however old', async () => {
  await connected([
    { ...mention(90, 'Trains, honestly', 'bex'), key: 'root' },
    { ...mention(80, 'which line?', 'paulo'), key: 'mid', replyTo: 'root' },
    { ...mention(70, 'mine', 'bex'), key: 'low', replyTo: 'mid' },
    { ...mention(1, '@metro of course', 'mara'), replyTo: 'low' },
  ])
  const { timeline } = await f.call('ticket.get', { ticketId: await f.ticketOf('mara') })
  expect(timeline.filter(({ kind }) => kind === 'post')).toHaveLength(4)
})

test('an agent takes a ticket of the past in hand, and undoes that', async () => {
  const handleId = await connected([mention(100)])
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const ticketId = await f.ticketOf('mara')
  await f.call('ticket.solve', { ticketIds: [ticketId] })
  const card = async () => (await f.call('ticket.get', { ticketId })).card
  expect(await card()).toMatchObject({ status: 'closed', imported: true })
  await f.call('ticket.reopen', { ticketIds: [ticketId] })
  expect(await card()).toMatchObject({ status: 'open', imported: false, needsReply: false, dueAt: null })
  await f.call('undo.last', {})
  expect(await card()).toMatchObject({ status: 'closed', imported: true })
})

test('a brand that was removed with its data kept comes back with its past', async () => {
  const handleId = await connected([...many(20), mention(2, '@metro today', 'bex')])
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const { brand } = await f.handle('metro')
  await f.call('brand.remove', { brandId: brand.id, keepData: true })
  expect(await f.call('backfill.list', {})).toEqual([])
  await f.control.requests({ clear: true })
  await connect('metro')
  expect(await past()).toMatchObject({ handleId, state: 'done' })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const { requests } = await f.control.requests({ clear: true })
  expect(requests.filter(({ path }) => path.includes('until_id'))).toEqual([])
  // What was owed before is owed still, from the same hour.
  expect(await f.column('needs-reply')).toMatchObject([{ card: { dueAt: noon + hour } }])
})

test('a brand that comes back after weeks reads its last day alone; what came meanwhile has its price first', async () => {
  const handleId = await connected([...many(20), mention(2, '@metro today', 'bex')], true)
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  const { brand } = await f.handle('metro')
  await f.call('brand.remove', { brandId: brand.id, keepData: true })
  f.clock.jump(21 * 24 * hour)
  for (let n = 0; n < 60; n++)
    await f.control.post({ by: 'paulo', text: `@metro while away ${n}`, ago: (48 + n) * hour })
  await f.control.post({ by: 'mara', text: '@metro and now?', ago: hour })
  await f.control.requests({ clear: true })
  const before = await dollars()
  await connect('metro')
  const texts = async () =>
    (await f.column('mentions')).map(({ card }) => card.runs.map((run) => run.text).join(''))
  expect(await texts()).toContain('@metro and now?')
  expect((await texts()).filter((text) => text.includes('while away'))).toEqual([])
  // One post, and who wrote it, instead of sixty.
  expect((await dollars()) - before).toBeLessThan(0.1)
  expect(await f.call('backfill.list', {})).toEqual([])
  const { prices } = await f.call('backfill.estimate', { handleId })
  expect(prices[0]).toMatchObject({ days: 7, mentions: 60 })
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  expect(await past()).toMatchObject({ state: 'done' })
  expect((await f.column('mentions')).filter(({ card }) => card.customer.username === 'paulo')).not.toEqual(
    [],
  )
})

test('a post of the past that somebody quotes now is answered for, though the quote names nobody', async () => {
  const ours = { type: 'post', by: 'metro', key: 'ours', text: 'New: trams at night', at: ago(60) }
  const handleId = await connected([ours])
  await f.call('backfill.start', { handleId, days: 7 })
  await f.idle()
  await f.control.post({ by: 'paulo', text: 'they never run', quote: 'ours' })
  await f.clock.advance(2 * 60_000)
  expect((await f.column('mentions')).map((row) => row.card.customer.username)).toEqual(['paulo'])
})
