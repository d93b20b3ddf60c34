/**
 * @file Moves jobs: releases what was held, looks at each again before it leaves, sends lane by lane, looks for what may
 * have arrived. Owns the timers and what is in flight; what a job does is told by its kind, what follows from an outcome
 * is decided in rules.ts and written in outcome.ts.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { XGateway } from '../x/gateway.ts'
import type { Outcome, Outgoing } from './kinds/kind.ts'
import { kinds } from './kinds/kinds.ts'
import { noteAttempt } from './attempts.ts'
import { markSent } from './outcome.ts'
import { jobById, liveJobs, move, waitAgain } from './repo.ts'
import type { JobRow } from './row.ts'
import {
  afterFailure,
  afterFailedLook,
  afterFailedUpload,
  isMissed,
  looksAtMost,
  nextLookAt,
  type AfterFailure,
} from './rules.ts'
import { asksNow, type IncidentOf } from './seen.ts'
import { isStopped } from './stops.ts'
import type { Uploads } from './uploads.ts'

export type OutboxEngine = {
  /** Takes up what an earlier run left behind, then serves the lanes. */
  start(): Promise<void>
  /** Something changed: look at the queue again. */
  wake(): void
  /** Until when nothing of a lane leaves, as X told; epoch ms, null while it is open. */
  pausedUntil(lane: string): number | null
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
  uploads: Uploads
  incidentOf: IncidentOf
  clock: Clock
  log: Log
  translate: (error: unknown) => Failure
}

/** A write after X answered must not get lost to a full disk: it is tried again until it holds. */
const rewriteAfterMs = 5_000
/** A timer counts no further. */
const longestWaitMs = 24 * 3_600_000

