/** @file Another agent's word on a message that waits for it. Their PIN says that it is theirs. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { PinGate } from '../agents/pin-gate.ts'
import { findAgent } from '../agents/repo.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { holdOf } from '../outbox/jobs.ts'
import { recallJob } from '../outbox/decide.ts'
import { jobById, move, touched } from '../outbox/repo.ts'
import type { JobRow } from '../outbox/row.ts'
import type { CallContext } from '../rpc-context.ts'
import { addNote } from '../tickets/repo.ts'
import { isUnapproved, notBy } from './rules.ts'

type Methods = 'outbox.approve' | 'outbox.reject'
type Answer = { jobId: string; agentId: string; pin: string }

/** @throws Failure `approval.none`, `approval.not-by`, `agent.missing` */
async function waitingFor(db: Reads, { jobId, agentId }: Answer): Promise<JobRow> {
  const job = await jobById(db, jobId)
  if (!isUnapproved(job) || job.settled_at !== null) throw new Failure('approval.none', {})
  const agent = await findAgent(db, agentId)
  if (!agent) throw new Failure('agent.missing', { agentId })
  const reason = notBy(job.agent_id, agent)
  if (reason !== null) throw new Failure('approval.not-by', { reason, name: agent.name })
  return job
}

/** One that asked for nothing else is held once more: the yes can be taken back, and Stop still counts. */
async function approve(tx: Tx, job: JobRow, agentId: string): Promise<void> {
  const given = { approved_by: agentId, approved_at: tx.at }
  if (job.state === 'ask') {
    const hold = await holdOf(tx, job.brand_id, job.kind)
    await move(tx, job, 'held', { ...given, asks: null, release_at: job.scheduled_at ?? tx.at + hold })
  } else {
    await tx.db.updateTable('jobs').set(given).where('id', '=', job.id).execute()
    await touched(tx, job)
  }
}

export function approvalService({
  database,
  gate,
}: {
  database: Database
  gate: PinGate
}): Pick<Handlers<Contract, CallContext>, Methods> {
  /** Whether it may be decided is asked before the PIN is, and again when it counts. */
  async function answer(asked: Answer, event: string, then: (tx: Tx, job: JobRow) => Promise<unknown>) {
    await waitingFor(database.read, asked)
    await gate.check(asked.agentId, asked.pin)
    await database.write(async (tx) => {
      const job = await waitingFor(tx.db, asked)
      await then(tx, job)
      recordNow(tx, asked.agentId, {
        event,
        actionId: newId(tx.at),
        ticketId: job.ticket_id,
        brandId: job.brand_id,
        jobId: job.id,
        undoable: false,
      })
    })
    return {}
  }
  return {
    'outbox.approve': (asked) =>
      answer(asked, 'outbox.approved', (tx, job) => approve(tx, job, asked.agentId)),
    'outbox.reject': ({ reason, ...asked }) =>
      answer(asked, 'outbox.rejected', async (tx, job) => {
        await recallJob(tx, job)
        if (job.ticket_id !== null) await addNote(tx, job.ticket_id, asked.agentId, reason)
      }),
  }
}
