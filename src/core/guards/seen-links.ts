/** @file Looks whether a link of a draft stood in a message of somebody else's. */
import { sql } from 'kysely'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { Entities } from '../posts/records.ts'
import { wasShownTo } from '../posts/visible.ts'
import { isSameLink, tellingPart, type DraftLink } from './links.ts'

/** A link that somebody else posted. `by` null: in a conversation that this brand does not see. */
export type SeenLink = DraftLink & { by: string | null }

/** Older messages are not looked through. */
const lookBackMs = 90 * 86_400_000
/** So many messages with the same beginning of a link are looked at. */
const messagesAtMost = 50
const linksAtMost = 8

const escaped = (text: string): string => text.replace(/[\\%_]/gu, (sign) => `\\${sign}`)

type Row = { entities: string | null; username: string | null; visible: number }

/**
 * Messages by others that may hold the link; those that this brand sees first, so that where it was can be told. The
 * indexes of messages with links are used through the very words of their condition.
 */
async function messagesWith(db: Reads, brandId: string, part: string, since: number): Promise<Row[]> {
  const own = db.selectFrom('handles').select('x_user_id').where('brand_id', '=', brandId)
  const like = `%${escaped(part)}%`
  const posts = await db
    .selectFrom('posts')
    .leftJoin('people', 'people.x_user_id', 'posts.author_id')
    .select(['posts.entities', 'people.username'])
    .select(wasShownTo(brandId, sql.lit('post'), 'posts.id').as('visible'))
    .where(sql<boolean>`posts.entities LIKE '%"displayUrl"%'`)
    .where('posts.created_at', '>', since)
    .where(sql<boolean>`posts.entities LIKE ${like} ESCAPE '\\'`)
    .where('posts.author_id', 'not in', own)
    .orderBy('posts.created_at', 'desc')
    .limit(messagesAtMost)
    .execute()
  const dms = await db
    .selectFrom('dm_events')
    .leftJoin('people', 'people.x_user_id', 'dm_events.sender_id')
    .select(['dm_events.entities', 'people.username'])
    .select(wasShownTo(brandId, sql.lit('dm'), 'dm_events.id').as('visible'))
    .where(sql<boolean>`dm_events.entities LIKE '%"displayUrl"%'`)
    .where('dm_events.created_at', '>', since)
    .where(sql<boolean>`dm_events.entities LIKE ${like} ESCAPE '\\'`)
    .where('dm_events.sender_id', 'not in', own)
    .orderBy('dm_events.created_at', 'desc')
    .limit(messagesAtMost)
    .execute()
  return [...posts, ...dms].sort((a, b) => b.visible - a.visible)
}

/** @param at the instant, epoch ms */
export async function seenLinks(
  db: Reads,
  brandId: string,
  links: readonly DraftLink[],
  at: number,
): Promise<SeenLink[]> {
  const seen: SeenLink[] = []
  for (const link of links.slice(0, linksAtMost)) {
    const rows = await messagesWith(db, brandId, tellingPart(link.link), at - lookBackMs)
    const row = rows.find(({ entities }) =>
      fromJson(Entities, entities)?.urls.some((url) => isSameLink(link.link, url)),
    )
    if (row) seen.push({ ...link, by: row.visible === 1 ? row.username : null })
  }
  return seen
}
