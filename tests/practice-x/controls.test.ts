/** @file Stories of the control side: who may use it, what it refuses, and what each means of it does to the surface. */
import { afterEach, expect, test } from 'vitest'
import { controlMethods } from '../../src/practice/control-protocol.ts'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const raw = (name: string, body: unknown, token = s.x.controlToken) =>
  fetch(`${s.x.baseUrl}/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })

test('every means refuses a stranger, and what it does not know', async () => {
  s = await stage()
  for (const name of Object.keys(controlMethods)) {
    const stranger = await raw(name, {}, 'made-up')
    expect([name, stranger.status >= 400]).toEqual([name, true])
    const wrong = await raw(name, { surely: 'not a field of anything' })
    expect([name, wrong.status]).toEqual([name, 400])
  }
  expect((await raw('no-such-means', {})).status).toBe(400)
})

test('time moves on: windows open, prices start anew, tokens end', async () => {
  s = await stage([{ type: 'post', by: 'mara', text: '@northair hello', at: new Date(noon).toISOString() }])
  const read = () => s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions`)
  await read()
  const before = (await s.control.meter()).apps['Agency']?.dollars ?? 0
  await read()
  expect((await s.control.meter()).apps['Agency']?.dollars).toBe(before)
  const moved = await s.control.clock({ advanceMs: 13 * 3_600_000 })
  expect(moved.now).toBe(noon + 13 * 3_600_000)
  expect((await read()).status).toBe(401)
  const fresh = await s.control.grants({ usernames: ['northair'] })
  const again = await s.call(
    { authorization: `Bearer ${fresh.handles[0]?.accessToken}` },
    'GET',
    `/2/users/${s.id('northair')}/mentions`,
  )
  expect(again.list).toHaveLength(1)
  expect((await s.control.meter()).apps['Agency']?.dollars).toBeGreaterThan(before)
})

test('each list lags by itself', async () => {
  s = await stage()
  const lists = {
    mentions: ['northair', `/2/users/${s.id('northair')}/mentions`],
    tweets: ['northair', `/2/users/${s.id('northair')}/tweets`],
    search: ['northair', '/2/tweets/search/recent?query=hello'],
    dm: ['northair', '/2/dm_events'],
  } as const
  const counts = async () =>
    Promise.all(Object.values(lists).map(async ([who, path]) => (await s.call(who, 'GET', path)).list.length))
  for (const endpoint of ['mentions', 'tweets', 'search', 'dm'] as const)
    await s.control.lag({ endpoint, ms: 20_000 })
  await s.control.post({ by: 'mara', text: '@northair hello' })
  await s.control.post({ by: 'northair', text: 'hello' })
  await s.control.dm({ from: 'mara', to: 'northair', text: 'hello' })
  expect(await counts()).toEqual([0, 0, 0, 0])
  await s.control.lag({ endpoint: 'search', ms: 0 })
  expect(await counts()).toEqual([0, 0, 2, 0])
  await s.clock.advance(20_000)
  expect(await counts()).toEqual([1, 1, 2, 1])
})

test('who is summoned can be told: by a typed handle alone, or by any mention', async () => {
  s = await stage([
    {
      type: 'post',
      by: 'northair',
      key: 'ours',
      text: 'Good morning',
      at: new Date(noon - 9_000).toISOString(),
    },
    {
      type: 'post',
      by: 'mara',
      key: 'reply',
      replyTo: 'ours',
      text: 'me too',
      at: new Date(noon - 5_000).toISOString(),
    },
  ])
  const { keys } = await s.control.state()
  const answer = (text: string) =>
    s.call('northair', 'POST', '/2/tweets', { text, reply: { in_reply_to_tweet_id: keys['reply'] } })
  expect((await answer('one')).status).toBe(403)
  await s.control.summon({ mode: 'any' })
  expect((await s.control.state()).summon).toBe('any')
  expect((await answer('two')).status).toBe(201)
})

test('what somebody writes can lie in the past, and a name can change', async () => {
  s = await stage()
  await s.control.post({ by: 'mara', text: '@northair earlier', ago: 60_000 })
  await s.control.dm({ from: 'mara', to: 'northair', text: 'earlier', ago: 60_000 })
  await s.control.user({ username: 'mara', name: 'Mara Hold' })
  const post = await s.call(
    'northair',
    'GET',
    `/2/users/${s.id('northair')}/mentions?tweet.fields=created_at&expansions=author_id`,
  )
  expect(post.one['created_at']).toBe(new Date(noon - 60_000).toISOString())
  expect(post.includes['users']?.[0]).toMatchObject({ name: 'Mara Hold' })
  const dm = await s.call('northair', 'GET', '/2/dm_events?dm_event.fields=created_at')
  expect(dm.one['created_at']).toBe(new Date(noon - 60_000).toISOString())
})

test('an app’s redirect addresses can be set', async () => {
  s = await stage()
  const client = s.x.grants.apps.find(({ name }) => name === 'Agency')?.clientId ?? ''
  const ask = (address: string) =>
    fetch(
      `${s.x.baseUrl}/i/oauth2/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: client,
        redirect_uri: address,
        scope: 'tweet.read',
        state: 'x',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 's256',
      })}`,
    )
  const address = 'http://127.0.0.1:5/elsewhere'
  expect((await ask(address)).status).toBe(400)
  await s.control.app({ name: 'Agency', redirectUris: [address] })
  expect((await ask(address)).status).toBe(200)
  await expect(s.control.app({ name: 'Nobody', redirectUris: [] })).rejects.toThrow(/no app called/u)
})

test('a fault can name what is asked, and the log is emptied when told', async () => {
  s = await stage()
  const mentions = `/2/users/${s.id('northair')}/mentions`
  await s.control.fault({ match: { path: 'until_id=' }, kind: 'status', status: 503 })
  expect((await s.call('northair', 'GET', mentions)).status).toBe(200)
  expect((await s.call('northair', 'GET', `${mentions}?until_id=5`)).status).toBe(503)
  expect((await s.control.requests({ clear: true })).requests).toHaveLength(2)
  expect((await s.control.requests()).requests).toEqual([])
})
