/**
 * @file The one implementation of `XGateway`: for each call it asks whether the route is open and paid for, signs it,
 * renews the sign-in once on 401, turns the answer into records or one failure, and tells what it cost. Must not retry
 * anything else.
 */
import twitterText from 'twitter-text'
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { ResourceKind } from '../../shared/domain/money.ts'
import type { DmRecord, PersonRecord, PostRecord } from '../posts/records.ts'
import type { Accounts, HandleAccount } from './accounts.ts'
import type { Admit, OnCharge, Purpose, Resources } from './charges.ts'
import type { Credits } from './credits.ts'
import { instantOfHeader } from './dates.ts'
import {
  dmFields,
  endpoints,
  mediaQuery,
  personFields,
  postFields,
  readTimeoutMs,
  writeTimeoutMs,
  type Endpoint,
  type EndpointName,
} from './endpoints.ts'
import { dmBody, postBody } from './bodies.ts'
import { failureOf } from './errors.ts'
import type { Lookup, MediaGateway, Page, PageRequest, Subscribed, XGateway } from './gateway.ts'
import type { Credentials, Outcome, XHttp, XRequest } from './http.ts'
import type { RateLedger } from './limits.ts'
import { mediaCalls } from './media-client.ts'
import { dmPage, mePerson, personLookup, postLookup, postPage, sentDm, sentPost } from './shapes.ts'
import { subscribed } from './subscription-shapes.ts'
import type { Tokens } from './tokens.ts'

type Ask = Pick<XRequest, 'params' | 'query' | 'body' | 'binary'>
type Answered = { handle: HandleAccount; text: string; bytes: Uint8Array | null; at: number }

