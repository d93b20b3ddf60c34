/** @file Stories of the live stream: what comes by itself within a second, and what the polls bring when it does not. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

const texts = async (column = 'mentions'): Promise<string[]> =>
  (await f.column(column)).map((row) => row.card.runs.map((run) => run.text).join(''))
const isLive = async (username = 'northair'): Promise<boolean> => (await f.handle(username)).handle.live
const appView = async (name = 'Agency') =>
  must(
    (await f.call('app.list', {})).find((app) => app.name === name),
    'the app',
  )
const streamOf = async (name = 'Agency') => must((await appView(name)).stream, 'a stream')
/** Calls of the X surface since the last time, as `METHOD route`. */
const asked = async (): Promise<string[]> =>
  (await f.control.requests({ clear: true })).requests.map(({ method, route }) => `${method} ${route}`)
const live = async (options: Parameters<typeof flow>[0] = {}): Promise<void> => {
  f = await flow({ handles: ['northair'], stream: true, ...options })
  await f.until(() => isLive())
  await f.idle()
  await asked()
}

test('a mention, its author and a direct message are here without a poll and without a profile read', async () => {
  await live()
  await f.control.post({ by: 'mara', text: '@northair my bag' })
  await f.until(async () => (await texts()).includes('@northair my bag'))
  await f.control.dm({ from: 'paulo', to: 'northair', text: 'my booking' })
  await f.until(async () => (await texts('dms')).includes('my booking'))
  expect(await asked()).toEqual([])
  const [row] = await f.column('mentions')
  expect(row?.card.customer).toMatchObject({ username: 'mara', name: 'Mara Holt' })
})

test('the next poll finds the same conversation and opens nothing twice', async () => {
  await live()
  await f.control.post({ by: 'mara', text: '@northair my bag' })
  await f.control.dm({ from: 'paulo', to: 'northair', text: 'my booking' })
  await f.until(async () => (await texts('dms')).length === 1 && (await texts()).length === 1)
  await f.readNow('northair', 'dms')
  await f.readNow('northair', 'mentions')
  expect(await texts('dms')).toEqual(['my booking'])
  expect(await texts()).toEqual(['@northair my bag'])
  expect(await f.spent()).toBeCloseTo(await f.metered(), 6)
})

test('one post that names two brands opens a ticket at each', async () => {
  await live({ handles: ['northair', 'lumen'] })
  await f.until(() => isLive('lumen'))
  await f.control.post({ by: 'mara', text: '@northair @lumen who of you?' })
  await f.until(async () => (await texts()).length === 2)
})

test('what X’s stream leaves out comes by the poll', async () => {
  await live({
    lines: [{ type: 'post', by: 'mara', key: 'first', text: '@northair hello', at: '2026-11-17T11:50:00Z' }],
  })
  await f.control.post({ by: 'mara', replyTo: 'first', text: 'and another thing' })
  await f.control.post({ by: 'bex', text: '@northair me too' })
  await f.until(async () => (await texts()).includes('@northair me too'))
  const ticketId = await f.ticketOf('mara')
  const said = async () => JSON.stringify(await f.call('ticket.get', { ticketId }))
  expect(await said()).not.toContain('and another thing')
  await f.clock.advance(600_000)
  expect(await said()).toContain('and another thing')
})

test('a broken line is mended at once, and X sends again what was missed meanwhile', async () => {
  await live()
  await f.control['stream.drop']({ words: false })
  await f.until(async () => !(await isLive()))
  await f.control.post({ by: 'mara', text: '@northair in between' })
  await asked()
  await f.clock.advance(1_000)
  await f.until(async () => (await texts()).includes('@northair in between'))
  expect((await f.control.requests()).requests.map((one) => one.path)).toContain(
    '/2/activity/stream?backfill_minutes=2',
  )
  expect(await asked()).not.toContain('GET /2/users/:id/mentions')
})

