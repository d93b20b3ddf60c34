/**
 * @file Takes the newest action back, whole: every row of it, or none. A ticket's own columns return to what they were
 * if they still are as the action left them; what X has stays with X.
 */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { record } from './audit.ts'

/** The ticket columns that an action may change and undo restores. */
const TicketColumns = z.strictObject({
  status: z.enum(['new', 'open', 'pending', 'solved']).optional(),
  waiting_on_x_until: z.number().nullable().optional(),
  snoozed_until: z.number().nullable().optional(),
  owner_agent_id: z.string().nullable().optional(),
})
type TicketColumns = z.infer<typeof TicketColumns>

/** A row of history that is about to be undone. */
export type UndoableRow = {
  id: string
  event: string
  ticket_id: string | null
  job_id: string | null
  before: string | null
  after: string | null
}

/** Undoes one kind of event that is more than a ticket's columns. @throws Failure when it is too late */
export type Undoer = (tx: Tx, row: UndoableRow) => Promise<UndoResult>

/**
 * Takes back the newest action that can be. Actions are ordered by when an agent did them, not by when X answered.
 * @throws Failure `undo.nothing`, `undo.conflict`, or what an undoer throws; nothing is changed then
 */
export function undoLast(database: Database, undoers: Readonly<Record<string, Undoer>>): Promise<UndoResult> {
  return database.write(async (tx) => {
    const newest = await tx.db
      .selectFrom('audit')
      .select('action_id')
      .where('undoable', '=', 1)
      .where('undone_by', 'is', null)
      .orderBy('action_id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!newest) throw new Failure('undo.nothing', {})
    const rows = await tx.db
      .selectFrom('audit')
      .select(['id', 'event', 'ticket_id', 'job_id', 'before', 'after'])
      .where('action_id', '=', newest.action_id)
      .where('undoable', '=', 1)
      .where('undone_by', 'is', null)
      .orderBy('id', 'desc')
      .execute()
    const results: UndoResult[] = []
    for (const row of rows) results.push(await undoRow(tx, row, undoers))
    const first = must(results[0], 'an action has rows')
    const ticketIds = [...new Set(results.flatMap((result) => result.ticketIds))]
    const undoneBy = await record(tx, {
      event: 'undone',
      actionId: newId(tx.at),
      ticketId: ticketIds.length === 1 ? (ticketIds[0] ?? null) : null,
      undoable: false,
    })
    await tx.db
      .updateTable('audit')
      .set({ undone_by: undoneBy })
      .where('action_id', '=', newest.action_id)
      .execute()
    return { ...first, ticketIds }
  })
}

async function undoRow(
  tx: Tx,
  row: UndoableRow,
  undoers: Readonly<Record<string, Undoer>>,
): Promise<UndoResult> {
  const undoer = undoers[row.event]
  if (undoer) return undoer(tx, row)
  const ticketId = must(row.ticket_id, 'an undoable action names its ticket')
  const before = must(fromJson(TicketColumns, row.before), 'an undoable action says what was before')
  const after = must(fromJson(TicketColumns, row.after), 'an undoable action says what came of it')
  await restore(tx, ticketId, row.event, before, after)
  return {
    event: row.event,
    ticketIds: [ticketId],
    reach: row.event === 'reply.sent' ? 'reply-stays' : 'restored',
    channel: null,
  }
}

async function restore(
  tx: Tx,
  ticketId: string,
  event: string,
  before: TicketColumns,
  after: TicketColumns,
): Promise<void> {
  const now = await tx.db
    .selectFrom('tickets')
    .select(['status', 'waiting_on_x_until', 'snoozed_until', 'owner_agent_id'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!now) throw new Failure('undo.conflict', { action: event })
  const entries = Object.entries(after) as [keyof TicketColumns, unknown][]
  if (entries.some(([column, value]) => now[column] !== value))
    throw new Failure('undo.conflict', { action: event })
  await tx.db.updateTable('tickets').set(before).where('id', '=', ticketId).execute()
  await refreshTicket(tx, ticketId)
}

/** `undo.last` for the console. */
export function undoService({
  database,
  undoers,
}: {
  database: Database
  undoers: Readonly<Record<string, Undoer>>
}): Pick<Handlers<Contract, CallContext>, 'undo.last'> {
  return { 'undo.last': () => undoLast(database, undoers) }
}