export type XClient = XGateway &
  MediaGateway & {
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
  onCharge: OnCharge
  admit: Admit
}): XClient {
  const { http, tokens, credits, ledger, accounts, clock, onCharge, admit } = deps
  const stopping = new AbortController()

  /** A good answer, understood and charged. @throws Failure */
  async function call<T>(
    handleId: string,
    route: EndpointName,
    { purpose = {}, ...ask }: Ask & { purpose?: Purpose | undefined },
    read: (json: string) => T,
    chargeOf: (answer: T) => Resources[],
  ): Promise<T> {
    if (endpoints[route].charges !== null) admit(handleId, purpose.stream ?? endpoints[route].stream)
    const { handle, text, at } = await exchange(handleId, route, ask, purpose.mayLeave)
    const answer = read(text)
    const { stream, charges, owned }: Endpoint = endpoints[route]
    if (charges === null) return answer
    for (const { kind, ids, unnamed = 0 } of chargeOf(answer))
      onCharge({
        appId: handle.appId,
        handleId,
        stream: purpose.stream ?? stream,
        ticketId: purpose.ticketId ?? null,
        kind: owned && handle.ownsApp && kind === charges ? 'owned-post' : kind,
        ids,
        count: unnamed,
        at,
      })
    return answer
  }

  /** A write that answers with nothing new; X charges for the request. */
  async function change(
    handleId: string,
    route: EndpointName,
    ask: Ask & { purpose?: Purpose | undefined },
  ): Promise<void> {
    const { charges }: Endpoint = endpoints[route]
    await call(
      handleId,
      route,
      ask,
      () => null,
      () => (charges === null ? [] : [written(charges)]),
    )
  }

  /** @param mayLeave see `Purpose` */
  async function exchange(
    handleId: string,
    route: EndpointName,
    ask: Ask,
    mayLeave: Purpose['mayLeave'] = async () => true,
  ): Promise<Answered> {
    const endpoint: Endpoint = endpoints[route]
    const handle = await accounts.handle(handleId)
    const who = { handleId, appId: handle.appId }
    const closed = ledger.closedUntil(who, route, clock.now())
    if (closed !== null) throw new Failure('x.rate-limited', { resetAt: closed })
    const credentials = await signed(endpoint, () => tokens.current(handle))
    await credits.admit(handle.appId, endpoint)
    let used = credentials
    let outcome = await letGo(endpoint, ask, used, mayLeave)
    note(handle, route, outcome)
    if (outcome.kind === 'answer' && outcome.status === 401 && used.kind === 'oauth2') {
      // 401 proves that nothing took effect, so that even a write may be repeated with a fresh token.
      used = await signed(endpoint, () => tokens.renew(handle, credentials))
      outcome = await letGo(endpoint, ask, used, mayLeave)
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
    const at = outcome.kind === 'answer' ? instantOfHeader(outcome.headers.date) : null
    const { text, bytes = null } = outcome.kind === 'answer' ? outcome : { text: '' }
    return { handle, text, bytes, at: at ?? clock.now() }
  }

  /** A sign-in may take long to be renewed: a write is asked for once more right before its first byte. */
  async function letGo(
    endpoint: Endpoint,
    ask: Ask,
    credentials: Credentials,
    mayLeave: () => Promise<boolean>,
  ): Promise<Outcome> {
    if (endpoint.writes && !(await mayLeave())) throw new Failure('x.offline', {}, 'not sent: held back')
    return send(endpoint, ask, credentials)
  }

  const send = (endpoint: Endpoint, ask: Ask, credentials: Credentials): Promise<Outcome> =>
    http.send({
      ...ask,
      ...(endpoint.showsMedia ? { query: { ...ask.query, ...mediaQuery } } : {}),
      endpoint,
      credentials,
      timeoutMs: endpoint.method === 'GET' ? readTimeoutMs : writeTimeoutMs,
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

  const paging = (request: PageRequest, tokenName = 'pagination_token'): Record<string, string | number> => {
    const { sinceId, untilId, startAt, endAt, token, max } = request
    return {
      max_results: max,
      ...(sinceId ? { since_id: sinceId } : {}),
      ...(untilId ? { until_id: untilId } : {}),
      ...(startAt === null || startAt === undefined ? {} : { start_time: wholeSecond(startAt) }),
      ...(endAt === null || endAt === undefined ? {} : { end_time: wholeSecond(endAt) }),
      ...(token ? { [tokenName]: token } : {}),
    }
  }
  const dmQuery = { 'dm_event.fields': dmFields, event_types: 'MessageCreate' }

  async function timeline(
    handleId: string,
    route: 'mentions' | 'ownPosts',
    request: PageRequest,
    purpose: Purpose | undefined,
  ) {
    const { xUserId } = await accounts.handle(handleId)
    // X takes 5 to 100.
    const query = { ...paging({ ...request, max: Math.max(5, request.max) }), 'tweet.fields': postFields }
    return call(
      handleId,
      route,
      { params: { id: xUserId }, query, purpose },
      (json) => postPage(json, route),
      postsOf,
    )
  }

  return {
    me: (handleId, purpose) =>
      call(handleId, 'me', { query: { 'user.fields': personFields }, purpose }, mePerson, (person) => [
        { kind: 'person', ids: [person.xUserId] },
      ]),
    mentions: (handleId, request, purpose) => timeline(handleId, 'mentions', request, purpose),
    ownPosts: (handleId, request, purpose) => timeline(handleId, 'ownPosts', request, purpose),
    search: (handleId, query, request, purpose) =>
      call(
        handleId,
        'search',
        {
          query: {
            query,
            // X takes 10 to 100.
            ...paging({ ...request, max: Math.max(10, request.max) }, 'next_token'),
            'tweet.fields': postFields,
          },
          purpose,
        },
        (json) => postPage(json, 'search'),
        postsOf,
      ),
    list: (handleId, listId, request, purpose) =>
      call(
        handleId,
        'list',
        { params: { id: listId }, query: { ...paging(request), 'tweet.fields': postFields }, purpose },
        (json) => postPage(json, 'list'),
        postsOf,
      ),
    dms: (handleId, request, purpose) =>
      call(handleId, 'dms', { query: { ...paging(request), ...dmQuery }, purpose }, dmPage, dmsOf),
    dmsWith: (handleId, participantId, max, purpose) =>
      call(
        handleId,
        'dmsWith',
        { params: { participant_id: participantId }, query: { max_results: max, ...dmQuery }, purpose },
        (json) => dmPage(json, 'dmsWith'),
        dmsOf,
      ),
    posts: (handleId, ids, purpose) =>
      call(
        handleId,
        'posts',
        { query: { ids: batch(ids), 'tweet.fields': postFields }, purpose },
        (json) => postLookup(json, ids),
        (answer: Lookup<PostRecord>) => [{ kind: 'post', ids: answer.found.map((post) => post.latestId) }],
      ),
    people: (handleId, ids, purpose) =>
      call(
        handleId,
        'people',
        { query: { ids: batch(ids), 'user.fields': personFields }, purpose },
        (json) => personLookup(json, ids),
        (answer: Lookup<PersonRecord>) => [{ kind: 'person', ids: answer.found.map((one) => one.xUserId) }],
      ),
    reply: (handleId, message, purpose) =>
      call(handleId, 'reply', { body: { json: postBody(message) }, purpose }, sentPost, () => [
        written(postKind(message.text, purpose?.summoned ?? true)),
      ]),
    post: (handleId, message, purpose) =>
      call(handleId, 'reply', { body: { json: postBody(message) }, purpose }, sentPost, () => [
        written(postKind(message.text, false)),
      ]),
    dm: (handleId, message, purpose) =>
      call(
        handleId,
        'dm',
        { params: { participant_id: message.participantId }, body: { json: dmBody(message) }, purpose },
        sentDm,
        () => [written('dm.create')],
      ),
    deletePost: (handleId, id, purpose) => change(handleId, 'deletePost', { params: { id }, purpose }),
    hide: (handleId, id, hidden, purpose) =>
      change(handleId, 'hide', { params: { tweet_id: id }, body: { json: { hidden } }, purpose }),
    async repost(handleId, postId, on, purpose) {
      const { xUserId: id } = await accounts.handle(handleId)
      const body = { json: { tweet_id: postId } }
      if (on) await change(handleId, 'repost', { params: { id }, body, purpose })
      else await change(handleId, 'unrepost', { params: { id, source_tweet_id: postId }, purpose })
    },
    async bookmark(handleId, postId, on, purpose) {
      const { xUserId: id } = await accounts.handle(handleId)
      const body = { json: { tweet_id: postId } }
      if (on) await change(handleId, 'bookmark', { params: { id }, body, purpose })
      else await change(handleId, 'unbookmark', { params: { id, tweet_id: postId }, purpose })
    },
    async mute(handleId, personId, on, purpose) {
      const { xUserId: id } = await accounts.handle(handleId)
      const body = { json: { target_user_id: personId } }
      const both = { source_user_id: id, target_user_id: personId }
      if (on) await change(handleId, 'mute', { params: { id }, body, purpose })
      else await change(handleId, 'unmute', { params: both, purpose })
    },
    async subscribe(handleId, eventType, tag) {
      const { xUserId } = await accounts.handle(handleId)
      const json = { event_type: eventType, filter: { user_id: xUserId }, tag }
      return call(handleId, 'subscribe', { body: { json } }, subscribed, () => [])
    },
    ...mediaCalls(exchange, (handleId, ask) =>
      call(
        handleId,
        'mediaDescribe',
        ask,
        () => {},
        () => [written('content.manage')],
      ),
    ),
    dateOffsetMs: () => ledger.dateOffsetMs(),
    stop: () => stopping.abort(),
  }
}

/** X counts the version that it shows, and bills what it sends along like what was asked for. */
const postsOf = (page: Page<PostRecord>): Resources[] => [
  { kind: 'post', ids: page.items.map((post) => post.latestId), unnamed: page.unreadable },
  ...(page.included.length > 0
    ? [{ kind: 'post', ids: page.included.map((post) => post.latestId) } as const]
    : []),
  ...peopleOf(page),
]
const dmsOf = (page: Page<DmRecord>): Resources[] => [
  { kind: 'dm', ids: page.items.map((dm) => dm.id), unnamed: page.unreadable },
  ...peopleOf(page),
]
const peopleOf = ({ people }: Page<unknown>): Resources[] =>
  people.length > 0 ? [{ kind: 'person', ids: people.map((one) => one.xUserId) }] : []

/** A write is charged by the request. */
const written = (kind: ResourceKind): Resources => ({ kind, ids: [], unnamed: 1 })

/** What a post of this text is charged as. */
function postKind(text: string, summoned: boolean): ResourceKind {
  const link = twitterText.extractUrls(text).length > 0
  if (summoned) return link ? 'post.create.summoned-link' : 'post.create.summoned'
  return link ? 'post.create.link' : 'post.create'
}

/** X counts times in whole seconds; rounded down, so that a start is never too late. */
const wholeSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** X takes 1 to 100 ids at once. */
function batch(ids: readonly string[]): string {
  if (ids.length < 1 || ids.length > 100) throw new Error(`a lookup takes 1 to 100 ids, not ${ids.length}`)
  return ids.join(',')
}
