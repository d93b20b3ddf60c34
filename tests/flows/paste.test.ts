/** @file An agency arrives with 25 clients: all stand at once from one list, each is connected by its own account alone. */
import { afterEach, expect, test } from 'vitest'
import type { BrandView, ConnectView } from '../../src/shared/domain/brand.ts'
import { must } from '../../src/shared/must.ts'
import { consent } from './consent.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

/** 25 clients, the first two of which are at X: Metro has two handles, of which one is. */
const clients = [
  'Metro Lines: @metro @metrohelp',
  'Lumen\tLumen Broadband\t@LUMEN',
  ...Array.from({ length: 23 }, (_, n) => `Client ${n}, @client_${n}`),
].join('\n')

async function arrive(handles: readonly string[] = []): Promise<void> {
  desk = await flow({ kind: 'live', handles })
  await desk.control.requests({ clear: true })
}
const paste = (text: string) => desk.call('brand.paste', { text, zone: 'Europe/Berlin' })
const problems = async (text: string) =>
  (await desk.call('brand.paste.preview', { text })).lines.flatMap((line) =>
    line.stands ? [] : [line.problem],
  )
const brands = () => desk.call('brand.list', {})
const brandOf = async (name: string): Promise<BrandView> =>
  must(
    (await brands()).find((brand) => brand.name === name),
    name,
  )
const expectedOf = async (username: string) =>
  must(
    (await brands()).flatMap(({ expected }) => expected).find((one) => one.username === username),
    username,
  ).id

type Target = Parameters<typeof desk.call<'connect.start'>>[1]['target']

/** Signs in with an account, up to the end of it. */
async function signIn(target: Target, as: string): Promise<ConnectView> {
  const app = must(
    (await desk.call('app.list', {})).find(({ name }) => name === 'Agency'),
    'the agency’s app',
  )
  const { sessionId, authorizeUrl } = await desk.call('connect.start', { appId: app.id, target })
  await fetch(await consent(authorizeUrl, as, 'approve'))
  const view = () => desk.call('connect.get', { sessionId })
  await desk.until(async () => !['waiting', 'verifying'].includes((await view()).state))
  return view()
}
const connect = async (username: string, as: string): Promise<ConnectView> =>
  signIn({ kind: 'expected', expectedId: await expectedOf(username) }, as)

test('25 clients stand at once, each with a square and a deck of its own, and X is asked for nothing', async () => {
  await arrive()
  const text = `${clients}\nno handle here\nAgain, @metro`
  const { counts, lines } = await desk.call('brand.paste.preview', { text })
  expect(counts).toEqual({ clients: 25, brands: 25, handles: 26, problems: 2 })
  expect(await brands()).toEqual([])
  expect(await paste(text)).toEqual(counts)

  const made = await brands()
  expect(made).toHaveLength(25)
  expect(new Set(made.map(({ initials }) => initials)).size).toBe(25)
  expect(new Set(made.slice(0, 12).map(({ fill }) => fill)).size).toBe(12)
  expect(made.map(({ initials, fill }) => ({ initials, fill }))).toEqual(
    lines.flatMap((line) => (line.stands ? [{ initials: line.initials, fill: line.fill }] : [])),
  )
  expect(made[0]).toMatchObject({
    name: 'Metro Lines',
    clientName: 'Metro Lines',
    handles: [],
    needsReply: 0,
  })
  expect(made[0]?.expected.map(({ username }) => username)).toEqual(['metro', 'metrohelp'])
  expect(made[1]).toMatchObject({ name: 'Lumen Broadband', clientName: 'Lumen' })
  expect(made.every(({ hours }) => hours.zone === 'Europe/Berlin')).toBe(true)
  const decks = await desk.call('deck.list', {})
  expect(decks.filter(({ brandId }) => brandId !== null).map(({ id }) => id)).toEqual(
    made.map(({ id }) => id),
  )
  await desk.clock.advance(10 * 60_000)
  expect((await desk.control.requests({})).requests).toEqual([])
})

test('a brand without a handle does no harm: it cannot write, is a kit, and leaves', async () => {
  await arrive(['northair'])
  await paste(clients)
  const { id: brandId } = await brandOf('Metro Lines')
  const checks = await desk.call('brand.checklist', { brandId })
  expect(checks.find(({ item }) => item === 'handles')?.done).toBe(false)
  const speaker = must((await brandOf('North Air')).handles[0], 'a handle').id
  await desk.call('brand.set', { brandId, name: 'goLive', value: { live: true } })
  await expect(
    desk.call('post.compose', { brandId, handleId: speaker, parts: ['Hello'] }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^(brand|handle)\./) })
  const { content } = await desk.call('kit.export', { brandId, parts: ['hours'] })
  expect(content).toContain('Europe/Berlin')
  const heard = { name: 'Late', listenTo: { kind: 'search', brandId, query: 'late train' } } as const
  await expect(desk.call('listening.save', heard)).rejects.toMatchObject({ code: 'brand.unconnected' })
  await desk.call('money.show', {})
  await desk.call('outbox.stop', {})
  for (const kind of ['needs-reply', 'mentions', 'outbox'])
    expect(
      await desk.call('column.page', { columnId: `${kind}:${brandId}`, after: null, limit: 10 }),
    ).toMatchObject({
      rows: [],
    })
  expect(await desk.call('brand.leave.preview', { brandId })).toMatchObject({ handles: [], waiting: 0 })
  await desk.call('brand.leave', { brandId, confirm: 'Metro Lines', why: 'went elsewhere' })
  const { id: lumen } = await brandOf('Lumen Broadband')
  await desk.call('brand.remove', { brandId: lumen, keepData: true })
  expect(await brands()).toHaveLength(24)
  // Neither is on the list any more: both can be pasted again.
  expect(await problems('@metro\n@metrohelp\n@lumen')).toEqual([])
})

