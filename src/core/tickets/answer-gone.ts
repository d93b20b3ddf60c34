/** @file What becomes of tickets whose answer was deleted, here or on X itself: it answers nobody any more. */
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { record } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { buryPost } from '../posts/bury.ts'
import { refreshTicket } from './refresh.ts'
import { statusWithout } from './rules.ts'

/** Removes a post that X says is deleted; where it was an answer of ours, its ticket is open again. @param id any of its ids */
export async function postDeleted(tx: Tx, id: string): Promise<void> {
  const buried = buryPost(tx, id, 'deleted')
  if (buried !== null) await answerGone(tx, buried)
}

/** Brings the tickets that this post of ours answered up to date; it is buried by then. @param postId its first id */
async function answerGone(tx: Tx, postId: string): Promise<void> {
  const tickets = await tx.db
    .selectFrom('ticket_items')
    .innerJoin('tickets', 'tickets.id', 'ticket_items.ticket_id')
    .select(['tickets.id', 'tickets.brand_id as brandId', 'tickets.status', 'ticket_items.at'])
    .where('ticket_items.item_id', '=', postId)
    .where('ticket_items.kind', '=', 'post')
    .where('ticket_items.role', '=', 'ours')
    .execute()
  for (const { id: ticketId, brandId, at, ...ticket } of tickets) {
    await refreshTicket(tx, ticketId)
    const now = await tx.db
      .selectFrom('tickets')
      .select(['newest_customer_at', 'newest_customer_item', 'oldest_unanswered_at'])
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow()
    const before = TicketStatus.parse(ticket.status)
    const status = statusWithout(before, {
      gone: { at, itemId: postId },
      newestCustomer: { at: now.newest_customer_at, itemId: now.newest_customer_item },
      isUnanswered: now.oldest_unanswered_at !== null,
    })
    if (status === before) continue
    await tx.db
      .updateTable('tickets')
      .set({ status, solved_at: null, solved_how: null })
      .where('id', '=', ticketId)
      .execute()
    await record(tx, {
      event: 'ticket.reopened',
      actionId: newId(tx.at),
      ticketId,
      brandId,
      before: { status: before },
      after: { status },
      undoable: false,
    })
    await refreshTicket(tx, ticketId)
  }
}
