/** @file What becomes of a request, told by servers that misbehave on purpose. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTcp } from 'node:net'
import { gzipSync } from 'node:zlib'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fake-clock.ts'
import { must } from '../../shared/must.ts'
import { endpoints } from './endpoints.ts'
import { neverConnected, xHttp, type Outcome, type XRequest } from './http.ts'

const servers: { close(): unknown; closeAllConnections?(): void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.()
    server.close()
  }
})

const portOf = (server: { address(): unknown }): number => {
  const address = server.address()
  if (typeof address !== 'object' || address === null || !('port' in address))
    throw new Error('not listening')
  return Number(address.port)
}

async function serving(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${portOf(server)}`
}

const clock = fakeClock(Date.parse('2026-11-17T10:07:00Z'))
const read: XRequest = {
  endpoint: endpoints.mentions,
  credentials: { kind: 'oauth2', accessToken: 'secret-access-token' },
  params: { id: '42' },
  query: { max_results: 5 },
  timeoutMs: 30_000,
}
const write: XRequest = {
  endpoint: endpoints.reply,
  credentials: { kind: 'oauth2', accessToken: 'secret-access-token' },
  body: { json: { text: 'Hello' } },
  timeoutMs: 45_000,
}
const send = (origin: string, request: XRequest): Promise<Outcome> => xHttp({ origin, clock }).send(request)

describe('one request to X', () => {
  it('sends the token, the query and the path, and gives back status, headers and text', async () => {
    const seen: string[] = []
    const origin = await serving((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization}`)
      response.setHeader('content-type', 'application/json').end('{"meta":{"result_count":0}}')
    })
    const outcome = await send(origin, read)
    expect(seen).toEqual(['GET /2/users/42/mentions?max_results=5 Bearer secret-access-token'])
    expect(outcome).toMatchObject({ kind: 'answer', ok: true, text: '{"meta":{"result_count":0}}' })
  })

  it('gives a refusal with its body as text', async () => {
    const origin = await serving((_request, response) =>
      response.writeHead(403).end('{"detail":"Forbidden"}'),
    )
    expect(await send(origin, write)).toMatchObject({
      ok: false,
      status: 403,
      text: '{"detail":"Forbidden"}',
    })
  })

  it('calls it unsent when nobody listens, for reads and writes', async () => {
    const origin = await serving(() => {})
    must(servers.pop(), 'the server just started').close()
    expect(await send(origin, read)).toEqual({ kind: 'unsent' })
    expect(await send(origin, write)).toEqual({ kind: 'unsent' })
  })

  it('calls it unsent when the name has no address', async () => {
    expect(await send('http://no-such-host.invalid:80', write)).toEqual({ kind: 'unsent' })
  })

  it('calls a reset after the request left a reset, never unsent', async () => {
    const origin = await serving((request) => request.socket.resetAndDestroy())
    expect(await send(origin, write)).toEqual({ kind: 'reset' })
    expect(await send(origin, read)).toEqual({ kind: 'reset' })
  })

  it('calls a silent end after the request left a reset', async () => {
    const server = createTcp((socket) => socket.once('data', () => socket.end()))
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    expect(await send(`http://127.0.0.1:${portOf(server)}`, write)).toEqual({ kind: 'reset' })
  })

  it('stops waiting when the time is over', async () => {
    const asked = Promise.withResolvers<void>()
    const origin = await serving(() => asked.resolve())
    const outcome = send(origin, write)
    await asked.promise
    await clock.advance(45_000)
    expect(await outcome).toEqual({ kind: 'timeout' })
  })

  it('stops waiting in the middle of a body', async () => {
    const begun = Promise.withResolvers<void>()
    const origin = await serving((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"data":', () => begun.resolve())
    })
    const outcome = send(origin, read)
    await begun.promise
    await clock.advance(30_000)
    expect(await outcome).toEqual({ kind: 'timeout' })
  })

  it('tells a cut body', async () => {
    const origin = await serving((_request, response) => {
      response.writeHead(200, { 'content-length': '100', 'content-type': 'application/json' })
      response.write('{"data":[', () => response.socket?.destroy())
    })
    const outcome = await send(origin, read)
    expect(outcome.kind === 'cut' || (outcome.kind === 'answer' && outcome.text === '{"data":[')).toBe(true)
  })

  it('survives a body that only claims to be compressed', async () => {
    const origin = await serving((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"meta":{}}').subarray(0, 9)),
    )
    expect(await send(origin, read)).toMatchObject({ kind: 'answer', ok: true })
  })

  it('gives up when told to', async () => {
    const asked = Promise.withResolvers<void>()
    const origin = await serving(() => asked.resolve())
    const abort = new AbortController()
    const outcome = send(origin, { ...read, signal: abort.signal })
    await asked.promise
    abort.abort()
    expect(await outcome).toEqual({ kind: 'aborted' })
  })

  it('never shows the token in what it gives back', async () => {
    const origin = await serving((_request, response) => response.writeHead(500).end('oops'))
    const outcome = await send(origin, read)
    expect(inspect(outcome, { depth: 20, showHidden: true })).not.toContain('secret-access-token')
  })
})

describe('an error of the connection', () => {
  const error = (facts: object): Error => Object.assign(new Error('x'), facts)
  it.each([
    [error({ syscall: 'connect', code: 'ECONNREFUSED' }), true],
    [error({ syscall: 'connect', code: 'ENETUNREACH' }), true],
    [error({ syscall: 'getaddrinfo', code: 'EAI_AGAIN' }), true],
    [error({ code: 'CERT_HAS_EXPIRED' }), true],
    [new AggregateError([error({ syscall: 'connect' }), error({ syscall: 'connect' })]), true],
    [new AggregateError([error({ syscall: 'connect' }), error({ syscall: 'read' })]), false],
    [error({ syscall: 'read', code: 'ECONNRESET' }), false],
    [error({ syscall: 'write', code: 'EPIPE' }), false],
    [error({ code: 'ECONNRESET' }), false],
    [null, false],
  ])('%s: never connected is %s', (given, expected) => {
    expect(neverConnected(given)).toBe(expected)
  })
})
