/**
 * @file Keeps the activity stream of every app that has a bearer token: connection, subscriptions, what it tells. Polling
 * stays what makes the picture whole; the stream makes it fast, and says of which handles that is true.
 */
import type { Clock } from '../../shared/clock.ts'
import type { StreamView } from '../../shared/domain/stream.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { activityLine } from '../x/activity.ts'
import type { AppGateway } from '../x/app-gateway.ts'
import type { OnCharge } from '../x/charges.ts'
import type { XClient } from '../x/client.ts'
import { appStream, type AppStream } from './app-stream.ts'
import { subscriptionKeeper } from './keep-subscriptions.ts'
import { keepHeard, streamedApps, type StreamedApp } from './repo.ts'
import type { StreamState } from './rules.ts'
import { isServed } from './subscriptions.ts'
import { taker, type TakeParts } from './take.ts'

export type StreamEngine = {
  /** Reads the rows and connects. @throws Failure `disk.*` */
  start(): Promise<void>
  stop(): Promise<void>
  /** Handles or apps changed: reads the rows anew, and brings X's subscriptions in step. */
  refresh(): Promise<void>
  /** An app got another bearer token, or somebody made room: connects at once. */
  retry(appId: string): void
  /** X tells by itself, within a second, what happens to this handle. */
  isStreaming(handleId: string): boolean
  /** Money was spent, or may be spent again: what X charges for is not told beyond a cap. */
  budgetsMoved(): void
  /** How the stream of an app stands; null without a bearer token or a handle. */
  view(appId: string): StreamView | null
  /** Ends every stream of the app, those of other computers too, and connects here. @throws Failure `x.*`, `stream.*` */
  takeOver(appId: string): Promise<void>
  power(state: 'suspend' | 'resume' | 'online' | 'offline'): void
  /** Resolves once nothing is under way: an open stream that says nothing does not count. */
  idle(): Promise<void>
}

export type StreamParts = Pick<TakeParts, 'pollSoon'> & {
  database: Database
  apps: AppGateway
  client: Pick<XClient, 'subscribe' | 'me' | 'dateOffsetMs'>
  clock: Clock
  log: Log
  onCharge: OnCharge
  random: () => number
  /** Whether a cap lets X tell this handle nothing that it charges for. */
  isCapped: (handleId: string) => boolean
  /** Which handles are streamed has changed. */
  onMoved: () => void
}

/** The subscriptions are looked at again this often: other programs may have deleted some. */
const keepEveryMs = 30 * 60_000
/** After a round that failed. */
const keepAgainMs = 60_000
/** How far X was heard is written down this often. */
const writeEveryMs = 60_000

type Slot = {
  app: StreamedApp
  stream: AppStream
  inPlace: ReadonlySet<string>
  /** The handles that a cap stopped when the subscriptions were looked at last. */
  capped: ReadonlySet<string>
  keptAt: number | null
  /** A round is under way; another one is wanted after it. */
  keeping: 'no' | 'once' | 'again'
  writtenAt: number
  stopTimer: () => void
}

