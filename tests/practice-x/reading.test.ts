/** @file Stories of reading: pages and cursors, fields and includes, lookups, search, messages. */
import { afterEach, expect, test } from 'vitest'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()
const mentions = (more = '') => `/2/users/${s.id('northair')}/mentions?max_results=100${more}`

test('mentions come newest first, page by page, and since_id gives only what is new', async () => {
  const many = Array.from({ length: 12 }, (_, n) => ({
    type: 'post',
    by: 'mara',
    text: `@northair no ${n}`,
    at: ago(60 - n),
  }))
  s = await stage(many)
  const path = `/2/users/${s.id('northair')}/mentions?max_results=5`
  const seen: string[] = []
  let token: string | undefined
  let pages = 0
  do {
    const page = await s.call('northair', 'GET', path + (token ? `&pagination_token=${token}` : ''))
    seen.push(...page.list.map((post) => post.text))
    token = page.meta.next_token
    pages++
  } while (token)
  expect(pages).toBe(3)
  expect(seen).toEqual(many.map((line) => line.text).reverse())
  const first = await s.call('northair', 'GET', path)
  const newest = String(first.meta['newest_id'])
  expect(newest).toMatch(/^\d{19}$/)
  expect((await s.call('northair', 'GET', mentions(`&since_id=${newest}`))).body).toEqual({
    meta: { result_count: 0 },
  })
  const { id } = await s.control.post({ by: 'paulo', text: 'e eu, @northair?' })
  expect(
    (await s.call('northair', 'GET', mentions(`&since_id=${newest}`))).list.map((post) => post.id),
  ).toEqual([id])
  const until = await s.call('northair', 'GET', mentions(`&until_id=${newest}`))
  expect(until.list).toHaveLength(11)
  expect((await s.call('northair', 'GET', `${path}&pagination_token=nonsense`)).status).toBe(400)
  expect((await s.call('northair', 'GET', mentions('').replace('100', '101'))).status).toBe(400)
})

test('only the 800 newest mentions can be reached', async () => {
  s = await stage(
    Array.from({ length: 810 }, (_, n) => ({
      type: 'post',
      by: 'mara',
      text: `@northair ${n}`,
      at: ago(900 - n),
    })),
  )
  let count = 0
  let token: string | undefined
  do {
    const page = await s.call('northair', 'GET', mentions(token ? `&pagination_token=${token}` : ''))
    count += page.list.length
    token = page.meta.next_token
  } while (token)
  expect(count).toBe(800)
})

test('only asked fields arrive, unknown ones are dropped without a word, expansions bring includes', async () => {
  s = await stage([
    { type: 'post', by: 'northair', text: 'Hello', at: ago(9), key: 'a' },
    { type: 'post', by: 'mara', text: 'my bag?', at: ago(8), key: 'b', replyTo: 'a' },
  ])
  const bare = await s.call('northair', 'GET', mentions())
  expect(Object.keys(bare.one).sort()).toEqual(['edit_history_tweet_ids', 'id', 'text'])
  const rich = await s.call(
    'northair',
    'GET',
    mentions(
      '&tweet.fields=created_at,conversation_id,nonsense,in_reply_to_user_id&expansions=author_id,referenced_tweets.id&user.fields=public_metrics',
    ),
  )
  const { keys } = await s.control.state()
  expect(rich.one).toMatchObject({
    text: '@northair my bag?',
    author_id: s.id('mara'),
    conversation_id: keys['a'],
    in_reply_to_user_id: s.id('northair'),
    referenced_tweets: [{ type: 'replied_to', id: keys['a'] }],
    created_at: ago(8),
  })
  expect(rich.includes['users']?.[0]).toMatchObject({
    username: 'mara',
    public_metrics: { followers_count: 120 },
  })
  expect(rich.includes['tweets']?.[0]).toMatchObject({ id: keys['a'], text: 'Hello' })
})

