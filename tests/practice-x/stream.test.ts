/** @file Stories of the activity stream: subscriptions, what is delivered and what X leaves out, and its bad days. */
import { afterEach, expect, test } from 'vitest'
import { noon, stage, type Stage } from './stage.ts'
import { bearerOf, openStream } from './stream-reader.ts'

let s: Stage
afterEach(() => s.close())

const subscribe = (event_type: string, user = 'northair', by?: string) =>
  s.call(by ?? bearerOf(s), 'POST', '/2/activity/subscriptions', {
    event_type,
    filter: { user_id: s.id(user) },
    tag: 'test',
  })
const dollars = async () => (await s.control.meter()).apps['Agency']?.dollars

test('private events need the authorization of that user, public ones the app’s', async () => {
  s = await stage()
  expect((await subscribe('post.mention.create')).status).toBe(403)
  expect((await subscribe('post.mention.create', 'lumen', 'northair')).status).toBe(403)
  expect((await subscribe('post.mention.create', 'northair', 'northair')).status).toBe(200)
  expect((await subscribe('post.delete', 'mara')).status).toBe(200)
  expect((await subscribe('post.nonsense')).status).toBe(400)
  const list = await s.call(bearerOf(s), 'GET', '/2/activity/subscriptions')
  expect(list.list.map((one) => one['event_type'])).toEqual(['post.mention.create', 'post.delete'])
  const ids = list.list.map((one) => String(one['subscription_id']))
  expect(
    (await s.call(bearerOf(s), 'PUT', `/2/activity/subscriptions/${ids[0]}`, { tag: 'other' })).status,
  ).toBe(200)
  expect((await s.call(bearerOf(s), 'DELETE', `/2/activity/subscriptions?ids=${ids.join(',')}`)).status).toBe(
    200,
  )
  expect((await s.call(bearerOf(s), 'GET', '/2/activity/subscriptions')).list).toEqual([])
})

test('a user’s token opens no stream', async () => {
  s = await stage()
  expect((await s.call('northair', 'GET', '/2/activity/stream')).status).toBe(403)
})

test('a typed handle is delivered at once with its author; an inherited one and a nested reply are not', async () => {
  s = await stage([
    {
      type: 'post',
      by: 'northair',
      text: 'Good morning',
      at: new Date(noon - 60_000).toISOString(),
      key: 'ours',
    },
  ])
  for (const type of ['post.mention.create', 'post.reply.create'])
    await subscribe(type, 'northair', 'northair')
  const stream = await openStream(s)
  const { id } = await s.control.post({ by: 'mara', text: '@northair my bag' })
  expect(await stream.event()).toMatchObject({
    event_type: 'post.mention.create',
    event_uuid: id,
    filter: { user_id: s.id('northair') },
    tag: 'test',
    payload: {
      text: '@northair my bag',
      author_id: s.id('mara'),
      public_metrics: { like_count: 0, like_count_str: '0' },
    },
    includes: { users: [{ username: 'mara' }, { username: 'northair' }] },
  })
  await s.control.post({ by: 'paulo', replyTo: id, text: 'same here' })
  await s.control.post({ by: 'bex', replyTo: 'ours', text: 'is it?' })
  expect(await stream.event()).toMatchObject({
    event_type: 'post.reply.create',
    payload: { text: '@northair is it?' },
  })
  await stream.close()
})

test('one post that names two brands is told twice, with one uuid', async () => {
  s = await stage()
  await subscribe('post.mention.create', 'northair', 'northair')
  await subscribe('post.mention.create', 'lumen', 'lumen')
  const stream = await openStream(s)
  await s.control.post({ by: 'mara', text: '@northair @lumen who of you?' })
  const [a, b] = [await stream.event(), await stream.event()]
  expect(a.event_uuid).toBe(b.event_uuid)
  expect(a.filter.user_id).not.toBe(b.filter.user_id)
  await stream.close()
})

test('a direct message comes in the older shape, without a conversation', async () => {
  s = await stage()
  await subscribe('dm.received', 'northair', 'northair')
  const stream = await openStream(s)
  await s.control.dm({ from: 'mara', to: 'northair', text: 'hi @lumen' })
  const { payload } = await stream.event()
  expect(payload).toMatchObject({
    direct_message_events: [
      {
        type: 'message_create',
        created_timestamp: String(noon),
        message_create: {
          sender_id: s.id('mara'),
          target: { recipient_id: s.id('northair') },
          message_data: {
            text: 'hi @lumen',
            entities: { user_mentions: [{ screen_name: 'lumen', indices: [3, 9] }] },
          },
        },
      },
    ],
    users: { [s.id('mara')]: { data: { username: 'mara' } } },
  })
  expect(JSON.stringify(payload)).not.toContain('conversation')
  await stream.close()
})

