/**
 * @file Stories of completeness: what X leaves out, shows late, repeats or no longer has, and what the console says of
 * it. Nothing is ever skipped in silence.
 */
import { afterEach, expect, test } from 'vitest'
import { listBrands } from '../../src/core/brands/list.ts'
import { liveIntervals } from '../../src/core/sync/intervals.ts'
import type { SourceKind, SourceStatus } from '../../src/shared/domain/brand.ts'
import { noteGap, openGap } from '../../src/core/sync/gaps.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { xSide, type XSide } from './x-side.ts'

let f: XSide
afterEach(() => f.end())

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const status = async (username: string, source: SourceKind): Promise<SourceStatus> => {
  const brands = await listBrands(f.core.database.read, f.clock.now(), new Map(), f.core.sync.trouble)
  const handle = brands.flatMap((brand) => brand.handles).find((one) => one.username === username)
  return must(
    handle?.sources.find((one) => one.source === source),
    'a source',
  )
}
const closedGaps = (): Promise<unknown[]> =>
  f.core.database.read.selectFrom('gaps').selectAll().where('closed_at', 'is not', null).execute()
const many = (count: number, from: number, stepMs: number): string =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({
      type: 'post',
      by: 'mara',
      text: `@northair number ${n}`,
      at: new Date(from + n * stepMs).toISOString(),
    }),
  ).join('\n')
const count = async (): Promise<number> => (await f.texts()).length

test('a mention that since_id leaves out for good is found by reading without it', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  await f.control.post({ by: 'mara', text: '@northair first' })
  await f.clock.advance(5_000)
  const { id } = await f.control.post({ by: 'paulo', text: '@northair lost' })
  await f.control['leave-out']({ list: 'mentions', item: id, bySinceId: true })
  await f.control.post({ by: 'bex', text: '@northair last' })
  await f.clock.advance(5 * minute)
  expect(await f.texts()).toEqual(['@northair first', '@northair last'])
  await f.clock.advance(10 * minute)
  expect(await f.texts()).toContain('@northair lost')
})

test('a direct message that X shows late, below one that is here, is found', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  const { id } = await f.control.dm({ from: 'mara', to: 'northair', text: 'late' })
  await f.control['leave-out']({ list: 'dm', item: id, ms: 8 * minute })
  await f.clock.advance(1_000)
  await f.control.dm({ from: 'bex', to: 'northair', text: 'in time' })
  await f.clock.advance(20 * minute)
  const events = await f.core.database.read.selectFrom('dm_events').select('text').orderBy('id').execute()
  expect(events.map(({ text }) => text)).toEqual(['late', 'in time'])
})

test('a reply that no time line shows is found by searching the open conversation', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  const { id: root } = await f.control.post({ by: 'mara', text: '@northair where is my bag?' })
  await f.clock.advance(5_000)
  const { id: reply } = await f.control.post({ by: 'bex', text: 'same here, day three', replyTo: root })
  await f.control['leave-out']({ list: 'mentions', item: reply })
  await f.asked()
  await f.clock.advance(minute)
  expect(await f.texts()).toContain('@mara @northair same here, day three')
  const searches = (await f.asked()).filter((request) => request.route === '/2/tweets/search/recent')
  expect(decodeURIComponent(must(searches[0], 'a search').path)).toContain(`conversation_id:${root}`)
})

test('a quote that names nobody is found, and opens a ticket', async () => {
  f = await xSide({
    handles: ['northair'],
    lines: [
      {
        type: 'post',
        by: 'northair',
        key: 'ours',
        text: 'New: free wifi',
        at: new Date(noon - hour).toISOString(),
      },
    ],
  })
  await f.begin()
  await f.control.post({ by: 'paulo', text: 'it never works', quote: 'ours' })
  await f.clock.advance(2 * minute)
  expect((await f.texts()).some((text) => text.startsWith('it never works'))).toBe(true)
  expect(await f.core.database.read.selectFrom('tickets').selectAll().execute()).toHaveLength(1)
})

