/**
 * @file The practice X as a running server: starts a world, listens on 127.0.0.1, and puts authentication, limits,
 * credits, faults and handlers in X's order. Owns all sockets.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { systemClock, type Clock } from '../shared/clock.ts'
import type { PracticeGrants } from '../shared/practice-protocol.ts'
import { json, refuse, Refusal, type Answer } from './answer.ts'
import { callerOf, mayCall } from './authenticate.ts'
import { decideAuthorize, showAuthorize } from './authorize.ts'
import { readBody, readBytes } from './body.ts'
import type { Caller } from './call.ts'
import { control, ControlError, type Controlled } from './control.ts'
import { bodyFor, faultBoard, htmlPage, type Fault } from './faults.ts'
import { answerIntent } from './intent.ts'
import { countCall } from './limits.ts'
import { needCredits } from './meter.ts'
import { answerOAuth } from './oauth.ts'
import { keepWorld, readWorld } from './persist.ts'
import { performReaction } from './reactions.ts'
import { findEndpoint } from './routes.ts'
import { loadScenario, writeDm, writePost } from './scenario-load.ts'
import { parseScenario, ScenarioError } from './scenario.ts'
import { tokensOf } from './tokens.ts'
import type { Upcoming } from './world-data.ts'
import { emptyWorld, World } from './world.ts'

export type PracticeX = {
  /** `http://127.0.0.1:PORT` */
  baseUrl: string
  /** Bearer for `/control/…`; new in every run. */
  controlToken: string
  world: World
  grants: PracticeGrants
  /** Keeps the world, ends every connection and frees the port. */
  close(): Promise<void>
}

export type PracticeXOptions = {
  /** 0 or absent: any free port. */
  port?: number | undefined
  /** JSON Lines text; read only when there is no kept world. */
  scenario?: string | undefined
  /** How errors name the scenario. */
  scenarioName?: string | undefined
  /** Keeps the world there between runs. */
  worldFile?: string | undefined
  clock?: Clock | undefined
  /** Whether inherited handles summon: X says no (`typed`). */
  summon?: 'typed' | 'any' | undefined
  /** False reads the world file but never writes it. */
  persist?: boolean | undefined
}

/** Does what was planned in the world, at its own instant. */
function perform(world: World, event: Upcoming): void {
  if (event.kind === 'post.reaction' || event.kind === 'dm.reaction') performReaction(world, event)
  else if (event.kind === 'dm') writeDm(world, event, event.at)
  else {
    const target = event.replyTo
    // What a scenario wanted to answer may be deleted by now: then nobody answers it.
    if (target !== undefined && !world.posts.has(world.data.keys[target] ?? target)) return
    const { kind: _kind, at, author, ...fields } = event
    writePost(world, { by: author, ...fields }, at)
  }
}

function openWorld(options: PracticeXOptions, clock: Clock): World {
  const kept = options.worldFile === undefined ? null : readWorld(options.worldFile)
  if (kept) {
    if (options.summon) kept.summon = options.summon
    return new World(kept, clock, perform)
  }
  const name = options.scenarioName ?? 'scenario'
  const lines = parseScenario(options.scenario ?? '', name)
  const first = lines[0]?.line
  const opening = first?.type === 'world' ? first : undefined
  const now = opening?.now === undefined ? clock.now() : new Date(opening.now).getTime()
  const world = new World(emptyWorld(now, options.summon ?? opening?.summon), clock, perform)
  loadScenario(world, tokensOf(world), lines, name)
  return world
}

