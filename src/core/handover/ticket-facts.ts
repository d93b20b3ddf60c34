/** @file What agents noted and promised on tickets, and when they changed them last; many tickets at once. Reads only. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { PromiseState } from '../../shared/domain/desk.ts'
import { byNobodyHere } from '../audit/audit.ts'
import type { Reads } from '../db/database.ts'
import { oldestIdAt } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import { onlyTells } from '../audit/since.ts'

export type NoteFact = { id: string; agentId: string | null; text: string; at: number; isRemoved: boolean }
export type PromiseFact = {
  id: string
  dueAt: number
  item: { kind: 'post' | 'dm'; id: string } | null
  words: string
  state: PromiseState
}

/** The line of what a file changed: by whoever wrote the file, and not by somebody here. */
export const handedOver = 'ticket.handed-over'
/** One line for each file that was taken in: whose it was and when it was written. */
export const takenIn = 'handover.taken-in'

/** Lines of somebody here that change nothing of what a file holds: notes are told by id, incidents are not in it. */
const besides = ['ticket.noted', 'ticket.gathered', 'ticket.released']

const FileColumns = z.object({ workspace_id: z.string(), written_at: z.number() })
const BroughtColumns = z.object({ note_id: z.string(), brought: z.literal(1).optional() })

/** Clocks of two computers differ by less than this, ms. */
const clocksApartMs = 24 * 3_600_000

/** The notes of tickets, oldest first, also those that were taken back. */
export async function notesOf(read: Reads, ticketIds: readonly string[]): Promise<Map<string, NoteFact[]>> {
  const rows = await read
    .selectFrom('notes')
    .select(['id', 'ticket_id', 'agent_id', 'text', 'created_at', 'removed_at'])
    .where('ticket_id', 'in', [...ticketIds])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const facts = new Map<string, NoteFact[]>()
  for (const row of rows) {
    const note = {
      id: row.id,
      agentId: row.agent_id,
      text: row.text,
      at: row.created_at,
      isRemoved: row.removed_at !== null,
    }
    facts.set(row.ticket_id, [...(facts.get(row.ticket_id) ?? []), note])
  }
  return facts
}

export async function promisesOf(
  read: Reads,
  ticketIds: readonly string[],
  states: readonly PromiseState[],
): Promise<Map<string, PromiseFact[]>> {
  const rows = await read
    .selectFrom('promises')
    .selectAll()
    .where('ticket_id', 'in', [...ticketIds])
    .where('state', 'in', [...states])
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  const facts = new Map<string, PromiseFact[]>()
  for (const row of rows) {
    const item =
      row.item_kind === null || row.item_id === null ? null : { kind: row.item_kind, id: row.item_id }
    const promise = { id: row.id, dueAt: row.due_at, item, words: row.words, state: row.state }
    facts.set(row.ticket_id, [...(facts.get(row.ticket_id) ?? []), promise])
  }
  return facts
}

/** When somebody here changed each of these tickets last, epoch ms; those that nobody changed are not in it. */
export async function changedAts(read: Reads, ticketIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; at: number }>`
    SELECT ticket_id AS id, max(at) AS at FROM audit
    WHERE ticket_id IN (${sql.join([...ticketIds])}) AND undone_by IS NULL AND NOT ${sql.raw(byNobodyHere)}
      AND event NOT IN (${sql.join([handedOver, ...besides, ...onlyTells.filter((one) => one !== 'action.undone')])})
      AND NOT EXISTS (SELECT 1 FROM audit f WHERE f.action_id = audit.action_id AND f.event = ${takenIn})
    GROUP BY ticket_id`.execute(read)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Files that were taken in here, and not taken back, though they were written later than this one. */
export type LaterFiles = { ofSameWorkspace: boolean; actionIds: readonly string[] }

export async function laterFiles(
  read: Reads,
  { workspaceId, writtenAt }: { workspaceId: string; writtenAt: number },
): Promise<LaterFiles> {
  const rows = await read
    .selectFrom('audit')
    .select(['action_id', 'after'])
    // Nobody takes in a file before it is written.
    .where('id', '>=', oldestIdAt(writtenAt - clocksApartMs))
    .where('event', '=', takenIn)
    .where('undone_by', 'is', null)
    .execute()
  const later = rows.flatMap(({ action_id: actionId, after }) => {
    const file = fromJson(FileColumns, after)
    return file !== null && file.written_at > writtenAt ? [{ actionId, of: file.workspace_id }] : []
  })
  return {
    ofSameWorkspace: later.some((file) => file.of === workspaceId),
    actionIds: later.map(({ actionId }) => actionId),
  }
}

/** Of these tickets, those that one of these actions changed. */
export async function changedBy(
  read: Reads,
  ticketIds: readonly string[],
  actionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actionIds.length === 0) return new Set()
  const rows = await read
    .selectFrom('audit')
    .select('ticket_id')
    .where('ticket_id', 'in', [...ticketIds])
    .where('action_id', 'in', [...actionIds])
    .where('event', '=', handedOver)
    .execute()
  return new Set(rows.flatMap(({ ticket_id: id }) => (id === null ? [] : [id])))
}

/** Of notes that are here, on whatever ticket, by id: their ticket, and whether the undo of a file alone took them away. */
export async function notesHere(
  read: Reads,
  noteIds: readonly string[],
): Promise<Map<string, { ticketId: string; mayComeAgain: boolean }>> {
  if (noteIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('notes')
    .select(['id', 'ticket_id as ticketId', 'removed_at'])
    .where('id', 'in', [...noteIds])
    .execute()
  const removed = rows.filter((row) => row.removed_at !== null)
  const lines =
    removed.length === 0
      ? []
      : await read
          .selectFrom('audit')
          .select('after')
          .where('ticket_id', 'in', [...new Set(removed.map(({ ticketId }) => ticketId))])
          .where('event', '=', 'ticket.noted')
          .where('undone_by', 'is not', null)
          .execute()
  const brought = new Set(
    lines.flatMap(({ after }) => {
      const line = fromJson(BroughtColumns, after)
      return line?.brought === 1 ? [line.note_id] : []
    }),
  )
  return new Map(
    rows.map(({ id, ticketId, removed_at: removedAt }) => [
      id,
      { ticketId, mayComeAgain: removedAt !== null && brought.has(id) },
    ]),
  )
}
