/**
 * @file Looks whether a message whose outcome is unknown has arrived: first among what is already synced, which costs
 * nothing, then on the handle's own time line or in the conversation.
 */
import type { Database } from '../db/database.ts'
import type { XGateway } from '../x/gateway.ts'
import type { Arrived } from './outcome.ts'
import { DmPayload, ReplyPayload } from './payload.ts'
import type { JobRow } from './repo.ts'
import { messageCore } from './rules.ts'

/** How far X's clock and ours may differ beyond what the `Date` header told, ms. */
const slackMs = 15_000
/** The newest posts or messages that one look reads. */
const lookDepth = 20

/** @returns where the message stands with X, or null when X does not show it (yet). @throws `x.*` failures */
export async function findArrived(
  database: Database,
  x: XGateway,
  job: JobRow,
  sendingAt: number,
): Promise<Arrived | null> {
  const from = sendingAt + x.dateOffsetMs() - slackMs
  const claimed = new Set(
    (
      await database.read
        .selectFrom('jobs')
        .select('sent_item_id')
        .where('handle_id', '=', job.handle_id)
        .where('sent_item_id', 'is not', null)
        .execute()
    ).map((row) => row.sent_item_id),
  )
  const handle = await database.read
    .selectFrom('handles')
    .select('x_user_id')
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()

  if (job.kind === 'reply') {
    const { text, targetPostId } = ReplyPayload.parse(JSON.parse(job.payload))
    const wanted = messageCore(text)
    const synced = await database.read
      .selectFrom('posts')
      .select(['id', 'text', 'conversation_id', 'created_at'])
      .where('author_id', '=', handle.x_user_id)
      .where('in_reply_to_post_id', '=', targetPostId)
      .where('created_at', '>=', from)
      .execute()
    const known = synced.find((post) => !claimed.has(post.id) && messageCore(post.text) === wanted)
    if (known)
      return {
        itemId: known.id,
        text: known.text,
        conversationId: known.conversation_id,
        at: known.created_at,
      }
    const { items } = await x.ownPosts(job.handle_id, { max: lookDepth })
    const post = items.find(
      (item) =>
        item.inReplyToPostId === targetPostId &&
        item.createdAt >= from &&
        !claimed.has(item.id) &&
        messageCore(item.text) === wanted,
    )
    return post
      ? { itemId: post.id, text: post.text, conversationId: post.conversationId, at: post.createdAt }
      : null
  }

  const { text, participantId } = DmPayload.parse(JSON.parse(job.payload))
  const wanted = messageCore(text)
  const { items } = await x.dmsWith(job.handle_id, participantId, lookDepth)
  const event = items.find(
    (item) =>
      item.senderId === handle.x_user_id &&
      item.createdAt >= from &&
      !claimed.has(item.id) &&
      messageCore(item.text) === wanted,
  )
  return event
    ? { itemId: event.id, text: event.text, conversationId: event.conversationId, at: event.createdAt }
    : null
}
