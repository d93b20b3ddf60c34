/**
 * @file One request to X and what became of it. The only place where twitter-api-v2 is called: it signs and sends,
 * nothing else. Must not retry, interpret a body, or let an error of the library out: inspected deeply, such an error
 * shows the token.
 */
import { Agent as HttpAgent, type ClientRequestArgs } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  TwitterApi,
  type ITwitterApiClientPlugin,
} from 'twitter-api-v2'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { Endpoint } from './endpoints.ts'

/** With what a request is signed. `client` is for the token endpoints alone, `app` for what belongs to no user. */
export type Credentials =
  | { kind: 'oauth2'; accessToken: string }
  | { kind: 'oauth1'; consumerKey: string; consumerSecret: string; token: string; tokenSecret: string }
  | { kind: 'client'; clientId: string; clientSecret: string | null }
  /** The app itself, without a user. */
  | { kind: 'app'; bearer: string }

export type XRequest = {
  endpoint: Endpoint
  credentials: Credentials
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: { json: Record<string, unknown> } | { form: Record<string, string> }
  /** The answer is no text: its bytes are wanted as they are. */
  binary?: boolean
  timeoutMs: number
  signal?: AbortSignal
}

export type Headers = Record<string, string | undefined>

/** What became of a request. */
export type Outcome =
  | {
      kind: 'answer'
      ok: boolean
      status: number
      headers: Headers
      text: string
      /** Only where they were asked for. */
      bytes?: Uint8Array
    }
  /** The connection never stood: no byte of the request left this machine. */
  | { kind: 'unsent' }
  /** No whole answer within the time. */
  | { kind: 'timeout' }
  /** The connection ended after the request may have left. */
  | { kind: 'reset' }
  /** An answer began and was cut. */
  | { kind: 'cut' }
  /** Given up by us: the program is closing. */
  | { kind: 'aborted' }

export type XHttp = { send(request: XRequest): Promise<Outcome>; close(): void }

/** @param origin `https://api.x.com`, or the loopback origin of an X-compatible server */
export function xHttp({ origin, clock }: { origin: string; clock: Clock }): XHttp {
  const secure = new URL(origin).protocol === 'https:'
  const kept = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })

  async function send(request: XRequest): Promise<Outcome> {
    const { endpoint } = request
    const abort = new AbortController()
    let timedOut = false
    let connected = false
    // A write gets a connection of its own: on a kept one a reset can mean either that nothing or that all arrived.
    const agent = endpoint.writes ? ownAgent(secure, () => (connected = true)) : kept
    const stopTimer = clock.after(request.timeoutMs, () => {
      timedOut = true
      abort.abort()
    })
    const giveUp = (): void => abort.abort()
    request.signal?.addEventListener('abort', giveUp, { once: true })
    if (request.signal?.aborted) giveUp()
    const plugin: ITwitterApiClientPlugin = {
      onBeforeRequest({ requestOptions }) {
        Object.assign(requestOptions, { signal: abort.signal } satisfies ClientRequestArgs)
      },
    }
    try {
      const client = clientFor(request.credentials, { httpAgent: agent, plugins: [plugin] })
      const options = {
        fullResponse: true,
        // Bodies are parsed by core alone, so that every unreadable one is told in the same way.
        forceParseMode: request.binary ? 'buffer' : 'text',
        // The library leaves errors of its decompression streams unhandled: a garbled body would end the process.
        compression: 'identity',
        ...(request.params ? { params: request.params } : {}),
      } as const
      const url = origin + endpoint.path
      const answer = await ask(client, url, request, options)
      return {
        kind: 'answer',
        ok: true,
        status: 200,
        headers: headersOf(answer.headers),
        text: textOf(answer.data),
        ...(Buffer.isBuffer(answer.data) ? { bytes: answer.data } : {}),
      }
    } catch (error) {
      if (error instanceof ApiResponseError)
        return {
          kind: 'answer',
          ok: false,
          status: error.code,
          headers: headersOf(error.headers),
          text: textOf(error.data),
        }
      if (error instanceof ApiRequestError || error instanceof ApiPartialResponseError) {
        if (endpoint.writes && !connected) return { kind: 'unsent' }
        if (timedOut) return { kind: 'timeout' }
        if (abort.signal.aborted) return { kind: 'aborted' }
        if (error instanceof ApiPartialResponseError) return { kind: 'cut' }
        return { kind: neverConnected(causeOf(error)) ? 'unsent' : 'reset' }
      }
      throw new Error(
        `request to X failed in the library: ${error instanceof Error ? error.name : typeof error}`,
      )
    } finally {
      stopTimer()
      request.signal?.removeEventListener('abort', giveUp)
      if (agent !== kept) agent.destroy()
    }
  }

  return { send, close: () => kept.destroy() }
}

