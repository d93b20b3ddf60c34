/** @file Private data that a customer wrote in public, in the posts of a ticket: they are told, and asked to delete it. */
import type { Exposed } from '../../shared/domain/guard.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { isVisible } from '../posts/visible.ts'
import { unescapeText } from '../posts/text.ts'
import { privateDataIn } from './private-data.ts'

/** A long conversation is looked through from its newest post on. */
const postsAtMost = 50

/** Which public posts of its customer hold what; nothing of what it is. Posts that X no longer shows tell nobody. */
export async function exposedIn(db: Reads, ticketId: string): Promise<Exposed[]> {
  const posts = await db
    .selectFrom('ticket_items')
    .innerJoin('posts', 'posts.id', 'ticket_items.item_id')
    .innerJoin('tickets', 'tickets.id', 'ticket_items.ticket_id')
    .select(['posts.id', 'posts.text', 'tickets.brand_id as brandId'])
    .where('ticket_items.ticket_id', '=', ticketId)
    .where('ticket_items.kind', '=', 'post')
    .where('ticket_items.role', '=', 'customer')
    .where(isVisible('post', 'posts.id', 'tickets.brand_id'))
    .orderBy('posts.created_at', 'desc')
    .limit(postsAtMost)
    .execute()
  const [first] = posts
  if (!first) return []
  const setting = await brandSetting(db, first.brandId, 'privateData')
  return posts.flatMap(({ id, text }) => {
    const kinds = [...new Set(privateDataIn(unescapeText(text), setting).map(({ kind }) => kind))]
    return kinds.length > 0 ? [{ postId: id, kinds }] : []
  })
}
