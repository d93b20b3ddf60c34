/**
 * @file The gate that every message passes as it becomes a job, whichever window, macro or rule wrote it. What stops it
 * is refused and noted here; what was let through with a reason stands in the history, without the words that were seen.
 */
import type { Finding, Override } from '../../shared/domain/guard.ts'
import { Failure } from '../../shared/errors.ts'
import { record } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { factsOf, type GuardedDraft } from './facts.ts'
import { noteHeldBack } from './held-back.ts'
import { findingsOf, keepsBack } from './rules.ts'

/**
 * @returns what an agent let through with a reason
 * @throws Failure `guard.stopped`
 */
export async function passGuards(
  tx: Tx,
  draft: GuardedDraft,
  override: Override | undefined,
): Promise<Finding[]> {
  const findings = findingsOf(await factsOf(tx.db, draft, tx.at))
  const back = keepsBack(findings, override?.findings ?? [])
  if (back.length > 0) {
    const guards = [...new Set(back.map(({ guard }) => guard))]
    noteHeldBack(tx, draft, guards)
    throw new Failure('guard.stopped', { guards })
  }
  return findings.filter(({ severity }) => severity === 'ask')
}

/** Writes who let what through, and why: one line per guard. */
export async function recordOverrides(
  tx: Tx,
  job: { id: string; ticketId: string | null; brandId: string },
  passed: readonly Finding[],
  override: Override | undefined,
): Promise<void> {
  if (!override || passed.length === 0) return
  const actionId = newId(tx.at)
  for (const guard of new Set(passed.map((finding) => finding.guard)))
    await record(tx, {
      event: 'guard.overridden',
      actionId,
      ticketId: job.ticketId,
      brandId: job.brandId,
      jobId: job.id,
      after: { guard, reason: override.reason },
      undoable: false,
    })
}
