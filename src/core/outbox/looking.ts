/** @file Settles jobs whose outcome nobody knows: by what is synced, and by asking X no sooner than the rules say. */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { XGateway } from '../x/gateway.ts'
import type { Outcome } from './kinds/kind.ts'
import { kinds } from './kinds/kinds.ts'
import { markSent } from './outcome.ts'
import { jobById, move } from './repo.ts'
import type { JobRow } from './row.ts'
import { afterFailedLook, isMissed, looksAtMost, nextLookAfterMs } from './rules.ts'
import { outgoing } from './sending.ts'
import { isStopped } from './stops.ts'

export type Looking = {
  /** Asks X once. */
  look(job: JobRow): Promise<void>
  /** Settles a doubtful job that a later read brought in; costs nothing. @returns whether it did */
  recognise(job: JobRow): Promise<boolean>
  /** No look before that instant: the last one failed; epoch ms. */
  pausedUntil(jobId: string): number
}

export function looking(parts: { database: Database; x: XGateway; clock: Clock; log: Log }): Looking {
  const { database, clock, log } = parts
  const lookPauses = new Map<string, number>()

  async function look(job: JobRow): Promise<void> {
    try {
      await lookNow(job)
    } catch (error) {
      // Each look may cost money: one that could not be written down is not repeated at once.
      lookPauses.set(job.id, clock.now() + nextLookAfterMs)
      throw error
    }
  }

  async function lookNow(job: JobRow): Promise<void> {
    const kind = kinds[job.kind]
    if (kind.repeats && !(await mayRepeat(job))) return
    let outcome: Outcome | null
    try {
      // What is synced costs nothing.
      outcome = (await kind.findSynced(outgoing(parts, job))) ?? (await kind.confirm(outgoing(parts, job)))
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

  /**
   * A look that makes the request once more is sending: not while its brand is stopped, and not by itself once its time
   * passed long ago. Then the agent decides at once.
   */
  const mayRepeat = (job: JobRow): Promise<boolean> =>
    database.write(async (tx) => {
      const fresh = await jobById(tx.db, job.id)
      if (fresh.state !== 'unsure') return false
      const isLate = isMissed(fresh.sending_at ?? fresh.created_at, tx.at)
      if (!isLate && !(await isStopped(tx.db, fresh))) return true
      await tx.db.updateTable('jobs').set({ looks: looksAtMost }).where('id', '=', job.id).execute()
      tx.touch.job(job.id)
      log.warn('outbox.unsure', { jobId: job.id })
      return false
    })

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

  async function recognise(job: JobRow): Promise<boolean> {
    try {
      const outcome = await kinds[job.kind].findSynced(outgoing(parts, job))
      return outcome !== null && (await settleDoubt(job, outcome))
    } catch (error) {
      // One message that cannot be settled must not keep all others from leaving.
      log.error('outbox.recognise', error, { jobId: job.id })
      return false
    }
  }

  return { look, recognise, pausedUntil: (jobId) => lookPauses.get(jobId) ?? 0 }
}
