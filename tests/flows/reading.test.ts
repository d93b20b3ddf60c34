/** @file Stories of reading: what arrives, in what order, and what one trouble does to everything else. */
import { afterEach, expect, test } from 'vitest'
import { listBrands } from '../../src/core/brands/list.ts'
import { ingestPeople } from '../../src/core/sync/ingest.ts'
import { Failure } from '../../src/shared/errors.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { xSide, type XSide } from './x-side.ts'

let f: XSide
afterEach(() => f.end())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()
const count = async (table: 'posts' | 'dm_events' | 'tickets'): Promise<number> =>
  (
    await f.core.database.read
      .selectFrom(table)
      .select(f.core.database.read.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

test('everything that X has is here after the first reading, with names', async () => {
  f = await xSide({
    lines: [
      { type: 'post', by: 'mara', key: 'a', text: '@northair where is my bag?', at: ago(50) },
      { type: 'post', by: 'northair', replyTo: 'a', text: 'Looking into it, Mara.', at: ago(40) },
      { type: 'post', by: 'paulo', text: 'olá @lumen, sem internet', at: ago(30) },
      { type: 'dm', from: 'bex', to: 'lumen', text: 'can you check my bill?', at: ago(20) },
    ],
  })
  await f.begin()
  expect(await count('posts')).toBe(3)
  expect(await count('dm_events')).toBe(1)
  expect(await count('tickets')).toBe(3)
  const people = await f.core.database.read.selectFrom('people').select(['username', 'name']).execute()
  expect(new Set(people.map((person) => person.username))).toEqual(
    new Set(['northair', 'lumen', 'mara', 'paulo', 'bex']),
  )
  for (const source of ['mentions', 'dms', 'posts'] as const)
    expect(await f.source('lumen', source)).toMatchObject({ failure: null, complete_to_at: noon })
})

test('a post that comes twice is stored once', async () => {
  f = await xSide({ lines: [{ type: 'post', by: 'mara', text: 'hello @northair and @lumen', at: ago(1) }] })
  await f.begin()
  expect(await f.texts()).toHaveLength(1)
  await f.clock.advance(5_000)
  await f.restart()
  await f.core.database.write(async (tx) => {
    await tx.db.updateTable('sources').set({ since_id: null }).execute()
  })
  await f.begin()
  expect(await f.texts()).toHaveLength(1)
  expect(await count('tickets')).toBe(2)
})

test('what is written while the program runs arrives with the next reading, and nothing is asked twice', async () => {
  f = await xSide()
  await f.begin()
  await f.control.post({ by: 'mara', text: '@northair hello?' })
  await f.clock.advance(5_000)
  expect(await f.texts()).toEqual(['@northair hello?'])
  await f.asked()
  await f.clock.advance(5_000)
  const asked = (await f.asked()).filter((request) => request.handle === 'northair')
  expect(asked.map((request) => request.route)).toEqual(['/2/users/:id/mentions'])
  expect(must(asked[0], 'one request').path).toContain('since_id=')
})

test('a post that appears late, below one that is here, is found', async () => {
  f = await xSide()
  await f.begin()
  const { id: late } = await f.control.post({ by: 'paulo', text: '@northair late', ago: 20_000 })
  await f.control.lag({ endpoint: 'mentions', ms: 60_000 })
  await f.control.post({ by: 'mara', text: '@northair early', ago: 65_000 })
  await f.clock.advance(5_000)
  expect(await f.texts()).toEqual(['@northair early'])
  await f.control.lag({ endpoint: 'mentions', ms: 0 })
  await f.clock.advance(5_000)
  const ids = await f.core.database.read.selectFrom('posts').select('id').execute()
  expect(ids.map((row) => row.id)).toContain(late)
})

test('the parents of a reply are fetched so that the conversation can be shown', async () => {
  f = await xSide({
    lines: [
      { type: 'post', by: 'bex', key: 'root', text: 'Airlines, honestly', at: ago(50) },
      { type: 'post', by: 'paulo', key: 'mid', replyTo: 'root', text: 'which one?', at: ago(40) },
      { type: 'post', by: 'bex', replyTo: 'mid', text: '@northair of course', at: ago(30) },
    ],
  })
  await f.begin()
  expect(await count('posts')).toBe(3)
  expect(await f.core.database.read.selectFrom('wanted_posts').selectAll().execute()).toEqual([])
})

test('a long backlog is read page by page to its end', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('suspend')
  await f.clock.advance(60_000)
  const at = (n: number): string => new Date(noon + n).toISOString()
  await f.control.scenario({
    text: Array.from({ length: 350 }, (_, n) =>
      JSON.stringify({ type: 'post', by: 'mara', text: `@northair number ${n}`, at: at(n) }),
    ).join('\n'),
  })
  f.core.sync.power('resume')
  await f.core.sync.idle()
  expect(await count('posts')).toBe(350)
  expect(await f.source('northair', 'mentions')).toMatchObject({ resume_token: null, chain_top_id: null })
})

test('a 429 on one brand’s direct messages stops nothing else, and says when it goes on', async () => {
  f = await xSide({ lines: [{ type: 'dm', from: 'bex', to: 'lumen', text: 'my bill', at: ago(20) }] })
  const reset = Math.round(noon / 1_000) + 600
  await f.control.fault({
    match: { path: '/2/dm_events', handle: 'northair' },
    times: 1,
    kind: 'status',
    status: 429,
    headers: {
      'x-rate-limit-limit': '15',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(reset),
    },
  })
  await f.begin()
  expect(await f.source('northair', 'dms')).toMatchObject({ next_try_at: reset * 1_000 + 1_000 })
  expect(must((await f.source('northair', 'dms'))?.failure, 'a failure')).toContain('x.rate-limited')
  expect(await count('dm_events')).toBe(1)
  await f.control.post({ by: 'mara', text: '@northair still there?' })
  await f.asked()
  await f.clock.advance(300_000)
  expect(await f.texts()).toEqual(['@northair still there?'])
  const dmCalls = (await f.asked()).filter((request) => request.route === '/2/dm_events')
  expect(dmCalls.some((request) => request.handle === 'northair')).toBe(false)
  expect(dmCalls.some((request) => request.handle === 'lumen')).toBe(true)
  await f.clock.advance(310_000)
  expect(await f.source('northair', 'dms')).toMatchObject({ failure: null })
})

test('X’s own limit on direct messages is never run into', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  await f.clock.advance(3 * 900_000)
  expect((await f.asked()).filter((request) => request.status === 429)).toEqual([])
})

