/** @file What becomes of messages after they arrived: edited, deleted, withdrawn, given back; and what looking costs. */
import { afterEach, expect, test } from 'vitest'
import type { TimelineItem } from '../../src/shared/domain/ticket.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const hour = 60 * minute
const ago = (minutes: number): string => new Date(noon - minutes * minute).toISOString()
const complaint = { type: 'post', key: 'bag', by: 'mara', at: ago(10), text: '@northair my zanzibarfish?' }

const items = async (username = 'mara'): Promise<TimelineItem[]> =>
  (await desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })).timeline
/** Opens the ticket as an agent does, and waits for what that asks of X. */
async function opened(username = 'mara'): Promise<TimelineItem[]> {
  await items(username)
  await desk.idle()
  return items(username)
}
/** The computer sleeps for so long: what fell due meanwhile is done when it wakes up. */
async function slept(ms: number): Promise<void> {
  desk.clock.jump(ms)
  desk.core.power('resume')
  await desk.idle()
}
const gone = (timeline: TimelineItem[]) => timeline.filter((item) => item.kind === 'gone')
const texts = (timeline: TimelineItem[]): string[] =>
  timeline.flatMap((item) =>
    item.kind === 'post' || item.kind === 'dm' ? [item.runs.map((run) => run.text).join('')] : [],
  )
/** How often X was asked for posts by id since the last time. */
async function lookups(): Promise<number> {
  const { requests } = await desk.control.requests({ clear: true })
  return requests.filter((one) => one.route === '/2/tweets' && one.method === 'GET').length
}
const paid = async (): Promise<number> => {
  const { apps } = await desk.control.meter({})
  const count = (kind: string) => apps['Agency']?.kinds[kind]?.count ?? 0
  return count('post.read') + count('owned.read')
}

test('a post that was deleted on X is gone when its ticket is opened, and says so', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  expect(texts(await items())).toEqual(['@northair my zanzibarfish?'])
  await desk.control.delete({ post: 'bag' })
  await desk.clock.advance(11 * minute)
  const timeline = await opened()
  expect(texts(timeline)).toEqual([])
  expect(gone(timeline)).toMatchObject([
    { what: 'post', why: 'deleted', by: 'customer', at: noon - 10 * minute },
  ])
  const [row] = await desk.column('mentions')
  expect(row?.card).toMatchObject({ runs: [], gone: 'deleted' })
})

test('a ticket that was seen just now is not asked for again, and one that is solved never', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  await lookups()
  await opened()
  expect(await lookups()).toBe(0)
  await desk.clock.advance(11 * minute)
  await lookups()
  await opened()
  await opened()
  // A thread that is read again on opening shows its posts too: then there is nothing left to ask for.
  expect(await lookups()).toBeLessThanOrEqual(1)
  await desk.call('ticket.solve', { ticketIds: [await desk.ticketOf('mara')] })
  await desk.clock.advance(11 * minute)
  await lookups()
  await opened()
  expect(await lookups()).toBe(0)
})

test('what nobody opens is followed within 24 hours, and a post is paid for once a day', async () => {
  desk = await flow({
    kind: 'live',
    handles: ['northair'],
    lines: [complaint, { type: 'post', key: 'two', by: 'paulo', at: ago(5), text: '@northair e a minha?' }],
  })
  const first = await paid()
  await slept(11 * hour + 31 * minute)
  // Half an hour before midnight what arrived today is free.
  expect(await paid()).toBe(first)
  await desk.control.delete({ post: 'bag' })
  await slept(24 * hour)
  expect(gone(await items())).toMatchObject([{ why: 'deleted' }])
  expect(texts(await items('paulo'))).toHaveLength(1)
  expect(await paid()).toBe(first + 1)
  await opened('paulo')
  await desk.clock.advance(11 * minute)
  await opened('paulo')
  expect(await paid()).toBe(first + 1)
})

test('an edit shows the new words and keeps the old ones, with the way to its history on X', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  await desk.control.edit({ post: 'bag', text: '@northair my blue bag?' })
  await desk.clock.advance(11 * minute)
  const timeline = await opened()
  expect(texts(timeline)).toEqual(['@northair my blue bag?'])
  const post = timeline.find((item) => item.kind === 'post')
  expect(post?.kind === 'post' && post.versions).toMatchObject([
    { version: 1, at: noon - 10 * minute, runs: [{ text: '@northair' }, { text: ' my zanzibarfish?' }] },
  ])
  if (post?.kind !== 'post') throw new Error('a post')
  await desk.call('link.open', { kind: 'edit-history', postId: post.id })
  expect(desk.opened.at(-1)).toMatch(/\/i\/status\/\d+\/history$/)
})

test('a protected account vanishes for who is not approved, stays for who is, and returns', async () => {
  desk = await flow({
    kind: 'live',
    handles: ['northair', 'lumen'],
    lines: [{ ...complaint, text: '@northair @lumen my zanzibarfish?' }],
  })
  await desk.control.user({ username: 'mara', protected: true, approves: ['lumen'] })
  await slept(24 * hour)
  const ids = (await desk.column('mentions')).map((row) => row.card.ticketId)
  const views = await Promise.all(ids.map((ticketId) => desk.call('ticket.get', { ticketId })))
  const of = (username: string) => views.find((view) => view.routes.username === username)?.timeline ?? []
  expect(gone(of('northair'))).toMatchObject([{ why: 'protected' }])
  expect(texts(of('northair'))).toEqual([])
  expect(gone(of('lumen'))).toEqual([])
  expect(texts(of('lumen'))).toHaveLength(1)

  await desk.control.user({ username: 'mara', protected: false })
  await slept(24 * hour)
  for (const ticketId of ids) {
    const { timeline } = await desk.call('ticket.get', { ticketId })
    expect(gone(timeline)).toEqual([])
    expect(texts(timeline)).toEqual(['@northair @lumen my zanzibarfish?'])
  }
})

