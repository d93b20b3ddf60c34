/**
 * @file Which stored posts are to be looked at again, for each handle that may see them. Reads only. Joined crosswise, so
 * that SQLite keeps to the order that is written: it takes “is a post” for rare, and would begin with all posts.
 */
import { alive } from '../../shared/domain/transitions.ts'
import type { Reads } from '../db/database.ts'
import { isCalled } from '../posts/called.ts'
import type { HandleRef } from '../sync/ingest.ts'
import { isAlive } from '../tickets/alive.ts'
import { lookupSize } from './rules.ts'

/** Handles that are signed in: nobody else can ask X. */
export const signedIn = (read: Reads): Promise<HandleRef[]> =>
  read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select(['handles.id', 'handles.brand_id as brandId', 'handles.x_user_id as xUserId', 'handles.username'])
    .where('handles.state', 'in', ['connected', 'memory-only'])
    .where('brands.removed_at', 'is', null)
    .orderBy('handles.id')
    .execute()

/**
 * Posts of open tickets that X has not shown to this handle since `since`, longest unseen first, by the id of their
 * newest version. Those that it refused to show are among them, by their first id: X charges nothing for another no.
 * @param read the thread for what may take long
 */
export async function dueOf(read: Reads, handle: HandleRef, since: number): Promise<string[]> {
  const rows = await read
    .selectFrom('tickets')
    .crossJoin('ticket_items')
    .crossJoin('posts')
    .crossJoin('visible_to')
    .select('posts.latest_id')
    .whereRef('ticket_items.ticket_id', '=', 'tickets.id')
    .whereRef('posts.id', '=', 'ticket_items.item_id')
    .whereRef('visible_to.item_id', '=', 'posts.id')
    .groupBy('posts.latest_id')
    .where('tickets.brand_id', '=', handle.brandId)
    .where(isAlive('tickets'))
    .where('ticket_items.kind', '=', 'post')
    .where('visible_to.kind', '=', 'post')
    .where('visible_to.handle_id', '=', handle.id)
    .where('visible_to.seen_at', '<', since)
    // What we sent ourselves was written this recently, whether X has shown it back or not.
    .where('posts.created_at', '<', since)
    .orderBy((order) => order.fn.min('visible_to.seen_at'))
    .orderBy('posts.latest_id')
    .execute()
  const back = await read
    .selectFrom('withdrawn')
    .innerJoin('ticket_items', 'ticket_items.item_id', 'withdrawn.item_id')
    .innerJoin('tickets', 'tickets.id', 'ticket_items.ticket_id')
    .select('withdrawn.item_id')
    .distinct()
    .where('withdrawn.kind', '=', 'post')
    .where('withdrawn.handle_id', '=', handle.id)
    .where('withdrawn.looked_at', '<', since)
    .where('ticket_items.kind', '=', 'post')
    .where('tickets.brand_id', '=', handle.brandId)
    .where(isAlive('tickets'))
    .execute()
  return [...rows.map((row) => row.latest_id), ...back.map((row) => row.item_id)]
}

/**
 * What the pane of an open ticket shows and X has not shown since `since`: its own posts first, then what stands
 * around them, and what X refused to show.
 */
export async function shownIn(
  read: Reads,
  ticketId: string,
  since: number,
): Promise<{ handle: HandleRef; ids: string[] }[]> {
  const ticket = await read
    .selectFrom('tickets')
    .select(['brand_id', 'conversation_id'])
    .where('id', '=', ticketId)
    .where('channel', '=', 'public')
    .where('status', 'in', alive)
    .executeTakeFirst()
  if (!ticket) return []
  const handles = (await signedIn(read)).filter((handle) => handle.brandId === ticket.brand_id)
  const shown = await Promise.all(
    handles.map(async (handle) => {
      const rows = await read
        .selectFrom('posts')
        .crossJoin('visible_to')
        .leftJoin('ticket_items', (join) =>
          join
            .onRef('ticket_items.item_id', '=', 'posts.id')
            .on('ticket_items.kind', '=', 'post')
            .on('ticket_items.ticket_id', '=', ticketId),
        )
        .select('posts.latest_id')
        .whereRef('visible_to.item_id', '=', 'posts.id')
        .where('posts.conversation_id', '=', ticket.conversation_id)
        .where('visible_to.kind', '=', 'post')
        .where('visible_to.handle_id', '=', handle.id)
        .where('visible_to.seen_at', '<', since)
        .where('posts.created_at', '<', since)
        .orderBy('ticket_items.role', (order) => order.asc().nullsLast())
        .orderBy('posts.created_at', 'desc')
        .limit(lookupSize)
        .execute()
      const back = await read
        .selectFrom('withdrawn')
        .select('item_id')
        .where('kind', '=', 'post')
        .where('handle_id', '=', handle.id)
        .where('conversation_id', '=', ticket.conversation_id)
        .where('looked_at', '<', since)
        .limit(lookupSize)
        .execute()
      return { handle, ids: [...rows.map((row) => row.latest_id), ...back.map((row) => row.item_id)] }
    }),
  )
  return shown.filter(({ ids }) => ids.length > 0)
}

/** Who wrote the posts with these ids, as far as they are here. */
export async function authorsOf(read: Reads, latestIds: readonly string[]): Promise<Map<string, string>> {
  if (latestIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('posts')
    .select(['latest_id', 'author_id'])
    .where(isCalled('posts', latestIds))
    .execute()
  return new Map(rows.map((row) => [row.latest_id, row.author_id]))
}