test('402 stops every paid call of that app and says so; another app goes on; credits are found again', async () => {
  f = await xSide({ handles: ['northair', 'lumen', 'metro'] })
  await f.begin()
  await f.control.credits({ app: 'Agency', dollars: 0 })
  await f.control.post({ by: 'mara', text: '@northair @metro anyone?' })
  await f.clock.advance(6_000)
  await f.asked()
  await f.clock.advance(600_000)
  const calls = await f.asked()
  expect(calls.filter((request) => request.app === 'Agency')).toEqual([])
  expect(calls.filter((request) => request.app === 'Own').length).toBeGreaterThan(100)
  const apps = await f.core.database.read.selectFrom('apps').select(['name', 'out_of_credits_at']).execute()
  expect(apps.find((app) => app.name === 'Agency')?.out_of_credits_at).toBeGreaterThanOrEqual(noon)
  expect(apps.find((app) => app.name === 'Own')?.out_of_credits_at).toBeNull()
  await expect(
    f.core.x.client.reply(await f.handle('lumen'), { text: 'hi', targetPostId: '1' }),
  ).rejects.toMatchObject({
    code: 'x.credits',
  })
  await f.control.credits({ app: 'Agency', dollars: null })
  await f.clock.advance(400_000)
  expect(
    (await f.core.database.read.selectFrom('apps').select('out_of_credits_at').execute()).every(
      (app) => app.out_of_credits_at === null,
    ),
  ).toBe(true)
  for (const source of ['mentions', 'dms', 'posts'] as const)
    expect(await f.source('northair', source)).toMatchObject({ failure: null })
})

