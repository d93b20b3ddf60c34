/**
 * @file Keeps every source of every handle read: does what `plan` says, one read in flight per source, and writes down
 * what goes wrong with the time of the next try. One source in trouble stops no other. Decides nothing about tickets.
 */
import type { Clock } from '../../shared/clock.ts'
import type { SourceKind } from '../../shared/domain/brand.ts'
import { Failure, toWire, type WireFailure } from '../../shared/errors.ts'
import { newId } from '../db/uuid.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { peopleLookup } from '../people/lookup.ts'
import type { Credits } from '../x/credits.ts'
import type { XGateway } from '../x/gateway.ts'
import type { BudgetLevel, Intervals } from './intervals.ts'
import { backoffMs, burst, plan } from './plan.ts'
import { sourceRun } from './run.ts'
import { slotBoard, type Slot } from './slots.ts'
import { refOf, writeTrouble, type SourceRef } from './sources.ts'

export type SyncEngine = {
  /** Reads the rows and begins. @throws Failure `disk.*` */
  start(): Promise<void>
  /** Starts nothing more; resolves when what was under way has ended. Abort the gateway's reads first. */
  stop(): Promise<void>
  /** Handles were connected, removed or signed in again, or listened to something else: reads the rows anew. */
  refresh(): Promise<void>
  /** Reads one source as soon as nothing of it is under way. An unknown one is told by `brand.missing`. */
  syncNow(handleId: string, source: SourceKind, subject?: string): void
  /** Whether this source is read at all: its handle is signed in. */
  reads(handleId: string, source: SourceKind): boolean
  /** What stands in the way of a source and could not be written to its row, the disk being full for one. */
  trouble(
    handleId: string,
    source: SourceKind,
    subject?: string,
  ): { failure: WireFailure; nextTryAt: number | null } | null
  /** Something that planning depends on moved: budgets, the stream, what is on screen. */
  replan(): void
  power(state: 'suspend' | 'resume' | 'online' | 'offline'): void
  /** Resolves once nothing is under way and nothing is due: what waits for its time does not count. */
  idle(): Promise<void>
}

export type SyncParts = {
  database: Database
  gateway: XGateway
  credits: Credits
  clock: Clock
  log: Log
  intervals: Intervals
  /** 0 ≤ x < 1: spreads retries. */
  random: () => number
  /** Where the money of a handle stands. */
  budgetOf?: (handleId: string) => BudgetLevel
  /** X tells by itself what happens to this handle. */
  isStreaming?: (handleId: string) => boolean
  /** A brand is on some window's screen. */
  isOnScreen?: (brandId: string) => boolean
}

/** How many reads may be under way at once, over all handles. */
const width = 6

