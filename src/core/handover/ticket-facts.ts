/** @file What agents noted and promised on tickets, and when they changed them last; many tickets at once. Reads only. */
import { sql } from 'kysely'
import type { PromiseState } from '../../shared/domain/desk.ts'
import { byNobodyHere } from '../audit/audit.ts'
import type { Reads } from '../db/database.ts'
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
      AND event NOT IN (${sql.join([handedOver, 'ticket.noted', ...onlyTells.filter((one) => one !== 'action.undone')])})
    GROUP BY ticket_id`.execute(read)
  return new Map(rows.map(({ id, at }) => [id, at]))
}
