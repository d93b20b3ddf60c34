/** @file Tickets that began in public and were settled in private: the public has no last word yet. */
import type { Reads } from '../db/database.ts'

/** Whether our last word was a direct message, to somebody who had asked in public. */
export async function isSettledInPrivate(read: Reads, ticketId: string): Promise<boolean> {
  const newest = await read
    .selectFrom('ticket_items')
    .select('kind')
    .where('ticket_id', '=', ticketId)
    .where('role', '=', 'ours')
    .orderBy('at', 'desc')
    .orderBy('item_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.kind !== 'dm') return false
  const asked = await read
    .selectFrom('ticket_items')
    .select('item_id')
    .where('ticket_id', '=', ticketId)
    .where('role', '=', 'customer')
    .where('kind', '=', 'post')
    .limit(1)
    .executeTakeFirst()
  return asked !== undefined
}