test('deletions and revoked sign-ins are told, free of charge', async () => {
  s = await stage()
  const { id } = await s.control.post({ by: 'mara', text: 'oops' })
  await subscribe('post.delete', 'mara')
  await subscribe('oauth.revoke', 'northair')
  const stream = await openStream(s)
  await s.control.delete({ post: id })
  expect(await stream.event()).toMatchObject({
    event_type: 'post.delete',
    payload: { id, author_id: s.id('mara') },
  })
  await s.control.revoke({ username: 'northair' })
  expect(await stream.event()).toMatchObject({
    event_type: 'oauth.revoke',
    filter: {},
    payload: { user_id: s.id('northair') },
  })
  expect(await dollars()).toBe(0)
  await stream.close()
})

test('a line break comes every 20 seconds, unless the stream was told to fall silent', async () => {
  s = await stage()
  const stream = await openStream(s)
  expect(await stream.line()).toBe('')
  await s.clock.advance(20_000)
  expect(await stream.line()).toBe('')
  await s.control.stream({ keepAlive: false })
  await s.clock.advance(60_000)
  await s.control.stream({ keepAlive: true })
  await s.control['stream.line']({ text: 'end\r\n' })
  expect(await stream.line()).toBe('end')
  await stream.close()
})

test('an app has two streams at most; open ones are listed and can be ended', async () => {
  s = await stage()
  await s.control['stream.others']({ app: 'Agency', count: 1 })
  const stream = await openStream(s)
  const third = await openStream(s)
  expect(third.status).toBe(429)
  expect(third.refusal).toContain('TooManyConnections')
  expect((await openStream(s, { app: 'Own' })).status).toBe(200)
  const open = await s.call(bearerOf(s), 'GET', '/2/connections')
  expect(open.list).toHaveLength(2)
  await s.call(bearerOf(s), 'DELETE', '/2/connections', { uuids: [open.list[1]?.id] })
  expect(await stream.line()).toBe('')
  expect(await stream.line()).toContain('operational-disconnect')
  expect(await stream.line()).toBeNull()
  await s.call(bearerOf(s), 'DELETE', '/2/connections/all')
  const after = await openStream(s)
  expect(after.status).toBe(200)
  await after.close()
})

test('what was missed comes again within the backfill that is asked for', async () => {
  s = await stage()
  await subscribe('post.mention.create', 'northair', 'northair')
  await s.control.post({ by: 'mara', text: '@northair long ago' })
  await s.clock.advance(150_000)
  await s.control.post({ by: 'mara', text: '@northair just now' })
  await s.clock.advance(30_000)
  const stream = await openStream(s, { query: '?backfill_minutes=2' })
  expect((await stream.event()).payload['text']).toBe('@northair just now')
  expect((await openStream(s, { query: '?backfill_minutes=6' })).status).toBe(400)
  await stream.close()
})

test('an event is charged like a read, and not twice on one day unless told so', async () => {
  s = await stage()
  await subscribe('post.mention.create', 'lumen', 'lumen')
  const stream = await openStream(s)
  await s.control.post({ by: 'mara', text: '@lumen one' })
  await stream.event()
  expect(await dollars()).toBe(0.005)
  await s.call('lumen', 'GET', `/2/users/${s.id('lumen')}/mentions`)
  expect(await dollars()).toBe(0.005)
  await s.control.stream({ dedup: false })
  await s.control.post({ by: 'mara', text: '@lumen two' })
  await stream.event()
  await s.call('lumen', 'GET', `/2/users/${s.id('lumen')}/mentions`)
  expect(await dollars()).toBe(0.015)
  await stream.close()
})

test('without credits no stream opens, and an open one ends', async () => {
  s = await stage()
  await subscribe('post.mention.create', 'northair', 'northair')
  const stream = await openStream(s)
  await s.control.credits({ app: 'Agency', dollars: 0 })
  await s.control.post({ by: 'mara', text: '@northair anyone?' })
  expect(await stream.line()).toBe('')
  expect(await stream.line()).toContain('operational-disconnect')
  expect((await openStream(s)).status).toBe(402)
})

test('events come twice, late or not at all where that is asked for', async () => {
  s = await stage()
  await subscribe('post.mention.create', 'northair', 'northair')
  const stream = await openStream(s)
  await s.control.stream({ duplicate: true })
  await s.control.post({ by: 'mara', text: '@northair twice' })
  expect((await stream.event()).event_uuid).toBe((await stream.event()).event_uuid)
  await s.control.stream({ duplicate: false, skips: 'everything' })
  await s.control.post({ by: 'mara', text: '@northair never' })
  await s.control.stream({ skips: 'as-x', delayMs: 5_000 })
  await s.control.post({ by: 'mara', text: '@northair late' })
  await s.clock.advance(5_000)
  expect((await stream.event()).payload['text']).toBe('@northair late')
  await s.control['stream.drop']({ words: false })
  expect(await stream.line()).toBeNull()
})
