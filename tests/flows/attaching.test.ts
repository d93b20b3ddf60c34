/** @file Stories of pictures from end to end: seen in the conversation, attached to an answer, taken back with it. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5_000, 3)])
const suitcase = { show: 'suitcase', alt: 'a grey case' }

test('pictures of posts and messages, and faces, are there for whoever may see them', async () => {
  f = await flow({
    lines: [
      {
        type: 'post',
        by: 'mara',
        text: '@northair my bag',
        at: '11:50',
        media: [suitcase, { show: 'board' }],
      },
      {
        type: 'dm',
        from: 'mara',
        to: 'northair',
        text: 'like this',
        at: '11:52',
        media: [{ show: 'router' }],
      },
    ],
    handles: ['northair'],
  })
  const ticketId = await f.ticketOf('mara')
  const { timeline, card } = await f.call('ticket.get', { ticketId })
  expect(card.hasMedia).toBe(true)
  const post = must(
    timeline.find((item) => item.kind === 'post'),
    'the post',
  )
  expect(post.media).toMatchObject([
    { kind: 'photo', width: 480, height: 320, alt: 'a grey case', preview: null },
    { kind: 'video', durationMs: 4_000 },
  ])
  const dm = must(
    timeline.find((item) => item.kind === 'dm'),
    'the message',
  )
  expect(dm.media).toHaveLength(1)
  const shown = [...post.media, ...dm.media]
  const files = await Promise.all(shown.map((one) => f.core.media(one.id)))
  expect(files.map((file) => file?.type)).toEqual(['image/jpeg', 'video/mp4', 'image/png'])
  const face = card.customer.avatar
  if (face !== null) expect(await f.core.media(face)).toMatchObject({ type: 'image/png' })
  expect(await f.core.media('0'.repeat(32))).toBeNull()
  await f.restart()
  expect((await f.core.media(must(shown[0], 'a picture').id))?.key).toBe(files[0]?.key)
})

test('a draft that becomes a direct message takes along the one file that X lets it; the others stay', async () => {
  f = await flow({
    lines: [{ type: 'dm', from: 'mara', to: 'northair', text: 'my bag', at: '11:50' }],
    handles: ['northair'],
  })
  const ticketId = await f.ticketOf('mara')
  const to = { kind: 'ticket', ticketId, channel: 'public' } as const
  const head = picture
  for (const name of ['map.png', 'desk.png'])
    await f.call('attachment.add', { to, name, bytes: picture.length, head, print: null })
  expect(await f.call('attachment.to-dm', { ticketId })).toEqual({ left: 1 })
  expect(await f.call('attachment.to-dm', { ticketId })).toEqual({ left: 1 })
  const { attachments } = await f.call('ticket.get', { ticketId })
  expect(attachments).toMatchObject([
    { name: 'map.png', channel: 'dm' },
    { name: 'desk.png', channel: 'public' },
  ])
  await f.call('reply.send', {
    ticketId,
    channel: 'dm',
    targetPostId: null,
    text: 'this way',
    solves: false,
    attachmentIds: [must(attachments[0], 'the map').id],
  })
  await f.clock.advance(11_000)
  await f.idle()
  expect((await f.control.sent()).dms).toMatchObject([{ text: 'this way' }])
  expect(f.s.x.world.data.media).toHaveLength(1)
  expect((await f.call('ticket.get', { ticketId })).attachments).toMatchObject([{ name: 'desk.png' }])
})

test('an answer leaves with its picture, once; X learns of it when it leaves', async () => {
  f = await flow({
    lines: [{ type: 'post', by: 'mara', text: '@northair my bag', at: '11:50' }],
    handles: ['northair'],
  })
  const ticketId = await f.ticketOf('mara')
  const to = { kind: 'ticket', ticketId, channel: 'public' } as const
  const file = await f.call('attachment.add', {
    to,
    name: 'map.png',
    bytes: picture.length,
    head: picture,
    print: null,
  })
  await f.call('attachment.describe', { attachmentId: file.id, alt: 'the way to the desk' })
  const send = async () => {
    const { routes, attachments } = await f.call('ticket.get', { ticketId })
    return f.call('reply.send', {
      ticketId,
      channel: 'public',
      text: 'this way',
      targetPostId: routes.public.targetPostId,
      solves: false,
      attachmentIds: attachments.map((one) => one.id),
    })
  }
  const job = await send()
  expect(job.attachmentIds).toEqual([file.id])
  expect((await f.call('ticket.get', { ticketId })).attachments).toEqual([])
  await f.call('reply.recall', { jobId: job.id })
  expect((await f.call('ticket.get', { ticketId })).attachments).toMatchObject([
    { id: file.id, alt: 'the way to the desk' },
  ])
  expect(f.s.x.world.data.media).toEqual([])
  await f.restart()
  expect((await f.call('ticket.get', { ticketId })).attachments).toHaveLength(1)
  await send()
  await f.clock.advance(11_000)
  await f.idle()
  const sent = [...f.s.x.world.posts.values()].filter((post) => post.viaApp !== null)
  expect(sent).toHaveLength(1)
  expect(f.s.x.world.data.media).toMatchObject([
    { id: sent[0]?.mediaIds[0], alt: 'the way to the desk', state: 'ready' },
  ])
})