/** A bug of the practice X: whoever runs it sees the whole of it. */
const complain = (cause: unknown): void => {
  process.stderr.write(
    `practice: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  )
}

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  authorization: string
  bytes: Buffer
}

/**
 * Starts a practice X. Throws ScenarioError, WorldFileError, or the error of listening (`EADDRINUSE`).
 */
export async function startPracticeX(options: PracticeXOptions = {}): Promise<PracticeX> {
  const clock = options.clock ?? systemClock()
  const world = openWorld(options, clock)
  const tokens = tokensOf(world)
  const controlToken = randomBytes(32).toString('base64url')
  const controlled: Controlled = { world, tokens, faults: faultBoard(), log: [] }
  let baseUrl = ''
  let hosts: ReadonlySet<string> = new Set()

  function send(response: ServerResponse, answer: Answer, cut: 'json' | 'bytes' | null = null): void {
    const plain = typeof answer.body === 'string' || Buffer.isBuffer(answer.body)
    const whole = Buffer.isBuffer(answer.body)
      ? answer.body
      : Buffer.from(plain ? String(answer.body) : JSON.stringify(answer.body))
    const part = whole.subarray(0, Math.floor((whole.length * 2) / 3))
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': cut === 'json' ? part.length : whole.length,
      date: new Date(world.now()).toUTCString(),
      'x-content-type-options': 'nosniff',
      ...answer.headers,
    })
    if (cut === null) response.end(whole)
    else if (cut === 'json') response.end(part)
    // Headers promise more bytes than ever come.
    else response.write(part, () => response.destroy())
  }

  const attempt = (run: () => Answer): Answer => {
    try {
      return run()
    } catch (cause) {
      if (cause instanceof Refusal) return cause.answer
      complain(cause)
      return { status: 500, body: bodyFor(500) }
    }
  }

  /** One call of the X surface, without faults. */
  function answerX(
    { request, url, authorization, bytes }: Exchange,
    known: { caller: Caller | null },
  ): Answer {
    const method = request.method ?? 'GET'
    const contentType = request.headers['content-type'] ?? ''
    if (method === 'POST' && (url.pathname === '/2/oauth2/token' || url.pathname === '/2/oauth2/revoke')) {
      const what = url.pathname.endsWith('token') ? 'token' : 'revoke'
      return answerOAuth(world, tokens, what, authorization, readBody(bytes, contentType))
    }
    const found = findEndpoint(method, url.pathname)
    const caller = known.caller
    if (!caller) throw refuse.unauthorized()
    if (!found) throw refuse.notFound()
    const { endpoint, params } = found
    mayCall(endpoint, caller)
    const headers = countCall(
      world,
      `${endpoint.method} ${endpoint.path}`,
      endpoint.limit,
      caller.app.name,
      caller.user?.id ?? null,
    )
    const answer = attempt(() => {
      if (endpoint.paid) needCredits(caller.app)
      return endpoint.run({
        world,
        tokens,
        caller,
        params,
        query: url.searchParams,
        body: readBody(bytes, contentType),
        baseUrl,
      })
    })
    world.changed()
    return { ...answer, headers: { ...headers, ...answer.headers } }
  }

  function misbehave(
    exchange: Exchange,
    fault: Fault,
    answer: () => Answer,
    say: (status: number) => void,
  ): void {
    const { response } = exchange
    const tell = (given: Answer, cut: 'json' | 'bytes' | null = null) => {
      say(given.status)
      send(response, given, cut)
    }
    switch (fault.kind) {
      case 'status': {
        const status = fault.status ?? 503
        return tell({ status, body: fault.body ?? bodyFor(status), headers: fault.headers ?? {} })
      }
      case 'html':
        return tell({
          status: fault.status ?? 503,
          body: htmlPage,
          headers: { 'content-type': 'text/html', ...fault.headers },
        })
      case 'broken-json':
        return tell(answer(), 'json')
      case 'truncate':
        return tell(answer(), 'bytes')
      case 'slow':
        return world.later(fault.delayMs ?? 5_000, () => tell(answer()))
      case 'hang':
        return
      case 'drop-connection':
        return void response.destroy()
      case 'lost-answer':
        answer()
        return void response.destroy()
      case 'late-write':
        response.destroy()
        return world.later(fault.delayMs ?? 30_000, () => void answer())
    }
  }

  function serveX(exchange: Exchange): void {
    const { request, response, url, authorization, bytes } = exchange
    const method = request.method ?? 'GET'
    const contentType = request.headers['content-type'] ?? ''
    const form = contentType.startsWith('application/x-www-form-urlencoded')
      ? new URLSearchParams(bytes.toString('utf8'))
      : []
    const params = [...url.searchParams, ...form]
    const caller = callerOf(world, tokens, { authorization, method, url: baseUrl + url.pathname, params })
    const oauth = url.pathname.startsWith('/2/oauth2/')
    const entry = {
      at: world.now(),
      method,
      path: url.pathname + url.search,
      route: oauth ? url.pathname : (findEndpoint(method, url.pathname)?.endpoint.path ?? ''),
      handle: caller?.user?.username ?? null,
      app: caller?.app.name ?? null,
      status: 0,
      fault: null as string | null,
    }
    controlled.log.push(entry)
    if (controlled.log.length > 10_000) controlled.log.shift()
    const answer = () => attempt(() => answerX(exchange, { caller }))
    const fault = controlled.faults.take(method, url.pathname, entry.route, entry.handle)
    if (fault) {
      entry.fault = fault.kind
      return misbehave(exchange, fault, answer, (status) => (entry.status = status))
    }
    const given = answer()
    entry.status = given.status
    send(response, given)
  }

  function serveControl({ url, authorization, bytes, response }: Exchange): void {
    const given = Buffer.from(authorization)
    const expected = Buffer.from(`Bearer ${controlToken}`)
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return send(response, { status: 401, body: { error: 'the control token is missing or wrong' } })
    try {
      const input: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'))
      send(response, json(control(controlled, url.pathname.slice('/control/'.length), input)))
    } catch (cause) {
      const expectedKind =
        cause instanceof ControlError || cause instanceof ScenarioError || cause instanceof SyntaxError
      if (!expectedKind) complain(cause)
      send(response, { status: 400, body: { error: cause instanceof Error ? cause.message : String(cause) } })
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hosts.has(request.headers.host ?? ''))
      return send(response, { status: 403, body: { error: 'wrong Host' } })
    const url = new URL(request.url ?? '/', baseUrl)
    const authorization = request.headers.authorization ?? ''
    const exchange = { request, response, url, authorization, bytes: await readBytes(request) }
    world.runDue()
    if (url.pathname.startsWith('/control/')) return serveControl(exchange)
    const form = () => new URLSearchParams(exchange.bytes.toString('utf8'))
    if (url.pathname === '/i/oauth2/authorize')
      return send(
        response,
        request.method === 'POST'
          ? decideAuthorize(world, tokens, form())
          : showAuthorize(world, url.searchParams),
      )
    const page = answerIntent(world, request.method ?? 'GET', url, form)
    if (page) return send(response, page)
    const media = /^\/media\/(\d{1,19})$/.exec(url.pathname)?.[1]
    if (media !== undefined && request.method === 'GET') {
      const known = world.data.media.find((m) => m.id === media)
      const chunks = world.mediaBytes.get(media)
      if (!known || !chunks) return send(response, { status: 404, body: '' })
      return send(response, {
        status: 200,
        body: Buffer.concat(chunks),
        headers: { 'content-type': known.type },
      })
    }
    serveX(exchange)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((cause: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      send(
        response,
        attempt(() => {
          throw cause
        }),
      )
    })
  })
  // Longer than any client keeps an idle connection, so that no request meets a closing one by chance.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  baseUrl = `http://127.0.0.1:${port}`
  hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  const grants = tokens.grants()
  const keeper =
    options.worldFile !== undefined && options.persist !== false
      ? keepWorld(options.worldFile, world, clock)
      : null
  world.runDue()

  return {
    baseUrl,
    controlToken,
    world,
    grants,
    async close() {
      world.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      keeper?.close()
    },
  }
}