export function outboxEngine(parts: Parts): OutboxEngine {
  const { database, x, uploads, incidentOf, clock, log, translate } = parts
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
      } else if (job.scheduled_at !== null) {
        // Asks when its turn comes.
        continue
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
        // The longest wait that a timer can count; a post may be scheduled for next month.
        if (left > 0) soonest(now + Math.min(left, longestWaitMs))
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
      else if (job.scheduled_at === null && isMissed(Math.max(notBefore, job.release_at), now)) {
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
    // An instant on the wall, which an agent chose as such.
    if (job.scheduled_at !== null) return job.scheduled_at - now
    const end = holdEnds.get(job.id) ?? clock.monotonic() + Math.max(0, job.release_at - now)
    holdEnds.set(job.id, end)
    return end - clock.monotonic()
  }

  /** @returns whether the job is now queued; an agent may have recalled it meanwhile. */
  async function release(job: JobRow): Promise<boolean> {
    holdEnds.delete(job.id)
    const missed = job.scheduled_at === null && isMissed(job.release_at, clock.now())
    return database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'held' || fresh.release_at !== job.release_at) return false
      if (await isStopped(tx.db, fresh)) {
        await move(tx, fresh, 'stopped', { stopped_at: tx.at })
        return false
      }
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

  /** Brings a job's files to X first: nothing of the job itself leaves by it. Null: it did not work, which is noted. */
  async function filesOf(job: JobRow): Promise<readonly string[] | null> {
    const { attachmentIds } = kinds[job.kind].show(job)
    if (attachmentIds.length === 0) return []
    try {
      return await uploads.prepare(job.handle_id, attachmentIds)
    } catch (error) {
      const failure = error instanceof Failure ? error : translate(error)
      await noteFailure(job, 'queued', failure, afterFailedUpload(failure, clock.now(), job.tries))
      return null
    }
  }

  /** The last look before the first byte: null when it must not leave, which is then written. */
  async function beginSending(seen: JobRow): Promise<JobRow | null> {
    // The commit is durable: after a power cut a message that may have left is never taken for one that did not.
    return database.write(
      async (tx) => {
        const fresh = await jobById(tx.db, seen.id)
        if (fresh.state !== 'queued') return null
        if (await isStopped(tx.db, fresh)) {
          await move(tx, fresh, 'stopped', { stopped_at: tx.at })
          return null
        }
        const asks = await asksNow(tx.db, fresh, tx.at, incidentOf)
        if (asks.length > 0) {
          await move(tx, fresh, 'ask', { asks: JSON.stringify(asks), next_try_at: null })
          log.info('outbox.asks', { jobId: fresh.id, asks: asks.join(' ') })
          return null
        }
        const sending = { sending_at: tx.at, tries: fresh.tries + 1, next_try_at: null }
        await move(tx, fresh, 'sending', sending)
        await noteAttempt(tx, fresh)
        return { ...fresh, ...sending, state: 'sending' as const }
      },
      { durable: true },
    )
  }

  async function attempt(seen: JobRow): Promise<void> {
    const mediaIds = await filesOf(seen)
    if (mediaIds === null) return
    const job = await beginSending(seen)
    if (!job) return
    const kind = kinds[job.kind]
    const result = await kind.send({ ...outgoing(job), mediaIds }).then(
      (outcome) => ({ outcome }),
      (error: unknown) => ({ failure: error instanceof Failure ? error : translate(error) }),
    )
    const outcome = 'outcome' in result ? result.outcome : kind.onRefused(result.failure)
    if (outcome) await untilWritten(() => database.write((tx) => markSent(tx, job, outcome)))
    else if ('failure' in result)
      await noteFailure(job, 'sending', result.failure, afterFailure(result.failure, clock.now(), job.tries))
  }

  /** Writes what becomes of a job whose attempt failed. @param from the state that it must still be in */
  async function noteFailure(
    job: JobRow,
    from: 'queued' | 'sending',
    failure: Failure,
    after: AfterFailure,
  ): Promise<void> {
    if (after.pauseLaneUntil !== null) pausedLanes.set(job.lane, after.pauseLaneUntil)
    await untilWritten(() =>
      database.write(async (tx) => {
        const fresh = await jobById(tx.db, job.id)
        if (fresh.state !== from) return
        if (after.state === 'queued' && (await isStopped(tx.db, fresh)))
          await move(tx, fresh, 'stopped', { stopped_at: tx.at, next_try_at: null, failure })
        else if (after.state === from) await waitAgain(tx, fresh, after.nextTryAt, failure)
        else await move(tx, fresh, after.state, { next_try_at: after.nextTryAt, failure })
      }),
    )
    log.warn(`outbox.${after.state}`, { jobId: job.id, kind: job.kind, code: failure.code })
  }

  /** What time it is for X, to the second. */
  const xNow = (): number => clock.now() + x.dateOffsetMs()
  const outgoing = (job: JobRow): Outgoing => ({
    job,
    x,
    db: database.read,
    mediaIds: [],
    purpose: { ticketId: job.ticket_id },
    xNow,
  })

  async function look(job: JobRow): Promise<void> {
    const kind = kinds[job.kind]
    let outcome: Outcome | null
    try {
      // What is synced costs nothing.
      outcome = (await kind.findSynced(outgoing(job))) ?? (await kind.confirm(outgoing(job)))
      lookPauses.delete(job.id)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const known = kind.onRefused(error)
      if (known) {
        await settleDoubt(job, known)
        return
      }
      if (kind.repeats && error.is('x.refused')) {
        await refuse(job, error)
        return
      }
      lookPauses.set(job.id, afterFailedLook(error, clock.now()))
      log.warn('outbox.look-failed', { jobId: job.id, code: error.code })
      return
    }
    if (outcome) {
      await settleDoubt(job, outcome)
      return
    }
    await database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'unsure') return
      await tx.db
        .updateTable('jobs')
        .set({ looks: fresh.looks + 1 })
        .where('id', '=', job.id)
        .execute()
      tx.touch.job(job.id)
      if (fresh.looks + 1 >= looksAtMost) log.warn('outbox.unsure', { jobId: job.id })
    })
  }

  const refuse = (job: JobRow, failure: Failure): Promise<void> =>
    database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state === 'unsure') await move(tx, fresh, 'refused', { failure })
    })

  /** @returns false when the doubt was settled otherwise meanwhile */
  const settleDoubt = (job: JobRow, outcome: Outcome): Promise<boolean> =>
    database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'unsure') return false
      await markSent(tx, fresh, outcome)
      return true
    })

  /** Settles a doubtful job that a later read brought in; costs nothing. */
  async function recognise(job: JobRow): Promise<boolean> {
    const outcome = await kinds[job.kind].findSynced(outgoing(job))
    return outcome !== null && settleDoubt(job, outcome)
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
    pausedUntil: (lane) => {
      const until = pausedLanes.get(lane) ?? 0
      return until > clock.now() ? until : null
    },
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
