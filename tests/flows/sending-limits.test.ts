/** @file X's limits on sending: counted and told before they bite; what does not fit waits, and nothing is lost. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minutes = 60_000
const sent = async (): Promise<string[]> => (await desk.control.sent()).posts.map((post) => post.text)

test('a hundred posts in a quarter of an hour: the next one waits, knows until when, and leaves then', async () => {
  desk = await flow({ handles: ['northair', 'lumen'] })
  const { brand, handle } = await desk.handle('northair')
  await desk.call('brand.hold', { brandId: brand.id, publicMs: 0, dmMs: 0 })
  const post = (n: number) =>
    desk.call('post.compose', { brandId: brand.id, handleId: handle.id, parts: [`Gate ${n} is open.`] })
  const limitOf = async (handleId: string) =>
    must(
      (await desk.call('outbox.limits', {})).limits.find(
        (one) => one.limit === 'posts' && one.handleId === handleId,
      ),
      'its limit',
    )
  const startedAt = desk.clock.now()
  for (let n = 1; n <= 100; n++) await post(n)
  await desk.clock.advance(1_000)
  expect(await sent()).toHaveLength(100)
  expect(await limitOf(handle.id)).toMatchObject({ used: 100, max: 100, freesAt: startedAt + 15 * minutes })
  // Each handle has its own.
  const other = await desk.handle('lumen')
  expect(await limitOf(other.handle.id)).toMatchObject({ used: 0, freesAt: null })

  const { id } = await post(101)
  expect((await desk.call('outbox.limits', {})).queue).toEqual([
    { jobId: id, leavesAt: startedAt + 15 * minutes },
  ])
  await desk.clock.advance(10 * minutes)
  expect(await sent()).toHaveLength(100)
  expect((await desk.outbox()).find((job) => job.id === id)).toMatchObject({ state: 'queued' })
  await desk.call('post.compose', {
    brandId: other.brand.id,
    handleId: other.handle.id,
    parts: ['Lights on, everybody.'],
  })
  await desk.clock.advance(minutes)
  expect(await sent()).toContain('Lights on, everybody.')
  await desk.clock.advance(6 * minutes)
  expect(await sent()).toContain('Gate 101 is open.')
  expect(await sent()).toHaveLength(102)
})

test('an app whose 1,440 direct messages of a day X calls used up: the next waits, is told until when, and leaves then', async () => {
  const letter = (to: string) => ({
    type: 'dm',
    from: 'mara',
    to,
    at: '2026-11-17T11:50:00Z',
    text: 'Tag is NW 0 218 447.',
  })
  desk = await flow({ handles: ['northair', 'lumen'], lines: [letter('northair'), letter('lumen')] })
  const tickets = await desk.column('dms')
  // X has counted 1,440 of other computers of the agency.
  const resetAt = desk.clock.now() + 3 * 60 * minutes
  await desk.control.fault({
    match: { method: 'POST', path: '/messages' },
    times: 1,
    kind: 'status',
    status: 429,
    headers: {
      'x-app-limit-24hour-limit': '1440',
      'x-app-limit-24hour-remaining': '0',
      'x-app-limit-24hour-reset': String(resetAt / 1_000),
    },
  })
  const [first] = tickets
  const { id } = await desk.call('reply.send', {
    ticketId: must(first, 'a conversation').card.ticketId,
    channel: 'dm',
    text: 'Thank you, Mara.',
    targetPostId: null,
    solves: false,
  })
  await desk.clock.advance(10_000)
  expect((await desk.control.sent()).dms).toEqual([])
  expect((await desk.call('outbox.limits', {})).queue).toEqual([{ jobId: id, leavesAt: resetAt }])
  expect((await desk.outbox()).find((job) => job.id === id)).toMatchObject({
    state: 'queued',
    nextTryAt: resetAt,
  })
  await desk.clock.advance(3 * 60 * minutes + minutes)
  expect((await desk.control.sent()).dms.map((dm) => dm.text)).toEqual(['Thank you, Mara.'])
})