test('a crash between two pages repeats work and loses nothing', async () => {
  const many = Array.from({ length: 250 }, (_, n) => ({
    type: 'post',
    by: 'mara',
    text: `@northair number ${n}`,
    at: new Date(noon - 3_600_000 + n * 1_000).toISOString(),
  }))
  f = await xSide({ handles: ['northair'], lines: many })
  const ended = f.event((event) => {
    // The first page is committed: from now on no answer arrives any more.
    if (event.ticketIds.length > 0) f.core.x.close()
    return event.ticketIds.length > 0
  })
  await f.begin()
  await ended
  expect(await count('posts')).toBe(100)
  const half = await f.source('northair', 'mentions')
  expect(half).toMatchObject({ since_id: null, complete_to_at: null })
  expect(half?.resume_token).not.toBeNull()
  await f.restart()
  await f.begin()
  await f.clock.advance(10_000)
  expect(await count('posts')).toBe(250)
})

test('pressing retry tries at once whether credits are back', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.control.credits({ app: 'Agency', dollars: 0 })
  await f.control.post({ by: 'mara', text: '@northair anyone?' })
  await f.begin()
  await f.control.credits({ app: 'Agency', dollars: null })
  f.core.sync.syncNow(await f.handle('northair'), 'mentions')
  await f.core.sync.idle()
  await f.clock.advance(1_000)
  expect(await f.texts()).toEqual(['@northair anyone?'])
})

test.each(['html', 'broken-json', 'truncate', 'drop-connection'] as const)(
  'an answer that is none (%s) is told, tried again, and loses nothing',
  async (kind) => {
    f = await xSide({
      handles: ['northair'],
      lines: [{ type: 'post', by: 'mara', text: '@northair hi', at: ago(1) }],
    })
    await f.control.fault({
      match: { path: '/mentions' },
      times: 1,
      kind,
      ...(kind === 'html' ? { status: 200 } : {}),
    })
    await f.begin()
    const failed = await f.source('northair', 'mentions')
    expect(failed).toMatchObject({ since_id: null, failures: 1, next_try_at: noon + 5_000 })
    expect(failed?.failure).toContain(kind === 'drop-connection' ? 'x.timeout' : 'x.malformed')
    await f.clock.advance(5_000)
    expect(await f.texts()).toEqual(['@northair hi'])
    expect(await f.source('northair', 'mentions')).toMatchObject({ failure: null, failures: 0 })
  },
)

test('one unreadable post among good ones is counted and costs only itself', async () => {
  f = await xSide({ handles: ['northair'] })
  const good = {
    id: '1990000000000000001',
    author_id: '5',
    created_at: '2026-11-17T11:59:00.000Z',
    text: '@northair hi',
  }
  await f.control.fault({
    match: { path: '/mentions' },
    kind: 'status',
    status: 200,
    body: { data: [{ ...good, id: '1990000000000000002', created_at: 'yesterday' }, 7, good], meta: {} },
  })
  await f.begin()
  expect(await f.texts()).toEqual(['@northair hi'])
  expect(f.log).toContainEqual({
    event: 'sync.unreadable',
    facts: { handleId: await f.handle('northair'), source: 'mentions', items: 2 },
  })
})

test('an answer that never comes is given up after its time, and other sources go on meanwhile', async () => {
  f = await xSide({
    handles: ['northair'],
    lines: [{ type: 'post', by: 'northair', text: 'Good morning', at: ago(9) }],
  })
  await f.control.fault({ match: { path: '/mentions' }, times: 1, kind: 'hang' })
  f.waiting.settle = async () => undefined
  const stored = f.event((event) => event.session)
  await f.core.sync.start()
  await stored
  while ((await f.source('northair', 'posts')) === undefined) await f.event((event) => event.session)
  expect(await f.texts()).toEqual(['Good morning'])
  await f.clock.advance(30_000)
  await f.core.sync.idle()
  expect((await f.source('northair', 'mentions'))?.failure).toContain('x.timeout')
})