test('an outage longer than X’s backfill is covered by a poll that is asked at once', async () => {
  await live()
  const fault = await f.control.fault({
    match: { path: '/2/activity/stream' },
    times: 'forever',
    kind: 'status',
    status: 503,
  })
  await f.control['stream.drop']({})
  await f.until(async () => !(await isLive()))
  await f.clock.advance(400_000)
  await f.control.stream({ skips: 'everything' })
  await f.control.post({ by: 'mara', text: '@northair while nobody heard' })
  await f.control['faults.clear']({ id: fault.id })
  f.core.power('suspend')
  await f.idle()
  await asked()
  f.core.power('resume')
  await f.until(async () => (await texts()).includes('@northair while nobody heard'))
  const paths = (await f.control.requests()).requests.map((one) => one.path)
  expect(paths).toContain('/2/activity/stream')
})

test('a silent line is given up after 40 seconds', async () => {
  await live()
  await f.control.stream({ keepAlive: false })
  await f.clock.advance(39_000)
  expect((await streamOf()).state).toBe('live')
  await f.clock.advance(21_000)
  expect(f.log.map((line) => [line.event, line.facts['from'], line.facts['to']])).toContainEqual([
    'stream.moved',
    'live',
    'waiting',
  ])
  await f.control.stream({ keepAlive: true })
  await f.clock.advance(5_000)
  await f.until(() => isLive())
})

test('an event that X tells twice is taken once', async () => {
  await live()
  await f.control.stream({ duplicate: true })
  await f.control.post({ by: 'mara', text: '@northair twice' })
  await f.control.post({ by: 'bex', text: '@northair last' })
  await f.until(async () => (await texts()).includes('@northair last'))
  await f.idle()
  expect(await texts()).toHaveLength(2)
  await f.restart()
  await f.until(() => isLive())
  await f.idle()
  expect(await texts()).toHaveLength(2)
})

test('garbage and half a line cost a poll and nothing else', async () => {
  await live()
  await f.control.stream({ skips: 'everything' })
  await f.control.post({ by: 'mara', text: '@northair lost in the line' })
  await f.control['stream.line']({ text: '{"data":{"event_uuid":"1","event_\r\n' })
  await f.until(async () => (await texts()).includes('@northair lost in the line'))
  expect(await isLive()).toBe(true)
})

test('a post that is deleted on X is buried here', async () => {
  await live()
  const { id } = await f.control.post({ by: 'mara', text: '@northair oops' })
  await f.until(async () => (await texts()).includes('@northair oops'))
  // The customer of an open ticket is watched from the next round on.
  await f.clock.advance(31 * 60_000)
  await f.control.delete({ post: id })
  await f.until(async () => !JSON.stringify(await f.column('mentions')).includes('oops'))
})

test('a sign-in that is revoked asks to be made again', async () => {
  await live()
  await f.control.revoke({ username: 'northair' })
  await f.until(async () => (await f.handle('northair')).handle.state === 'reconnect')
})

test('two other computers are told, and can be ended from here', async () => {
  f = await flow({ handles: [], stream: true })
  await f.end()
  f = await flow({ handles: ['northair'], stream: true })
  await f.until(() => isLive())
  await f.control['stream.drop']({ app: 'Agency', words: false })
  await f.control['stream.others']({ app: 'Agency', count: 2 })
  await f.clock.advance(1_000)
  await f.until(async () => (await streamOf()).failure?.code === 'stream.busy')
  expect(await streamOf()).toMatchObject({ state: 'refused' })
  expect(await isLive()).toBe(false)
  await f.control.post({ by: 'mara', text: '@northair by the poll' })
  await f.clock.advance(6_000)
  expect(await texts()).toEqual(['@northair by the poll'])
  await f.call('stream.take-over', { appId: (await appView()).id })
  await f.until(() => isLive())
})

test('a bearer that X refuses is told; a new one is taken at once', async () => {
  await live()
  await f.control.fault({ match: { path: '/2/activity/stream' }, times: 1, kind: 'status', status: 401 })
  await f.control['stream.drop']({})
  await f.clock.advance(1_000)
  await f.until(async () => (await streamOf()).failure?.code === 'stream.bearer')
  const app = await appView()
  const bearer = must(
    f.s.x.grants.apps.find((one) => one.name === 'Agency'),
    'the app',
  ).bearer
  await f.call('app.save', {
    id: app.id,
    name: app.name,
    clientId: app.clientId,
    clientSecret: null,
    bearer,
    consumerKey: null,
    consumerSecret: null,
  })
  await f.until(() => isLive())
})

