/** @file Stories of signing in: browser, paste, keys; what is refused, what is kept, what is erased. */
import { afterEach, expect, test } from 'vitest'
import { listApps } from '../../src/core/brands/apps.ts'
import { must } from '../../src/shared/must.ts'
import type { ConnectView } from '../../src/shared/domain/brand.ts'
import { consent } from './consent.ts'
import { xSide, type XSide } from './x-side.ts'

let f: XSide
afterEach(() => f.end())

const context = { connectionId: 'test' }
const agency = async (): Promise<string> =>
  must(
    (await listApps(f.core.database.read)).find((app) => app.name === 'Agency'),
    'the agency’s app',
  ).id

/** Starts a sign-in for a new brand. */
async function start(): Promise<ConnectView> {
  return f.core.connect['connect.start'](
    { appId: await agency(), target: { kind: 'new', clientName: 'Metro', brandName: 'Metro Lines' } },
    context,
  )
}

/** Waits until a sign-in is no longer under way. */
async function outcome(sessionId: string): Promise<ConnectView> {
  for (;;) {
    const changed = f.event((event) => event.connectIds.includes(sessionId))
    const view = await f.core.connect['connect.get']({ sessionId }, context)
    if (view.state !== 'waiting' && view.state !== 'verifying') return view
    await changed
  }
}

test('through the browser: consent, callback, verified, tokens in the vault, and its posts arrive', async () => {
  f = await xSide({
    lines: [{ type: 'post', by: 'mara', text: '@metro late again', at: '2026-11-17T11:50:00Z' }],
  })
  await f.begin()
  const begun = await start()
  expect(f.opened).toEqual([begun.authorizeUrl])
  const page = await fetch(await consent(begun.authorizeUrl, 'metro', 'approve'))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('go back to Switchboard')
  expect(await outcome(begun.sessionId)).toMatchObject({ state: 'done', username: 'metro', failure: null })
  const id = await f.handle('metro')
  expect(f.vault.entries.get(`handle/${id}/access`)).toBeTypeOf('string')
  expect(f.vault.entries.get(`handle/${id}/refresh`)).toBeTypeOf('string')
  await f.core.sync.idle()
  expect(await f.texts()).toContain('@metro late again')
})

test('the listener is gone after one hit', async () => {
  f = await xSide()
  const begun = await start()
  const back = await consent(begun.authorizeUrl, 'metro', 'approve')
  await fetch(back)
  await outcome(begun.sessionId)
  await expect(fetch(back)).rejects.toThrow()
})

test('denied at X: told so, nothing kept', async () => {
  f = await xSide()
  const before = new Map(f.vault.entries)
  const begun = await start()
  const page = await fetch(await consent(begun.authorizeUrl, 'metro', 'deny'))
  expect(await page.text()).toContain('Nothing was connected')
  expect(await outcome(begun.sessionId)).toMatchObject({
    state: 'failed',
    failure: { code: 'connect.denied' },
  })
  expect(f.vault.entries).toEqual(before)
})

test('a callback with another state ends the sign-in and asks X for nothing', async () => {
  f = await xSide()
  const begun = await start()
  const back = new URL(await consent(begun.authorizeUrl, 'metro', 'approve'))
  back.searchParams.set('state', 'x'.repeat(must(back.searchParams.get('state'), 'a state').length))
  await f.asked()
  await fetch(back)
  expect(await outcome(begun.sessionId)).toMatchObject({ failure: { code: 'connect.wrong-state' } })
  expect(await f.asked()).toEqual([])
})