test('its own account connects it, another one does not; the rest goes on waiting', async () => {
  await arrive()
  await paste(clients)
  const wrong = await connect('metrohelp', 'metro')
  expect(wrong).toMatchObject({
    state: 'failed',
    failure: {
      code: 'connect.other-than-listed',
      data: { expected: 'metrohelp', found: 'metro', brand: 'Metro Lines' },
    },
  })
  expect((await brandOf('Metro Lines')).handles).toEqual([])
  expect([...desk.vault.entries.keys()].filter((key) => key.startsWith('handle/'))).toEqual([])

  expect(await connect('metro', 'metro')).toMatchObject({ state: 'done', username: 'metro' })
  await desk.idle()
  const metro = await brandOf('Metro Lines')
  expect(metro.handles.map(({ username, state }) => [username, state])).toEqual([['metro', 'connected']])
  expect(metro.expected.map(({ username }) => username)).toEqual(['metrohelp'])
  expect((await desk.call('brand.settings', { brandId: metro.id })).goLive.live).toBe(false)
  // Large and small letters make no difference to X.
  expect(await connect('LUMEN', 'lumen')).toMatchObject({ state: 'done', username: 'lumen' })
  expect((await brandOf('Lumen Broadband')).expected).toEqual([])
  expect((await desk.control.requests({})).requests.map(({ handle }) => handle)).toContain('metro')
  expect(await desk.call('undo.list', {})).toEqual([])
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('an account that another brand waits for is connected nowhere else', async () => {
  await arrive()
  await paste(clients)
  const refused = {
    state: 'failed',
    failure: { code: 'connect.listed-elsewhere', data: { username: 'metro', brand: 'Metro Lines' } },
  }
  const lumen = await brandOf('Lumen Broadband')
  expect(await signIn({ kind: 'brand', brandId: lumen.id }, 'metro')).toMatchObject(refused)
  expect(await signIn({ kind: 'new', clientName: 'Other', brandName: 'Other' }, 'metro')).toMatchObject(
    refused,
  )
  const { id: brandId } = await brandOf('Metro Lines')
  expect(await signIn({ kind: 'brand', brandId }, 'metro')).toMatchObject({ state: 'done' })
  expect((await brandOf('Metro Lines')).expected.map(({ username }) => username)).toEqual(['metrohelp'])
  expect(await desk.call('undo.list', {})).toEqual([])
})

test('the whole list is taken back by one undo, while none of it is connected', async () => {
  await arrive(['northair'])
  await paste(`${clients}\nNorth Group, North Air, @northaircare`)
  expect((await brandOf('North Air')).expected).toHaveLength(1)
  const expectedId = await expectedOf('client_7')
  await desk.call('brand.drop-handle', { expectedId })
  await expect(desk.call('brand.drop-handle', { expectedId })).rejects.toMatchObject({
    code: 'connect.not-expected',
  })
  expect((await desk.call('undo.list', {})).map(({ event }) => event)).toEqual([
    'brand.handle-dropped',
    'brand.pasted',
  ])
  await desk.call('undo.last', {})
  expect(await expectedOf('client_7')).toBe(expectedId)
  expect(await desk.call('undo.last', {})).toMatchObject({ event: 'brand.pasted' })
  expect((await brands()).map(({ name, expected }) => [name, expected])).toEqual([['North Air', []]])
  expect(await desk.counted('clients')).toBe(1)
  expect(await problems(clients)).toEqual([])
})

test('what was done with one of them since keeps the list', async () => {
  await arrive()
  await paste(clients)
  const { id: brandId } = await brandOf('Client 3')
  await desk.call('brand.drop-handle', { expectedId: await expectedOf('client_3') })
  await desk.call('brand.remove', { brandId, keepData: true })
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.conflict' })
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.conflict' })
  expect(await brands()).toHaveLength(24)
})

test('what is here already is told with its brand', async () => {
  await arrive(['northair', 'lumen'])
  await paste('Metro, @metro')
  await desk.call('brand.remove', { brandId: (await brandOf('Lumen')).id, keepData: true })
  expect(await problems('@NorthAir\n@Metro\nLumen anew, @lumen')).toEqual([
    { kind: 'connected', handle: 'NorthAir', brand: 'North Air' },
    { kind: 'expected', handle: 'Metro', brand: 'Metro' },
    { kind: 'removed', handle: 'lumen', brand: 'Lumen' },
  ])
  expect(await signIn({ kind: 'new', clientName: 'Lumen', brandName: 'Lumen' }, 'lumen')).toMatchObject({
    state: 'done',
  })
})

test('lists are for leads', async () => {
  await arrive()
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await paste(clients)
  await desk.call('agent.sit', { name: 'Sam Roe', initials: 'SR' })
  await expect(paste('@another')).rejects.toMatchObject({ code: 'agent.not-allowed' })
  const expectedId = await expectedOf('client_3')
  await expect(desk.call('brand.drop-handle', { expectedId })).rejects.toMatchObject({
    code: 'agent.not-allowed',
  })
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})
