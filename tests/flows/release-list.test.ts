/** @file The release list holds every message that waits for an agent's word, with its files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { HeldOfBrand } from '../../src/shared/domain/outbox.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const icon = new Uint8Array(readFileSync(join(import.meta.dirname, '../../resources/icons/tray.png')))
const complaint = (by: string, key: string) => ({
  type: 'post',
  key,
  by,
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
})

const held = async (): Promise<HeldOfBrand['jobs']> =>
  (await desk.call('outbox.held', {})).flatMap(({ jobs }) => jobs)
async function answer(username: string, text: string, attachmentIds: string[] = []): Promise<string> {
  const { card, routes } = await desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })
  const { id } = await desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'public',
    text,
    targetPostId: routes.public.targetPostId,
    solves: false,
    attachmentIds,
  })
  return id
}
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await desk.clock.advance(1_000)
}

test('what X refused and what it may have stand in the list, each with its ways out', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint('mara', 'bag'), complaint('bex', 'coat')] })
  await desk.control.user({ username: 'mara', protected: true })
  const refused = await answer('mara', 'On it, Mara.')
  await pass(13)
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'drop-connection',
  })
  const unsure = await answer('bex', 'On it, Bex.')
  await pass(13)
  expect((await held()).map(({ job, asks }) => [job.id, job.state, asks])).toEqual([
    [refused, 'refused', []],
    [unsure, 'unsure', []],
  ])
  await desk.call('outbox.settle', { jobId: refused, decision: 'to-draft' })
  await desk.call('outbox.settle', { jobId: unsure, decision: 'was-sent' })
  expect(await held()).toEqual([])
})

test('a picture leaves without words, and is named in the list while it is stopped', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint('mara', 'bag')] })
  const to = { kind: 'ticket', ticketId: await desk.ticketOf('mara'), channel: 'public' } as const
  const file = await desk.call('attachment.add', {
    to,
    name: 'map.png',
    bytes: icon.length,
    head: icon,
    print: null,
  })
  const jobId = await answer('mara', '', [file.id])
  await desk.call('outbox.stop', {})
  expect(await held()).toMatchObject([
    { job: { id: jobId, text: '' }, files: [{ name: 'map.png', kind: 'photo' }] },
  ])
  await desk.call('outbox.release', { jobId, decision: 'send' })
  await pass(3)
  const [post] = [...desk.s.x.world.posts.values()].filter((one) => one.viaApp !== null)
  expect(post?.mediaIds).toHaveLength(1)
  expect(await held()).toEqual([])
})
