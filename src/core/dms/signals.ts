/** @file What speaks for X Chat, by handle: written where it is noticed, read for the notice. */
import { sql } from 'kysely'
import type { MovedReason } from '../../shared/domain/brand.ts'
import type { Reads, Tx } from '../db/database.ts'
import { mayBeSilent, movedReason, writersSince } from './moved.ts'

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
    .select([
      'handles.id',
      'handles.brand_id as brandId',
      'dm_signals.chat_event_at',
      'dm_signals.refused_at',
      'sources.complete_to_at',
    ])
    .where('handles.state', '<>', 'removed')
    .execute()
  const moved = new Map<string, MovedReason>()
  for (const row of rows) {
    const newestAt = await newestFrom(read, row)
    const reason = movedReason(
      {
        chatEventAt: row.chat_event_at,
        refusedAt: row.refused_at,
        newestAt,
        writersBefore:
          newestAt !== null && mayBeSilent(newestAt, row.complete_to_at)
            ? await writersIn(read, row, writersSince(newestAt))
            : 0,
        completeToAt: row.complete_to_at,
      },
      now,
    )
    if (reason !== null) moved.set(row.id, reason)
  }
  return moved
}

type Handle = { id: string; brandId: string }

/** Tickets of this handle with direct messages, with a word of their customer from then on. Read from an index. */
const tickets = (read: Reads, { id, brandId }: Handle, since: number) =>
  read
    .selectFrom('tickets')
    .where('tickets.brand_id', '=', brandId)
    // As it stands in the index: SQLite does not look into variables.
    .where(sql<boolean>`tickets.has_dm = 1`)
    .where('tickets.handle_id', '=', id)
    .where('tickets.newest_customer_at', '>=', since)

/** What customers wrote in them by direct message from then on. */
const told = (read: Reads, handle: Handle, since: number) =>
  tickets(read, handle, since)
    .innerJoin('ticket_items', 'ticket_items.ticket_id', 'tickets.id')
    .where('ticket_items.role', '=', 'customer')
    .where('ticket_items.kind', '=', 'dm')
    .where('ticket_items.at', '>=', since)

async function newestFrom(read: Reads, handle: Handle): Promise<number | null> {
  // Where the newest word was one, it is that old at most; only tickets with a newer word can have a newer one.
  const known = await tickets(read, handle, 0)
    .where('tickets.newest_customer_kind', '=', 'dm')
    .select('tickets.newest_customer_at as at')
    .orderBy('tickets.newest_customer_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = await told(read, handle, known?.at ?? 0)
    .select(({ fn }) => fn.max('ticket_items.at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

async function writersIn(read: Reads, handle: Handle, since: number): Promise<number> {
  const { n } = await told(read, handle, since)
    .select(({ fn }) => fn.count<number>('tickets.customer_id').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
