/**
 * @file Lets one queued job leave: its files first, then the last look, then the request, and what became of it. Knows
 * no timers and no lanes but the pauses that X asks for.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import { placed } from '../notices/under.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { XGateway } from '../x/gateway.ts'
import { forgetAttempt, noteAttempt } from './attempts.ts'
import type { Outcome, Outgoing } from './kinds/kind.ts'
import { kinds } from './kinds/kinds.ts'
import { markSent } from './outcome.ts'
import { jobById, move, waitAgain } from './repo.ts'
import type { JobRow } from './row.ts'
import { afterFailedUpload, afterFailure, type AfterFailure } from './rules.ts'
import { asksNow } from './seen.ts'
import { isStopped } from './stops.ts'
import type { Uploads } from './uploads.ts'

export type SendingParts = {
  database: Database
  x: XGateway
  uploads: Uploads
  clock: Clock
  log: Log
  translate: (error: unknown) => Failure
  /** Nothing of this lane leaves before that instant, epoch ms. */
  pauseLane: (lane: string, until: number) => void
}

/** A write after X answered must not get lost to a full disk: it is tried again until it holds. */
export const rewriteAfterMs = 5_000

/** A job with what its kind needs to send it or to look for it. */
export function outgoing(
  { database, x, clock }: Pick<SendingParts, 'database' | 'x' | 'clock'>,
  job: JobRow,
): Outgoing {
  return {
    job,
    x,
    db: database.read,
    mediaIds: [],
    purpose: {
      ticketId: job.ticket_id,
      // Stop may be pressed while the sign-in is renewed.
      mayLeave: async () => !(await isStopped(database.read, await jobById(database.read, job.id))),
    },
    xNow: () => clock.now() + x.dateOffsetMs(),
  }
}

/** @returns sends one job that was seen queued; resolves once what became of it is written */
export function sending(parts: SendingParts): (job: JobRow) => Promise<void> {
  const { database, uploads, clock, log, translate, pauseLane } = parts

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
        const job = await placed(tx.db, fresh)
        const asks = await asksNow(tx.db, job, tx.at)
        if (asks.length > 0) {
          await move(tx, fresh, 'ask', { asks: JSON.stringify(asks), next_try_at: null })
          log.info('outbox.asks', { jobId: fresh.id, asks: asks.join(' ') })
          return null
        }
        const sending = { sending_at: tx.at, tries: fresh.tries + 1, next_try_at: null }
        await move(tx, fresh, 'sending', { ...sending, payload: job.payload })
        await noteAttempt(tx, fresh)
        return { ...job, ...sending, state: 'sending' as const }
      },
      { durable: true },
    )
  }

  /** What cannot be written down is tried again in a while, not at once. */
  async function attempt(job: JobRow): Promise<void> {
    try {
      await attemptNow(job)
    } catch (error) {
      pauseLane(job.lane, clock.now() + rewriteAfterMs)
      throw error
    }
  }

  async function attemptNow(seen: JobRow): Promise<void> {
    const mediaIds = await filesOf(seen)
    if (mediaIds === null) return
    const job = await beginSending(seen)
    if (!job) return
    const kind = kinds[job.kind]
    const result = await kind.send({ ...outgoing(parts, job), mediaIds }).then(
      (outcome) => ({ outcome }),
      (error: unknown) => ({ failure: error instanceof Failure ? error : translate(error) }),
    )
    const outcome = 'outcome' in result ? result.outcome : kind.onRefused(result.failure)
    if (outcome) await keepOutcome(job, outcome)
    else if ('failure' in result)
      await noteFailure(job, 'sending', result.failure, afterFailure(result.failure, clock.now(), job.tries))
  }

  /** X has it. Where that cannot be written down, it must not stay on its way for ever: it is told as in doubt. */
  async function keepOutcome(job: JobRow, outcome: Outcome): Promise<void> {
    try {
      await untilWritten(() => database.write((tx) => markSent(tx, job, outcome)))
    } catch (error) {
      const unsure = { state: 'unsure', nextTryAt: null, pauseLaneUntil: null } as const
      await noteFailure(job, 'sending', translate(error), unsure)
    }
  }

  /** Writes what becomes of a job whose attempt failed. @param from the state that it must still be in */
  async function noteFailure(
    job: JobRow,
    from: 'queued' | 'sending',
    failure: Failure,
    after: AfterFailure,
  ): Promise<void> {
    if (after.pauseLaneUntil !== null) pauseLane(job.lane, after.pauseLaneUntil)
    await untilWritten(() =>
      database.write(async (tx) => {
        const fresh = await jobById(tx.db, job.id)
        if (fresh.state !== from) return
        if (from === 'sending' && after.state === 'queued') forgetAttempt(tx, fresh)
        if (after.state === 'queued' && (await isStopped(tx.db, fresh)))
          await move(tx, fresh, 'stopped', { stopped_at: tx.at, next_try_at: null, failure })
        else if (after.state === from) await waitAgain(tx, fresh, after.nextTryAt, failure)
        else await move(tx, fresh, after.state, { next_try_at: after.nextTryAt, failure })
      }),
    )
    log.warn(`outbox.${after.state}`, { jobId: job.id, kind: job.kind, code: failure.code })
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

  return attempt
}