type Options = {
  fullResponse: true
  forceParseMode: 'text' | 'buffer'
  compression: 'identity'
  params?: Record<string, string>
}

function ask(client: TwitterApi, url: string, request: XRequest, options: Options) {
  const query = { ...request.query }
  switch (request.endpoint.method) {
    case 'GET':
      return client.get<unknown>(url, query, options)
    case 'DELETE':
      return client.delete<unknown>(url, query, options)
    case 'PUT':
      return client.put<unknown>(url, bodyOf(request), { ...options, forceBodyMode: 'json' })
    case 'POST':
      return client.post<unknown>(url, bodyOf(request), {
        ...options,
        forceBodyMode: request.body && 'form' in request.body ? 'url' : 'json',
      })
  }
}

type Settings = { httpAgent: HttpAgent; plugins: ITwitterApiClientPlugin[] }

function clientFor(credentials: Credentials, settings: Settings): TwitterApi {
  switch (credentials.kind) {
    case 'oauth2':
      return new TwitterApi(credentials.accessToken, settings)
    case 'app':
      return new TwitterApi(credentials.bearer, settings)
    case 'oauth1':
      return new TwitterApi(
        {
          appKey: credentials.consumerKey,
          appSecret: credentials.consumerSecret,
          accessToken: credentials.token,
          accessSecret: credentials.tokenSecret,
        },
        settings,
      )
    case 'client':
      return new TwitterApi(
        {
          clientId: credentials.clientId,
          ...(credentials.clientSecret === null ? {} : { clientSecret: credentials.clientSecret }),
        },
        settings,
      )
  }
}

function ownAgent(secure: boolean, onConnected: () => void): HttpAgent {
  const agent = secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false })
  const create = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const stream = create(options, callback)
    stream?.once(secure ? 'secureConnect' : 'connect', onConnected)
    return stream
  }
  return agent
}

const bodyOf = (request: XRequest): Record<string, unknown> =>
  !request.body ? {} : 'form' in request.body ? { ...request.body.form } : { ...request.body.json }

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString('utf8') : ''

const HeaderRecord = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]))

function headersOf(raw: unknown): Headers {
  const known = HeaderRecord.safeParse(raw)
  if (!known.success) return {}
  return Object.fromEntries(
    Object.entries(known.data).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
}

const Hidden = z.object({ error: z.instanceof(Error) })

/** What the library hides: its public accessor of the cause answers undefined. */
function causeOf(error: ApiRequestError): Error | null {
  const hidden = Hidden.safeParse(Reflect.get(error, '_options'))
  return hidden.success ? hidden.data.error : null
}

const SystemError = z.object({ syscall: z.string().optional(), code: z.string().optional() })

/** Whether an error says that the connection was never made: no address, no route, nobody listening, no trust. */
export function neverConnected(error: Error | null): boolean {
  if (error === null) return false
  if (error instanceof AggregateError)
    return error.errors.length > 0 && error.errors.every((one) => one instanceof Error && neverConnected(one))
  const facts = SystemError.safeParse({
    syscall: Reflect.get(error, 'syscall'),
    code: Reflect.get(error, 'code'),
  })
  if (!facts.success) return false
  const { syscall, code } = facts.data
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  return /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/.test(code ?? '')
}
