/**
 * @file Finds an own message by what survives X: its author, its text, its target and its time. Knows rows and pages,
 * no kind's meaning.
 */
import type { DmRecord } from '../../posts/records.ts'
import { messageCore } from '../rules.ts'
import type { Arrived, Outcome, Outgoing, Synced } from './kind.ts'

/** How far X's clock and ours may differ beyond what the `Date` header told, ms. */
const slackMs = 15_000
/** The newest posts or messages that one look reads. */
const lookDepth = 20

type Candidate = { id: string; text: string; conversationId: string; createdAt: number }
type Wanted = {
  userId: string
  /** When the earliest candidate can have been written, on X's clock. */
  from: number
  /** The message among these; one that another job has claimed is not this one. */
  pick(candidates: readonly Candidate[]): Outcome | null
}

async function wantedOf({ job, db, x }: Synced, text: string): Promise<Wanted> {
  const claimed = await db
    .selectFrom('jobs')
    .select('sent_item_id as itemId')
    .where('handle_id', '=', job.handle_id)
    .where('sent_item_id', 'is not', null)
    .execute()
  const parts = await db
    .selectFrom('job_parts')
    .innerJoin('jobs', 'jobs.id', 'job_parts.job_id')
    .select('job_parts.item_id as itemId')
    .where('jobs.handle_id', '=', job.handle_id)
    .execute()
  const taken = new Set([...claimed, ...parts].map((row) => row.itemId))
  const { x_user_id: userId } = await db
    .selectFrom('handles')
    .select('x_user_id')
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()
  const core = messageCore(text)
  const from = (job.sending_at ?? job.created_at) + x.dateOffsetMs() - slackMs
  return {
    userId,
    from,
    pick(candidates) {
      const found = candidates.find(
        (one) => one.createdAt >= from && !taken.has(one.id) && messageCore(one.text) === core,
      )
      if (!found) return null
      const item: Arrived = {
        itemId: found.id,
        text: found.text,
        conversationId: found.conversationId,
        at: found.createdAt,
      }
      return { item }
    },
  }
}

/** A post among what is synced. @param targetPostId null: one that answers nothing */
export async function syncedPost(
  out: Synced,
  text: string,
  targetPostId: string | null,
): Promise<Outcome | null> {
  const wanted = await wantedOf(out, text)
  const posts = await out.db
    .selectFrom('posts')
    .select(['id', 'text', 'conversation_id as conversationId', 'created_at as createdAt'])
    .where('author_id', '=', wanted.userId)
    .where('in_reply_to_post_id', targetPostId === null ? 'is' : '=', targetPostId)
    .where('reposted_post_id', 'is', null)
    .where('created_at', '>=', wanted.from)
    .execute()
  return wanted.pick(posts)
}

/** The same on the newest page of the handle's own time line, as X shows it. @throws `x.*` failures */
export async function shownPost(
  out: Outgoing,
  text: string,
  targetPostId: string | null,
): Promise<Outcome | null> {
  const { items } = await out.x.ownPosts(
    out.job.handle_id,
    { max: lookDepth },
    { ...out.purpose, stream: 'look' },
  )
  const wanted = await wantedOf(out, text)
  return wanted.pick(
    items.filter((item) => item.inReplyToPostId === targetPostId && item.repostedPostId === null),
  )
}

/** A direct message among what is synced. */
export async function syncedDm(out: Synced, text: string, participantId: string): Promise<Outcome | null> {
  const wanted = await wantedOf(out, text)
  const events = await out.db
    .selectFrom('dm_events')
    .select(['id', 'text', 'conversation_id as conversationId', 'created_at as createdAt'])
    .where('conversation_id', 'in', [
      `${participantId}-${wanted.userId}`,
      `${wanted.userId}-${participantId}`,
    ])
    .where('sender_id', '=', wanted.userId)
    .where('created_at', '>=', wanted.from)
    .execute()
  return wanted.pick(events)
}

/** The same on the newest page of the conversation, as X shows it. @throws `x.*` failures */
export async function shownDm(out: Outgoing, text: string, participantId: string): Promise<Outcome | null> {
  const { items } = await out.x.dmsWith(out.job.handle_id, participantId, lookDepth, {
    ...out.purpose,
    stream: 'look',
  })
  const wanted = await wantedOf(out, text)
  return wanted.pick(items.filter((item: DmRecord) => item.senderId === wanted.userId))
}
