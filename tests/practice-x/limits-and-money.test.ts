/** @file Stories of limits and money: windows and their headers, prices, what is paid once a day, empty credits. */
import { afterEach, expect, test } from 'vitest'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString()
const dollars = async (app = 'Agency'): Promise<number> =>
  (await s.control.meter()).apps[app]?.dollars ?? Number.NaN

test('the 16th read of messages within 15 minutes is refused, for that handle alone', async () => {
  s = await stage()
  const read = (who: string) => s.call(who, 'GET', '/2/dm_events')
  const first = await read('northair')
  expect(first.headers.get('x-rate-limit-limit')).toBe('15')
  expect(first.headers.get('x-rate-limit-remaining')).toBe('14')
  expect(Number(first.headers.get('x-rate-limit-reset'))).toBe(noon / 1_000 + 900)
  expect(first.headers.get('date')).toBe(new Date(noon).toUTCString())
  for (let n = 0; n < 14; n++) await read('northair')
  const full = await read('northair')
  expect([full.status, full.headers.get('x-rate-limit-remaining')]).toEqual([429, '0'])
  expect((await read('lumen')).status).toBe(200)
  expect((await s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions`)).status).toBe(200)
  await s.clock.advance(900_000)
  expect((await read('northair')).status).toBe(200)
})

test('messages count per user and per app in 24 hours', async () => {
  s = await stage()
  const send = (who: string) =>
    s.call(who, 'POST', `/2/dm_conversations/with/${s.id('mara')}/messages`, { text: 'hello' })
  const sent = await send('northair')
  expect(sent.headers.get('x-user-limit-24hour-remaining')).toBe('1439')
  const other = await send('lumen')
  expect(other.headers.get('x-user-limit-24hour-remaining')).toBe('1439')
  expect(other.headers.get('x-app-limit-24hour-remaining')).toBe('1438')
})

test('a post is paid once until midnight UTC, and users only when they are expanded', async () => {
  s = await stage([
    { type: 'post', by: 'mara', text: '@lumen one', at: ago(5) },
    { type: 'post', by: 'mara', text: '@lumen two', at: ago(4) },
  ])
  const read = (more = '') =>
    s.call('lumen', 'GET', `/2/users/${s.id('lumen')}/mentions?tweet.fields=author_id${more}`)
  await read()
  expect(await dollars()).toBe(0.01)
  await read()
  expect(await dollars()).toBe(0.01)
  await read('&expansions=author_id')
  expect(await dollars()).toBe(0.02)
  // Midnight is 12 hours away, and tokens live two: the control side grants new ones.
  await s.clock.advance(12 * 3_600_000)
  const [fresh] = (await s.control.grants({ usernames: ['lumen'] })).handles
  await s.call({ authorization: `Bearer ${fresh?.accessToken}` }, 'GET', `/2/users/${s.id('lumen')}/mentions`)
  expect(await dollars()).toBe(0.03)
})

test('only the handle that owns the app reads its own mentions for a fifth', async () => {
  s = await stage([
    { type: 'post', by: 'mara', text: '@northair hello', at: ago(5) },
    { type: 'post', by: 'mara', text: '@lumen hello', at: ago(4) },
  ])
  await s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions`)
  expect(await dollars()).toBe(0.001)
  await s.call('lumen', 'GET', `/2/users/${s.id('lumen')}/mentions`)
  expect(await dollars()).toBe(0.006)
  expect(await dollars('Own')).toBe(0)
})

test('writes have their prices: an answer 0.010, a post 0.015, one with a link 0.200, a refused one nothing', async () => {
  s = await stage([{ type: 'post', by: 'mara', text: '@northair hello', at: ago(5), key: 'a' }])
  const target = (await s.control.state()).keys['a']
  const post = (body: object) => s.call('northair', 'POST', '/2/tweets', body)
  await post({ text: 'hi', reply: { in_reply_to_tweet_id: target } })
  expect(await dollars()).toBe(0.01)
  await post({ text: 'news' })
  expect(await dollars()).toBe(0.025)
  await post({ text: 'see https://example.com' })
  expect(await dollars()).toBe(0.225)
  expect((await post({ text: 'news' })).status).toBe(403)
  expect(await dollars()).toBe(0.225)
})

test('without credits the app’s paid calls are 402, who-am-I still answers, other apps go on', async () => {
  s = await stage()
  await s.control.credits({ app: 'Agency', dollars: 0 })
  const refused = await s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions`)
  expect([refused.status, refused.type]).toEqual([402, 'https://api.x.com/2/problems/credits'])
  expect(refused.body).toMatchObject({
    title: 'CreditsDepleted',
    detail: expect.stringMatching(/account \[\d{19}\]/),
  })
  expect((await s.call('lumen', 'POST', '/2/tweets', { text: 'x' })).status).toBe(402)
  expect((await s.call('northair', 'GET', '/2/users/me')).status).toBe(200)
  expect((await s.call('metro', 'GET', `/2/users/${s.id('metro')}/mentions`)).status).toBe(200)
  await s.control.credits({ app: 'Agency', dollars: 0.001 })
  expect((await s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions`)).status).toBe(200)
})

test('usage tells an app how many posts it read', async () => {
  s = await stage([{ type: 'post', by: 'mara', text: '@northair hello', at: ago(5) }])
  await s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions`)
  const bearer = s.x.grants.apps.find((app) => app.name === 'Agency')?.bearer
  const usage = await s.call({ authorization: `Bearer ${bearer}` }, 'GET', '/2/usage/tweets')
  expect(usage.one).toMatchObject({
    project_usage: 1,
    daily_project_usage: { usage: [{ date: '2026-11-17T00:00:00.000Z', usage: 1 }] },
  })
})

test('an app is told what is left of its credits, or nothing at all', async () => {
  s = await stage()
  const bearer = s.x.grants.apps.find((app) => app.name === 'Agency')?.bearer
  const credits = () => s.call({ authorization: `Bearer ${bearer}` }, 'GET', '/2/usage/credits')
  await s.control.credits({ app: 'Agency', dollars: 3.5 })
  expect((await credits()).one).toMatchObject({ total_credits: 3.5 })
  await s.control['credits.hide']({ hidden: true })
  expect(await credits()).toMatchObject({ status: 404, body: '' })
  expect((await s.call('northair', 'GET', '/2/usage/credits')).status).toBe(403)
})