test('a suspended account is told from a protected one', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  await desk.control.user({ username: 'mara', suspended: true })
  await desk.clock.advance(11 * minute)
  expect(gone(await opened())).toMatchObject([{ why: 'suspended' }])
})

/** What the card of the customer shows of their profile. */
const profile = async () =>
  (await desk.call('customer.get', { ticketId: await desk.ticketOf('paulo') })).profile
const paulo = [
  { type: 'post', by: 'paulo', at: ago(10), text: '@northair olá' },
  { type: 'post', key: 'two', by: 'paulo', at: ago(9), text: '@northair?' },
]
const saidOf = {
  username: 'paulo',
  description: 'Trains & rain, at https://paulo.example/ with @mara\nمرحبا',
  location: 'Porto ',
  site: 'https://www.paulo.example/me',
}

test('a card shows what a customer says of themselves, and what changed once they are looked up again', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: paulo })
  expect(await profile()).toMatchObject({ description: [], location: '', site: null })
  await desk.control.user(saidOf)
  const people = async (): Promise<number> =>
    (await desk.control.meter({})).apps['Agency']?.kinds['user.read']?.count ?? 0
  const before = await people()
  await desk.control.post({ by: 'paulo', text: '@northair are you there?' })
  await desk.clock.advance(5 * minute)
  // Nobody is looked up for it: they were a minute ago.
  expect(await profile()).toMatchObject({ location: '' })
  expect(await people()).toBe(before)

  await slept(8 * 24 * hour)
  await desk.control.post({ by: 'paulo', text: '@northair and now?' })
  await desk.clock.advance(5 * minute)
  const { joinedAt, ...told } = await profile()
  expect(joinedAt).toBeGreaterThan(Date.UTC(2019, 0, 1))
  expect(joinedAt).toBeLessThan(desk.clock.now())
  expect(told).toEqual({
    description: [
      { kind: 'text', text: 'Trains & rain, at ' },
      { kind: 'link', text: 'paulo.example/', href: expect.stringMatching(/^https:\/\/t\.co\//u) as string },
      { kind: 'text', text: ' with ' },
      { kind: 'mention', text: '@mara', username: 'mara' },
      { kind: 'text', text: '\nمرحبا' },
    ],
    location: 'Porto',
    site: { text: 'paulo.example/me', href: expect.stringMatching(/^https:\/\/t\.co\//u) as string },
  })
})

test('what somebody said of themselves goes when X withholds or suspends them', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: paulo })
  const seenAgain = async () => {
    await slept(8 * 24 * hour)
    await desk.control.post({ by: 'paulo', text: '@northair and now?' })
    await desk.clock.advance(5 * minute)
    return profile()
  }
  await desk.control.user(saidOf)
  expect(await seenAgain()).toMatchObject({ location: 'Porto' })
  await desk.control.user({ username: 'paulo', withheldIn: ['DE'] })
  expect(await seenAgain()).toMatchObject({ description: [], location: '', site: null })
  await desk.control.user({ username: 'paulo', withheldIn: [] })
  expect(await seenAgain()).toMatchObject({ location: 'Porto' })
  await desk.control.user({ username: 'paulo', suspended: true })
  await slept(24 * hour)
  await desk.call('ticket.get', { ticketId: await desk.ticketOf('paulo') })
  await desk.idle()
  expect(await profile()).toEqual({ description: [], location: '', site: null, joinedAt: null })
})

test('a withheld post goes with its countries, and comes back when X shows it again', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  await desk.control.withhold({ post: 'bag', countries: ['DE', 'FR'] })
  await desk.clock.advance(11 * minute)
  const timeline = await opened()
  expect(texts(timeline)).toEqual([])
  expect(gone(timeline)).toMatchObject([{ why: 'withheld', countries: ['DE', 'FR'] }])
  await desk.control.withhold({ post: 'bag', countries: [] })
  await desk.clock.advance(11 * minute)
  expect(texts(await opened())).toHaveLength(1)
})

test('geo data is never asked for: there is none to remove', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  await desk.control.geo({ post: 'bag', place: 'Boston' })
  await desk.clock.advance(11 * minute)
  await opened()
  const { requests } = await desk.control.requests({})
  expect(requests.filter((one) => /geo|place/u.test(one.path))).toEqual([])
})

test('X in trouble takes nothing away, and is asked again', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  await desk.control.delete({ post: 'bag' })
  await desk.control.fault({
    match: { method: 'GET', path: '/2/tweets?ids' },
    times: 1,
    kind: 'status',
    status: 503,
  })
  await slept(11 * hour + 31 * minute)
  expect(texts(await items())).toHaveLength(1)
  await desk.clock.advance(10 * minute)
  expect(gone(await items())).toMatchObject([{ why: 'deleted' }])
})
