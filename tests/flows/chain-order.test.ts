/** @file Nothing of the same handle's comes between the parts of a chain that people see the beginning of. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

test('a post that was written before a chain, and is scheduled for its middle, leaves after it', async () => {
  desk = await flow({ handles: ['northair'] })
  const { brand, handle } = await desk.handle('northair')
  const compose = (parts: string[], scheduledAt: number | null = null) =>
    desk.call('post.compose', { brandId: brand.id, handleId: handle.id, parts, scheduledAt })
  // The first part leaves after ten seconds; X then lets nothing leave for a while.
  await compose(['New routes today.'], desk.clock.now() + 20_000)
  await compose(['One.', 'Two.', 'Three.'])
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    after: 1,
    times: 1,
    kind: 'status',
    status: 429,
    headers: { 'x-rate-limit-reset': String((desk.clock.now() + 60_000) / 1_000) },
  })
  for (let second = 0; second < 90; second++) await desk.clock.advance(1_000)
  const { posts } = await desk.control.sent()
  expect(posts.map((post) => post.text)).toEqual(['One.', 'Two.', 'Three.', 'New routes today.'])
})
