/** @file Stories of signing in: consent, codes, tokens that rotate, scopes, the three ways to authenticate. */
import { createHash } from 'node:crypto'
import {
  TwitterApi,
  type ITwitterApiClientPlugin,
  type TwitterApiOAuth2Init,
  type TwitterApiTokens,
} from 'twitter-api-v2'
import { afterEach, expect, test } from 'vitest'
import { Agent } from 'node:http'
import { stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const redirect = 'http://127.0.0.1:47801/callback'
const verifier = 'a-verifier-that-is-long-enough-for-anybody-who-counts'
const challenge = createHash('sha256').update(verifier).digest('base64url')

const app = (name: string) => {
  const found = s.x.grants.apps.find((candidate) => candidate.name === name)
  if (!found) throw new Error(name)
  return found
}

const question = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: app('Agency').clientId,
    redirect_uri: redirect,
    scope: 'tweet.read users.read offline.access',
    state: 'st4te',
    code_challenge: challenge,
    code_challenge_method: 's256',
    ...more,
  })

const decide = (decision: 'approve' | 'deny', user: string, more: Record<string, string> = {}) =>
  fetch(`${s.x.baseUrl}/i/oauth2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([...question(more), ['user', user], ['decision', decision]]),
  })

const codeOf = (response: Response): string =>
  new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''

async function token(fields: Record<string, string>, how: 'json' | 'form' = 'json', authorization?: string) {
  const response = await fetch(`${s.x.baseUrl}/2/oauth2/token`, {
    method: 'POST',
    headers: {
      'content-type': how === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(authorization ? { authorization } : {}),
    },
    body: how === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields),
  })
  const body: Record<string, unknown> = { ...(await response.json()) }
  return {
    status: response.status,
    body,
    access: String(body['access_token']),
    refresh: String(body['refresh_token']),
  }
}

const redeem = (code: string, how: 'json' | 'form' = 'json') =>
  token(
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
      client_id: app('Agency').clientId,
    },
    how,
  )
const renew = (refresh: string) =>
  token({ grant_type: 'refresh_token', refresh_token: refresh, client_id: app('Agency').clientId })

const bearer = (access: string) => ({ authorization: `Bearer ${access}` })

test('a handle is chosen, access is approved, and the code becomes tokens', async () => {
  s = await stage()
  const page = await (await fetch(`${s.x.baseUrl}/i/oauth2/authorize?${question()}`)).text()
  expect(page).toContain('Agency wants to access your X account')
  expect(page).toContain('name="user" value="northair"')
  const back = await decide('approve', 'northair')
  expect(back.status).toBe(302)
  expect(back.headers.get('location')).toMatch(/^http:\/\/127\.0\.0\.1:47801\/callback\?state=st4te&code=/)
  const first = await redeem(codeOf(back))
  expect(first).toMatchObject({ status: 200, body: { token_type: 'bearer', expires_in: 7200 } })
  const me = await s.call(bearer(first.access), 'GET', '/2/users/me')
  expect(me.one).toMatchObject({ id: s.id('northair'), username: 'northair' })
})

test('deny comes back as access_denied with the state', async () => {
  s = await stage()
  const back = await decide('deny', 'northair')
  expect(back.headers.get('location')).toBe(`${redirect}?state=st4te&error=access_denied`)
})

test('approving without an account asks again', async () => {
  s = await stage()
  const back = await decide('approve', '')
  expect(back.status).toBe(400)
  expect(await back.text()).toContain('Choose an account first.')
})

test('a redirect address has to match to the letter', async () => {
  s = await stage()
  for (const wrong of [
    'http://127.0.0.1:47809/callback',
    `${redirect}/`,
    'http://localhost:47801/callback',
  ]) {
    const page = await fetch(`${s.x.baseUrl}/i/oauth2/authorize?${question({ redirect_uri: wrong })}`)
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('has to match exactly')])
  }
})

test('a code lives 30 seconds, works once, and only with its verifier; used twice it ends the tokens', async () => {
  s = await stage()
  const late = codeOf(await decide('approve', 'northair'))
  await s.clock.advance(30_001)
  expect((await redeem(late)).status).toBe(400)
  const stolen = codeOf(await decide('approve', 'northair'))
  const wrong = {
    grant_type: 'authorization_code',
    code: stolen,
    redirect_uri: redirect,
    client_id: app('Agency').clientId,
  }
  expect(await token({ ...wrong, code_verifier: 'another' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  })
  const first = await redeem(stolen, 'form')
  expect(first.status).toBe(200)
  expect((await redeem(stolen)).status).toBe(400)
  expect((await s.call(bearer(first.access), 'GET', '/2/users/me')).status).toBe(401)
})

test('an access token lives 2 hours; its refresh token works once and reuse ends the family', async () => {
  s = await stage()
  const { accessToken, refreshToken } = s.handle('northair')
  await s.clock.advance(2 * 3_600_000 - 1)
  expect((await s.call('northair', 'GET', '/2/users/me')).status).toBe(200)
  await s.clock.advance(1)
  expect((await s.call(bearer(accessToken), 'GET', '/2/users/me')).status).toBe(401)
  const second = await renew(refreshToken)
  expect((await s.call(bearer(second.access), 'GET', '/2/users/me')).status).toBe(200)
  const reused = await renew(refreshToken)
  expect(reused).toMatchObject({
    status: 400,
    body: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
  })
  expect((await s.call(bearer(second.access), 'GET', '/2/users/me')).status).toBe(401)
  expect((await renew(second.refresh)).status).toBe(400)
  const other = await renew(s.handle('lumen').refreshToken)
  expect((await s.call(bearer(other.access), 'GET', '/2/users/me')).status).toBe(200)
})

test('revoking one token ends its family', async () => {
  s = await stage()
  const { accessToken, appClientId } = s.handle('northair')
  const response = await fetch(`${s.x.baseUrl}/2/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: accessToken, client_id: appClientId }),
  })
  expect(await response.json()).toEqual({ revoked: true })
  expect((await s.call('northair', 'GET', '/2/users/me')).status).toBe(401)
})

