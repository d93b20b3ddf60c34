/** @file What follows from a message that X has: the row, the post in our mirror, the ticket's status, the history. */
import type { TicketStatus } from '../../shared/domain/ticket.ts'
import { record } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { isAfter, type Moment } from '../tickets/rules.ts'
import { ReplyPayload } from './payload.ts'
import { move, type JobRow } from './repo.ts'

/** A message as X has it. `conversationId` null: a public reply, whose conversation is its target's. */
export type Arrived = { itemId: string; text: string; conversationId: string | null; at: number }

/** Writes that X has the message: it stands in the thread at once, without paying for reading it back. */
export async function markSent(tx: Tx, job: JobRow, arrived: Arrived): Promise<void> {
  await move(tx, job, 'sent', {
    sent_item_id: arrived.itemId,
    settled_at: tx.at,
    failure: null,
    next_try_at: null,
  })
  // Before the message is taken in: ingest would otherwise take it for an answer given elsewhere.
  await settleTicket(tx, job, arrived)
  const handle = await tx.db
    .selectFrom('handles')
    .select(['id', 'brand_id', 'x_user_id', 'username'])
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()
  if (job.kind === 'reply') {
    const { targetPostId } = ReplyPayload.parse(JSON.parse(job.payload))
    const target = await tx.db
      .selectFrom('posts')
      .select(['conversation_id', 'author_id', 'lang'])
      .where((where) => where.or([where('id', '=', targetPostId), where('latest_id', '=', targetPostId)]))
      .executeTakeFirst()
    await ingestPosts(tx, {
      handle: {
        id: handle.id,
        brandId: handle.brand_id,
        xUserId: handle.x_user_id,
        username: handle.username,
      },
      via: 'sent',
      included: [],
      people: [],
      posts: [
        {
          id: arrived.itemId,
          latestId: arrived.itemId,
          version: 1,
          authorId: handle.x_user_id,
          conversationId: arrived.conversationId ?? target?.conversation_id ?? targetPostId,
          inReplyToPostId: targetPostId,
          inReplyToUserId: target?.author_id ?? null,
          quotedPostId: null,
          repostedPostId: null,
          text: arrived.text,
          entities: null,
          lang: null,
          mediaCount: 0,
          likes: 0,
          reposts: 0,
          createdAt: arrived.at,
        },
      ],
    })
  } else {
    await ingestDms(tx, {
      handle: {
        id: handle.id,
        brandId: handle.brand_id,
        xUserId: handle.x_user_id,
        username: handle.username,
      },
      people: [],
      events: [
        {
          id: arrived.itemId,
          conversationId: arrived.conversationId ?? '',
          senderId: handle.x_user_id,
          text: arrived.text,
          entities: null,
          mediaCount: 0,
          createdAt: arrived.at,
        },
      ],
    })
  }
  await linkToTicket(tx, job, arrived)
  await refreshTicket(tx, job.ticket_id)
}

/** The agent says that X has it, though no look found it. @param at when it left, on X's clock, epoch ms */
export async function settleAsSent(tx: Tx, job: JobRow, at: number): Promise<void> {
  await move(tx, job, 'sent', { settled_at: tx.at, failure: null, next_try_at: null })
  await settleTicket(tx, job, { at, itemId: '' })
  await refreshTicket(tx, job.ticket_id)
}

/** A DM sent from a public ticket answers that ticket too, though it stands in another conversation. */
async function linkToTicket(tx: Tx, job: JobRow, arrived: Arrived): Promise<void> {
  await tx.db
    .insertInto('ticket_items')
    .values({
      ticket_id: job.ticket_id,
      kind: job.kind === 'dm' ? 'dm' : 'post',
      item_id: arrived.itemId,
      role: 'ours',
      at: arrived.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The hold of a message is over, this way or that: undo does not reach for it any more. */
export async function retireHold(tx: Tx, jobId: string): Promise<void> {
  await tx.db
    .updateTable('audit')
    .set({ undoable: 0 })
    .where('job_id', '=', jobId)
    .where('event', '=', 'reply.held')
    .execute()
}

/**
 * Sets Pending or Solved, or leaves it open where the customer wrote again since: that is not answered. The audit row belongs to the action that sent it: undo takes the agent's actions back in
 * the order in which they were done, not in the order in which X answered.
 */
async function settleTicket(tx: Tx, job: JobRow, sent: Moment): Promise<void> {
  const ticket = await tx.db
    .selectFrom('tickets')
    .select(['status', 'newest_customer_at as at', 'newest_customer_item as itemId'])
    .where('id', '=', job.ticket_id)
    .executeTakeFirstOrThrow()
  const status: TicketStatus = isAfter(ticket, sent) ? 'open' : job.solves === 1 ? 'solved' : 'pending'
  await tx.db.updateTable('tickets').set({ status }).where('id', '=', job.ticket_id).execute()
  const held = await tx.db
    .selectFrom('audit')
    .select(['action_id', 'actor'])
    .where('job_id', '=', job.id)
    .where('event', '=', 'reply.held')
    .executeTakeFirst()
  await retireHold(tx, job.id)
  await record(tx, {
    event: 'reply.sent',
    actionId: held?.action_id ?? newId(tx.at),
    ticketId: job.ticket_id,
    brandId: job.brand_id,
    jobId: job.id,
    // Undo reopens: the agent had it open when the reply was written.
    before: { status: ticket.status === 'new' ? 'new' : 'open' },
    after: { status },
    undoable: true,
  })
}
