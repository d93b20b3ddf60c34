/**
 * @file Moves outgoing messages: releases what was held, sends lane by lane, looks for what may have arrived. Owns the
 * timers and what is in flight; what follows from an outcome is decided in rules.ts and written in outcome.ts.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { XGateway } from '../x/gateway.ts'
import { findArrived, findSynced } from './confirm.ts'
import { markSent, type Arrived } from './outcome.ts'
import { DmPayload, ReplyPayload } from './payload.ts'
import { jobById, liveJobs, move, type JobRow } from './repo.ts'
import { afterFailure, afterFailedLook, isMissed, looksAtMost, nextLookAt, sentAt } from './rules.ts'

export type OutboxEngine = {
  /** Takes up what an earlier run left behind, then serves the lanes. */
  start(): Promise<void>
  /** Something changed: look at the queue again. */
  wake(): void
  /** Something was read from X, which may settle a doubt. */
  read(): void
  /** Resolves once nothing is being worked on; a message that waits for its time does not count. */
  idle(): Promise<void>
  /** Starts nothing more and waits for what is in flight. */
  stop(): Promise<void>
}

type Parts = {
  database: Database
  x: XGateway
  clock: Clock
  log: Log
  translate: (error: unknown) => Failure
}

/** A write after X answered must not get lost to a full disk: it is tried again until it holds. */
const rewriteAfterMs = 5_000