test('many conversations are asked for together, and a search that finds nothing costs nothing', async () => {
  f = await xSide({ handles: ['lumen'] })
  await f.begin()
  for (let n = 0; n < 20; n++) await f.control.post({ by: 'mara', text: `@lumen question ${n}` })
  await f.clock.advance(2 * minute)
  await f.asked()
  const before = (await f.control.meter()).apps['Agency']?.dollars
  await f.clock.advance(30_000)
  const searches = (await f.asked()).filter((request) => request.route === '/2/tweets/search/recent')
  expect(searches).toHaveLength(2)
  for (const { path } of searches)
    expect(new URLSearchParams(path.slice(path.indexOf('?'))).get('query')?.length).toBeLessThanOrEqual(512)
  expect((await f.control.meter()).apps['Agency']?.dollars).toBe(before)
})

test('a server that repeats its token for ever does not trap the engine, and hides nothing', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('suspend')
  await f.clock.advance(10 * minute)
  await f.control.scenario({ text: many(250, noon + 1_000, 1_000) })
  await f.control['mis-page']({ list: 'mentions', flaw: 'repeat-token', times: 5 })
  await f.asked()
  f.core.sync.power('resume')
  await f.core.sync.idle()
  expect(await count()).toBe(250)
  expect((await status('northair', 'mentions')).gaps).toEqual([])
  const asked = (await f.asked()).filter((request) => request.route.endsWith('/mentions'))
  expect(asked.length).toBeLessThan(12)
  expect(asked.some((request) => request.path.includes('until_id='))).toBe(true)
})

test('empty pages with a token end as a gap, which a search closes', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  await f.control.post({ by: 'mara', text: '@northair one' })
  await f.clock.advance(5_000)
  await f.control['mis-page']({ list: 'mentions', flaw: 'empty-page' })
  await f.control['mis-page']({ list: 'search', flaw: 'empty-page' })
  await f.control.post({ by: 'paulo', text: '@northair two' })
  await f.clock.advance(10_000)
  expect((await status('northair', 'mentions')).gaps).toMatchObject([{ why: 'circle' }])
  await f.control['mis-page']({ list: 'search', flaw: 'empty-page', times: 1 })
  await f.clock.advance(15 * minute)
  expect(await f.texts()).toEqual(['@northair one', '@northair two'])
  await f.control['flaws.clear']({})
  await f.clock.advance(15 * minute)
  expect((await status('northair', 'mentions')).gaps).toEqual([])
})

test('slept past the 800 that X keeps: what a search still shows is fetched, and the gap is closed', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('suspend')
  await f.clock.advance(2 * hour)
  await f.control.scenario({ text: many(850, noon + 1_000, 5_000) })
  f.core.sync.power('resume')
  await f.core.sync.idle()
  expect(await count()).toBe(850)
  expect((await status('northair', 'mentions')).gaps).toEqual([])
  expect(await closedGaps()).toMatchObject([{ source: 'mentions', why: 'horizon' }])
})

test('slept so long that no search shows it any more: the gap stands with its span', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('suspend')
  await f.clock.advance(10 * day)
  await f.control.scenario({ text: many(850, noon + hour, 1_000) })
  f.core.sync.power('resume')
  await f.core.sync.idle()
  const { gaps, completeToAt } = await status('northair', 'mentions')
  expect(gaps).toMatchObject([{ fromAt: noon - 2 * minute, why: 'horizon' }])
  // Fifty of them are beyond the newest 800, written one second apart.
  expect(must(gaps[0], 'a gap').toAt).toBe(noon + hour + 50_000)
  expect(await count()).toBe(800)
  expect(completeToAt).toBe(noon + 10 * day)
  await f.core.database.write((tx) => noteGap(tx, must(gaps[0], 'a gap').id))
  await f.restart()
  await f.begin()
  expect((await status('northair', 'mentions')).gaps).toMatchObject([{ seen: true }])
})

