/**
 * @file Takes the newest action back, whole or not at all: a row is restored to what it was before, if it still is as
 * the action left it. What must do more than that has an undoer of its own.
 */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { must } from '../../shared/must.ts'
import type { Database, Tx } from '../db/database.ts'
import type { AuditTable } from '../db/schema.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { record } from './audit.ts'

export type AuditRow = AuditTable

/**
 * Takes back one line of history of its event. It writes what must be written, refreshes the ticket, and may throw a
 * Failure when it is too late: then nothing of the action is undone.
 */
export type Undoer = (tx: Tx, row: AuditRow) => Promise<UndoResult>

/** By audit event. */
export type Undoers = Record<string, Undoer>

/** The columns of a ticket that agents change; nothing else is ever restored. */
const TicketColumns = z.strictObject({
  status: TicketStatus.optional(),
  waiting_on_x_until: z.number().nullable().optional(),
  snoozed_until: z.number().nullable().optional(),
  owner_agent_id: z.string().nullable().optional(),
})

const NoteColumns = z.object({ note_id: z.string() })

/** What X has stays with X, whatever becomes of the ticket. */
const staysWithX: ReadonlySet<string> = new Set(['reply.sent'])

/**
 * Undoes the newest action that can be undone.
 * @throws Failure `undo.nothing`; `undo.conflict` when a row has changed since (the action is then left for good, so
 * that the next undo reaches the one before); what an undoer throws
 */
export async function undoLast(database: Database, undoers: Undoers): Promise<UndoResult> {
  const outcome = await database.write(async (tx) => {
    const newest = await tx.db
      .selectFrom('audit')
      .selectAll()
      .where('undoable', '=', 1)
      .where('undone_by', 'is', null)
      // By when an agent acted: X's answer to a reply may come after the next action.
      .orderBy('action_id', 'desc')
      .executeTakeFirst()
    if (!newest) throw new Failure('undo.nothing', {})
    const rows = await tx.db
      .selectFrom('audit')
      .selectAll()
      .where('action_id', '=', newest.action_id)
      .where('undoable', '=', 1)
      .where('undone_by', 'is', null)
      .orderBy('id', 'desc')
      .execute()
    for (const row of rows) {
      if (!undoers[row.event] && !(await isAsLeft(tx, row))) {
        await tx.db.updateTable('audit').set({ undoable: 0 }).where('action_id', '=', row.action_id).execute()
        return { conflict: row.event }
      }
    }
    const results: UndoResult[] = []
    for (const row of rows) {
      const undoer = undoers[row.event]
      const result = undoer ? await undoer(tx, row) : await restore(tx, row)
      results.push(result)
      await tx.db
        .updateTable('audit')
        // What is only offered was not undone: it is left for good, so that the next undo reaches the one before.
        .set(result.reach === 'priced' ? { undoable: 0 } : { undone_by: await tell(tx, row) })
        .where('id', '=', row.id)
        .execute()
    }
    const first = must(results.at(-1), 'an action has a line')
    return { done: { ...first, ticketIds: [...new Set(results.flatMap((result) => result.ticketIds))] } }
  })
  if ('conflict' in outcome) throw new Failure('undo.conflict', { action: outcome.conflict })
  return outcome.done
}

/** Whether the ticket still is as the action left it. */
async function isAsLeft(tx: Tx, row: AuditRow): Promise<boolean> {
  if (row.event === 'ticket.noted') return true
  const after = fromJson(TicketColumns, row.after)
  const ticket = await tx.db
    .selectFrom('tickets')
    .select(['status', 'waiting_on_x_until', 'snoozed_until', 'owner_agent_id'])
    .where('id', '=', row.ticket_id)
    .executeTakeFirst()
  if (!ticket || !after) return false
  const now: Record<string, unknown> = ticket
  return Object.entries(after).every(([column, value]) => now[column] === value)
}

async function restore(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = must(row.ticket_id, 'what is undone here is about a ticket')
  if (row.event === 'ticket.noted') {
    const { note_id: noteId } = must(fromJson(NoteColumns, row.after), 'a note is named')
    await tx.db.updateTable('notes').set({ removed_at: tx.at }).where('id', '=', noteId).execute()
  } else {
    const before = must(fromJson(TicketColumns, row.before), 'an undoable line knows what was before')
    const columns = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== undefined))
    await tx.db.updateTable('tickets').set(columns).where('id', '=', ticketId).execute()
  }
  await refreshTicket(tx, ticketId)
  const reach = staysWithX.has(row.event) ? 'reply-stays' : 'restored'
  return {
    event: row.event,
    ticketIds: [ticketId],
    reach,
    channel: row.event === 'ticket.noted' ? 'note' : null,
  }
}

const tell = (tx: Tx, row: AuditRow): Promise<string> =>
  record(tx, {
    event: 'action.undone',
    actionId: newId(tx.at),
    ticketId: row.ticket_id,
    brandId: row.brand_id,
    jobId: row.job_id,
    undoable: false,
  })

export function undoService({
  database,
  undoers,
}: {
  database: Database
  undoers: Undoers
}): Pick<Handlers<Contract, CallContext>, 'undo.last'> {
  return { 'undo.last': () => undoLast(database, undoers) }
}
