/** @file Stories of single writes: what the client promises about what became of them. */
import { afterEach, expect, test } from 'vitest'
import { xSide, type XSide } from './x-side.ts'

let f: XSide
afterEach(() => f.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'post', by: 'mara', key: 'typed', text: '@northair where is my bag?', at },
  { type: 'post', by: 'bex', key: 'other', text: 'nice weather', at },
  { type: 'dm', from: 'bex', to: 'northair', text: 'hello', at },
]

async function target(key: string): Promise<string> {
  return (await f.control.state()).keys[key] ?? ''
}
const reply = async (text: string, key = 'typed') =>
  f.core.x.client.reply(await f.handle('northair'), { text, targetPostId: await target(key) })
const dm = async (to: string) =>
  f.core.x.client.dm(await f.handle('northair'), { text: 'Hello', participantId: f.s.id(to) })
const sent = async (): Promise<string[]> => (await f.control.sent()).posts.map((post) => post.text)

test('a reply is posted under its target, from its handle', async () => {
  f = await xSide({ lines })
  const made = await reply('On its way, Mara.')
  const { posts } = await f.control.sent()
  expect(posts).toMatchObject([{ id: made.postId, by: 'northair', replyTo: await target('typed') }])
})

test('a direct message reaches its person', async () => {
  f = await xSide({ lines })
  const made = await dm('bex')
  expect((await f.control.sent()).dms).toMatchObject([
    { id: made.eventId, from: 'northair', to: 'bex', conversationId: made.conversationId },
  ])
})

test('X’s refusals have their reasons', async () => {
  f = await xSide({ lines })
  await expect(reply('Hi', 'other')).rejects.toMatchObject({
    code: 'x.refused',
    data: { reason: 'not-summoned' },
  })
  await reply('Twice')
  await expect(reply('Twice')).rejects.toMatchObject({ code: 'x.refused', data: { reason: 'duplicate' } })
  await f.control.user({ username: 'bex', dmsClosed: true })
  await expect(dm('bex')).rejects.toMatchObject({ code: 'x.refused', data: { reason: 'dm-closed' } })
})

test.each([
  ['lost-answer', 'x.timeout'],
  ['drop-connection', 'x.timeout'],
  ['html', 'x.malformed'],
  ['broken-json', 'x.malformed'],
  ['truncate', 'x.malformed'],
] as const)('%s leaves the outcome unknown (%s), and nothing is sent again', async (kind, code) => {
  f = await xSide({ lines })
  await f.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind,
    ...(kind === 'html' ? { status: 200 } : {}),
  })
  await expect(reply('Only once')).rejects.toMatchObject({ code })
  const calls = (await f.asked()).filter((request) => request.method === 'POST')
  expect(calls).toHaveLength(1)
  expect((await sent()).length).toBeLessThanOrEqual(1)
})

test('no server: nothing left, as promised', async () => {
  f = await xSide({ lines })
  const id = await f.handle('northair')
  const targetPostId = await target('typed')
  // The practice X is gone, its port is closed; what it kept is asked for no more.
  await f.s.x.close()
  await expect(f.core.x.client.reply(id, { text: 'Hi', targetPostId })).rejects.toMatchObject({
    code: 'x.offline',
  })
  await expect(f.core.x.client.mentions(id, { max: 5 })).rejects.toMatchObject({ code: 'x.offline' })
})

test('a write that X answers with 401 is sent once, with the renewed token', async () => {
  f = await xSide({ lines })
  await f.clock.advance(3 * 3_600_000)
  const id = await f.handle('northair')
  // Known to last longer than it does: as if X had ended it early.
  f.vault.entries.set(`handle/${id}/expires`, String(f.clock.now() + 3_600_000))
  await f.restart()
  await reply('With a fresh token')
  expect(await sent()).toEqual(['@mara With a fresh token'])
})
