/** @file What guards keep back stands in the history, by whichever way it was to go out, with its ticket and its brand. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'post', by: 'mara', text: '@lumen my lamp is dark', at },
  { type: 'post', by: 'paulo', text: '@lumen my lamp is dark too', at },
  { type: 'dm', from: 'bex', to: 'lumen', text: 'My lamp is lost, what now?', at },
  { type: 'post', by: 'lumen', key: 'lights', text: 'Lights on, evrybody.', at: '2026-11-17T11:55:00Z' },
]
const phone = 'Call Karl at +49 170 1234567, he knows more.'
const stopped = { code: 'guard.stopped' }

async function begin() {
  desk = await flow({ handles: ['lumen', 'northair'], lines })
  const { brand, handle } = await desk.handle('lumen')
  return { brandId: brand.id, handleId: handle.id, ticketId: await desk.ticketOf('mara') }
}
/** What of it the history tells: ticket, brand and guard. */
const keptBack = async () =>
  (await desk.told('guard.held-back')).map(({ ticketId, brandId, after }) => [
    ticketId,
    brandId,
    JSON.parse(must(after, 'the name of a guard')).guard,
  ])

test('a reply, and each try of it', async () => {
  const { brandId, ticketId } = await begin()
  const { routes } = await desk.call('ticket.get', { ticketId })
  const { targetPostId } = routes.public
  const reply = { ticketId, channel: 'public' as const, text: phone, targetPostId, solves: false }
  desk.events.length = 0
  await expect(desk.call('reply.send', reply)).rejects.toMatchObject(stopped)
  expect(await keptBack()).toEqual([[ticketId, brandId, 'private-data']])
  // Whoever looks at the ticket sees it at once.
  expect(desk.events.flatMap(({ ticketIds }) => ticketIds)).toEqual([ticketId])
  await expect(desk.call('reply.send', reply)).rejects.toMatchObject(stopped)
  expect(await keptBack()).toHaveLength(2)
  expect(await desk.counted('jobs')).toBe(0)
})

test('an answer in several posts, and a direct message', async () => {
  const { brandId, ticketId } = await begin()
  const { routes } = await desk.call('ticket.get', { ticketId })
  const { targetPostId } = routes.public
  const parts = ['We know about the lamp, and are on it.', phone]
  const answer = { ticketId, channel: 'public' as const, text: '', parts, targetPostId, solves: false }
  await expect(desk.call('reply.send', answer)).rejects.toMatchObject(stopped)
  const private_ = await desk.ticketOf('bex')
  const text = 'Ask @northair about it, they have one.'
  const dm = { ticketId: private_, channel: 'dm' as const, text, targetPostId: null, solves: false }
  await expect(desk.call('reply.send', dm)).rejects.toMatchObject(stopped)
  expect(await keptBack()).toEqual([
    [ticketId, brandId, 'private-data'],
    [private_, brandId, 'other-brand'],
  ])
  expect(await desk.counted('jobs')).toBe(0)
})

test('a post of the brand, and a new version of one', async () => {
  const { brandId, handleId } = await begin()
  await expect(desk.call('post.compose', { brandId, handleId, parts: [phone] })).rejects.toMatchObject(
    stopped,
  )
  const { id: postId } = must((await desk.call('post.own', { brandId }))[0], 'an own post')
  await expect(desk.call('post.edit', { handleId, postId, text: phone })).rejects.toMatchObject(stopped)
  expect(await keptBack()).toEqual([
    [null, brandId, 'private-data'],
    [null, brandId, 'private-data'],
  ])
})

test('the question how it went', async () => {
  const { brandId } = await begin()
  const ticketId = await desk.ticketOf('bex')
  const text = 'How was it? Tell @northair from 1 to 5.'
  await desk.call('brand.set', { brandId, name: 'csat', value: { on: true, text } })
  await desk.call('ticket.solve', { ticketIds: [ticketId] })
  await expect(desk.call('csat.ask', { ticketId })).rejects.toMatchObject(stopped)
  expect(await keptBack()).toEqual([[ticketId, brandId, 'other-brand']])
  expect(await desk.counted('csat_asks')).toBe(0)
})

test('the notice of an incident, and its text to many, once for each of them', async () => {
  const { brandId, handleId, ticketId } = await begin()
  const other = await desk.ticketOf('paulo')
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const { id: incidentId } = await desk.call('incident.open', {
    brandId,
    ticketIds: [ticketId, other],
    title: 'Lamps are dark',
    terms: ['dark'],
    statusText: 'Soon.',
  })
  const item = { brandId, handleId, username: 'lumen', incidentId, scheduledAt: null, pins: false }
  const [written] = await desk.call('notice.post', {
    actId: crypto.randomUUID(),
    kind: 'outage',
    title: 'Lamps are dark',
    startsAt: null,
    endsAt: null,
    items: [{ ...item, text: phone }],
  })
  expect(written).toMatchObject({ jobId: null, failure: stopped })
  expect(await keptBack()).toEqual([[null, brandId, 'private-data']])
  const text = { incidentId, kind: 'answer' as const, wordings: [phone], reason: 'agreed with the client' }
  await desk.call('incident.preview', text)
  expect(await keptBack()).toHaveLength(1)
  expect((await desk.call('incident.tell', text)).sent).toEqual([])
  expect((await keptBack()).slice(1).toSorted()).toEqual(
    [
      [ticketId, brandId, 'private-data'],
      [other, brandId, 'private-data'],
    ].toSorted(),
  )
})
