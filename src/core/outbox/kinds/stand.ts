/** @file Lets a message that X just took stand in our mirror at once, without paying for reading it back. */
import type { Tx } from '../../db/database.ts'
import { isCalled } from '../../posts/called.ts'
import { ingestDms, ingestPosts, type HandleRef } from '../../sync/ingest.ts'
import type { JobRow } from '../row.ts'
import type { Arrived } from './kind.ts'

/** The handle that speaks. */
export const speaker = (tx: Tx, job: JobRow): Promise<HandleRef> =>
  tx.db
    .selectFrom('handles')
    .select(['id', 'brand_id as brandId', 'x_user_id as xUserId', 'username'])
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()

/** @param targetPostId what it answers; null for a post of its own */
export async function standAsPost(
  tx: Tx,
  job: JobRow,
  arrived: Arrived,
  targetPostId: string | null,
): Promise<void> {
  const handle = await speaker(tx, job)
  const target =
    targetPostId === null
      ? undefined
      : await tx.db
          .selectFrom('posts')
          .select(['conversation_id', 'author_id'])
          .where(isCalled('posts', [targetPostId]))
          .executeTakeFirst()
  ingestPosts(tx, {
    handle,
    via: 'sent',
    included: [],
    people: [],
    posts: [
      {
        id: arrived.itemId,
        latestId: arrived.itemId,
        version: 1,
        authorId: handle.xUserId,
        conversationId: arrived.conversationId ?? target?.conversation_id ?? targetPostId ?? arrived.itemId,
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
  await joinTicket(tx, job, 'post', arrived)
}

export async function standAsDm(tx: Tx, job: JobRow, arrived: Arrived): Promise<void> {
  const handle = await speaker(tx, job)
  ingestDms(tx, {
    handle,
    people: [],
    events: [
      {
        id: arrived.itemId,
        conversationId: arrived.conversationId ?? '',
        senderId: handle.xUserId,
        text: arrived.text,
        entities: null,
        mediaCount: 0,
        createdAt: arrived.at,
      },
    ],
  })
  await joinTicket(tx, job, 'dm', arrived)
}

/** It answers its ticket, though it may stand in another conversation: a DM that was sent from a public ticket. */
async function joinTicket(tx: Tx, job: JobRow, kind: 'post' | 'dm', arrived: Arrived): Promise<void> {
  if (job.ticket_id === null) return
  await tx.db
    .insertInto('ticket_items')
    .values({
      ticket_id: job.ticket_id,
      kind,
      item_id: arrived.itemId,
      role: 'ours',
      at: arrived.at,
      heard_at: tx.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
