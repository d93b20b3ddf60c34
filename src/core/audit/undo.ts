/**
 * @file Takes the newest action back, whole or not at all: a row is restored to what it was before, if it still is as
 * the action left it. What must do more than that has an undoer of its own.
 */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { must } from '../../shared/must.ts'
import { isLead, leadEvents } from '../agents/permissions.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import type { AuditTable } from '../db/schema.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { moveBackPauses, movedBack, type MovedBack } from '../deadlines/keep.ts'
import { ownTickets, setOwn, type OwnTicket } from '../tickets/own.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { record } from './audit.ts'
import { conflictOf } from './since.ts'
import { undoLines } from './undo-list.ts'
import { TicketColumns } from './ticket-columns.ts'

export type AuditRow = AuditTable

/**
 * Takes back one line of history of its event. It writes what must be written, refreshes the ticket, and may throw a
 * Failure when it is too late: then nothing of the action is undone.
 */
export type Undoer = (tx: Tx, row: AuditRow) => Promise<UndoResult>

/** By audit event. */
export type Undoers = Record<string, Undoer>

const NoteColumns = z.object({ note_id: z.string() })

/** What X has stays with X, whatever becomes of the ticket. */
const staysWithX: ReadonlySet<string> = new Set(['reply.sent'])

/**
 * Undoes the newest action that can be undone, whole: the newest of its lines first.
 * @throws Failure `undo.nothing`; `undo.conflict` when a row has changed since, which it names (the action is then left
 * for good, so that the next undo reaches the one before); what an undoer throws
 */
export async function undoLast(database: Database, undoers: Undoers): Promise<UndoResult> {
  let rows: readonly AuditRow[] = []
  try {
    return await database.write(async (tx) => {
      rows = await newestAction(tx.db)
      const restored = rows.filter((row) => isRestored(row, undoers))
      const tickets = ownTickets(tx, restored.map(ticketOf))
      const isOncePerTicket = tickets.size === restored.length
      const parse = parser()
      if (isOncePerTicket) moveAllBack(tx, restored, parse)
      const results: UndoResult[] = []
      const undone: AuditRow[] = []
      for (const row of rows) {
        const result = isRestored(row, undoers)
          ? await restore(tx, row, { tickets, parse, isRewound: isOncePerTicket })
          : await byItsUndoer(tx, row, undoers)
        results.push(result)
        // What is only offered was not undone: it is left for good, so that the next undo reaches the one before.
        if (result.reach === 'priced') tx.raw(leaveLine).run(row.id)
        else undone.push(row)
      }
      if (undone.length > 0) await recordUndone(tx, undone)
      const first = results.at(-1)
      if (!first) throw new Failure('undo.nothing', {})
      return { ...first, ticketIds: [...new Set(results.flatMap((result) => result.ticketIds))] }
    })
  } catch (error) {
    const actionId = rows[0]?.action_id
    if (actionId !== undefined && error instanceof Failure && error.is('undo.conflict'))
      await database.write((tx) => leave(tx, actionId))
    throw error
  }
}

