/** @file What the database knows of a conversation in which somebody is asked how it went. */
import type { Reads } from '../db/database.ts'

/** X names a conversation of two by both ids; which comes first differs by how it began. */
export const conversationOf = (us: string, them: string): readonly string[] => [
  `${us}-${them}`,
  `${them}-${us}`,
]

/** The earliest message that is here; null without one. */
export async function firstMessage(
  db: Reads,
  conversation: readonly string[],
): Promise<{ senderId: string } | null> {
  const row = await db
    .selectFrom('dm_events')
    .select('sender_id as senderId')
    .where('conversation_id', 'in', conversation)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return row ?? null
}

export type Question = {
  id: string
  brandId: string
  xUserId: string
  ticketId: string
  wasSolved: boolean
  /** The message that asked, as X has it, and when it was written. */
  sentAt: number
  us: string
}

/** Questions that X has and that nobody answered. @param since epoch ms */
export async function openQuestions(db: Reads, since: number): Promise<Question[]> {
  const rows = await db
    .selectFrom('csat_asks')
    .innerJoin('jobs', 'jobs.id', 'csat_asks.job_id')
    .innerJoin('dm_events', 'dm_events.id', 'jobs.sent_item_id')
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .select(['csat_asks.id', 'csat_asks.brand_id as brandId', 'csat_asks.x_user_id as xUserId'])
    .select(['csat_asks.ticket_id as ticketId', 'csat_asks.was_solved as wasSolved'])
    .select(['dm_events.created_at as sentAt', 'handles.x_user_id as us'])
    .where('csat_asks.answered_at', 'is', null)
    .where('csat_asks.asked_at', '>', since)
    .where('jobs.state', '=', 'sent')
    .execute()
  return rows.map((row) => ({ ...row, wasSolved: row.wasSolved === 1 }))
}

/** What the customer wrote after the question, in its order. */
export async function messagesAfter(
  db: Reads,
  { us, xUserId, sentAt }: Question,
  withinMs: number,
): Promise<{ id: string; text: string; at: number }[]> {
  return db
    .selectFrom('dm_events')
    .select(['id', 'text', 'created_at as at'])
    .where('conversation_id', 'in', conversationOf(us, xUserId))
    .where('sender_id', '=', xUserId)
    .where('created_at', '>=', sentAt)
    .where('created_at', '<', sentAt + withinMs)
    .orderBy('created_at')
    .orderBy('id')
    .limit(5)
    .execute()
}