test('lookups that X refuses stop no source; what they were for is fetched later', async () => {
  f = await xSide({
    handles: ['northair'],
    lines: [
      { type: 'post', by: 'bex', key: 'root', text: 'Airlines, honestly', at: ago(50) },
      { type: 'post', by: 'paulo', replyTo: 'root', text: '@northair of course', at: ago(30) },
    ],
  })
  await f.control.fault({ match: { path: '/2/tweets' }, times: 1, kind: 'status', status: 503 })
  await f.begin()
  expect(await f.texts()).toEqual(['@bex @northair of course'])
  expect(await f.source('northair', 'mentions')).toMatchObject({ failure: null })
  await f.clock.advance(70_000)
  expect(await f.texts()).toEqual(['Airlines, honestly', '@bex @northair of course'])
})

test('without a network nothing is asked; when it is back, all is read at once', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.begin()
  f.core.sync.power('offline')
  await f.asked()
  await f.control.post({ by: 'mara', text: '@northair hi' })
  await f.clock.advance(3_600_000)
  expect(await f.asked()).toEqual([])
  f.core.sync.power('online')
  await f.core.sync.idle()
  expect(await f.texts()).toEqual(['@northair hi'])
})

test('a full disk: the brand says so though not even that can be written, and what was missed arrives later', async () => {
  f = await xSide()
  await f.begin()
  const { database, sync } = f.core
  const { write } = database
  database.write = (work, how) =>
    write(async (tx) => {
      const changes = () => must(tx.raw<{ n: number }>('SELECT total_changes() AS n').get(), 'a count').n
      const before = changes()
      const result = await work(tx)
      if (changes() !== before) throw new Failure('disk.full', {})
      return result
    }, how)
  await f.control.post({ by: 'mara', text: '@northair hello?' })
  f.events.length = 0
  await f.clock.advance(5_000)
  const mentions = async () => {
    const brands = await listBrands(database.read, f.clock.now(), new Map(), sync.trouble)
    const handle = brands.flatMap((brand) => brand.handles).find((one) => one.username === 'northair')
    return handle?.sources.find((one) => one.source === 'mentions')
  }
  expect(await mentions()).toMatchObject({ state: 'failed', failure: { code: 'disk.full' } })
  expect((await mentions())?.nextTryAt).toBeGreaterThan(noon)
  expect(f.events.some((event) => event.session)).toBe(true)
  expect(await f.texts()).toEqual([])
  database.write = write
  f.events.length = 0
  await f.clock.advance(600_000)
  expect(await f.texts()).toEqual(['@northair hello?'])
  expect(await mentions()).toMatchObject({ state: 'ok', failure: null })
  expect(f.events.some((event) => event.session)).toBe(true)
})

test('a handle that was renamed on X goes by its new name, and loses nothing', async () => {
  f = await xSide({ lines: [{ type: 'post', by: 'northair', text: 'Good morning.', at: ago(30) }] })
  await f.begin()
  f.events.length = 0
  const us = must(
    await f.core.database.read
      .selectFrom('handles')
      .select(['x_user_id', 'brand_id'])
      .where('username', '=', 'northair')
      .executeTakeFirst(),
    'a handle',
  )
  await f.core.database.write((tx) => {
    ingestPeople(tx, [
      {
        xUserId: us.x_user_id,
        name: 'North Air',
        username: 'northairways',
        avatarUrl: null,
        followers: null,
        verified: true,
      },
    ])
  })
  const brands = await listBrands(f.core.database.read, f.clock.now(), new Map(), f.core.sync.trouble)
  expect(brands.flatMap((brand) => brand.handles.map((handle) => handle.username))).toContain('northairways')
  expect(f.events).toMatchObject([{ session: true, brandIds: [us.brand_id] }])
})