test('without credits the stream rests, and comes back with them', async () => {
  await live()
  await f.control.credits({ app: 'Agency', dollars: 0 })
  await f.control['stream.drop']({})
  await f.clock.advance(1_000)
  await f.until(async () => (await streamOf()).failure?.code === 'x.credits')
  await f.control.credits({ app: 'Agency', dollars: null })
  await f.clock.advance(20 * 60_000)
  await f.until(() => isLive())
})

test('without a bearer nothing is streamed and everything is polled', async () => {
  f = await flow({ handles: ['northair'] })
  expect((await appView()).stream).toBeNull()
  expect(await isLive()).toBe(false)
  await f.control.post({ by: 'mara', text: '@northair hello' })
  await f.clock.advance(6_000)
  expect(await texts()).toEqual(['@northair hello'])
  expect((await asked()).some((call) => call.includes('activity'))).toBe(false)
})

test('the bearer stands in no log line', async () => {
  await live()
  await f.control['stream.drop']({})
  await f.clock.advance(5_000)
  const { issued } = await f.control.tokens()
  const said = JSON.stringify(f.log)
  expect(issued.filter((token) => token.length > 20 && said.includes(token))).toEqual([])
})

test('a cap ends what X would charge for telling; raised, the stream and what came meanwhile are back', async () => {
  await live()
  await f.control.post({ by: 'mara', text: '@northair my bag' })
  await f.until(async () => (await texts()).includes('@northair my bag'))
  const { brand } = await f.handle('northair')
  const scope = { kind: 'brand', id: brand.id } as const
  const none = { dayBudget: null, monthBudget: null, dayCap: null, monthCap: null }
  await f.call('money.limit', { scope, limits: { ...none, dayCap: 1_000 } })
  await f.until(async () => !(await isLive()))
  await f.idle()
  const before = await f.metered()
  await f.control.post({ by: 'bex', text: '@northair mine too' })
  await f.clock.advance(5 * 60_000)
  expect(await f.metered()).toBe(before)
  expect(await texts()).toEqual(['@northair my bag'])

  await f.call('money.limit', { scope, limits: none })
  await f.until(() => isLive())
  await f.until(async () => (await texts()).includes('@northair mine too'))
})

test('spending that reaches a cap ends the stream’s paid events by itself, until X’s day is over', async () => {
  await live()
  const { brand } = await f.handle('northair')
  const scope = { kind: 'brand', id: brand.id } as const
  const none = { dayBudget: null, monthBudget: null, dayCap: null, monthCap: null }
  await f.call('money.limit', { scope, limits: { ...none, dayCap: 15_000 } })
  await f.until(() => isLive())
  for (const by of ['mara', 'bex', 'paulo']) await f.control.post({ by, text: '@northair my bag' })
  await f.until(async () => !(await isLive()))
  await f.clock.advance(13 * 3_600_000)
  await f.until(() => isLive())
})

test('a line that breaks again before a word came asks X for all of the gap once more', async () => {
  await live()
  const refuse = {
    match: { path: '/2/activity/stream' },
    times: 'forever',
    kind: 'status',
    status: 503,
  } as const
  const fault = await f.control.fault(refuse)
  await f.control['stream.drop']({})
  await f.until(async () => !(await isLive()))
  await f.clock.advance(100_000)
  await f.control.stream({ keepAlive: false })
  await f.control['faults.clear']({ id: fault.id })
  await f.clock.advance(60_000)
  await f.until(() => isLive())
  await f.control['stream.drop']({ words: false })
  await f.clock.advance(10_000)
  await f.until(() => isLive())
  const opened = (await f.control.requests()).requests
    .filter(({ path, status }) => path.startsWith('/2/activity/stream?') && status === 200)
    .map(({ path }) => Number(new URLSearchParams(path.split('?')[1]).get('backfill_minutes')))
  expect(opened.at(-1)).toBeGreaterThanOrEqual(opened.at(-2) ?? Infinity)
})