export function syncEngine(parts: SyncParts): SyncEngine {
  const { database, gateway, credits, clock, log, intervals, random } = parts
  const people = peopleLookup({ database, gateway, clock, log })
  const sources = sourceRun({ database, gateway, people, clock, log })
  const slots = slotBoard(parts)
  let started = false
  let online = true
  let awake = true
  let busy = 0
  let startedAt: number[] = []
  let stopTimer: (() => void) | null = null
  let quiet: (() => void)[] = []

  /** Counts as work until it has ended; afterwards there may be more to do. */
  function track(work: Promise<void>, what: string): Promise<void> {
    busy++
    return work
      .catch((error: unknown) => log.error(what, error))
      .finally(() => {
        busy--
        step()
      })
  }

  function step(): void {
    stopTimer?.()
    stopTimer = null
    if (started) {
      const now = clock.now()
      startedAt = startedAt.filter((at) => at > now - burst.spanMs && at <= now)
      const { steps, wakeAt } = plan({
        now,
        online: online && awake,
        sources: slots.planned(),
        apps: credits.known(),
        intervals,
        width,
        startedAt,
      })
      for (const next of steps) {
        const slot = slots.get(next)
        if (!slot) continue
        startedAt.push(now)
        void track(run(slot), 'sync.run')
      }
      if (wakeAt !== null) stopTimer = clock.after(wakeAt - now, step)
    }
    if (busy === 0) {
      const waiting = quiet
      quiet = []
      for (const resolve of waiting) resolve()
    }
  }

  async function run(slot: Slot): Promise<void> {
    slot.running = true
    slot.asked = false
    try {
      await sources.run(slot, () => {
        if (slot.unwritten) tellOver(slot)
        slot.failure = null
        slot.failures = 0
        slot.nextTryAt = null
      })
    } catch (error) {
      await failed(slot, error)
    } finally {
      slot.running = false
      slot.readAt = clock.now()
    }
  }

  async function failed(slot: Slot, error: unknown): Promise<void> {
    if (!started) return
    const { handle, source } = slot
    const failure = error instanceof Failure ? error : new Failure('internal', { id: newId(clock.now()) })
    if (!(error instanceof Failure)) log.error('sync.read', error, { handleId: handle.id, source })
    else log.warn('sync.failed', { handleId: handle.id, source, code: failure.code })
    // A window that is used up is no fault: it opens at its time, and a fault after it begins at the shortest wait.
    const isFault = !['x.rate-limited', 'x.credits', 'money.capped'].includes(failure.code)
    slot.failures = isFault ? slot.failures + 1 : 0
    slot.failure = toWire(failure)
    slot.nextTryAt = nextTryOf(failure, slot)
    const { failures, nextTryAt } = slot
    try {
      await database.write((tx) => {
        writeTrouble(tx, refOf(slot), { failure: toWire(failure), failures, nextTryAt })
        tx.touch.brand(handle.brandId)
        tx.touch.session()
      })
      slot.unwritten = false
    } catch (unwritten) {
      log.error('sync.trouble-unwritten', unwritten, { handleId: handle.id, source })
      slot.unwritten = true
      await tell(slot)
    }
    if (failure.is('x.reconnect') || failure.is('brand.missing')) await slots.reload()
  }

  /** Changes no row, so that it works on a full disk too. */
  const tell = ({ handle }: Slot): Promise<void> =>
    database.write((tx) => {
      tx.touch.brand(handle.brandId)
      tx.touch.session()
    })

  function tellOver(slot: Slot): void {
    slot.unwritten = false
    void track(tell(slot), 'sync.told')
  }

  function nextTryOf(failure: Failure, slot: Slot): number {
    const now = clock.now()
    // X's second is rounded: a second later is surely in the next window.
    if (failure.is('x.rate-limited'))
      return Math.max(failure.data.resetAt, now) + 1_000 + Math.round(random() * 2_000)
    if (failure.is('x.credits')) return credits.retryAt(slot.handle.appId) ?? now
    return now + backoffMs(slot.failures, random())
  }

  const slotOf = (handleId: string, source: SourceKind, subject = ''): Slot | undefined =>
    slots.get({ handleId, source, subject } satisfies SourceRef)

  return {
    async start() {
      await slots.reload()
      started = true
      step()
    },
    async stop() {
      started = false
      step()
      if (busy > 0) await new Promise<void>((resolve) => quiet.push(resolve))
    },
    refresh: () => track(slots.reload(), 'sync.load'),
    syncNow(handleId, source, subject) {
      const slot = slotOf(handleId, source, subject)
      if (!slot) throw new Failure('brand.missing', { brandId: handleId })
      slot.asked = true
      slot.nextTryAt = null
      credits.allowTry(slot.handle.appId)
      step()
    },
    reads: (handleId, source) => slotOf(handleId, source) !== undefined,
    trouble(handleId, source, subject) {
      const slot = slotOf(handleId, source, subject)
      if (!slot?.unwritten || slot.failure === null) return null
      return { failure: slot.failure, nextTryAt: slot.nextTryAt }
    },
    replan: () => step(),
    power(state) {
      if (state === 'online' || state === 'offline') online = state === 'online'
      else awake = state === 'resume'
      if (state === 'online' || state === 'resume') slots.forgive(['x.offline', 'x.timeout'])
      step()
    },
    idle: () => (busy === 0 ? Promise.resolve() : new Promise((resolve) => quiet.push(resolve))),
  }
}
