/** @file Stories of reposting, bookmarking, muting and hiding: what X has then, what it costs, and what it refuses. */
import { afterEach, expect, test } from 'vitest'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()
const key = async (name: string): Promise<string> => (await s.control.state()).keys[name] ?? ''
const story = [
  { type: 'user', username: 'shy', name: 'Shy', protected: true },
  { type: 'post', by: 'mara', text: '@northair thank you', at: ago(20), key: 'praise' },
  { type: 'post', by: 'shy', text: '@northair secret thanks', at: ago(19), key: 'secret' },
  { type: 'post', by: 'northair', text: 'News', at: ago(9), key: 'news' },
  { type: 'post', by: 'bex', text: 'spam', at: ago(8), key: 'spam', replyTo: 'news' },
]
const spent = async (kind: string): Promise<number> =>
  (await s.control.meter()).apps['Agency']?.kinds[kind]?.dollars ?? 0
const own = async (): Promise<string[]> =>
  (await s.call('northair', 'GET', `/2/users/${s.id('northair')}/tweets`)).list.map((post) => post.text)

test('a repost stands on the own time line once, and is taken back', async () => {
  s = await stage(story)
  const path = `/2/users/${s.id('northair')}/retweets`
  const praise = await key('praise')
  const first = await s.call('northair', 'POST', path, { tweet_id: praise })
  expect(first).toMatchObject({ status: 200, one: { retweeted: true } })
  const again = await s.call('northair', 'POST', path, { tweet_id: praise })
  expect(again.one.id).toBe(first.one.id)
  expect(await own()).toEqual(['RT @mara: @northair thank you', 'News'])
  expect(await spent('interaction.create')).toBe(0.03)
  expect((await s.call('northair', 'DELETE', `${path}/${praise}`)).one).toMatchObject({ retweeted: false })
  expect(await own()).toEqual(['News'])
  expect(await spent('interaction.delete')).toBe(0.01)
})

test('nobody reposts what they are not shown, or for somebody else', async () => {
  s = await stage(story)
  const repost = async (user: string, post: string) =>
    (
      await s.call('northair', 'POST', `/2/users/${s.id(user)}/retweets`, {
        tweet_id: post,
      })
    ).status
  expect(await repost('northair', await key('secret'))).toBe(404)
  expect(await repost('northair', '999')).toBe(404)
  expect(await repost('lumen', await key('praise'))).toBe(400)
})

test('bookmarks and mutes are kept, cost what X asks, and stop at 50 in a quarter of an hour', async () => {
  s = await stage(story)
  const me = s.id('northair')
  const mark = async () =>
    s.call('northair', 'POST', `/2/users/${me}/bookmarks`, { tweet_id: await key('praise') })
  expect((await mark()).one).toMatchObject({ bookmarked: true })
  expect(s.x.world.data.bookmarks[me]).toEqual([await key('praise')])
  const unmark = `/2/users/${me}/bookmarks/${await key('praise')}`
  expect((await s.call('northair', 'DELETE', unmark)).one).toMatchObject({ bookmarked: false })
  expect(s.x.world.data.bookmarks[me]).toEqual([])
  expect(await spent('content.manage')).toBe(0.01)

  const mute = await s.call('northair', 'POST', `/2/users/${me}/muting`, { target_user_id: s.id('bex') })
  expect(mute.one).toMatchObject({ muting: true })
  expect(s.x.world.data.mutes[me]).toEqual([s.id('bex')])
  expect((await s.call('northair', 'DELETE', `/2/users/${me}/muting/${s.id('bex')}`)).one).toMatchObject({
    muting: false,
  })
  expect(await spent('mute.delete')).toBe(0.005)

  for (let count = 1; count < 50; count++) expect((await mark()).status).toBe(200)
  const over = await mark()
  expect(over.status).toBe(429)
  expect(over.headers.get('x-rate-limit-remaining')).toBe('0')
})

test('a hidden reply is shown again', async () => {
  s = await stage(story)
  const path = `/2/tweets/${await key('spam')}/hidden`
  const spam = await key('spam')
  await s.call('northair', 'PUT', path, { hidden: true })
  expect(s.x.world.posts.get(spam)?.hidden).toBe(true)
  expect((await s.call('northair', 'PUT', path, { hidden: false })).one).toMatchObject({ hidden: false })
  expect(s.x.world.posts.get(spam)?.hidden).toBe(false)
})

test('a sign-in without the scope is refused without another word', async () => {
  s = await stage(story)
  const grants = s.x.world.data.families.find((family) => family.userId === s.id('northair'))
  if (!grants) throw new Error('no grant')
  grants.scopes = grants.scopes.filter((scope) => scope !== 'mute.write')
  const answer = await s.call('northair', 'POST', `/2/users/${s.id('northair')}/muting`, {
    target_user_id: s.id('bex'),
  })
  expect(answer).toMatchObject({ status: 403, detail: 'Forbidden' })
})