test('only the callback under its own host name is listened to', async () => {
  f = await xSide()
  const begun = await start()
  const { port } = new URL(begun.redirectUri)
  expect(
    (await fetch(`http://localhost:${port}/callback?state=x`).catch(() => ({ status: 404 }))).status,
  ).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/else`)).status).toBe(404)
  expect((await fetch(begun.redirectUri, { method: 'POST' })).status).toBe(404)
  expect(await f.core.connect['connect.get']({ sessionId: begun.sessionId }, context)).toMatchObject({
    state: 'waiting',
  })
})

test('by a pasted address; a wrong one leaves the sign-in waiting', async () => {
  f = await xSide()
  const begun = await start()
  const { sessionId } = begun
  const paste = (address: string): unknown => f.core.connect['connect.paste']({ sessionId, address }, context)
  const back = await consent(begun.authorizeUrl, 'metro', 'approve')
  await expect(paste('https://x.com/home')).rejects.toMatchObject({ code: 'connect.address-invalid' })
  await expect(paste('not an address')).rejects.toMatchObject({ code: 'connect.address-invalid' })
  await expect(paste(back.replace(/state=[^&]+/, 'state=older'))).rejects.toMatchObject({
    code: 'connect.wrong-state',
  })
  expect(await paste(` ${back}\n`)).toMatchObject({ state: 'done', username: 'metro' })
})

test('a code older than 30 seconds is told as such', async () => {
  f = await xSide()
  const begun = await start()
  const back = await consent(begun.authorizeUrl, 'metro', 'approve')
  await f.clock.advance(31_000)
  expect(
    await f.core.connect['connect.paste']({ sessionId: begun.sessionId, address: back }, context),
  ).toMatchObject({ state: 'failed', failure: { code: 'connect.code-expired' } })
})

test('after five minutes a sign-in is over and its port is free', async () => {
  f = await xSide()
  const begun = await start()
  await f.clock.advance(300_000)
  expect(await outcome(begun.sessionId)).toMatchObject({ failure: { code: 'connect.expired' } })
  await expect(fetch(begun.redirectUri)).rejects.toThrow()
  expect(await start()).toMatchObject({ state: 'waiting', redirectUri: begun.redirectUri })
})

test('a cancelled sign-in frees its port; a new one takes the place of one that waits', async () => {
  f = await xSide()
  const first = await start()
  const second = await start()
  expect(await outcome(first.sessionId)).toMatchObject({ state: 'cancelled' })
  await f.core.connect['connect.cancel']({ sessionId: second.sessionId }, context)
  expect(await outcome(second.sessionId)).toMatchObject({ state: 'cancelled' })
  await expect(fetch(second.redirectUri)).rejects.toThrow()
})

test('a handle that is connected already is refused with its name and brand, and keeps working', async () => {
  f = await xSide()
  const begun = await start()
  await fetch(await consent(begun.authorizeUrl, 'lumen', 'approve'))
  expect(await outcome(begun.sessionId)).toMatchObject({
    failure: { code: 'connect.already', data: { username: 'lumen', brand: 'Lumen' } },
  })
  await f.begin()
  expect(await f.source('lumen', 'mentions')).toMatchObject({ failure: null })
})

test('reconnecting with another handle than the expected one is refused with both names', async () => {
  f = await xSide()
  await f.begin()
  await f.control.revoke({ username: 'lumen' })
  await f.clock.advance(6_000)
  expect(await f.state('lumen')).toBe('reconnect')
  const reconnect = async (as: string): Promise<ConnectView> => {
    const begun = await f.core.connect['connect.start'](
      { appId: await agency(), target: { kind: 'reconnect', handleId: await f.handle('lumen') } },
      context,
    )
    await fetch(await consent(begun.authorizeUrl, as, 'approve'))
    return outcome(begun.sessionId)
  }
  expect(await reconnect('metro')).toMatchObject({
    failure: { code: 'connect.other-handle', data: { expected: 'lumen', found: 'metro' } },
  })
  await f.control.post({ by: 'mara', text: '@lumen hello?' })
  expect(await reconnect('lumen')).toMatchObject({ state: 'done' })
  await f.core.sync.idle()
  expect(await f.state('lumen')).toBe('connected')
  expect(await f.texts()).toContain('@lumen hello?')
})

// Two hours of reading every five seconds take their time on a small machine.
test('by a pair of OAuth 1.0a tokens, which never renews', { timeout: 60_000 }, async () => {
  f = await xSide({ handles: [] })
  const keys = f.s.handle('metro').oauth1
  const own = must(
    (await listApps(f.core.database.read)).find((app) => app.name === 'Own'),
    'Metro’s app',
  )
  const input = { appId: own.id, clientName: 'Metro', brandName: 'Metro Lines' }
  await expect(
    f.core.connect['connect.oauth1']({ ...input, accessToken: keys.token, accessSecret: 'wrong' }, context),
  ).rejects.toMatchObject({ code: 'x.reconnect' })
  expect(
    await f.core.connect['connect.oauth1'](
      { ...input, accessToken: keys.token, accessSecret: keys.tokenSecret },
      context,
    ),
  ).toMatchObject({ username: 'metro' })
  await f.control.post({ by: 'mara', text: '@metro morning' })
  await f.begin()
  await f.clock.advance(2 * 3_600_000 + 60_000)
  expect(await f.texts()).toContain('@metro morning')
  expect((await f.asked()).filter((request) => request.handle === 'metro' && request.status === 401)).toEqual(
    [],
  )
})

test('no browser: the address is there to be copied', async () => {
  f = await xSide()
  f.browser.fails = true
  expect(await start()).toMatchObject({ state: 'waiting' })
})

test('every port taken: told with the ports', async () => {
  f = await xSide()
  const { createServer } = await import('node:http')
  const begun = await start()
  await f.core.connect['connect.cancel']({ sessionId: begun.sessionId }, context)
  const port = Number(new URL(begun.redirectUri).port)
  const other = createServer()
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done))
  await expect(start()).rejects.toMatchObject({ code: 'connect.ports-busy', data: { ports: [port] } })
  await new Promise((done) => other.close(done))
})

test('a keychain that fails while signing in: it works, and says that it will not last', async () => {
  f = await xSide()
  const begun = await start()
  f.vault.failing = 'vault.locked'
  await fetch(await consent(begun.authorizeUrl, 'metro', 'approve'))
  expect(await outcome(begun.sessionId)).toMatchObject({ state: 'done' })
  expect(await f.state('metro')).toBe('memory-only')
  f.vault.failing = null
  await f.begin()
  await f.clock.advance(65_000)
  expect(await f.state('metro')).toBe('connected')
  await f.restart()
  await f.begin()
  expect(await f.state('metro')).toBe('connected')
})

test('four granted handles get four squares that nobody confuses', async () => {
  f = await xSide({ handles: ['northair', 'lumen', 'metro'] })
  const brands = await f.core.database.read.selectFrom('brands').select(['initials', 'fill']).execute()
  expect(new Set(brands.map((brand) => brand.initials)).size).toBe(3)
  expect(new Set(brands.map((brand) => brand.fill)).size).toBe(3)
})
