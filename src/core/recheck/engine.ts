/**
 * @file Keeps what is stored in step with X: looks again at the posts of a ticket that is opened, and once a day at
 * those of every open ticket. One lookup at a time; a failed one is tried again, never told as if the posts were gone.
 * When a look is due is told in rules.ts.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { peopleLookup } from '../people/lookup.ts'
import type { HandleRef } from '../sync/ingest.ts'
import type { XGateway } from '../x/gateway.ts'
import { lookAgain, type LookFor } from './look.ts'
import { dueOf, shownIn, signedIn } from './repo.ts'
import { batchesOf, freshForMs, latestSweep, nextSweep } from './rules.ts'

export type RecheckEngine = {
  /** Begins: what was missed while nothing ran is due at once. */
  start(): void
  /** Starts nothing more; resolves when what was under way has ended. */
  stop(): Promise<void>
  /** A person looks at a ticket: what it shows is asked for again, if it is open and was not seen just now. */
  opened(ticketId: string): void
  /** The computer woke up or is online again. */
  wake(): void
  /** Resolves once nothing is under way; a sweep that waits for its time does not count. */
  idle(): Promise<void>
}

/** After a failure of X's or the network's. */
const againMs = 10 * 60_000

export function recheckEngine(deps: {
  database: Database
  gateway: Pick<XGateway, 'posts' | 'people' | 'dateOffsetMs'>
  clock: Clock
  log: Log
}): RecheckEngine {
  const { database, gateway, clock, log } = deps
  const people = peopleLookup(deps)
  let running = false
  let sweeping = false
  let cancel = (): void => {}
  let tail: Promise<void> = Promise.resolve()
  const askedAt = new Map<string, number>()

  /** X's UTC days, on our clock. */
  const xNow = (): number => clock.now() + gateway.dateOffsetMs()

  /** One after the other: two lookups of the same posts at once would both be in vain. */
  function queue(work: () => Promise<void>): void {
    tail = tail.then(async () => {
      if (!running) return
      try {
        await work()
      } catch (error) {
        if (!running) return
        log.error('recheck.failed', error)
      }
    })
  }

  /** @returns when to try again; null when all of it was asked */
  async function ask(handle: HandleRef, ids: readonly string[], lookFor: LookFor): Promise<number | null> {
    try {
      for (const batch of batchesOf(ids)) {
        if (!running) return null
        await lookAgain({ database, gateway, people }, handle, batch, lookFor)
      }
      return null
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      log.warn('recheck.not-looked-up', { handleId: handle.id, code: error.code })
      return error.is('x.rate-limited') ? error.data.resetAt : clock.now() + againMs
    }
  }

  async function sweep(): Promise<void> {
    const since = latestSweep(xNow()) - gateway.dateOffsetMs()
    let againAt: number | null = null
    for (const handle of await signedIn(database.read)) {
      const at = await ask(handle, await dueOf(database.long, handle, since), { ticketId: null })
      if (at !== null) againAt = Math.min(at, againAt ?? at)
    }
    arm(againAt)
  }

  function arm(againAt: number | null): void {
    cancel()
    if (!running) return
    const next = nextSweep(xNow()) - gateway.dateOffsetMs()
    cancel = clock.after(Math.min(next, againAt ?? next) - clock.now(), wake)
  }

  function wake(): void {
    if (!running || sweeping) return
    sweeping = true
    queue(async () => {
      try {
        await sweep()
      } catch (error) {
        arm(clock.now() + againMs)
        throw error
      } finally {
        sweeping = false
      }
    })
  }

  return {
    start() {
      running = true
      wake()
    },
    async stop() {
      running = false
      cancel()
      await tail
    },
    opened(ticketId) {
      if (!running) return
      const since = clock.now() - freshForMs
      for (const [known, at] of askedAt) if (at < since) askedAt.delete(known)
      // Whatever X says, or does not say: an open pane reads its ticket again with every change.
      if (askedAt.has(ticketId)) return
      askedAt.set(ticketId, clock.now())
      queue(async () => {
        for (const { handle, ids } of await shownIn(database.read, ticketId, since))
          await ask(handle, ids, { ticketId })
      })
    },
    wake,
    async idle() {
      let seen: Promise<void>
      do {
        seen = tail
        await seen
      } while (seen !== tail)
    },
  }
}