test('entities count code points over escaped text, and links are short', async () => {
  s = await stage([
    { type: 'post', by: 'mara', text: '👩🏽‍🍳 A&B <@northair> #lost https://example.com/help?a=1', at: ago(1) },
  ])
  const { one } = await s.call('northair', 'GET', mentions('&tweet.fields=entities'))
  const points = [...one.text]
  const cut = (entity: { start: number; end: number }) => points.slice(entity.start, entity.end).join('')
  expect(one.text).toMatch(/^👩🏽‍🍳 A&amp;B &lt;@northair&gt; #lost https:\/\/t\.co\/\w{10}$/)
  const entities = one['entities'] as Record<string, [{ start: number; end: number; expanded_url?: string }]>
  expect(cut(entities['mentions']![0])).toBe('@northair')
  expect(cut(entities['hashtags']![0])).toBe('#lost')
  expect(cut(entities['urls']![0])).toMatch(/^https:\/\/t\.co\//)
  expect(entities['urls']![0].expanded_url).toBe('https://example.com/help?a=1')
})

test('a lookup tells apart what is gone, protected and suspended', async () => {
  s = await stage([
    { type: 'user', username: 'shy', name: 'Shy', protected: true },
    { type: 'user', username: 'bad', name: 'Bad', suspended: true },
    { type: 'post', by: 'mara', text: 'one', at: ago(5), key: 'one' },
    { type: 'post', by: 'shy', text: '@northair two', at: ago(4), key: 'two' },
    { type: 'post', by: 'bad', text: '@northair three', at: ago(3), key: 'three' },
    { type: 'post', by: 'paulo', text: 'four', at: ago(2), key: 'four' },
  ])
  const { keys } = await s.control.state()
  await s.control.delete({ post: 'four' })
  const ids = ['one', 'two', 'three', 'four'].map((key) => keys[key]).join(',')
  const found = await s.call('northair', 'GET', `/2/tweets?ids=${ids}`)
  expect(found.list.map((post) => post.text)).toEqual(['one'])
  expect(found.errors.map((error) => [error['resource_id'], error['title']])).toEqual([
    [keys['two'], 'Authorization Error'],
    [keys['three'], 'Authorization Error'],
    [keys['four'], 'Not Found Error'],
  ])
  expect((await s.call('northair', 'GET', mentions())).list).toEqual([])
  const users = await s.call('northair', 'GET', `/2/users?ids=${s.id('mara')},${s.id('bad')},999`)
  expect(users.list.map((user) => user['username'])).toEqual(['mara'])
  expect(users.errors.map((error) => error['detail'])).toEqual([
    `User has been suspended: [${s.id('bad')}].`,
    'Could not find user with ids: [999].',
  ])
  expect((await s.call('northair', 'GET', '/2/users/by?usernames=MARA,paulo')).list).toHaveLength(2)
})

test('an edit has a new id and one place in the timeline; deleting one version deletes all', async () => {
  s = await stage([{ type: 'post', by: 'mara', text: '@northair my bga', at: ago(5), key: 'bag' }])
  const old = (await s.control.state()).keys['bag']
  const { id } = await s.control.edit({ post: 'bag', text: '@northair my bag' })
  const page = await s.call('northair', 'GET', mentions())
  expect(page.list).toMatchObject([{ id, text: '@northair my bag', edit_history_tweet_ids: [old, id] }])
  expect((await s.call('northair', 'GET', `/2/tweets/${old}`)).one).toMatchObject({
    text: '@northair my bga',
  })
  await s.control.delete({ post: id })
  expect((await s.call('northair', 'GET', `/2/tweets?ids=${old},${id}`)).errors).toHaveLength(2)
})

test('a long post is cut and its whole text stands in note_tweet', async () => {
  const text = `@northair ${'a long story about a bag '.repeat(30)}the end`
  s = await stage([{ type: 'post', by: 'mara', text, at: ago(1) }])
  const { one } = await s.call('northair', 'GET', mentions('&tweet.fields=note_tweet'))
  expect(one.text.length).toBeLessThanOrEqual(280)
  expect(one['note_tweet']).toMatchObject({ text })
})

test('own posts can leave out replies and reposts', async () => {
  s = await stage([
    { type: 'post', by: 'northair', text: 'Hello', at: ago(9), key: 'a' },
    { type: 'post', by: 'mara', text: 'hi', at: ago(8), key: 'b', replyTo: 'a' },
    { type: 'post', by: 'northair', text: 'hi Mara', at: ago(7), replyTo: 'b' },
    { type: 'post', by: 'northair', at: ago(6), repost: 'b' },
  ])
  const own = (more: string) =>
    s.call('northair', 'GET', `/2/users/${s.id('northair')}/tweets?max_results=10${more}`)
  expect((await own('')).list.map((post) => post.text)).toEqual([
    'RT @mara: @northair hi',
    '@mara hi Mara',
    'Hello',
  ])
  expect((await own('&exclude=replies,retweets')).list.map((post) => post.text)).toEqual(['Hello'])
})

test('search understands words, quotes, OR, minus, people, conversations, replies and languages', async () => {
  s = await stage([
    { type: 'post', by: 'northair', text: 'Lumen is down in Braga', at: ago(50), key: 'a' },
    { type: 'post', by: 'mara', text: 'my lumen bill went up', at: ago(40), key: 'b' },
    { type: 'post', by: 'paulo', text: 'lumen em baixo outra vez #avaria', at: ago(30), key: 'c' },
    { type: 'post', by: 'bex', text: 'same here', at: ago(20), key: 'd', replyTo: 'b' },
    { type: 'post', by: 'bex', at: ago(10), repost: 'b' },
    {
      type: 'post',
      by: 'bex',
      text: 'lumen of long ago',
      at: new Date(noon - 8 * 86_400_000).toISOString(),
      key: 'old',
    },
  ])
  const { keys } = await s.control.state()
  const search = async (query: string) => {
    const found = await s.call(
      'northair',
      'GET',
      `/2/tweets/search/recent?max_results=10&query=${encodeURIComponent(query)}`,
    )
    return found.status === 200
      ? found.list.map((post) => Object.keys(keys).find((key) => keys[key] === post.id))
      : found.status
  }
  expect(await search('lumen')).toEqual(['c', 'b', 'a'])
  expect(await search('lumen -from:northair -bill')).toEqual(['c'])
  expect(await search('"bill went" OR #avaria')).toEqual(['c', 'b'])
  expect(await search('(braga OR baixo) lumen')).toEqual(['c', 'a'])
  expect(await search('lumen lang:pt')).toEqual(['c'])
  expect(await search('to:mara')).toEqual(['d'])
  expect(await search('@mara is:reply')).toEqual(['d'])
  expect(await search(`conversation_id:${keys['b']}`)).toEqual(['d', 'b'])
  expect(await search('lumen nonsense:1')).toBe(400)
  expect(await search('(lumen')).toBe(400)
  expect(await search('x'.repeat(513))).toBe(400)
})

test('messages come newest first, without since_id, for 30 days, and by conversation', async () => {
  const at = (days: number) => new Date(noon - days * 86_400_000).toISOString()
  s = await stage([
    { type: 'dm', from: 'mara', to: 'northair', text: 'long ago', at: at(31) },
    { type: 'dm', from: 'mara', to: 'northair', text: 'tag & number', at: at(2) },
    { type: 'dm', from: 'paulo', to: 'northair', text: 'olá', at: at(1) },
    { type: 'dm', from: 'paulo', to: 'lumen', text: 'not yours', at: at(1) },
  ])
  const fields = 'dm_event.fields=sender_id,created_at,dm_conversation_id,event_type'
  const all = await s.call('northair', 'GET', `/2/dm_events?${fields}`)
  expect(all.list.map((dm) => dm.text)).toEqual(['olá', 'tag &amp; number'])
  const [a, b] = [s.id('mara'), s.id('northair')].sort((x, y) => Number(BigInt(x) - BigInt(y)))
  expect(all.list[1]).toMatchObject({
    event_type: 'MessageCreate',
    sender_id: s.id('mara'),
    dm_conversation_id: `${a}-${b}`,
  })
  const page = await s.call('northair', 'GET', `/2/dm_events?max_results=1`)
  const next = await s.call(
    'northair',
    'GET',
    `/2/dm_events?max_results=1&pagination_token=${page.meta.next_token}`,
  )
  expect(next.list.map((dm) => dm.text)).toEqual(['tag &amp; number'])
  const withMara = await s.call('northair', 'GET', `/2/dm_conversations/with/${s.id('mara')}/dm_events`)
  expect(withMara.list).toHaveLength(1)
  expect((await s.call('northair', 'GET', `/2/dm_conversations/${a}-${b}/dm_events`)).list).toHaveLength(1)
  expect((await s.call('lumen', 'GET', `/2/dm_conversations/${a}-${b}/dm_events`)).status).toBe(403)
})

test('a timeline that lags shows a post only when it is old enough', async () => {
  s = await stage()
  await s.control.lag({ endpoint: 'mentions', ms: 20_000 })
  await s.control.post({ by: 'mara', text: '@northair hello?' })
  expect((await s.call('northair', 'GET', mentions())).list).toHaveLength(0)
  await s.clock.advance(20_000)
  expect((await s.call('northair', 'GET', mentions())).list).toHaveLength(1)
})