export function outboxEngine({ database, x, clock, log, translate }: Parts): OutboxEngine {
  const busyLanes = new Set<string>()
  const pausedLanes = new Map<string, number>()
  // Holds count on the monotonic clock: a wall clock that is set must neither hasten nor stall a message.
  const holdEnds = new Map<string, number>()
  const looking = new Set<string>()
  /** No look before that instant: the last one failed. */
  const lookPauses = new Map<string, number>()
  const working = new Set<Promise<void>>()
  let cancelTimer = (): void => {}
  let running = false
  let pumping: Promise<void> | null = null
  let again = false
  /** Some message may or may not have arrived: what is read from X can settle it. */
  let doubts = false

  function track(work: Promise<void>, event: string): void {
    const done = work
      .catch((error: unknown) => log.error(event, error))
      .finally(() => {
        working.delete(done)
        wake()
      })
    working.add(done)
  }

  function wake(): void {
    if (!running) return
    if (pumping) {
      again = true
      return
    }
    pumping = pump()
      .catch((error: unknown) => {
        log.error('outbox.pump', error)
        arm(clock.now() + rewriteAfterMs)
      })
      .finally(() => {
        pumping = null
        if (again) {
          again = false
          wake()
        }
      })
  }

  function arm(at: number | null): void {
    cancelTimer()
    cancelTimer = at === null ? () => {} : clock.after(Math.max(0, at - clock.now()), wake)
  }

  async function recover(): Promise<void> {
    const jobs = await liveJobs(database.read)
    for (const job of jobs) {
      if (job.state === 'sending') {
        await database.write((tx) => move(tx, job, 'unsure', { failure: new Failure('x.timeout', {}) }))
      } else if (job.state !== 'unsure' && isMissed(job.next_try_at ?? job.release_at, clock.now())) {
        await database.write((tx) => move(tx, job, 'missed'))
      }
    }
  }

  async function pump(): Promise<void> {
    const now = clock.now()
    let next: number | null = null
    const soonest = (at: number): void => {
      next = next === null ? at : Math.min(next, at)
    }
    const seenLanes = new Set<string>()
    doubts = false
    for (const job of await liveJobs(database.read)) {
      if (job.state === 'held') {
        const left = holdLeft(job, now)
        if (left > 0) soonest(now + left)
        else if (await release(job)) again = true
        continue
      }
      if (job.state === 'unsure') {
        doubts = true
        if (await recognise(job)) continue
        const dueAt = nextLookAt(job.sending_at ?? job.created_at, job.looks)
        if (dueAt === null || looking.has(job.id)) continue
        const lookAt = Math.max(dueAt, lookPauses.get(job.id) ?? 0)
        if (lookAt > now) soonest(lookAt)
        else {
          looking.add(job.id)
          track(
            look(job).finally(() => looking.delete(job.id)),
            'outbox.look',
          )
        }
        continue
      }
      if (job.state !== 'queued' || seenLanes.has(job.lane)) continue
      seenLanes.add(job.lane)
      if (busyLanes.has(job.lane)) continue
      const notBefore = Math.max(job.next_try_at ?? 0, pausedLanes.get(job.lane) ?? 0)
      if (notBefore > now) soonest(notBefore)
      else if (isMissed(Math.max(notBefore, job.release_at), now)) {
        // The computer slept: its turn passed while nothing ran.
        if (await miss(job)) again = true
      } else {
        busyLanes.add(job.lane)
        track(
          attempt(job).finally(() => busyLanes.delete(job.lane)),
          'outbox.attempt',
        )
      }
    }
    arm(next)
  }

  function holdLeft(job: JobRow, now: number): number {
    const end = holdEnds.get(job.id) ?? clock.monotonic() + Math.max(0, job.release_at - now)
    holdEnds.set(job.id, end)
    return end - clock.monotonic()
  }

  /** @returns whether the job is now queued; an agent may have recalled it meanwhile. */
  async function release(job: JobRow): Promise<boolean> {
    holdEnds.delete(job.id)
    const missed = isMissed(job.release_at, clock.now())
    return database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'held') return false
      await move(tx, fresh, missed ? 'missed' : 'queued')
      return !missed
    })
  }

  /** @returns whether it is missed now; an agent may have recalled it meanwhile. */
  const miss = (job: JobRow): Promise<boolean> =>
    database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'queued') return false
      await move(tx, fresh, 'missed')
      return true
    })

  async function attempt(seen: JobRow): Promise<void> {
    // The commit below is durable: after a power cut a message that may have left is never taken for one that did not.
    const job = await database.write(
      async (tx) => {
        const fresh = await jobById(tx.db, seen.id)
        if (fresh.state !== 'queued') return null
        await move(tx, fresh, 'sending', { sending_at: tx.at, tries: fresh.tries + 1, next_try_at: null })
        return { ...fresh, state: 'sending' as const, sending_at: tx.at, tries: fresh.tries + 1 }
      },
      { durable: true },
    )
    if (!job) return
    const outcome = await send(job).then(
      (arrived) => ({ arrived }),
      (error: unknown) => ({ failure: error instanceof Failure ? error : translate(error) }),
    )
    await untilWritten(async () => {
      if ('arrived' in outcome) {
        await database.write((tx) => markSent(tx, job, outcome.arrived))
        return
      }
      const after = afterFailure(outcome.failure, clock.now(), job.tries)
      if (after.pauseLaneUntil !== null) pausedLanes.set(job.lane, after.pauseLaneUntil)
      await database.write((tx) =>
        move(tx, job, after.state, { next_try_at: after.nextTryAt, failure: outcome.failure }),
      )
      log.warn(`reply.${after.state}`, { jobId: job.id, code: outcome.failure.code })
    })
  }

  /** What time it is for X, to the second. */
  const xNow = (): number => clock.now() + x.dateOffsetMs()

  async function send(job: JobRow): Promise<Arrived> {
    if (job.kind === 'reply') {
      const { text, targetPostId } = ReplyPayload.parse(JSON.parse(job.payload))
      const { postId, text: asPosted } = await x.reply(
        job.handle_id,
        { text, targetPostId },
        { ticketId: job.ticket_id },
      )
      return { itemId: postId, text: asPosted, conversationId: null, at: sentAt(postId, xNow()) }
    }
    const { text, participantId } = DmPayload.parse(JSON.parse(job.payload))
    const { eventId, conversationId } = await x.dm(
      job.handle_id,
      { text, participantId },
      { ticketId: job.ticket_id },
    )
    return { itemId: eventId, text, conversationId, at: sentAt(eventId, xNow()) }
  }

  async function look(job: JobRow): Promise<void> {
    let arrived: Arrived | null
    try {
      arrived = await findArrived(database.read, x, job)
      lookPauses.delete(job.id)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      lookPauses.set(job.id, afterFailedLook(error, clock.now()))
      log.warn('outbox.look-failed', { jobId: job.id, code: error.code })
      return
    }
    await database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'unsure') return
      if (arrived) await markSent(tx, fresh, arrived)
      else {
        await tx.db
          .updateTable('jobs')
          .set({ looks: fresh.looks + 1 })
          .where('id', '=', job.id)
          .execute()
        tx.touch.job(job.id)
        if (fresh.looks + 1 >= looksAtMost) log.warn('reply.unsure', { jobId: job.id })
      }
    })
  }

  /** Settles a doubtful message that a later read brought in; costs nothing. */
  async function recognise(job: JobRow): Promise<boolean> {
    const arrived = await findSynced(database.read, x, job)
    if (!arrived) return false
    return database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'unsure') return false
      await markSent(tx, fresh, arrived)
      return true
    })
  }

  async function untilWritten(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await write()
        return
      } catch (error) {
        if (!(error instanceof Failure) || !error.code.startsWith('disk.')) throw error
        log.error('outbox.write', error)
        await new Promise<void>((resolve) => clock.after(rewriteAfterMs, resolve))
      }
    }
  }

  return {
    async start() {
      await recover()
      running = true
      wake()
    },
    wake,
    read() {
      if (doubts) wake()
    },
    async idle() {
      while (pumping || working.size > 0) await Promise.all([pumping, ...working])
    },
    async stop() {
      running = false
      cancelTimer()
      while (pumping || working.size > 0) await Promise.all([pumping, ...working])
    },
  }
}
