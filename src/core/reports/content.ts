/**
 * @file What was written in the tickets of an export, as far as it may leave: the first public post of the customer and
 * the first public answer of ours, while X shows both. Each post and each person counts against what X's policy lets a
 * person take a day; which ones is not kept.
 */
import { sql } from 'kysely'
import type { ContentLeft, TicketContent } from '../../shared/domain/report-delivery.ts'
import type { TicketLine } from '../../shared/domain/report.ts'
import { Failure } from '../../shared/errors.ts'
import { record } from '../audit/audit.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { unescapeText } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'

/**
 * So many posts and people of X may leave a day in files that somebody saves by hand. X's policy says 500, guides of X
 * say more: the policy is what was agreed to.
 */
export const contentLimit = 500

const dayMs = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** So many tickets are asked for in one statement. */
const atOnce = 500

type Found = {
  ticketId: string
  role: 'customer' | 'ours'
  postId: string
  text: string
  authorId: string
  username: string | null
}

/** Posts of public tickets that are shown, oldest first; a repost says nothing of its own. */
async function postsOf(read: Reads, ticketIds: readonly string[]): Promise<Found[]> {
  return read
    .selectFrom('ticket_items as i')
    .innerJoin('tickets as t', 't.id', 'i.ticket_id')
    .innerJoin('posts as p', 'p.id', 'i.item_id')
    .leftJoin('people as a', 'a.x_user_id', 'p.author_id')
    .select(['i.ticket_id as ticketId', 'i.role', 'p.latest_id as postId', 'p.text'])
    .select(['p.author_id as authorId', 'a.username'])
    .where('i.ticket_id', 'in', ticketIds)
    .where('i.kind', '=', 'post')
    .where('t.channel', '=', 'public')
    .where('p.reposted_post_id', 'is', null)
    .where(isVisible('post', 'p.id', 't.brand_id'))
    .orderBy('i.at')
    .orderBy(sql.ref('i.item_id'))
    .execute()
}

/** What may leave, and how many posts and people of X that is, each once. */
export type Content = { content: TicketContent[]; objects: number }

/**
 * What of these tickets may leave, and how many posts and people of X that is, each once.
 * @param read that of the thread of long work
 */
export async function contentOf(
  read: Reads,
  lines: readonly Pick<TicketLine, 'ticketId' | 'channel' | 'erased'>[],
): Promise<Content> {
  const ids = lines.flatMap(({ ticketId, channel, erased }) =>
    channel === 'public' && !erased ? [ticketId] : [],
  )
  const content: TicketContent[] = []
  const objects = new Set<string>()
  for (let at = 0; at < ids.length; at += atOnce) {
    const found = Map.groupBy(await postsOf(read, ids.slice(at, at + atOnce)), ({ ticketId }) => ticketId)
    for (const ticketId of ids.slice(at, at + atOnce)) {
      const posts = found.get(ticketId) ?? []
      const asked = posts.find(({ role }) => role === 'customer')
      const answered = posts.find(({ role }) => role === 'ours')
      if (!asked && !answered) continue
      for (const post of [asked, answered]) if (post) objects.add(`post ${post.postId}`)
      if (asked && asked.username !== null && asked.username !== '') objects.add(`person ${asked.authorId}`)
      content.push({
        ticketId,
        customerHandle: asked?.username ?? '',
        customerPostId: asked?.postId ?? '',
        customerPost: unescapeText(asked?.text ?? ''),
        replyPostId: answered?.postId ?? '',
        reply: unescapeText(answered?.text ?? ''),
      })
    }
  }
  return { content, objects: objects.size }
}

/** How much of the day's limit is left. @param at epoch ms, of X's day */
export async function contentLeft(read: Reads, needs: number, at: number): Promise<ContentLeft> {
  const row = await read
    .selectFrom('content_exports')
    .select('objects')
    .where('day', '=', dayOf(at))
    .executeTakeFirst()
  return {
    needs,
    left: Math.max(0, contentLimit - (row?.objects ?? 0)),
    limit: contentLimit,
    freshAt: (Math.floor(at / dayMs) + 1) * dayMs,
  }
}

/**
 * Counts an export, and writes down that there was one.
 * @param at epoch ms, of X's day
 * @throws Failure `export.limit`: nothing was counted
 */
export async function countContent(
  tx: Tx,
  { needs, tickets, at }: { needs: number; tickets: number; at: number },
): Promise<void> {
  const { left, freshAt } = await contentLeft(tx.db, needs, at)
  if (needs > left) throw new Failure('export.limit', { needs, left, freshAt })
  await tx.db
    .insertInto('content_exports')
    .values({ day: dayOf(at), objects: needs })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({ objects: sql`content_exports.objects + ${needs}` }),
    )
    .execute()
  await record(tx, {
    event: 'report.content-exported',
    actionId: newId(tx.at),
    after: { objects: needs, tickets },
    undoable: false,
  })
}
