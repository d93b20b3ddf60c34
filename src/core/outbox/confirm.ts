/**
 * @file Looks whether a message whose outcome is unknown has arrived: first among what is already synced, which costs
 * nothing, then on the handle's own time line or in the conversation.
 */
import type { Reads } from '../db/database.ts'
import type { XGateway } from '../x/gateway.ts'
import type { Arrived } from './outcome.ts'
import { DmPayload, ReplyPayload } from './payload.ts'
import type { JobRow } from './repo.ts'
import { messageCore } from './rules.ts'

/** How far X's clock and ours may differ beyond what the `Date` header told, ms. */
const slackMs = 15_000
/** The newest posts or messages that one look reads. */
const lookDepth = 20

/** What a look goes by: the message itself, and from when on it can have arrived. */
type Wanted = { userId: string; core: string; from: number; isFree: (itemId: string) => boolean }

async function wantedOf(
  db: Reads,
  x: Pick<XGateway, 'dateOffsetMs'>,
  job: JobRow,
  text: string,
): Promise<Wanted> {
  const claimed = await db
    .selectFrom('jobs')
    .select('sent_item_id')
    .where('handle_id', '=', job.handle_id)
    .where('sent_item_id', 'is not', null)
    .execute()
  const taken = new Set(claimed.map((row) => row.sent_item_id))
  const handle = await db
    .selectFrom('handles')
    .select('x_user_id')
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()
  return {
    userId: handle.x_user_id,
    core: messageCore(text),
    from: (job.sending_at ?? job.created_at) + x.dateOffsetMs() - slackMs,
    isFree: (itemId) => !taken.has(itemId),
  }
}

/** @returns the message among what is synced already, or null. Costs nothing; works inside a write too. */
export async function findSynced(
  db: Reads,
  x: Pick<XGateway, 'dateOffsetMs'>,
  job: JobRow,
): Promise<Arrived | null> {
  if (job.kind === 'reply') {
    const { text, targetPostId } = ReplyPayload.parse(JSON.parse(job.payload))
    const wanted = await wantedOf(db, x, job, text)
    const posts = await db
      .selectFrom('posts')
      .select(['id', 'text', 'conversation_id', 'created_at'])
      .where('author_id', '=', wanted.userId)
      .where('in_reply_to_post_id', '=', targetPostId)
      .where('created_at', '>=', wanted.from)
      .execute()
    const post = posts.find((each) => wanted.isFree(each.id) && messageCore(each.text) === wanted.core)
    return post
      ? { itemId: post.id, text: post.text, conversationId: post.conversation_id, at: post.created_at }
      : null
  }
  const { text, participantId } = DmPayload.parse(JSON.parse(job.payload))
  const wanted = await wantedOf(db, x, job, text)
  const events = await db
    .selectFrom('dm_events')
    .select(['id', 'text', 'conversation_id', 'created_at'])
    .where('conversation_id', 'in', [
      `${participantId}-${wanted.userId}`,
      `${wanted.userId}-${participantId}`,
    ])
    .where('sender_id', '=', wanted.userId)
    .where('created_at', '>=', wanted.from)
    .execute()
  const event = events.find((each) => wanted.isFree(each.id) && messageCore(each.text) === wanted.core)
  return event
    ? { itemId: event.id, text: event.text, conversationId: event.conversation_id, at: event.created_at }
    : null
}

/** @returns where the message stands with X, or null when X does not show it (yet). @throws `x.*` failures */
export async function findArrived(db: Reads, x: XGateway, job: JobRow): Promise<Arrived | null> {
  const known = await findSynced(db, x, job)
  if (known) return known
  const purpose = { stream: 'look', ticketId: job.ticket_id } as const
  if (job.kind === 'reply') {
    const { text, targetPostId } = ReplyPayload.parse(JSON.parse(job.payload))
    const wanted = await wantedOf(db, x, job, text)
    const { items } = await x.ownPosts(job.handle_id, { max: lookDepth }, purpose)
    const post = items.find(
      (item) =>
        item.inReplyToPostId === targetPostId &&
        item.createdAt >= wanted.from &&
        wanted.isFree(item.id) &&
        messageCore(item.text) === wanted.core,
    )
    return post
      ? { itemId: post.id, text: post.text, conversationId: post.conversationId, at: post.createdAt }
      : null
  }
  const { text, participantId } = DmPayload.parse(JSON.parse(job.payload))
  const wanted = await wantedOf(db, x, job, text)
  const { items } = await x.dmsWith(job.handle_id, participantId, lookDepth, purpose)
  const event = items.find(
    (item) =>
      item.senderId === wanted.userId &&
      item.createdAt >= wanted.from &&
      wanted.isFree(item.id) &&
      messageCore(item.text) === wanted.core,
  )
  return event
    ? { itemId: event.id, text: event.text, conversationId: event.conversationId, at: event.createdAt }
    : null
}
