/**
 * @file Moves jobs: releases what was held, looks at each again before it leaves, sends lane by lane, looks for what may
 * have arrived. Owns the timers and what is in flight; sending one job is told in sending.ts, looking for one in
 * looking.ts, and what follows from an outcome is decided in rules.ts.
 */
import type { JobState } from '../../shared/domain/outbox.ts'
import { Failure } from '../../shared/errors.ts'
import { settleAnswered } from './answered.ts'
import { looking as lookingFor } from './looking.ts'
import { jobById, liveJobs, move } from './repo.ts'
import type { JobRow } from './row.ts'
import { isMissed, nextLookAt } from './rules.ts'
import { rewriteAfterMs, sending, type SendingParts } from './sending.ts'
import { isStopped } from './stops.ts'

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

/** A timer counts no further. */
const longestWaitMs = 24 * 3_600_000

export function outboxEngine(parts: Omit<SendingParts, 'pauseLane'>): OutboxEngine {
  const { database, clock, log } = parts
  const busyLanes = new Set<string>()
  const pausedLanes = new Map<string, number>()
  // Holds count on the monotonic clock: a wall clock that is set must neither hasten nor stall a message.
  const holdEnds = new Map<string, number>()
  const looking = new Set<string>()
  const working = new Set<Promise<void>>()
  const attempt = sending({ ...parts, pauseLane: (lane, until) => pausedLanes.set(lane, until) })
  const looks = lookingFor(parts)
  let cancelTimer = (): void => {}
  let running = false
  let pumping: Promise<void> | null = null
  let again = false
  /** Some message may have arrived, or be answered on X's own site: what is read from X can settle it. */
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
        await moveOn(job, 'unsure', { failure: new Failure('x.timeout', {}) })
      } else if (job.scheduled_at !== null) {
        // Asks when its turn comes.
        continue
      } else if (job.state !== 'unsure' && isMissed(job.next_try_at ?? job.release_at, clock.now())) {
        await moveOn(job, 'missed')
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
    doubts = (await settleAnswered(database, parts.x.dateOffsetMs())) > 0
    for (const job of await liveJobs(database.read)) {
      if (job.state === 'held') {
        const left = holdLeft(job)
        // The longest wait that a timer can count; a post may be scheduled for next month.
        if (left > 0) soonest(clock.now() + Math.min(left, longestWaitMs))
        else if (await release(job)) again = true
        continue
      }
      if (job.state === 'unsure') {
        doubts = true
        if (await looks.recognise(job)) continue
        const dueAt = nextLookAt(job.sending_at ?? job.created_at, job.looks)
        if (dueAt === null || looking.has(job.id)) continue
        const lookAt = Math.max(dueAt, looks.pausedUntil(job.id))
        if (lookAt > now) soonest(lookAt)
        else {
          looking.add(job.id)
          track(
            looks.look(job).finally(() => looking.delete(job.id)),
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
        if (await moveOn(job, 'missed')) again = true
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

  function holdLeft(job: JobRow): number {
    // Read anew: both clocks must tell of the same moment.
    const now = clock.now()
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

  /** @returns whether it moved; an agent may have decided otherwise meanwhile. */
  const moveOn = (job: JobRow, to: JobState, set: { failure?: Failure } = {}): Promise<boolean> =>
    database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== job.state) return false
      await move(tx, fresh, to, set)
      return true
    })

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
