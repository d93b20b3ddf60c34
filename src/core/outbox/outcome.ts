/** @file What follows from a request that X took: the row, the post in our mirror, the ticket's status, the history. */
import type { TicketStatus } from '../../shared/domain/ticket.ts'
import { moved, standing } from '../../shared/domain/transitions.ts'
import { recordNow } from '../audit/audit.ts'
import type { TicketColumns } from '../audit/ticket-columns.ts'
import type { Tx } from '../db/database.ts'
import type { MacroActions } from '../../shared/domain/macro.ts'
import { newId } from '../db/uuid.ts'
import { doActions } from '../macros/after-sent.ts'
import { takeUses } from '../macros/uses.ts'
import { noticeOut } from '../notices/out.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { isAfter, type Moment } from '../tickets/rules.ts'
import { isStopped } from './stops.ts'
import type { Outcome } from './kinds/kind.ts'
import { kinds } from './kinds/kinds.ts'
import { compensations } from './prices.ts'
import { jobById, move } from './repo.ts'
import { progressOf, type JobRow } from './row.ts'

/** Writes what X took: the whole of a job, or one part of a chain, whose next part then waits for its turn. */
export async function markSent(tx: Tx, job: JobRow, outcome: Outcome): Promise<void> {
  const kind = kinds[job.kind]
  const { item } = outcome
  const progress = job.kind === 'chain' && item ? [...progressOf(job), item.itemId] : []
  if (job.kind === 'chain' && item) await notePart(tx, job, item.itemId, progress)
  const isWhole = job.kind !== 'chain' || progress.length >= kind.show(job).parts.length
  if (!isWhole) {
    // Stop may have been pressed while it was on its way.
    const isFrozen = await isStopped(tx.db, await jobById(tx.db, job.id))
    await move(tx, job, isFrozen ? 'stopped' : 'queued', {
      failure: null,
      next_try_at: null,
      looks: 0,
      // Its chosen time has come: the rest goes on at once, or is missed like everything that leaves by itself.
      release_at: tx.at,
      scheduled_at: null,
      ...(isFrozen ? { stopped_at: tx.at } : {}),
    })
    const before = await statusOf(tx, job.ticket_id)
    await kind.onSent(tx, job, outcome)
    // The ticket is answered by the whole chain: one that stops at a part must not look settled.
    if (job.ticket_id !== null && before) {
      await tx.db.updateTable('tickets').set(before).where('id', '=', job.ticket_id).execute()
      await refreshTicket(tx, job.ticket_id)
    }
    return
  }
  await move(tx, job, 'sent', {
    sent_item_id: (job.kind === 'chain' ? progress[0] : item?.itemId) ?? null,
    settled_at: tx.at,
    failure: null,
    next_try_at: null,
  })
  // Before the message is taken in: ingest would otherwise take it for an answer given elsewhere.
  await settle(tx, job, item)
  await kind.onSent(tx, job, outcome)
  if (job.ticket_id !== null) await refreshTicket(tx, job.ticket_id)
}

const statusOf = (tx: Tx, ticketId: string | null) =>
  tx.db
    .selectFrom('tickets')
    .select(['status', 'solved_at', 'solved_how'])
    .where('id', '=', ticketId)
    .executeTakeFirst()

async function notePart(tx: Tx, job: JobRow, itemId: string, progress: readonly string[]): Promise<void> {
  await tx.db.insertInto('job_parts').values({ item_id: itemId, job_id: job.id }).execute()
  await tx.db
    .updateTable('jobs')
    .set({ progress: JSON.stringify(progress) })
    .where('id', '=', job.id)
    .execute()
}

/** The agent says that X has it, though no look found it. @param at when it left, on X's clock, epoch ms */
export async function settleAsSent(tx: Tx, job: JobRow, at: number): Promise<void> {
  await move(tx, job, 'sent', { settled_at: tx.at, failure: null, next_try_at: null })
  await settle(tx, job, { at, itemId: '' })
  if (job.ticket_id !== null) await refreshTicket(tx, job.ticket_id)
}

/** The audit events of jobs that have not left. */
export const heldEvents = ['reply.held', 'post.held', 'action.held'] as const

/** The hold of a message is over, this way or that: undo does not reach for it any more. */
export async function retireHold(tx: Tx, jobId: string): Promise<void> {
  await tx.db
    .updateTable('audit')
    .set({ undoable: 0 })
    .where('job_id', '=', jobId)
    .where('event', 'in', heldEvents)
    .execute()
}

/**
 * The line of history, and where it answers a ticket, that ticket's status: Pending or Solved, or open where the
 * customer wrote again since, which is not answered. The line belongs to the action that sent it: undo takes the
 * agent's actions back in the order in which they were done, not in the order in which X answered.
 */
async function settle(tx: Tx, job: JobRow, sent: Moment | null): Promise<void> {
  const kind = kinds[job.kind]
  const held = await tx.db
    .selectFrom('audit')
    .select('action_id')
    .where('job_id', '=', job.id)
    .where('event', 'in', heldEvents)
    .executeTakeFirst()
  await retireHold(tx, job.id)
  const macros = await takeUses(tx, job.id)
  const status =
    kind.isMessage && job.ticket_id !== null && sent ? await answerTicket(tx, job, sent, macros.status) : null
  const actionId = held?.action_id ?? newId(tx.at)
  // Whoever wrote it did it, whoever sits here by now.
  recordNow(tx, job.agent_id ?? 'core', {
    event: kind.isMessage ? (job.ticket_id === null ? 'post.published' : 'reply.sent') : kind.event,
    actionId,
    ticketId: job.ticket_id,
    brandId: job.brand_id,
    jobId: job.id,
    before: status?.before ?? null,
    after: status?.after ?? null,
    // A published post is deleted by a command of its own, never by undo.
    undoable: status !== null || (!kind.isMessage && compensations[job.kind] !== null),
  })
  await doActions(tx, job, actionId, macros, status?.after.status !== 'open')
  await noticeOut(tx, job)
}

async function answerTicket(
  tx: Tx,
  job: JobRow,
  sent: Moment,
  asked: MacroActions['status'],
): Promise<{ before: TicketColumns; after: TicketColumns } | null> {
  const ticket = await tx.db
    .selectFrom('tickets')
    .select([
      'status',
      'solved_at',
      'solved_how',
      'newest_customer_at as at',
      'newest_customer_item as itemId',
    ])
    .where('id', '=', job.ticket_id)
    .executeTakeFirst()
  if (!ticket) return null
  const answered: TicketStatus = isAfter(ticket, sent) ? 'open' : job.solves === 1 ? 'solved' : 'pending'
  // A macro that names a status is the agent's own hand.
  const status =
    answered === 'pending' && asked !== null
      ? moved(ticket.status, asked, 'agent')
      : moved(ticket.status, answered, 'answer')
  const now =
    status === ticket.status
      ? { status, solved_at: ticket.solved_at, solved_how: ticket.solved_how }
      : standing(ticket, status, { at: tx.at, how: 'answered' })
  await tx.db.updateTable('tickets').set(now).where('id', '=', job.ticket_id).execute()
  return {
    // Undo reopens: the agent had it open when the reply was written.
    before: {
      status: ticket.status === 'new' || ticket.status === 'on-hold' ? ticket.status : 'open',
      solved_at: null,
      solved_how: null,
    },
    after: now,
  }
}
