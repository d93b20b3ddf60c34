/** @file Takes merging and splitting back: every message to where it was, both tickets as they stood. */
import { z } from 'zod'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { TicketColumns } from '../audit/ticket-columns.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Tx } from '../db/database.ts'
import { moveBackPauses } from '../deadlines/keep.ts'
import { moveBack } from './moving.ts'
import { refreshNow } from './refresh.ts'
import { ticketState } from './repo.ts'
import { touchSiblings } from './siblings.ts'

/** JSON within a line of history. */
const packed = <T>(schema: z.ZodType<T>) => z.string().transform((text): T => schema.parse(JSON.parse(text)))

const Moves = packed(
  z.array(
    z.object({
      kind: z.enum(['post', 'dm']),
      itemId: z.string(),
      role: z.enum(['customer', 'ours']),
      at: z.number(),
      doubled: z.boolean(),
    }),
  ),
)

const Pauses = packed(
  z.array(z.object({ status: z.string(), from: z.number(), until: z.number().nullable() })),
)

const MergeBefore = z.object({
  status: TicketColumns.shape.status,
  target: packed(TicketColumns),
  pauses: Pauses,
})
const MergeAfter = z.object({
  merged_into_id: z.string(),
  target: packed(TicketColumns),
  moved: Moves,
  notes: packed(z.array(z.string())),
})
const SplitBefore = z.object({ source_id: z.string(), source: packed(TicketColumns) })
const SplitAfter = z.object({ source: packed(TicketColumns), moved: Moves })

const read = <T>(schema: z.ZodType<T>, json: string | null): T =>
  schema.parse(JSON.parse(must(json, 'a line that undo takes back knows before and after')))

/** @throws Failure `undo.conflict` unless the ticket is as the action left it, and holds no other messages since */
async function mustBeAsLeft(
  tx: Tx,
  row: AuditRow,
  ticketId: string,
  left: TicketColumns,
  holds: readonly { itemId: string }[],
): Promise<void> {
  const { own } = await ticketState(tx.db, ticketId)
  const now: Record<string, unknown> = own
  const isSame = Object.entries(left).every(([column, value]) => now[column] === value)
  const held = new Set(
    tx
      .raw<{ id: string }>(itemsOf)
      .all(ticketId)
      .map(({ id }) => id),
  )
  if (!isSame || !holds.every(({ itemId }) => held.has(itemId)))
    throw new Failure('undo.conflict', { action: row.event })
}

async function putBack(tx: Tx, ticketId: string, columns: TicketColumns): Promise<void> {
  await tx.db.updateTable('tickets').set(columns).where('id', '=', ticketId).execute()
  refreshNow(tx, ticketId, null)
}

async function undoMerge(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const sourceId = must(row.ticket_id, 'a merge is of a ticket')
  const before = read(MergeBefore, row.before)
  const { merged_into_id: into, target, moved, notes } = read(MergeAfter, row.after)
  await mustBeAsLeft(tx, row, sourceId, { status: 'closed', merged_into_id: into }, [])
  await mustBeAsLeft(tx, row, into, target, moved)
  moveBack(tx, into, sourceId, moved)
  for (const id of notes) tx.raw('UPDATE notes SET ticket_id = ? WHERE id = ?').run(sourceId, id)
  // A message that came along may have ended a pause in the past: its clocks stand still again where they did.
  tx.raw('DELETE FROM ticket_pauses WHERE ticket_id = ?').run(into)
  for (const { from, status, until } of before.pauses) tx.raw(insertPause).run(into, from, status, until)
  await putBack(tx, into, before.target)
  await putBack(tx, sourceId, { status: before.status, merged_into_id: null })
  touchSiblings(tx, into)
  return { event: row.event, ticketIds: [sourceId, into], reach: 'restored', channel: null }
}

async function undoSplit(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const newTicketId = must(row.ticket_id, 'a split made a ticket')
  const { source_id: sourceId, source: before } = read(SplitBefore, row.before)
  const { source, moved } = read(SplitAfter, row.after)
  await mustBeAsLeft(tx, row, sourceId, source, [])
  await mustBeAsLeft(tx, row, newTicketId, {}, moved)
  const held = tx.raw(itemsOf).all(newTicketId).length
  // What came since, was written since, or is on its way from there would go with the ticket.
  if (held !== moved.length || tx.raw(hangsOn).get(newTicketId, newTicketId, newTicketId) !== undefined)
    throw new Failure('undo.conflict', { action: row.event })
  moveBack(tx, newTicketId, sourceId, moved)
  touchSiblings(tx, newTicketId)
  await tx.db.deleteFrom('tickets').where('id', '=', newTicketId).execute()
  if (source.status && before.status)
    moveBackPauses(tx, JSON.stringify([sourceId]), { from: source.status, to: before.status })
  await putBack(tx, sourceId, before)
  return { event: row.event, ticketIds: [sourceId], reach: 'restored', channel: null }
}

const insertPause = 'INSERT INTO ticket_pauses (ticket_id, from_at, status, until_at) VALUES (?, ?, ?, ?)'

const itemsOf = 'SELECT item_id AS id FROM ticket_items WHERE ticket_id = ?'

const hangsOn = `
  SELECT 1 FROM notes WHERE ticket_id = ? AND removed_at IS NULL
  UNION ALL SELECT 1 FROM drafts WHERE ticket_id = ?
  UNION ALL SELECT 1 FROM jobs WHERE ticket_id = ? LIMIT 1`

export const mergeUndoers: Undoers = { 'ticket.merged': undoMerge, 'ticket.split': undoSplit }
