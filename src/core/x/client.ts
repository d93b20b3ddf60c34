/**
 * @file The one implementation of `XGateway`: for each call it asks whether the route is open and paid for, signs it,
 * renews the sign-in once on 401, and turns the answer into records or one failure. Must not retry anything else.
 */
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Accounts, HandleAccount } from './accounts.ts'
import type { Credits } from './credits.ts'
import {
  dmFields,
  endpoints,
  personFields,
  postFields,
  readTimeoutMs,
  writeTimeoutMs,
  type Endpoint,
  type EndpointName,
} from './endpoints.ts'
import { failureOf } from './errors.ts'
import type { PageRequest, Subscribed, XGateway } from './gateway.ts'
import type { Credentials, Outcome, XHttp, XRequest } from './http.ts'
import type { RateLedger } from './limits.ts'
import { dmPage, mePerson, personLookup, postLookup, postPage, sentDm, sentPost } from './shapes.ts'
import { subscribed } from './subscription-shapes.ts'
import type { Tokens } from './tokens.ts'

type Ask = Pick<XRequest, 'params' | 'query' | 'body'>

export type XClient = XGateway & {
  /** Subscribes this handle's own private events to the app's activity stream. */
  subscribe(handleId: string, eventType: string, tag: string): Promise<Subscribed>
  /** Gives up every read that is under way. Writes run to their end: half a write would be an unknown one. */
  stop(): void
}

export function xClient(deps: {
  http: XHttp
  tokens: Tokens
  credits: Credits
  ledger: RateLedger
  accounts: Accounts
  clock: Clock
}): XClient {
  const { http, tokens, credits, ledger, accounts, clock } = deps
  const stopping = new AbortController()

  /** The text of a good answer. @throws Failure */
  async function call(handleId: string, route: EndpointName, ask: Ask): Promise<string> {
    const endpoint: Endpoint = endpoints[route]
    const handle = await accounts.handle(handleId)
    const who = { handleId, appId: handle.appId }
    const closed = ledger.closedUntil(who, route, clock.now())
    if (closed !== null) throw new Failure('x.rate-limited', { resetAt: closed })
    const credentials = await signed(endpoint, () => tokens.current(handle))
    await credits.admit(handle.appId, endpoint)
    let used = credentials
    let outcome = await send(endpoint, ask, used)
    note(handle, route, outcome)
    if (outcome.kind === 'answer' && outcome.status === 401 && used.kind === 'oauth2') {
      // 401 proves that nothing took effect, so that even a write may be repeated with a fresh token.
      used = await signed(endpoint, () => tokens.renew(handle, credentials))
      outcome = await send(endpoint, ask, used)
      note(handle, route, outcome)
    }
    const failure = failureOf(outcome, {
      endpoint: route,
      appId: handle.appId,
      username: handle.username,
      now: clock.now(),
    })
    if (failure?.is('x.rate-limited')) ledger.close(who, route, failure.data.resetAt)
    if (failure?.is('x.credits')) await credits.ranOut(handle.appId)
    if (failure?.is('x.reconnect')) await tokens.dead(handle)
    if (failure) throw failure
    await tokens.worked(handle, used)
    if (endpoint.paid) await credits.worked(handle.appId)
    return outcome.kind === 'answer' ? outcome.text : ''
  }

  const send = (endpoint: Endpoint, ask: Ask, credentials: Credentials): Promise<Outcome> =>
    http.send({
      ...ask,
      endpoint,
      credentials,
      timeoutMs: endpoint.writes ? writeTimeoutMs : readTimeoutMs,
      ...(endpoint.writes ? {} : { signal: stopping.signal }),
    })

  function note(handle: HandleAccount, route: EndpointName, outcome: Outcome): void {
    if (outcome.kind === 'answer')
      ledger.note({ handleId: handle.id, appId: handle.appId }, route, outcome.headers, clock.now())
  }

  /** A write whose sign-in could not be renewed has not left: it must not look like a write of unknown outcome. */
  async function signed(endpoint: Endpoint, get: () => Promise<Credentials>): Promise<Credentials> {
    try {
      return await get()
    } catch (error) {
      const unknown = ['x.timeout', 'x.server', 'x.malformed']
      if (endpoint.writes && error instanceof Failure && unknown.includes(error.code))
        throw new Failure('x.offline', {}, `not sent: sign-in not renewed (${error.code})`)
      throw error
    }
  }

  const paging = ({ sinceId, token, max }: PageRequest): Record<string, string | number> => ({
    max_results: max,
    ...(sinceId ? { since_id: sinceId } : {}),
    ...(token ? { pagination_token: token } : {}),
  })
  const dmQuery = { 'dm_event.fields': dmFields, event_types: 'MessageCreate' }

  async function timeline(handleId: string, route: 'mentions' | 'ownPosts', request: PageRequest) {
    const { xUserId } = await accounts.handle(handleId)
    return postPage(
      await call(handleId, route, {
        params: { id: xUserId },
        // X takes 5 to 100.
        query: { ...paging({ ...request, max: Math.max(5, request.max) }), 'tweet.fields': postFields },
      }),
      route,
    )
  }

  return {
    me: async (handleId) => mePerson(await call(handleId, 'me', { query: { 'user.fields': personFields } })),
    mentions: (handleId, request) => timeline(handleId, 'mentions', request),
    ownPosts: (handleId, request) => timeline(handleId, 'ownPosts', request),
    dms: async (handleId, request) =>
      dmPage(await call(handleId, 'dms', { query: { ...paging(request), ...dmQuery } })),
    dmsWith: async (handleId, participantId, max) =>
      dmPage(
        await call(handleId, 'dmsWith', {
          params: { participant_id: participantId },
          query: { max_results: max, ...dmQuery },
        }),
        'dmsWith',
      ),
    posts: async (handleId, ids) =>
      postLookup(
        await call(handleId, 'posts', { query: { ids: batch(ids), 'tweet.fields': postFields } }),
        ids,
      ),
    people: async (handleId, ids) =>
      personLookup(
        await call(handleId, 'people', { query: { ids: batch(ids), 'user.fields': personFields } }),
        ids,
      ),
    reply: async (handleId, { text, targetPostId }) =>
      sentPost(
        await call(handleId, 'reply', {
          body: { json: { text, reply: { in_reply_to_tweet_id: targetPostId } } },
        }),
      ),
    dm: async (handleId, { text, participantId }) =>
      sentDm(
        await call(handleId, 'dm', { params: { participant_id: participantId }, body: { json: { text } } }),
      ),
    async subscribe(handleId, eventType, tag) {
      const { xUserId } = await accounts.handle(handleId)
      const json = { event_type: eventType, filter: { user_id: xUserId }, tag }
      return subscribed(await call(handleId, 'subscribe', { body: { json } }))
    },
    dateOffsetMs: () => ledger.dateOffsetMs(),
    stop: () => stopping.abort(),
  }
}

/** X takes 1 to 100 ids at once. */
function batch(ids: readonly string[]): string {
  if (ids.length < 1 || ids.length > 100) throw new Error(`a lookup takes 1 to 100 ids, not ${ids.length}`)
  return ids.join(',')
}
