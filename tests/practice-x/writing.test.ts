/** @file Stories of writing: who may reply to what, duplicates, messages, media, and customers who answer back. */
import { afterEach, expect, test } from 'vitest'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()
const key = async (name: string): Promise<string> => (await s.control.state()).keys[name] ?? ''
const reply = async (who: string, text: string, to: string, more: object = {}) =>
  s.call(who, 'POST', '/2/tweets', { text, reply: { in_reply_to_tweet_id: await key(to), ...more } })

const story = [
  { type: 'post', by: 'mara', text: '@northair my bag is gone', at: ago(20), key: 'typed' },
  {
    type: 'post',
    by: 'northair',
    text: 'Looking into it, Mara.',
    at: ago(18),
    key: 'ours',
    replyTo: 'typed',
  },
  { type: 'post', by: 'mara', text: 'still gone', at: ago(16), key: 'inherited', replyTo: 'ours' },
  { type: 'post', by: 'bex', text: 'mine too', at: ago(15), key: 'talk', replyTo: 'typed' },
  { type: 'post', by: 'paulo', text: 'look at this', at: ago(14), key: 'quote', quote: 'ours' },
  { type: 'post', by: 'paulo', text: 'nice weather', at: ago(13), key: 'weather' },
]

test('a reply stands in its thread, from its brand, with the leading run', async () => {
  s = await stage(story)
  const sent = await reply('northair', 'Found it, Mara. A courier brings it tonight.', 'typed')
  expect(sent).toMatchObject({
    status: 201,
    one: { text: '@mara Found it, Mara. A courier brings it tonight.' },
  })
  expect((await s.control.sent()).posts).toMatchObject([
    { id: sent.one.id, by: 'northair', replyTo: await key('typed'), conversationId: await key('typed') },
  ])
  const thread = await reply('northair', 'In talk', 'talk')
  expect(thread.status).toBe(403)
})

test('the leading run takes in all who are named, can be left out in part, and can be typed', async () => {
  s = await stage([{ type: 'post', by: 'mara', text: '@northair and @lumen too', at: ago(5), key: 'both' }])
  expect((await reply('northair', 'one', 'both')).one.text).toBe('@mara @lumen one')
  const without = { exclude_reply_user_ids: [s.id('lumen')] }
  expect((await reply('northair', 'two', 'both', without)).one.text).toBe('@mara two')
  expect((await reply('northair', '@mara three', 'both', without)).one.text).toBe('@mara three')
  expect((await reply('northair', 'four', 'both', { auto_populate_reply_metadata: false })).one.text).toBe(
    'four',
  )
})

test.each(['typed', 'any'] as const)('who may reply to what under summon=%s', async (summon) => {
  s = await stage(story, { summon })
  expect((await reply('northair', 'to one who typed', 'typed')).status).toBe(201)
  expect((await reply('northair', 'to a quote of ours', 'quote')).status).toBe(201)
  expect((await reply('northair', 'to our own', 'ours')).status).toBe(201)
  const inherited = await reply('northair', 'to an inherited handle', 'inherited')
  if (summon === 'any') expect(inherited.status).toBe(201)
  else
    expect(inherited).toMatchObject({
      status: 403,
      type: 'about:blank',
      detail: expect.stringContaining('not been mentioned or otherwise engaged'),
    })
  expect(await reply('northair', 'out of the blue', 'weather')).toMatchObject({
    status: 403,
    type: 'https://api.x.com/2/problems/not-authorized-for-resource',
    detail: 'You can only reply to or quote posts where you are mentioned or are the author.',
  })
  expect((await reply('lumen', 'not our customer', 'typed')).status).toBe(403)
})