test('more of a gap that was noted is news again', async () => {
  f = await xSide({ handles: ['northair'] })
  const ref = { handleId: await f.handle('northair'), source: 'mentions', subject: '' } as const
  const hole = (toAt: number) => ({ fromAt: noon - hour, toAt, why: 'horizon' }) as const
  const { database } = f.core
  await database.write((tx) => openGap(tx, ref, hole(noon - 30 * minute)))
  const [gap] = (await status('northair', 'mentions')).gaps
  await database.write((tx) => noteGap(tx, must(gap, 'a gap').id))
  await database.write((tx) => openGap(tx, ref, hole(noon - 10 * minute)))
  expect((await status('northair', 'mentions')).gaps).toMatchObject([
    { id: gap?.id, toAt: noon - 10 * minute, seen: false },
  ])
})

test('direct messages of more than thirty days ago are a gap, and so is a search’s week', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('suspend')
  await f.clock.advance(32 * day)
  f.core.sync.power('resume')
  await f.core.sync.idle()
  expect((await status('northair', 'dms')).gaps).toMatchObject([
    { fromAt: noon - 2 * minute, why: 'horizon' },
  ])
  expect((await status('northair', 'mentions')).gaps).toEqual([])
})

test('an interrupted chain whose token X has forgotten goes on below what it brought', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('suspend')
  await f.clock.advance(10 * minute)
  await f.control.scenario({ text: many(250, noon + 1_000, 1_000) })
  const ended = f.event((event) => {
    if (event.ticketIds.length > 0) f.core.x.close()
    return event.ticketIds.length > 0
  })
  f.core.sync.power('resume')
  await ended
  await f.core.sync.idle()
  expect(await count()).toBe(100)
  await f.restart()
  const refusal = { title: 'Invalid Request', type: 'https://api.x.com/2/problems/invalid-request' }
  await f.control.fault({ match: { path: '/mentions' }, kind: 'status', status: 400, body: refusal })
  await f.asked()
  await f.begin()
  await f.clock.advance(5_000)
  expect(await count()).toBe(250)
  const asked = (await f.asked()).filter((request) => request.route.endsWith('/mentions'))
  expect(asked.map((request) => request.path.includes('until_id='))).toEqual([false, true, true])
  expect((await status('northair', 'mentions')).gaps).toEqual([])
})

test('silence longer than the brand’s rhythm is told, and is over with the next message', async () => {
  const steady = many(297, noon - 6 * day, 29 * minute)
  f = await xSide({
    handles: ['northair'],
    lines: steady.split('\n').map((line) => JSON.parse(line)),
    intervals: liveIntervals,
  })
  await f.begin()
  await f.core.database.write((tx) => tx.raw("UPDATE tickets SET status = 'solved'").run())
  expect((await status('northair', 'mentions')).alarm).toBeNull()
  await f.clock.advance(2 * hour)
  expect((await status('northair', 'mentions')).alarm).toBeNull()
  f.events.length = 0
  await f.clock.advance(4 * hour)
  const { alarm } = await status('northair', 'mentions')
  expect(alarm?.since).toBeLessThanOrEqual(noon)
  expect(alarm?.rhythmMs).toBeGreaterThan(20 * minute)
  expect(alarm?.rhythmMs).toBeLessThan(60 * minute)
  expect(f.events.some((event) => event.session)).toBe(true)
  await f.control.post({ by: 'mara', text: '@northair hello again' })
  await f.clock.advance(5 * minute)
  expect((await status('northair', 'mentions')).alarm).toBeNull()
})

test('waking up does not ask X for everything at once, and forgets nothing', async () => {
  f = await xSide({ handles: ['northair', 'lumen', 'metro'] })
  const handles = await Promise.all(['northair', 'lumen', 'metro'].map((name) => f.handle(name)))
  await f.core.database.write(async (tx) => {
    for (const handleId of handles)
      for (let n = 0; n < 20; n++) {
        const { brand_id } = await tx.db
          .selectFrom('handles')
          .select('brand_id')
          .where('id', '=', handleId)
          .executeTakeFirstOrThrow()
        const id = `01980000-0000-7000-8000-${handleId.slice(-8)}${String(n).padStart(4, '0')}`
        const row = {
          id,
          brand_id,
          handle_id: handleId,
          kind: 'search' as const,
          name: `s${n}`,
          query: `word${n}`,
        }
        await tx.db
          .insertInto('listening')
          .values({ ...row, created_at: tx.at })
          .execute()
      }
  })
  await f.begin()
  await f.clock.advance(30_000)
  f.core.sync.power('suspend')
  await f.clock.advance(2 * hour)
  await f.control.post({ by: 'mara', text: '@northair hi' })
  await f.asked()
  f.core.sync.power('resume')
  await f.core.sync.idle()
  expect((await f.asked()).length).toBeLessThanOrEqual(40)
  await f.clock.advance(20_000)
  const complete = await f.core.database.read.selectFrom('sources').select('complete_to_at').execute()
  for (const { complete_to_at } of complete) expect(complete_to_at).toBeGreaterThanOrEqual(noon + 2 * hour)
  expect(await f.texts()).toEqual(['@northair hi'])
})

