/** @file What X charges stands in the ledger, whatever happens in between: the ledger against X's own meter. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'

let f: Flow
afterEach(() => f.end())

const minute = 60_000
const hour = 60 * minute
const unlimited = { dayBudget: null, monthBudget: null, dayCap: null, monthCap: null }
const ago = (minutes: number): string => new Date(noon - minutes * minute).toISOString()

test('the ledger holds what X charges, to the cent', async () => {
  f = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'post', by: 'mara', text: '@northair where is my bag?', at: ago(50) },
      { type: 'post', by: 'paulo', text: 'olá @lumen e @northair', at: ago(30) },
      { type: 'dm', from: 'bex', to: 'lumen', text: 'can you check my bill?', at: ago(20) },
    ],
  })
  await f.clock.advance(10_000)
  expect(await f.spent()).toBeCloseTo(await f.metered(), 9)
})

test('a kill between the answer and the rows loses neither money nor messages', async () => {
  f = await flow({
    handles: ['northair', 'lumen'],
    lines: [{ type: 'post', by: 'mara', text: '@lumen where is my bill?', at: ago(50) }],
  })
  await f.clock.advance(10_000)
  await f.control.post({ by: 'paulo', text: '@lumen e a minha?' })
  await f.clock.advance(6_000)
  await f.restart()
  await f.clock.advance(10_000)
  expect(await f.spent()).toBeCloseTo(await f.metered(), 9)
})

test('what is read again after midnight is paid again', async () => {
  f = await flow({
    handles: ['lumen'],
    lines: [{ type: 'dm', from: 'bex', to: 'lumen', text: 'can you check my bill?', at: ago(20) }],
  })
  await f.clock.advance(10_000)
  const before = await f.spent()
  f.clock.jump(11 * hour + 50 * minute)
  await f.clock.advance(5 * minute)
  expect(await f.spent()).toBeCloseTo(before, 9)
  await f.clock.advance(7 * minute)
  expect(await f.spent()).toBeCloseTo(before + 0.01, 9)
  expect(await f.spent()).toBeCloseTo(await f.metered(), 9)
})

test('whose midnight counts is told by X’s clock, not by ours', async () => {
  f = await flow({
    handles: ['lumen'],
    lines: [{ type: 'dm', from: 'bex', to: 'lumen', text: 'can you check my bill?', at: ago(20) }],
  })
  await f.clock.advance(10_000)
  const before = await f.spent()
  await f.control.clock({ advanceMs: 12 * hour + minute })
  await f.clock.advance(2 * minute)
  expect(await f.spent()).toBeCloseTo(before + 0.01, 9)
  expect(await f.spent()).toBeCloseTo(await f.metered(), 9)
  expect((await f.call('money.today', {})).today).toBe(10_000)
})

test('without credits nothing paid is asked; the button tries at once, and spending says so', async () => {
  f = await flow({ handles: ['northair', 'lumen'] })
  await f.control.credits({ app: 'Agency', dollars: 0 })
  await f.clock.advance(minute)
  expect(await f.call('money.today', {})).toMatchObject({ outOfCredits: true })
  const { credits } = await f.call('money.show', {})
  const app = must(
    credits.find((one) => one.name === 'Agency'),
    'the app',
  )
  expect(app.outOfCredits).toBe(true)
  expect(app.retryAt).toBeGreaterThan(noon)

  await f.control.requests({ clear: true })
  await f.clock.advance(10 * minute)
  expect((await f.control.requests({})).requests).toEqual([])
  await f.control.credits({ app: 'Agency', dollars: 5 })
  await f.call('money.try-again', { appId: app.id })
  await f.idle()
  const { requests } = await f.control.requests({})
  expect(requests[0]?.route).toBe('/2/users/:id/tweets')
  expect(await f.call('money.today', {})).toMatchObject({ outOfCredits: false })
})

test('a cap stops mentions and messages, never an answer; raising it reads again', async () => {
  f = await flow({
    handles: ['lumen'],
    lines: [{ type: 'post', by: 'mara', text: '@lumen where is my bill?', at: ago(50) }],
  })
  await f.clock.advance(10_000)
  const { brand } = await f.handle('lumen')
  const scope = { kind: 'brand', id: brand.id } as const
  await f.call('money.limit', { scope, limits: { ...unlimited, dayCap: 1_000 } })
  expect(await f.call('money.today', {})).toMatchObject({ level: 'stopped' })
  await f.control.requests({ clear: true })
  await f.control.post({ by: 'paulo', text: '@lumen e a minha?' })
  await f.clock.advance(30 * minute)
  const { requests } = await f.control.requests({})
  // The conversations of open tickets are read on: somebody waits there for an answer.
  const isOfThreads = ({ route, path }: (typeof requests)[number]): boolean =>
    route === '/2/tweets/search/recent' && decodeURIComponent(path).includes('conversation_id:')
  expect(requests.filter((request) => !isOfThreads(request))).toEqual([])

  const ticketId = await f.ticketOf('mara')
  const { routes } = await f.call('ticket.get', { ticketId })
  const text = 'Looking into it.'
  const { targetPostId } = routes.public
  await f.call('reply.send', { ticketId, channel: 'public', text, targetPostId, solves: true })
  await f.clock.advance(15_000)
  expect((await f.control.sent({})).posts).toHaveLength(1)

  await f.call('money.limit', { scope, limits: unlimited })
  await f.clock.advance(15 * minute)
  expect(await f.ticketOf('paulo')).toBeTruthy()
  const { brands, tickets, streams } = await f.call('money.show', {})
  expect(brands[0]).toMatchObject({ name: 'Lumen', solved: 1 })
  expect(brands[0]?.perSolved).toBe(brands[0]?.month)
  expect(tickets.find((one) => one.ticketId === ticketId)?.today).toBeGreaterThanOrEqual(15_000)
  expect(streams.map(({ stream }) => stream)).toContain('send')
  expect(await f.spent()).toBeCloseTo(await f.metered(), 9)
})

test('the ledger is held against X’s own count, whether or not X tells the credits', async () => {
  f = await flow({
    handles: ['northair', 'lumen'],
    stream: true,
    lines: [{ type: 'post', by: 'mara', text: '@lumen @northair hello?', at: ago(50) }],
  })
  await f.clock.advance(10_000)
  await f.control.credits({ app: 'Agency', dollars: 12.5 })
  const agency = async () =>
    must(
      (await f.call('money.show', {})).credits.find((one) => one.name === 'Agency'),
      'the app',
    )
  await f.call('money.compare', { appId: (await agency()).id })
  expect(await agency()).toMatchObject({
    creditsLeft: 12_500_000,
    days: [{ day: '2026-11-17', x: 1, ours: 1 }],
  })
  await f.control['credits.hide']({ hidden: true })
  await f.call('money.compare', { appId: (await agency()).id })
  expect(await agency()).toMatchObject({ creditsLeft: null, days: [{ x: 1, ours: 1 }] })
})

test('who owns the app can be said, and its time lines then cost a fifth', async () => {
  f = await flow({ handles: ['northair', 'lumen'] })
  const agency = async () =>
    must(
      (await f.call('money.show', {})).credits.find((one) => one.name === 'Agency'),
      'the app',
    )
  const { handle } = await f.handle('northair')
  expect((await agency()).ownerHandleId).toBe(handle.id)
  await f.call('money.owner', { appId: (await agency()).id, handleId: null })
  expect((await agency()).ownerHandleId).toBeNull()
})

test('a used-up budget makes reading rarer, stops no mention, and leaves open conversations and sending alone', async () => {
  f = await flow({
    handles: ['lumen'],
    lines: [{ type: 'post', by: 'mara', text: '@lumen where is my bill?', at: ago(50) }],
  })
  const { brand } = await f.handle('lumen')
  const scope = { kind: 'brand', id: brand.id } as const
  const calls = async (route: string): Promise<number> => {
    await f.control.requests({ clear: true })
    await f.clock.advance(4 * minute)
    return (await f.control.requests({})).requests.filter((one) => one.route === route).length
  }
  const mentions = await calls('/2/users/:id/mentions')
  await f.call('money.limit', { scope, limits: { ...unlimited, dayBudget: 1_000 } })
  expect(await f.call('money.today', {})).toMatchObject({ level: 'slow' })
  const slower = await calls('/2/users/:id/mentions')
  expect(slower).toBeGreaterThan(mentions / 3)
  expect(slower).toBeLessThan(mentions / 1.5)
  expect(await calls('/2/tweets/search/recent')).toBeGreaterThan(0)

  await f.control.post({ by: 'paulo', text: '@lumen e a minha?' })
  await f.clock.advance(minute)
  const ticketId = await f.ticketOf('paulo')
  const { routes } = await f.call('ticket.get', { ticketId })
  const { targetPostId } = routes.public
  await f.call('reply.send', { ticketId, channel: 'public', text: 'Agora.', targetPostId, solves: true })
  await f.clock.advance(15_000)
  expect((await f.control.sent({})).posts).toHaveLength(1)
})
