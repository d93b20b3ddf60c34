/** @file Stories of the sign-in while it lives: renewed once for everybody, kept before it is used, and how it ends. */
import { afterEach, expect, test } from 'vitest'
import { brandService } from '../../src/core/brands/service.ts'
import type { LoggedRequest } from '../../src/practice/control-protocol.ts'
import { xSide, type XSide } from './x-side.ts'

let f: XSide
afterEach(() => f.end())

const hour = 3_600_000
const isRenewal = (request: LoggedRequest): boolean => request.path === '/2/oauth2/token'
const read = async (username: string) => f.core.x.client.mentions(await f.handle(username), { max: 5 })

test('five calls with an expired token: X is asked once for a new one, and all five work', async () => {
  f = await xSide()
  await f.clock.advance(3 * hour)
  const id = await f.handle('northair')
  const calls = [
    f.core.x.client.mentions(id, { max: 5 }),
    f.core.x.client.ownPosts(id, { max: 5 }),
    f.core.x.client.dms(id, { max: 5 }),
    f.core.x.client.me(id),
    f.core.x.client.people(id, [f.s.id('mara')]),
  ]
  await expect(Promise.all(calls)).resolves.toHaveLength(5)
  expect((await f.asked()).filter(isRenewal)).toHaveLength(1)
})

test('five calls that X answers with 401 at once: one renewal, no reused refresh token, the family lives', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.control.fault({ match: { path: '/2/users' }, times: 5, kind: 'status', status: 401 })
  const id = await f.handle('northair')
  const client = f.core.x.client
  const all = await Promise.all(Array.from({ length: 5 }, () => client.mentions(id, { max: 5 })))
  expect(all).toHaveLength(5)
  expect((await f.asked()).filter(isRenewal)).toHaveLength(1)
  await f.clock.advance(2 * hour)
  await read('northair')
  expect(await f.state('northair')).toBe('connected')
})

test('a sign-in is renewed before its last five minutes, day after day, across restarts', async () => {
  f = await xSide({ handles: ['northair'] })
  for (let day = 0; day < 12; day++) {
    await f.clock.advance(hour + 56 * 60_000)
    await read('northair')
    if (day % 3 === 0) await f.restart()
  }
  const asked = await f.asked()
  expect(asked.filter(isRenewal)).toHaveLength(12)
  expect(asked.filter((request) => request.status === 401)).toEqual([])
})

test('the new pair is in the keychain before it is used; the spent one stays until the new has worked', async () => {
  f = await xSide({ handles: ['northair'] })
  const id = await f.handle('northair')
  const before = f.vault.entries.get(`handle/${id}/refresh`)
  await f.clock.advance(3 * hour)
  await f.control.fault({ match: { path: '/mentions' }, times: 1, kind: 'status', status: 503 })
  f.vault.written.length = 0
  await expect(read('northair')).rejects.toMatchObject({ code: 'x.server' })
  expect(f.vault.written).toEqual(
    ['previous', 'refresh', 'expires', 'access'].map((part) => `handle/${id}/${part}`),
  )
  expect(f.vault.entries.get(`handle/${id}/previous`)).toBe(before)
  await read('northair')
  expect(f.vault.entries.has(`handle/${id}/previous`)).toBe(false)
  await f.restart()
  await read('northair')
  expect((await f.asked()).filter(isRenewal)).toHaveLength(1)
})

test('a crash while the new pair is being kept costs nothing', async () => {
  f = await xSide({ handles: ['northair'] })
  const id = await f.handle('northair')
  const oldAccess = f.vault.entries.get(`handle/${id}/access`)
  await f.clock.advance(3 * hour)
  await read('northair')
  // As if the program had ended right after the refresh token was written.
  if (oldAccess) f.vault.entries.set(`handle/${id}/access`, oldAccess)
  await f.restart()
  await read('northair')
  expect(await f.state('northair')).toBe('connected')
})

test('a keychain that fails at a renewal: told, kept in memory, and kept for good once it is back', async () => {
  f = await xSide({ handles: ['northair'] })
  await read('northair')
  await f.clock.advance(3 * hour)
  f.vault.failing = 'vault.unreachable'
  await read('northair')
  expect(await f.state('northair')).toBe('memory-only')
  await read('northair')
  f.vault.failing = null
  await f.clock.advance(61_000)
  await read('northair')
  expect(await f.state('northair')).toBe('connected')
  await f.restart()
  await read('northair')
})