test('a used-up window of searches stops neither mentions nor another handle', async () => {
  f = await xSide()
  await f.begin()
  await f.control.post({ by: 'mara', text: '@northair and @lumen hello' })
  const reset = Math.round(noon / 1_000) + 600
  await f.control.fault({
    match: { path: '/search/recent', handle: 'northair' },
    kind: 'status',
    status: 429,
    headers: {
      'x-rate-limit-limit': '300',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(reset),
    },
  })
  await f.clock.advance(90_000)
  expect(await status('northair', 'thread')).toMatchObject({
    state: 'paused',
    nextTryAt: reset * 1_000 + 1_000,
    failure: { code: 'x.rate-limited' },
  })
  expect(await status('northair', 'mentions')).toMatchObject({ state: 'ok' })
  expect(await status('lumen', 'thread')).toMatchObject({ state: 'ok' })
  await f.clock.advance(11 * minute)
  expect(await status('northair', 'thread')).toMatchObject({ state: 'ok', failure: null })
})

test('a budget that is used up slows reading, a limit of the user stops it until somebody asks', async () => {
  const money = { level: 'open' as 'open' | 'slow' | 'stopped' }
  f = await xSide({ handles: ['northair'], budgetOf: () => money.level })
  await f.begin()
  const mentions = async (): Promise<number> =>
    (await f.asked()).filter((request) => request.route.endsWith('/mentions')).length
  await f.asked()
  await f.clock.advance(minute)
  expect(await mentions()).toBe(12)
  money.level = 'slow'
  f.core.sync.replan()
  await f.clock.advance(minute)
  expect(await mentions()).toBe(6)
  money.level = 'stopped'
  f.core.sync.replan()
  await f.clock.advance(hour)
  expect(await f.asked()).toEqual([])
  await f.control.post({ by: 'mara', text: '@northair hi' })
  f.core.sync.syncNow(await f.handle('northair'), 'mentions')
  await f.core.sync.idle()
  expect(await f.texts()).toEqual(['@northair hi'])
})

test('while X tells by itself, reading only proves that it left nothing out', async () => {
  f = await xSide({ handles: ['northair'], isStreaming: () => true })
  await f.begin()
  await f.asked()
  await f.clock.advance(hour)
  const asked = (await f.asked()).filter((request) => request.route.endsWith('/mentions'))
  expect(asked).toHaveLength(5)
})

test('a computer whose clock is ahead of X’s misses nothing: neither what was written before it slept, nor in a conversation', async () => {
  f = await xSide({ handles: ['northair'], aheadMs: 10 * minute })
  await f.begin()
  const { id: root } = await f.control.post({ by: 'mara', text: '@northair where is my bag?' })
  await f.clock.advance(5 * minute)
  const { id: reply } = await f.control.post({ by: 'bex', text: 'same here, day three', replyTo: root })
  await f.control['leave-out']({ list: 'mentions', item: reply })
  await f.clock.advance(2 * minute)
  expect(await f.texts()).toContain('@mara @northair same here, day three')

  f.core.sync.power('suspend')
  await f.clock.advance(4 * minute)
  await f.control.post({ by: 'paulo', text: '@northair while you slept' })
  await f.clock.advance(3 * hour)
  f.core.sync.power('resume')
  await f.clock.advance(minute)
  expect(await f.texts()).toContain('@northair while you slept')
})
