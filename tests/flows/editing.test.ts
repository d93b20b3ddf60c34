/** @file Editing own posts: who may and until when, as it is told before anybody types, and words that are taken back. */
import { afterEach, expect, test } from 'vitest'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import type { OwnPost } from '../../src/shared/domain/own-post.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minutes = 60_000
const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}
/** What X shows as the newest version of the last post. */
const shown = async (): Promise<string | undefined> => (await desk.control.sent()).posts.at(-1)?.text
const job = async (id: string): Promise<JobView> =>
  must(
    (await desk.outbox()).find((one) => one.id === id),
    'the job in the outbox',
  )

/** Posts this for a handle, and lets it leave. */
async function posted(username: string, text: string): Promise<void> {
  const { brand, handle } = await desk.handle(username)
  await desk.call('post.compose', { brandId: brand.id, handleId: handle.id, parts: [text] })
  await pass(12_000)
}
const newest = async (username: string): Promise<OwnPost> => {
  const { brand } = await desk.handle(username)
  return must((await desk.call('post.own', { brandId: brand.id }))[0], 'an own post')
}
async function edit(username: string, text: string): Promise<JobView> {
  const { id: postId, handleId } = await newest(username)
  return desk.call('post.edit', { handleId, postId, text })
}
const refused = (reason: string) => ({ code: 'post.not-allowed', data: { reason } })

test('a Premium handle may edit for an hour, and is told when that is over', async () => {
  desk = await flow({ handles: ['lumen'] })
  await posted('lumen', 'Lights on, evrybody.')
  expect((await newest('lumen')).noEdit).toBeNull()
  await edit('lumen', 'Lights on, everybody.')
  await pass(12_000)
  expect(await shown()).toBe('Lights on, everybody.')
  await desk.clock.advance(61 * minutes)
  expect((await newest('lumen')).noEdit).toBe('edit-over')
  await expect(edit('lumen', 'Too late.')).rejects.toMatchObject(refused('edit-over'))
})

test('after five new versions no sixth is offered, and none leaves', async () => {
  desk = await flow({ handles: ['lumen'] })
  await posted('lumen', 'Version 0.')
  for (let version = 1; version <= 5; version++) {
    expect((await newest('lumen')).noEdit).toBeNull()
    await edit('lumen', `Version ${version}.`)
    await pass(12_000)
  }
  expect((await newest('lumen')).noEdit).toBe('edit-over')
  await expect(edit('lumen', 'Version 6.')).rejects.toMatchObject(refused('edit-over'))
  expect(await shown()).toBe('Version 5.')
})

test('a handle without Premium is told so before anybody types', async () => {
  const plain = { client: 'Plain', brand: 'Plain', app: 'Agency', verified: 'none' }
  desk = await flow({
    handles: ['plain'],
    lines: [{ type: 'handle', username: 'plain', name: 'Plain', ...plain }],
  })
  await posted('plain', 'New routes today.')
  expect((await newest('plain')).noEdit).toBe('no-premium')
  await expect(edit('plain', 'New routes tomorrow.')).rejects.toMatchObject(refused('no-premium'))
})

test('an answer to somebody else is never edited, whatever its handle pays', async () => {
  desk = await flow({ handles: ['lumen'], lines: [{ ...complaint, text: '@lumen where is my lamp?' }] })
  const { card, routes } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  await desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'public',
    text: 'On its way, Mara.',
    targetPostId: routes.public.targetPostId,
    solves: false,
  })
  await pass(12_000)
  expect((await newest('lumen')).noEdit).toBe('is-reply')
  await expect(edit('lumen', 'On its way, Mary.')).rejects.toMatchObject(refused('is-reply'))
})

test('an edit that X refuses says so, and its words come back with its post', async () => {
  desk = await flow({ handles: ['lumen'] })
  await posted('lumen', 'Lights on, evrybody.')
  // Premium ended a moment ago: nothing here knows yet.
  must(desk.s.x.world.users.get(desk.s.id('lumen')), 'the account').premium = false
  const { id } = await edit('lumen', 'Lights on, everybody.')
  await pass(12_000)
  expect(await job(id)).toMatchObject({ state: 'refused', failure: { code: 'x.refused' } })
  expect((await newest('lumen')).takenBack).toBeNull()
  await desk.call('outbox.settle', { jobId: id, decision: 'to-draft' })
  expect((await newest('lumen')).takenBack).toBe('Lights on, everybody.')
})

test('an edit that is taken back keeps its words for the next try, until one leaves', async () => {
  desk = await flow({ handles: ['lumen'] })
  await posted('lumen', 'Lights on, evrybody.')
  const { id: postId } = await newest('lumen')
  expect((await newest('lumen')).takenBack).toBeNull()
  await edit('lumen', 'Lights on, everybody!!')
  expect(await desk.call('undo.last', {})).toMatchObject({ reach: 'recalled', editPostId: postId })
  expect((await newest('lumen')).takenBack).toBe('Lights on, everybody!!')
  await desk.restart()
  expect((await newest('lumen')).takenBack).toBe('Lights on, everybody!!')
  const again = await edit('lumen', 'Lights on, everybody.')
  expect((await newest('lumen')).takenBack).toBeNull()
  await pass(12_000)
  expect((await job(again.id)).state).toBe('sent')
  expect(await shown()).toBe('Lights on, everybody.')
  expect((await newest('lumen')).takenBack).toBeNull()
})

test('the hour counts on X’s clock, whatever this computer’s says', async () => {
  desk = await flow({ handles: ['lumen'] })
  await desk.control.clock({ advanceMs: 180 * minutes })
  await posted('lumen', 'Lights on, evrybody.')
  expect((await newest('lumen')).noEdit).toBeNull()
  await desk.clock.advance(61 * minutes)
  expect((await newest('lumen')).noEdit).toBe('edit-over')
  await expect(edit('lumen', 'Too late.')).rejects.toMatchObject(refused('edit-over'))
})
