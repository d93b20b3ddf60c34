/** @file What X told of linked pages reaches the conversation; nothing is asked of the pages. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

test('a linked page shows title and host where X told them, and only there', async () => {
  const told = 'https://www.bags.example/lost?from=x'
  desk = await flow({
    handles: ['northair'],
    lines: [
      {
        type: 'post',
        by: 'mara',
        key: 'bag',
        at: '2026-11-17T11:50:00Z',
        text: `@northair is it this one? ${told} or that https://other.example/bag`,
        titles: { [told]: 'Lost & found: grey case' },
      },
    ],
  })
  const previewsOf = async (username: string) => {
    const { timeline } = await desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })
    return timeline.flatMap((item) => (item.kind === 'post' || item.kind === 'dm' ? item.previews : []))
  }
  const page = {
    title: 'Lost & found: grey case',
    host: 'bags.example',
    href: expect.stringMatching(/^https:\/\/t\.co\//u),
  }
  expect(await previewsOf('mara')).toEqual([page])
  // A row tells it in one line, from what its column reads anyway.
  const [row] = await desk.column('mentions')
  expect(row?.card.link).toEqual({ title: page.title, host: page.host })
})
