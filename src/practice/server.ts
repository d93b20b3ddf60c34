/**
 * @file The practice X as a running server: opens a world, listens on 127.0.0.1 alone, tells the control side, web
 * pages and the X surface apart, and keeps the world at the end.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { systemClock, type Clock } from '../shared/clock.ts'
import type { PracticeGrants } from '../shared/practice-protocol.ts'
import { activityOf } from './activity.ts'
import { json, type Answer } from './answer.ts'
import { decideAuthorize, showAuthorize } from './authorize.ts'
import { readBytes } from './body.ts'
import { control, ControlError, type Controlled } from './control.ts'
import { attempt, complain, send, type Exchange } from './exchange.ts'
import { faultBoard } from './faults.ts'
import { answerIntent } from './intent.ts'
import { servedMedia } from './media.ts'
import { keepWorld, readWorld } from './persist.ts'
import { performReaction } from './reactions.ts'
import { loadScenario, Misfit, writeDm, writePost } from './scenario-load.ts'
import { parseScenario, ScenarioError } from './scenario.ts'
import { tokensOf } from './tokens.ts'
import type { Upcoming } from './world-data.ts'
import { emptyWorld, World } from './world.ts'
import { xSurface } from './x-surface.ts'

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

/**
 * Starts a practice X. Throws ScenarioError, WorldFileError, or the error of listening (`EADDRINUSE`).
 */
export async function startPracticeX(options: PracticeXOptions = {}): Promise<PracticeX> {
  const clock = options.clock ?? systemClock()
  const world = openWorld(options, clock)
  const tokens = tokensOf(world)
  const controlToken = randomBytes(32).toString('base64url')
  const activity = activityOf(world)
  const controlled: Controlled = { world, tokens, activity, faults: faultBoard(), log: [] }
  // Nobody can call before listening is over, and only then is the port known.
  let serve: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async () => {}
  const server = createServer((request, response) => {
    serve(request, response).catch((cause: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      const answer = attempt(() => {
        throw cause
      })
      send(response, answer, world.now())
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
  const baseUrl = `http://127.0.0.1:${port}`
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  const serveX = xSurface(controlled, baseUrl)

  function serveControl({ url, authorization, bytes, response }: Exchange): void {
    const answer = (given: Answer) => send(response, given, world.now())
    const given = Buffer.from(authorization)
    const expected = Buffer.from(`Bearer ${controlToken}`)
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return answer({ status: 401, body: { error: 'the control token is missing or wrong' } })
    try {
      const input: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'))
      answer(json(control(controlled, url.pathname.slice('/control/'.length), input)))
    } catch (cause) {
      const foreseen = [ControlError, Misfit, ScenarioError, SyntaxError].some(
        (kind) => cause instanceof kind,
      )
      if (!foreseen) complain(cause)
      answer({ status: 400, body: { error: cause instanceof Error ? cause.message : String(cause) } })
    }
  }

  /** X's web pages and uploaded pictures; null for what is API. */
  function pageFor({ method, url, bytes }: Exchange): Answer | null {
    const form = () => new URLSearchParams(bytes.toString('utf8'))
    if (url.pathname === '/i/oauth2/authorize')
      return method === 'POST'
        ? decideAuthorize(world, tokens, form())
        : showAuthorize(world, url.searchParams)
    if (!/^\/(media|avatars)\//.test(url.pathname)) return answerIntent(world, method, url, form)
    const media = servedMedia(world, url.pathname)
    if (!media) return { status: 404, body: '' }
    return { status: 200, body: media.bytes, headers: { 'content-type': media.type } }
  }

  serve = async (request, response) => {
    if (!hosts.has(request.headers.host ?? ''))
      return send(response, { status: 403, body: { error: 'wrong Host' } }, world.now())
    const exchange: Exchange = {
      request,
      response,
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', baseUrl),
      authorization: request.headers.authorization ?? '',
      contentType: request.headers['content-type'] ?? '',
      bytes: await readBytes(request),
    }
    world.runDue()
    if (exchange.url.pathname.startsWith('/control/')) return serveControl(exchange)
    const page = pageFor(exchange)
    if (page) send(response, page, world.now())
    else serveX(exchange)
  }

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
      activity.close()
      world.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      keeper?.close()
    },
  }
}
