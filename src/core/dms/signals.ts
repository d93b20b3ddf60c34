/** @file What speaks for X Chat, by handle: written where it is noticed, read for the notice. */
import type { MovedReason } from '../../shared/domain/brand.ts'
import type { Reads, Tx } from '../db/database.ts'
import { movedReason, writersSince } from './moved.ts'

/** X's stream told of an X Chat message of this handle. @returns whether it is the first one */
export function noteChatEvent(tx: Tx, handleId: string): boolean {
  const known = tx
    .raw('SELECT 1 FROM dm_signals WHERE handle_id = ? AND chat_event_at IS NOT NULL')
    .get(handleId)
  note(tx, handleId, 'chat_event_at')
  return known === undefined
}

/** X refused a message to this person as encrypted: their conversation goes by X Chat from now on. */
export function noteEncrypted(tx: Tx, handleId: string, participantId: string): void {
  tx.raw(
    `INSERT INTO dm_conversations (handle_id, participant_id, transport, since) VALUES (?, ?, 'xchat', ?)
     ON CONFLICT (handle_id, participant_id) DO UPDATE SET transport = 'xchat'`,
  ).run(handleId, participantId, tx.at)
  note(tx, handleId, 'refused_at')
}

/** A legacy message of this person arrived: one that is newer than what X said before takes that back. */
export function noteLegacy(tx: Tx, handleId: string, participantId: string, writtenAt: number): void {
  tx.raw('DELETE FROM dm_conversations WHERE handle_id = ? AND participant_id = ? AND since < ?').run(
    handleId,
    participantId,
    writtenAt,
  )
}

function note(tx: Tx, handleId: string, column: 'chat_event_at' | 'refused_at'): void {
  tx.raw(
    `INSERT INTO dm_signals (handle_id, ${column}) VALUES (?, ?)
     ON CONFLICT (handle_id) DO UPDATE SET ${column} = excluded.${column}`,
  ).run(handleId, tx.at)
  const handle = tx
    .raw<{ brandId: string }>('SELECT brand_id AS brandId FROM handles WHERE id = ?')
    .get(handleId)
  if (handle) tx.touch.brand(handle.brandId)
}

/** Why the direct messages of each handle may have moved; handles of which nothing speaks for it are left out. */
export async function movedHandles(read: Reads, now: number): Promise<Map<string, MovedReason>> {
  const rows = await read
    .selectFrom('handles')
    .leftJoin('dm_signals', 'dm_signals.handle_id', 'handles.id')
    .leftJoin('sources', (join) =>
      join.onRef('sources.handle_id', '=', 'handles.id').on('sources.source', '=', 'dms'),
    )
    .select(['handles.id', 'dm_signals.chat_event_at', 'dm_signals.refused_at', 'sources.complete_to_at'])
    .where('handles.state', '<>', 'removed')
    .execute()
  const moved = new Map<string, MovedReason>()
  for (const row of rows) {
    const newestAt = await newestFrom(read, row.id)
    const reason = movedReason(
      {
        chatEventAt: row.chat_event_at,
        refusedAt: row.refused_at,
        newestAt,
        writersBefore: newestAt === null ? 0 : await writersIn(read, row.id, writersSince(newestAt)),
        completeToAt: row.complete_to_at,
      },
      now,
    )
    if (reason !== null) moved.set(row.id, reason)
  }
  return moved
}

/** What customers wrote in tickets of this handle by direct message. */
const told = (read: Reads, handleId: string) =>
  read
    .selectFrom('tickets')
    .innerJoin('ticket_items', 'ticket_items.ticket_id', 'tickets.id')
    .where('tickets.has_dm', '=', 1)
    .where('tickets.handle_id', '=', handleId)
    .where('ticket_items.role', '=', 'customer')
    .where('ticket_items.kind', '=', 'dm')

async function newestFrom(read: Reads, handleId: string): Promise<number | null> {
  const row = await told(read, handleId)
    .select(({ fn }) => fn.max('ticket_items.at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

async function writersIn(read: Reads, handleId: string, since: number): Promise<number> {
  const { n } = await told(read, handleId)
    .select(({ fn }) => fn.count<number>('tickets.customer_id').distinct().as('n'))
    .where('ticket_items.at', '>=', since)
    .executeTakeFirstOrThrow()
  return n
}
