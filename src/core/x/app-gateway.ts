/**
 * @file What an app asks of X by its bearer token, for no user: its activity subscriptions, its open streams, the
 * stream itself. Errors are `Failure`s. Must not retry, and must not let the bearer out.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Vault } from '../vault/vault-client.ts'
import type { Accounts, AppAccount } from './accounts.ts'
import type { Credits } from './credits.ts'
import type { OnCharge } from './charges.ts'
import { instantOfHeader } from './dates.ts'
import { appEndpoints, readTimeoutMs, type AppEndpointName, type Endpoint } from './endpoints.ts'
import { failureOf, problemOf } from './errors.ts'
import type { Subscribed } from './gateway.ts'
import type { Outcome, XHttp, XRequest } from './http.ts'
import type { RateLedger } from './limits.ts'
import { appSecret } from './secrets.ts'
import { openStream, type CloseStream } from './stream-socket.ts'
import { openConnections, subscribed, subscriptionPage } from './subscription-shapes.ts'

export type AppStreamListener = {
  opened(): void
  /** A whole line; empty for a keep-alive. */
  line(text: string): void
  /** Told once; null when X opened the stream and ended it without a word. */
  ended(failure: Failure | null): void
}

/** Every call may throw `x.*`, `stream.*`, `vault.*` and `connect.app-missing` failures. */
export type AppGateway = {
  /** A good answer of an app-only endpoint, as text. */
  call(appId: string, route: AppEndpointName, ask?: AppAsk): Promise<string>
  /** Every subscription of the app, whoever made it. */
  subscriptions(appId: string): Promise<Subscribed[]>
  /** Subscribes public events of a user. */
  subscribe(appId: string, wanted: { eventType: string; xUserId: string; tag: string }): Promise<Subscribed>
  /** 1 to 100 ids. */
  unsubscribe(appId: string, ids: readonly string[]): Promise<void>
  /** The app's open streams, whichever computer holds them. */
  connections(appId: string): Promise<{ connectedAt: number }[]>
  /** Ends all of them. */
  endConnections(appId: string): Promise<void>
  /** Opens the stream. What goes wrong after this resolved is told to the listener. */
  stream(appId: string, backfillMinutes: number, listener: AppStreamListener): Promise<CloseStream>
}

type AppAsk = Pick<XRequest, 'params' | 'query' | 'body'> & {
  /** The handle that it is asked for, where X charges for it. */
  handleId?: string
}

/** X gives up to 1,000 subscriptions at once and takes 1,500: more pages than this are a circle. */
const pagesAtMost = 5

export function appGateway(deps: {
  origin: string
  http: XHttp
  vault: Vault
  accounts: Accounts
  credits: Credits
  ledger: RateLedger
  clock: Clock
  onCharge: OnCharge
}): AppGateway {
  const { origin, http, vault, accounts, credits, ledger, clock, onCharge } = deps

  async function bearerOf(app: AppAccount): Promise<string> {
    const bearer = app.hasBearer ? await vault.read(appSecret(app.id, 'bearer')) : null
    if (bearer === null) throw new Failure('vault.absent', { name: appSecret(app.id, 'bearer') })
    return bearer
  }

  function failed(outcome: Outcome, app: AppAccount, endpoint: string): Failure | null {
    if (outcome.kind === 'answer' && !outcome.ok) {
      if (outcome.status === 401) return new Failure('stream.bearer', { app: app.name })
      const problem = problemOf(outcome.text)
      const tooMany = `${problem.title ?? ''} ${problem.detail ?? ''} ${outcome.text}`.includes(
        'TooManyConnections',
      )
      if (tooMany || problem.type?.endsWith('/streaming-connection')) return new Failure('stream.busy', {})
    }
    return failureOf(outcome, { endpoint, appId: app.id, username: '', now: clock.now() })
  }

  async function call(
    appId: string,
    route: AppEndpointName,
    { handleId, ...ask }: AppAsk = {},
  ): Promise<string> {
    const endpoint: Endpoint = appEndpoints[route]
    const app = await accounts.app(appId)
    // The windows of an app alone are not those of any of its handles.
    const who = { handleId: appId, appId }
    const closed = ledger.closedUntil(who, route, clock.now())
    if (closed !== null) throw new Failure('x.rate-limited', { resetAt: closed })
    await credits.admit(appId, endpoint)
    const outcome = await http.send({
      ...ask,
      endpoint,
      credentials: { kind: 'app', bearer: await bearerOf(app) },
      timeoutMs: readTimeoutMs,
    })
    if (outcome.kind === 'answer') ledger.note(who, route, outcome.headers, clock.now())
    const failure = failed(outcome, app, route)
    if (failure?.is('x.rate-limited')) ledger.close(who, route, failure.data.resetAt)
    if (failure?.is('x.credits') && endpoint.paid) await credits.ranOut(appId)
    if (failure) throw failure
    if (outcome.kind !== 'answer') return ''
    const { stream, charges: kind } = endpoint
    const at = instantOfHeader(outcome.headers.date) ?? clock.now()
    if (kind !== null)
      onCharge({ appId, handleId: handleId ?? null, stream, ticketId: null, kind, ids: [], count: 1, at })
    return outcome.text
  }

  return {
    call,
    async subscriptions(appId) {
      const all: Subscribed[] = []
      let token: string | null = null
      for (let page = 0; page < pagesAtMost; page++) {
        const query: Record<string, string> = token === null ? {} : { pagination_token: token }
        const { items, nextToken } = subscriptionPage(await call(appId, 'subscriptions', { query }))
        all.push(...items)
        if (nextToken === null) break
        token = nextToken
      }
      return all
    },
    async subscribe(appId, { eventType, xUserId, tag }) {
      const json = { event_type: eventType, filter: { user_id: xUserId }, tag }
      return subscribed(await call(appId, 'subscribe', { body: { json } }))
    },
    async unsubscribe(appId, ids) {
      await call(appId, 'unsubscribe', { query: { ids: ids.join(',') } })
    },
    connections: async (appId) =>
      openConnections(await call(appId, 'connections', { query: { status: 'active' } })),
    async endConnections(appId) {
      await call(appId, 'endConnections')
    },
    async stream(appId, backfillMinutes, listener) {
      const app = await accounts.app(appId)
      if (credits.retryAt(appId) !== null || app.outOfCreditsAt !== null)
        throw new Failure('x.credits', { appId })
      const bearer = await bearerOf(app)
      return openStream(
        { origin, bearer, backfillMinutes },
        {
          opened: () => listener.opened(),
          line: (text) => listener.line(text),
          ended(outcome) {
            const failure = outcome === null ? null : failed(outcome, app, 'stream')
            if (failure?.is('x.credits')) void credits.ranOut(appId)
            listener.ended(failure)
          },
        },
      )
    },
  }
}