test('a confidential app has to show its secret', async () => {
  s = await stage()
  const own = app('Own')
  const fields = {
    grant_type: 'refresh_token',
    refresh_token: s.handle('metro').refreshToken,
    client_id: own.clientId,
  }
  expect(await token(fields)).toMatchObject({
    status: 401,
    body: { error_description: 'Missing valid authorization header' },
  })
  const basic = (secret: string) => `Basic ${Buffer.from(`${own.clientId}:${secret}`).toString('base64')}`
  expect((await token(fields, 'form', basic('wrong'))).status).toBe(401)
  expect((await token(fields, 'form', basic(own.clientSecret ?? ''))).status).toBe(200)
})

test('a token without a scope gets a bare 403, and none without offline.access gets a refresh token', async () => {
  s = await stage()
  const back = await decide('approve', 'northair', { scope: 'tweet.read users.read' })
  const poor = await redeem(codeOf(back))
  expect(poor.body).not.toHaveProperty('refresh_token')
  const dms = await s.call(bearer(poor.access), 'GET', '/2/dm_events')
  expect(dms).toMatchObject({ status: 403, detail: 'Forbidden', type: 'about:blank' })
})

test('an app alone reads, but is no user; a user is no app; nobody is 401', async () => {
  s = await stage()
  const alone = bearer(app('Agency').bearer)
  expect((await s.call(alone, 'GET', `/2/users/${s.id('northair')}/mentions`)).status).toBe(200)
  const post = await s.call(alone, 'POST', '/2/tweets', { text: 'hello' })
  expect(post).toMatchObject({ status: 403, type: 'https://api.x.com/2/problems/unsupported-authentication' })
  expect((await s.call('northair', 'GET', '/2/usage/tweets')).status).toBe(403)
  expect((await s.call(alone, 'GET', '/2/usage/tweets')).one).toMatchObject({ project_cap: 3_000_000 })
  expect((await s.call({ authorization: 'Bearer made-up' }, 'GET', '/2/users/me')).status).toBe(401)
})

type Credentials = Partial<TwitterApiTokens> & Partial<TwitterApiOAuth2Init>

/** The library has no base address of its own: a plugin turns every call to this practice X. */
function library(credentials: Credentials): TwitterApi {
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequestConfig({ params }) {
      Object.assign(params, { url: String(params.url).replace('https://api.x.com', s.x.baseUrl) })
    },
  }
  return new TwitterApi(credentials as TwitterApiTokens, { httpAgent: new Agent(), plugins: [plugin] })
}

test('twitter-api-v2 signs in with its quirks, signs OAuth 1.0a, and uploads a picture', async () => {
  s = await stage([{ type: 'post', by: 'mara', text: '@northair hi & bye', at: '2026-11-17T11:00:00Z' }])
  const guest = library({ clientId: app('Agency').clientId })
  const link = guest.generateOAuth2AuthLink(redirect, {
    scope: ['tweet.read', 'users.read', 'offline.access'],
  })
  const asked = new URL(link.url).searchParams
  expect(asked.get('code_challenge_method')).toBe('s256')
  const back = await decide('approve', 'lumen', Object.fromEntries(asked))
  const { client, refreshToken } = await guest.loginWithOAuth2({
    code: codeOf(back),
    codeVerifier: link.codeVerifier,
    redirectUri: redirect,
  })
  expect((await client.v2.me()).data.username).toBe('lumen')
  const renewed = await guest.refreshOAuth2Token(refreshToken ?? '')
  expect((await renewed.client.v2.me()).data.username).toBe('lumen')

  const pair = s.handle('northair').oauth1
  const signed = library({
    appKey: pair.consumerKey,
    appSecret: pair.consumerSecret,
    accessToken: pair.token,
    accessSecret: pair.tokenSecret,
  })
  const mentions = await signed.v2.userMentionTimeline(s.id('northair'), {
    max_results: 5,
    'tweet.fields': ['author_id'],
  })
  expect(mentions.tweets.map((tweet) => tweet.text)).toEqual(['@northair hi &amp; bye'])
  const picture = await signed.v2.uploadMedia(Buffer.alloc(1_500_000, 7), {
    media_type: 'image/png' as never,
  })
  const sent = await signed.v2.tweet('a picture', { media: { media_ids: [picture] } })
  expect(s.x.world.posts.get(sent.data.id)?.mediaIds).toEqual([picture])
  const forged = library({
    appKey: pair.consumerKey,
    appSecret: 'another',
    accessToken: pair.token,
    accessSecret: pair.tokenSecret,
  })
  await expect(forged.v2.me()).rejects.toMatchObject({ code: 401 })
})
