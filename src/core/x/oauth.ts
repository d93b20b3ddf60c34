/**
 * @file OAuth 2.0 against X: the consent address, a code for tokens, a refresh, a revoke. Knows no handle and keeps no
 * token.
 */
import { TwitterApi } from 'twitter-api-v2'
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import { oauthEndpoints, readTimeoutMs, scopes } from './endpoints.ts'
import { failureOf, problemOf } from './errors.ts'
import type { Credentials, Outcome, XHttp } from './http.ts'

/** A fresh pair. `refreshToken` is null when X gave none (no `offline.access`). */
export type TokenPair = { accessToken: string; refreshToken: string | null; expiresAt: number }

type ClientCredentials = Extract<Credentials, { kind: 'client' }>

export type OAuth = {
  /** The address to open in the browser, with fresh PKCE. `state` is the caller's. */
  authorizeUrl(clientId: string, redirectUri: string, state: string): { url: string; codeVerifier: string }
  /** @throws Failure `connect.code-expired` when X refuses the code, else `x.*` */
  redeem(
    client: ClientCredentials,
    grant: { code: string; codeVerifier: string; redirectUri: string },
  ): Promise<TokenPair>
  /** `dead` when X refuses the refresh token for good. @throws Failure `x.*` when X was not reached or in trouble */
  refresh(client: ClientCredentials, refreshToken: string): Promise<TokenPair | 'dead'>
  /** @throws Failure `x.*` */
  revoke(client: ClientCredentials, token: string): Promise<void>
}

const Answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().catch(7_200),
})

/** @param webOrigin where the consent page lives: `https://x.com`, or a loopback origin */
export function oauth({ http, webOrigin, clock }: { http: XHttp; webOrigin: string; clock: Clock }): OAuth {
  const send = (
    client: ClientCredentials,
    path: 'token' | 'revoke',
    form: Record<string, string>,
  ): Promise<Outcome> =>
    http.send({
      endpoint: oauthEndpoints[path],
      credentials: client,
      body: { form: { ...form, client_id: client.clientId } },
      timeoutMs: readTimeoutMs,
    })

  const asked = (now: number) => ({ endpoint: 'oauth2/token', appId: '', username: '', now })

  function pairOf(outcome: Outcome): TokenPair {
    const failure = failureOf(outcome, asked(clock.now()))
    if (failure) throw failure
    if (outcome.kind !== 'answer') throw new Failure('x.malformed', { endpoint: 'oauth2/token' })
    const known = Answer.safeParse(readJson(outcome.text))
    if (!known.success) throw new Failure('x.malformed', { endpoint: 'oauth2/token' })
    return {
      accessToken: known.data.access_token,
      refreshToken: known.data.refresh_token ?? null,
      expiresAt: clock.now() + known.data.expires_in * 1_000,
    }
  }

  return {
    authorizeUrl(clientId, redirectUri, state) {
      const link = new TwitterApi({ clientId }).generateOAuth2AuthLink(redirectUri, {
        scope: [...scopes],
        state,
      })
      const url = new URL(link.url)
      return { url: new URL(url.pathname + url.search, webOrigin).href, codeVerifier: link.codeVerifier }
    },
    async redeem(client, { code, codeVerifier, redirectUri }) {
      const outcome = await send(client, 'token', {
        grant_type: 'authorization_code',
        code,
        code_verifier: codeVerifier,
        redirect_uri: redirectUri,
      })
      if (outcome.kind === 'answer' && outcome.status === 400) {
        const problem = problemOf(outcome.text)
        const words = problem.error_description ?? problem.detail ?? problem.error ?? ''
        // X says the same of a code that is used, wrong or older than 30 seconds; only other complaints are named.
        throw words.toLowerCase().includes('authorization code was invalid')
          ? new Failure('connect.code-expired', {})
          : new Failure('connect.failed', { detail: words.slice(0, 300) })
      }
      if (outcome.kind === 'answer' && outcome.status === 401)
        throw new Failure('connect.failed', {
          detail: 'X does not accept the client id or secret of this app.',
        })
      return pairOf(outcome)
    },
    async refresh(client, refreshToken) {
      const outcome = await send(client, 'token', {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      })
      if (outcome.kind === 'answer' && (outcome.status === 400 || outcome.status === 401)) return 'dead'
      return pairOf(outcome)
    },
    async revoke(client, token) {
      const failure = failureOf(await send(client, 'revoke', { token }), asked(clock.now()))
      if (failure) throw failure
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