test('exact duplicates, over-long texts, quotes, two cashtags and wrong bodies are refused', async () => {
  s = await stage(story)
  expect((await reply('northair', 'We are on it.', 'typed')).status).toBe(201)
  const again = await reply('northair', 'We are on it.', 'typed')
  expect(again).toMatchObject({
    status: 403,
    detail: 'You are not allowed to create a Tweet with duplicate content.',
  })
  const post = (who: string, body: object) => s.call(who, 'POST', '/2/tweets', body)
  expect((await post('northair', { text: 'x'.repeat(281) })).detail).toContain('too long')
  expect((await post('northair', { text: '界'.repeat(141) })).status).toBe(403)
  expect((await post('lumen', { text: 'x'.repeat(281) })).status).toBe(201)
  expect((await post('northair', { text: 'hm', quote_tweet_id: await key('quote') })).status).toBe(403)
  expect((await post('northair', { text: '$AAA or $BBB' })).status).toBe(403)
  expect((await post('northair', { text: '' })).status).toBe(400)
  expect((await post('northair', { words: 'hello' })).status).toBe(400)
  await s.clock.advance(86_400_000)
  const { refreshToken, appClientId } = s.handle('northair')
  const renewed = await fetch(`${s.x.baseUrl}/2/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: appClientId,
    }),
  })
  const { access_token: access } = { access_token: '', ...(await renewed.json()) }
  const later = { text: 'We are on it.', reply: { in_reply_to_tweet_id: await key('typed') } }
  expect((await s.call({ authorization: `Bearer ${access}` }, 'POST', '/2/tweets', later)).status).toBe(201)
})

test('replies to what is deleted, protected or suspended are refused, and a suspended brand can do nothing', async () => {
  s = await stage(story)
  await s.control.user({ username: 'mara', protected: true })
  expect((await reply('northair', 'hello', 'typed')).detail).toContain('deleted or not visible')
  await s.control.user({ username: 'mara', protected: false })
  const target = await key('typed')
  await s.control.delete({ post: 'typed' })
  const gone = await s.call('northair', 'POST', '/2/tweets', {
    text: 'a',
    reply: { in_reply_to_tweet_id: target },
  })
  expect(gone.detail).toContain('deleted or not visible')
  await s.control.user({ username: 'northair', suspended: true })
  expect((await s.call('northair', 'GET', '/2/users/me')).detail).toContain('suspended')
})

test('own posts can be deleted, others’ cannot; replies in own conversations can be hidden', async () => {
  s = await stage([
    ...story,
    { type: 'post', by: 'northair', text: 'News', at: ago(9), key: 'news' },
    { type: 'post', by: 'bex', text: 'spam', at: ago(8), key: 'spam', replyTo: 'news' },
  ])
  expect((await s.call('northair', 'DELETE', `/2/tweets/${await key('typed')}`)).status).toBe(403)
  expect((await s.call('northair', 'DELETE', `/2/tweets/${await key('ours')}`)).one).toMatchObject({
    deleted: true,
  })
  expect((await s.call('northair', 'DELETE', `/2/tweets/${await key('ours')}`)).status).toBe(404)
  const hide = async (name: string) =>
    s.call('northair', 'PUT', `/2/tweets/${await key(name)}/hidden`, { hidden: true })
  expect((await hide('spam')).one).toMatchObject({ hidden: true })
  expect((await hide('talk')).status).toBe(403)
})

test('messages go to a participant and into a conversation, unless the recipient has closed them', async () => {
  s = await stage([{ type: 'dm', from: 'mara', to: 'northair', text: 'hello', at: ago(5) }])
  const first = await s.call('northair', 'POST', `/2/dm_conversations/with/${s.id('mara')}/messages`, {
    text: 'Hi Mara',
  })
  expect(first.status).toBe(201)
  const conversation = String(first.one['dm_conversation_id'])
  const second = await s.call('northair', 'POST', `/2/dm_conversations/${conversation}/messages`, {
    text: 'Hi Mara',
  })
  expect(second.status).toBe(201)
  expect((await s.control.sent()).dms.map((dm) => [dm.from, dm.to, dm.text])).toEqual([
    ['northair', 'mara', 'Hi Mara'],
    ['northair', 'mara', 'Hi Mara'],
  ])
  await s.control.user({ username: 'mara', dmsClosed: true })
  const closed = await s.call('northair', 'POST', `/2/dm_conversations/${conversation}/messages`, {
    text: 'again',
  })
  expect(closed).toMatchObject({
    status: 403,
    detail: 'You do not have permission to DM one or more participants.',
  })
  expect(
    (await s.call('lumen', 'POST', `/2/dm_conversations/${conversation}/messages`, { text: 'x' })).status,
  ).toBe(403)
})

test('media goes up in three steps; a video needs a look first; another’s media cannot be used', async () => {
  s = await stage()
  const up = async (body: object, bytes: Buffer) => {
    const start = await s.call('northair', 'POST', '/2/media/upload/initialize', {
      ...body,
      total_bytes: bytes.length,
    })
    const { id } = start.one
    const append = { segment_index: 0, media: bytes.toString('base64') }
    expect((await s.call('northair', 'POST', `/2/media/upload/${id}/append`, append)).status).toBe(200)
    return { id, end: await s.call('northair', 'POST', `/2/media/upload/${id}/finalize`) }
  }
  const picture = await up({ media_type: 'image/png', media_category: 'tweet_image' }, Buffer.from('picture'))
  const use = (who: string, id: string) =>
    s.call(who, 'POST', '/2/tweets', { text: `look ${id}`, media: { media_ids: [id] } })
  expect((await use('lumen', picture.id)).status).toBe(400)
  const sent = await use('northair', picture.id)
  expect(sent.status).toBe(201)
  const shown = await s.call(
    'northair',
    'GET',
    `/2/tweets/${sent.one.id}?expansions=attachments.media_keys&media.fields=url`,
  )
  expect(shown.includes['media']).toMatchObject([{ media_key: `3_${picture.id}`, type: 'photo' }])
  expect(await (await fetch(`${s.x.baseUrl}/media/${picture.id}`)).text()).toBe('picture')
  const video = await up({ media_type: 'video/mp4', media_category: 'tweet_video' }, Buffer.from('film'))
  expect(video.end.one).toMatchObject({ processing_info: { state: 'in_progress', check_after_secs: 1 } })
  expect((await use('northair', video.id)).status).toBe(400)
  await s.clock.advance(2_000)
  const status = await s.call('northair', 'GET', `/2/media/upload?command=STATUS&media_id=${video.id}`)
  expect(status.one).toMatchObject({ processing_info: { state: 'succeeded' } })
  expect((await use('northair', video.id)).status).toBe(201)
})

const moods = {
  type: 'reaction',
  user: '*',
  good: ['thanks one', 'thanks two'],
  cold: ['really?', 'REALLY?'],
}
const warm = 'We are sorry, Mara. Boston found your bag and a courier brings it by 18:00.'

test('a good answer is thanked within seconds, a cold one draws a sharper post, twice at most', async () => {
  s = await stage([...story, moods])
  await reply('northair', warm, 'typed')
  await s.clock.advance(3_999)
  const thread = () => s.x.world.postsBy(s.id('mara')).map((post) => post.text)
  expect(thread()).toHaveLength(2)
  await s.clock.advance(5_002)
  expect(thread().at(-1)).toBe('@northair thanks one @northair')
  await reply('northair', 'No.', 'typed')
  await s.clock.advance(10_000)
  expect(thread().at(-1)).toBe('@northair REALLY?')
  await reply('northair', 'Still no.', 'typed')
  await s.clock.advance(10_000)
  expect(thread()).toHaveLength(4)
})

test('half of the follow-ups lack the typed handle, so that the strict rule refuses an answer to them', async () => {
  s = await stage([...story, moods])
  await reply('northair', warm, 'typed')
  await s.clock.advance(10_000)
  await reply('northair', 'No.', 'typed')
  await s.clock.advance(10_000)
  const [typed, inherited] = s.x.world.postsBy(s.id('mara')).slice(-2)
  const answer = (id: string | undefined) =>
    s.call('northair', 'POST', '/2/tweets', { text: `to ${id}`, reply: { in_reply_to_tweet_id: id } })
  expect((await answer(typed?.id)).status).toBe(201)
  expect((await answer(inherited?.id)).status).toBe(403)
})

test('a message is answered by a message; a reply taken back is answered by nobody', async () => {
  s = await stage([...story, moods])
  await s.call('northair', 'POST', `/2/dm_conversations/with/${s.id('mara')}/messages`, { text: warm })
  const sent = await reply('northair', warm, 'typed')
  await s.call('northair', 'DELETE', `/2/tweets/${sent.one.id}`)
  await s.clock.advance(10_000)
  expect(s.x.world.dmsOf(s.id('northair')).map((dm) => dm.text)).toEqual([warm, 'thanks one'])
  expect(s.x.world.postsBy(s.id('mara'))).toHaveLength(2)
})

test('what is posted on X’s own page is not bound by the API’s reply rule', async () => {
  s = await stage(story)
  const target = await key('inherited')
  const page = await (await fetch(`${s.x.baseUrl}/intent/tweet?in_reply_to=${target}`)).text()
  expect(page).toContain('still gone')
  const posted = await fetch(`${s.x.baseUrl}/intent/tweet`, {
    method: 'POST',
    body: new URLSearchParams({ in_reply_to: target, user: 'northair', text: 'By hand' }),
  })
  expect(posted.status).toBe(200)
  expect(s.x.world.postsBy(s.id('northair')).at(-1)).toMatchObject({ replyTo: target, viaApp: null })
})