/** Its lines that can be undone, the newest first; none when there is no such action. A lead's are left to leads. */
async function newestAction(db: Reads): Promise<AuditRow[]> {
  const mayAll = await isLead(db)
  const newest = await db
    .selectFrom('audit')
    .select('action_id')
    .where('undoable', '=', 1)
    .where('undone_by', 'is', null)
    .$if(!mayAll, (query) => query.where('event', 'not in', leadEvents))
    // By when an agent acted: X's answer to a reply may come after the next action.
    .orderBy('action_id', 'desc')
    .executeTakeFirst()
  if (!newest) return []
  return db
    .selectFrom('audit')
    .selectAll()
    .where('action_id', '=', newest.action_id)
    .where('undoable', '=', 1)
    .where('undone_by', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

/** Undo reaches for this action no more. */
async function leave(tx: Tx, actionId: string): Promise<void> {
  await tx.db.updateTable('audit').set({ undoable: 0 }).where('action_id', '=', actionId).execute()
}

/** Whether undo puts a ticket's columns back, and no more. */
const isRestored = ({ event }: AuditRow, undoers: Undoers): boolean =>
  event !== 'ticket.noted' && undoers[event] === undefined

const ticketOf = (row: AuditRow): string => must(row.ticket_id, 'what is undone here is about a ticket')

async function byItsUndoer(tx: Tx, row: AuditRow, undoers: Undoers): Promise<UndoResult> {
  const undo = undoers[row.event] ?? removeNote
  return undo(tx, row).catch(async (error: unknown) => {
    const isLate = error instanceof Failure && error.is('undo.conflict')
    throw isLate ? await conflictOf(tx.db, row) : error
  })
}

const removeNote: Undoer = async (tx, row) => {
  const ticketId = ticketOf(row)
  const { note_id: noteId } = must(fromJson(NoteColumns, row.after), 'a note is named')
  await tx.db.updateTable('notes').set({ removed_at: tx.at }).where('id', '=', noteId).execute()
  await refreshTicket(tx, ticketId)
  return { event: row.event, ticketIds: [ticketId], reach: 'restored', channel: 'note' }
}

type Restoring = {
  /** Those of the action as they were read; one that is put back is read anew for its next line. */
  tickets: Map<string, OwnTicket>
  parse: (json: string | null) => TicketColumns | null
  /** The clocks of all of them were turned back already. */
  isRewound: boolean
}

/** Reads the columns of lines; those of one action say mostly the same. */
function parser(): Restoring['parse'] {
  const known = new Map<string, TicketColumns | null>()
  return (json) => {
    const text = json ?? ''
    const columns = known.get(text) ?? fromJson(TicketColumns, json)
    known.set(text, columns)
    return columns
  }
}

/** What a line did to where its ticket stands; null when it left that alone. */
function moveOf(row: AuditRow, parse: Restoring['parse']): MovedBack | null {
  const from = parse(row.after)?.status
  const to = parse(row.before)?.status
  return from === undefined || to === undefined ? null : { from, to }
}

/** Turns the clocks of tickets back, those of one and the same move together. */
function moveAllBack(tx: Tx, rows: readonly AuditRow[], parse: Restoring['parse']): void {
  for (const together of Map.groupBy(rows, (row) => `${row.before} ${row.after}`).values()) {
    const move = moveOf(must(together[0], 'a group has a line'), parse)
    if (move) moveBackPauses(tx, JSON.stringify(together.map(ticketOf)), move)
  }
}

/**
 * Puts a ticket's columns back, if they still are as the action left them.
 * @throws Failure `undo.conflict`
 */
async function restore(tx: Tx, row: AuditRow, { tickets, parse, isRewound }: Restoring): Promise<UndoResult> {
  const ticketId = ticketOf(row)
  const before = must(parse(row.before), 'an undoable line knows what was before')
  const after = must(parse(row.after), 'an undoable line knows what it did')
  const ticket =
    tickets.get(ticketId) ?? must(ownTickets(tx, [ticketId]).get(ticketId), 'a ticket that was read')
  tickets.delete(ticketId)
  const now: Record<string, unknown> = ticket.state.own
  if (!Object.entries(after).every(([column, value]) => now[column] === value))
    throw await conflictOf(tx.db, row)
  const move = moveOf(row, parse)
  if (move && !isRewound) moveBackPauses(tx, JSON.stringify([ticketId]), move)
  setOwn(tx, { ...ticket, pauses: move ? movedBack(ticket.pauses, move) : ticket.pauses }, before)
  const reach = staysWithX.has(row.event) ? 'reply-stays' : 'restored'
  return { event: row.event, ticketIds: [ticketId], reach, channel: null }
}

const leaveLine = 'UPDATE audit SET undoable = 0 WHERE id = ?'

/** Tells in the history that these lines were undone: one line for all, which names what they have in common. */
async function recordUndone(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  const told = await record(tx, {
    event: 'action.undone',
    actionId: newId(tx.at),
    ticketId: common(rows.map((row) => row.ticket_id)),
    brandId: common(rows.map((row) => row.brand_id)),
    jobId: common(rows.map((row) => row.job_id)),
    undoable: false,
  })
  tx.raw(markUndone).run(told, JSON.stringify(rows.map(({ id }) => id)))
}

const markUndone = 'UPDATE audit SET undone_by = ? WHERE id IN (SELECT value FROM json_each(?))'

const common = (all: readonly (string | null)[]): string | null =>
  all.every((one) => one === all[0]) ? (all[0] ?? null) : null

export function undoService({
  database,
  undoers,
}: {
  database: Database
  undoers: Undoers
}): Pick<Handlers<Contract, CallContext>, 'undo.last' | 'undo.list'> {
  return {
    'undo.last': () => undoLast(database, undoers),
    'undo.list': () => undoLines(database.read),
  }
}