test('a keychain that cannot be read is told as such, never as a dead sign-in', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.restart()
  f.vault.failing = 'vault.locked'
  await f.begin()
  expect(await f.state('northair')).toBe('connected')
  expect((await f.source('northair', 'mentions'))?.failure).toContain('vault.locked')
  f.vault.failing = null
  await f.clock.advance(6_000)
  expect(await f.source('northair', 'mentions')).toMatchObject({ failure: null })
})

test('a dead sign-in becomes a quiet wish to reconnect; X is not asked again, other brands go on', async () => {
  f = await xSide()
  await f.begin()
  await f.control.revoke({ username: 'northair' })
  await f.control.post({ by: 'mara', text: '@lumen hello' })
  await f.clock.advance(6_000)
  expect(await f.state('northair')).toBe('reconnect')
  expect(await f.state('lumen')).toBe('connected')
  await f.asked()
  await f.clock.advance(600_000)
  const asked = await f.asked()
  expect(asked.filter((request) => request.handle === 'northair' || isRenewal(request))).toEqual([])
  expect(await f.texts()).toEqual(['@lumen hello'])
  await expect(read('northair')).rejects.toMatchObject({
    code: 'x.reconnect',
    data: { username: 'northair' },
  })
})

test('an answer to a renewal that is lost: the token at hand serves to its end, then it is told', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.clock.advance(hour + 56 * 60_000)
  await f.control.fault({ match: { path: '/2/oauth2/token' }, times: 1, kind: 'lost-answer' })
  await read('northair')
  await expect(read('northair')).rejects.toMatchObject({ code: 'x.reconnect' })
  expect(await f.state('northair')).toBe('reconnect')
})

test('X in trouble at a renewal is no dead sign-in', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.clock.advance(3 * hour)
  await f.control.fault({ match: { path: '/2/oauth2/token' }, times: 2, kind: 'status', status: 503 })
  await expect(read('northair')).rejects.toMatchObject({ code: 'x.server' })
  const id = await f.handle('northair')
  // A write that could not even be signed has not left.
  await expect(f.core.x.client.reply(id, { text: 'Hi', targetPostId: '1' })).rejects.toMatchObject({
    code: 'x.offline',
  })
  await read('northair')
  expect(await f.state('northair')).toBe('connected')
})

test('403 never renews', async () => {
  f = await xSide({ handles: ['northair'] })
  await f.control.fault({ match: { path: '/mentions' }, times: 1, kind: 'status', status: 403 })
  await expect(read('northair')).rejects.toMatchObject({ code: 'x.refused' })
  expect((await f.asked()).filter(isRenewal)).toEqual([])
})

test.each([true, false])(
  'a removed brand (data kept: %s) has no secrets, no reading, and is revoked at X',
  async (keepData) => {
    const lines = [
      { type: 'post', by: 'mara', text: '@northair quite unmistakable', at: '2026-11-17T11:50:00Z' },
    ]
    f = await xSide({ lines })
    await f.begin()
    const id = await f.handle('northair')
    const { database, x, sync } = f.core
    const brands = brandService({
      database,
      vault: f.vault,
      x,
      sync,
      stream: { isStreaming: () => false, view: () => null, retry() {} },
      clock: f.clock,
      log: { info() {}, warn() {}, error() {} },
    })
    const context = { connectionId: 'test' }
    const list = await brands['brand.list']({}, context)
    const own = list.find((brand) => brand.handles.some((handle) => handle.id === id))
    expect(own).toMatchObject({
      needsReply: 1,
      initials: 'NA',
      handles: [{ username: 'northair', state: 'connected' }],
    })
    const brandId = own?.id ?? ''
    await brands['brand.remove']({ brandId, keepData }, context)
    await f.core.sync.idle()
    expect([...f.vault.entries.keys()].filter((name) => name.startsWith(`handle/${id}`))).toEqual([])
    const asked = await f.asked()
    expect(asked.some((request) => request.path === '/2/oauth2/revoke' && request.status === 200)).toBe(true)
    await f.clock.advance(60_000)
    expect((await f.asked()).filter((request) => request.handle === 'northair')).toEqual([])
    expect((await brands['brand.list']({}, context)).map((brand) => brand.name)).toEqual(['Lumen'])
    expect(await f.texts()).toHaveLength(keepData ? 1 : 0)
    const mara = await database.read
      .selectFrom('people')
      .select('name')
      .where('username', '=', 'mara')
      .execute()
    expect(mara).toHaveLength(keepData ? 1 : 0)
    await expect(
      brands['brand.remove']({ brandId: f.s.id('mara'), keepData }, context),
    ).rejects.toMatchObject({
      code: 'brand.missing',
    })
  },
)