export function streamEngine(parts: StreamParts): StreamEngine {
  const { database, apps, client, clock, log, random, pollSoon, isCapped, onMoved } = parts
  const slots = new Map<string, Slot>()
  const keeper = subscriptionKeeper({ database, apps, client, clock, log, isCapped })
  const events = taker({
    database,
    log,
    onCharge: parts.onCharge,
    xNow: () => clock.now() + client.dateOffsetMs(),
    pollSoon,
    onRevoked: (handleId) => void track(askWhetherRevoked(handleId), 'stream.revoked'),
    onChat: () => void refresh(),
  })
  const under = new Set<Promise<void>>()
  let started = false
  let reachable = true

  function track(work: Promise<void>, what: string): Promise<void> {
    const tracked = work
      .catch((error: unknown) => log.error(what, error))
      .finally(() => under.delete(tracked))
    under.add(tracked)
    return tracked
  }

  /** An old event may come after a new sign-in: the answer to a free call tells, and moves the handle's state. */
  async function askWhetherRevoked(handleId: string): Promise<void> {
    try {
      await client.me(handleId)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
    await reload()
  }

  async function reload(): Promise<void> {
    const now = started ? (await streamedApps(database.read)).filter((app) => app.handles.length > 0) : []
    const there = new Set(now.map((app) => app.id))
    for (const [id, slot] of slots)
      if (!there.has(id)) {
        end(slot)
        slots.delete(id)
      }
    for (const app of now) {
      const known = slots.get(app.id)
      if (known) known.app = app
      else begin(app)
    }
    onMoved()
  }

  function begin(app: StreamedApp): void {
    const slot: Slot = {
      app,
      inPlace: new Set(),
      capped: new Set(),
      keptAt: null,
      keeping: 'no',
      writtenAt: 0,
      stopTimer: () => {},
      stream: appStream({
        appId: app.id,
        apps,
        clock,
        log,
        random,
        heardAt: app.heardAt,
        onLine: (line) => heard(slot, line),
        onMoved: (from, to) => moved(slot, from, to),
        onUncovered: () => pollAll(slot),
      }),
    }
    slots.set(app.id, slot)
    if (reachable) slot.stream.tell({ kind: 'start' })
  }

  function end(slot: Slot): void {
    slot.stopTimer()
    slot.stream.tell({ kind: 'stop' })
  }

  function heard(slot: Slot, text: string): void {
    const line = activityLine(text)
    if (line.kind === 'problem') return log.info('stream.problem', { appId: slot.app.id })
    if (line.kind === 'garbage') {
      // Half a line or none of X's: what it was about is not known.
      log.warn('stream.garbage', { appId: slot.app.id })
      return pollAll(slot)
    }
    events.take(
      slot.app.id,
      line,
      (xUserId) => slot.app.handles.find((one) => one.xUserId === xUserId) ?? null,
    )
  }

  const pollBoth = (handleId: string): void => {
    pollSoon(handleId, 'mentions')
    pollSoon(handleId, 'dms')
  }
  const pollAll = (slot: Slot): void => slot.app.handles.forEach((handle) => pollBoth(handle.id))

  function moved(slot: Slot, from: StreamState, to: StreamState): void {
    if (to.kind === 'live') {
      void track(keepSubscriptions(slot), 'stream.keep')
      beat(slot)
    }
    if (from.kind === 'live') void track(write(slot), 'stream.write')
    tellConsole(slot)
  }

  /** Changes no row: how a stream stands is known to this process alone. */
  function tellConsole(slot: Slot): void {
    onMoved()
    void track(
      database.write((tx) => {
        for (const { brandId } of slot.app.handles) tx.touch.brand(brandId)
        tx.touch.session()
      }),
      'stream.told',
    )
  }

  /** Once a minute while it lives. */
  function beat(slot: Slot): void {
    slot.stopTimer()
    slot.stopTimer = clock.after(writeEveryMs, () => {
      if (slot.stream.state().kind !== 'live') return
      void track(write(slot), 'stream.write')
      const keptAt = slot.keptAt
      const isDue = keptAt === null || clock.monotonic() - keptAt >= keepEveryMs
      // A cap ends with X's day, without any event.
      if (isDue || !same(slot.capped, cappedOf(slot))) void track(keepSubscriptions(slot), 'stream.keep')
      beat(slot)
    })
  }

  async function write(slot: Slot): Promise<void> {
    await events.idle()
    const heardAt = slot.stream.heardAt()
    if (heardAt === null || heardAt === slot.writtenAt) return
    slot.writtenAt = heardAt
    await database.write((tx) => keepHeard(tx, slot.app.id, heardAt))
  }

  async function keepSubscriptions(slot: Slot): Promise<void> {
    const isRunning = slot.keeping !== 'no'
    slot.keeping = isRunning ? 'again' : 'once'
    if (isRunning) return
    try {
      await keepOnce(slot)
    } finally {
      const again = slot.keeping === 'again'
      slot.keeping = 'no'
      if (again && slot.stream.state().kind === 'live') void track(keepSubscriptions(slot), 'stream.keep')
    }
  }

  async function keepOnce(slot: Slot): Promise<void> {
    slot.keptAt = clock.monotonic()
    slot.capped = cappedOf(slot)
    const before = served(slot)
    try {
      slot.inPlace = await keeper.keep(slot.app, () => !started)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      log.warn('stream.not-kept-in-step', { appId: slot.app.id, code: error.code })
      slot.keptAt = clock.monotonic() - keepEveryMs + keepAgainMs
    }
    const after = served(slot)
    if (same(before, after)) return
    // What came between the newest poll and the subscription was told by neither.
    for (const id of after) if (!before.has(id)) pollBoth(id)
    tellConsole(slot)
  }

  const cappedOf = (slot: Slot): ReadonlySet<string> =>
    new Set(slot.app.handles.map(({ id }) => id).filter(isCapped))

  const served = (slot: Slot): ReadonlySet<string> =>
    new Set(slot.app.handles.filter((handle) => isServed(handle, slot.inPlace)).map((handle) => handle.id))

  async function refresh(): Promise<void> {
    await track(reload(), 'stream.load')
    for (const slot of slots.values())
      if (slot.stream.state().kind === 'live') void track(keepSubscriptions(slot), 'stream.keep')
  }

  const tellAll = (kind: 'start' | 'stop'): void => {
    for (const slot of slots.values()) slot.stream.tell({ kind })
  }

  return {
    async start() {
      started = true
      await reload()
    },
    async stop() {
      started = false
      for (const slot of slots.values()) end(slot)
      await events.idle()
      await Promise.all(under)
      slots.clear()
    },
    refresh,
    retry(appId) {
      const slot = slots.get(appId)
      if (slot) slot.stream.tell({ kind: 'start' })
      else void refresh()
    },
    isStreaming(handleId) {
      for (const slot of slots.values()) {
        const handle = slot.app.handles.find((one) => one.id === handleId)
        if (handle) return slot.stream.state().kind === 'live' && isServed(handle, slot.inPlace)
      }
      return false
    },
    budgetsMoved() {
      for (const slot of slots.values())
        if (slot.stream.state().kind === 'live' && !same(slot.capped, cappedOf(slot)))
          void track(keepSubscriptions(slot), 'stream.keep')
    },
    view(appId) {
      const slot = slots.get(appId)
      return slot ? viewOf(slot.stream, clock) : null
    },
    async takeOver(appId) {
      await apps.endConnections(appId)
      slots.get(appId)?.stream.tell({ kind: 'start' })
    },
    power(state) {
      const now = state === 'online' || state === 'resume'
      if (now && reachable) tellAll('stop')
      reachable = now
      // After sleep the line may be dead without a word of it.
      tellAll(now ? 'start' : 'stop')
    },
    async idle() {
      for (;;) {
        await Promise.all([...slots.values()].map((slot) => slot.stream.idle()))
        await events.idle()
        if (under.size === 0) return
        await Promise.all(under)
      }
    },
  }
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one))

function viewOf(stream: AppStream, clock: Clock): StreamView {
  const state = stream.state()
  const waits = state.kind === 'waiting' || state.kind === 'refused'
  return {
    state: state.kind,
    heardAt: stream.heardAt(),
    nextTryAt: waits ? clock.now() + Math.max(0, state.until - clock.monotonic()) : null,
    failure: waits ? state.failure : null,
  }
}
