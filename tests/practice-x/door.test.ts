/** @file What every endpoint asks before it does anything, told for each of them: who calls, with what leave, how often, with what money. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../src/practice/routes.ts'
import { must } from '../../src/shared/must.ts'
import { stage, type Stage } from './stage.ts'

const redirect = 'http://127.0.0.1:47801/callback'
const verifier = 'a-verifier-that-is-long-enough-for-anybody-who-counts'

let s: Stage
/** Signed in for nothing but staying signed in. */
let scopeless: { authorization: string }
beforeAll(async () => {
  s = await stage()
  scopeless = { authorization: `Bearer ${await signIn('offline.access')}` }
})
afterAll(() => s.close())
beforeEach(() => s.control.credits({ app: 'Agency', dollars: null }))

const agency = () =>
  must(
    s.x.grants.apps.find(({ name }) => name === 'Agency'),
    'the agency’s app',
  )
const alone = () => ({ authorization: `Bearer ${agency().bearer}` })

async function signIn(scope: string): Promise<string> {
  const fields = {
    response_type: 'code',
    client_id: agency().clientId,
    redirect_uri: redirect,
    scope,
    state: 'st4te',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 's256',
    user: 'northair',
    decision: 'approve',
  }
  const consent = await fetch(`${s.x.baseUrl}/i/oauth2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
  const code = new URL(must(consent.headers.get('location'), 'a redirect')).searchParams.get('code')
  const redeemed = await fetch(`${s.x.baseUrl}/2/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: must(code, 'a code'),
      redirect_uri: redirect,
      code_verifier: verifier,
      client_id: agency().clientId,
    }),
  })
  return z.object({ access_token: z.string() }).parse(await redeemed.json()).access_token
}

describe.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s',
  (_, endpoint) => {
    const path = () => endpoint.path.replace(/:[a-z_]+/gu, s.id('northair'))
    const call = (who: string | { authorization: string }) => s.call(who, endpoint.method, path())
    /** Somebody whom the endpoint takes. */
    const caller = () => (endpoint.for.includes('user') ? 'northair' : alone())

    test('nobody, and nobody in particular, is 401', async () => {
      for (const authorization of ['', 'Bearer made-up', 'Basic bm8=', 'OAuth oauth_token="x"']) {
        const refused = await call({ authorization })
        expect([refused.status, refused.type]).toEqual([401, 'about:blank'])
      }
    })

    if (!endpoint.for.includes('app'))
      test('an app alone is told who may', async () => {
        const refused = await call(alone())
        expect(refused).toMatchObject({
          status: 403,
          type: 'https://api.x.com/2/problems/unsupported-authentication',
        })
        expect(refused.detail).toContain('OAuth 2.0 User Context')
      })

    if (!endpoint.for.includes('user'))
      test('a user is told that only apps may', async () => {
        const refused = await call('northair')
        expect([refused.status, refused.detail]).toEqual([
          403,
          expect.stringContaining('OAuth 2.0 Application-Only'),
        ])
      })

    if (endpoint.for.includes('user') && endpoint.scopes.length > 0)
      test('without its scopes there is a bare 403', async () => {
        const refused = await call(scopeless)
        expect([refused.status, refused.detail]).toEqual([403, 'Forbidden'])
      })

    if (endpoint.paid)
      test('without credits it is 402, and costs nothing', async () => {
        await s.control.credits({ app: 'Agency', dollars: 0 })
        const before = (await s.control.meter()).apps['Agency']?.dollars
        expect(await call(caller())).toMatchObject({
          status: 402,
          type: 'https://api.x.com/2/problems/credits',
        })
        expect((await s.control.meter()).apps['Agency']?.dollars).toBe(before)
      })

    if (endpoint.paid)
      test('every call tells its window', async () => {
        await s.control.credits({ app: 'Agency', dollars: 0 })
        const { headers } = await call(caller())
        const limit = endpoint.for.includes('user') ? endpoint.limit.user : endpoint.limit.app
        expect(headers.get('x-rate-limit-limit')).toBe(limit === undefined ? null : String(limit))
        expect(headers.get('x-user-limit-24hour-limit')).toBe(
          endpoint.limit.userDay === undefined ? null : String(endpoint.limit.userDay),
        )
        expect(headers.get('x-app-limit-24hour-limit')).toBe(
          endpoint.limit.appDay === undefined ? null : String(endpoint.limit.appDay),
        )
      })
  },
)

test('what is no endpoint is 404 to whoever is somebody', async () => {
  expect((await s.call('northair', 'GET', '/2/nothing')).status).toBe(404)
  expect((await s.call('northair', 'PATCH', '/2/users/me')).status).toBe(404)
  expect((await s.call({ authorization: '' }, 'GET', '/2/nothing')).status).toBe(401)
})
