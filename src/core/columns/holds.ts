/** @file Which of some tickets or posts stand in a column at this moment. */
import { sql } from 'kysely'
import type { PostCard } from '../../shared/domain/deck.ts'
import type { Database } from '../db/database.ts'
import { mutedPost, mutedTicket } from '../mutes/condition.ts'
import { mutesOver } from '../mutes/repo.ts'
import { ColumnId } from './column-id.ts'
import { inOrder, valuesFor } from './kinds.ts'
import { lookedAtMost, narrowed, shownBy, ticketRows } from './narrowed.ts'
import { standing as standsIn } from './narrowed-tickets.ts'
import { postsOf } from './posts.ts'
import { shownAs } from './shown.ts'

/**
 * Those of the tickets that the column shows, through its filter and without what is muted. None of a column of posts, or of a search.
 * @param ticketIds as many as one look at a column goes through, at most · @param now epoch ms
 */
export async function heldBy(
  { read, long }: Pick<Database, 'read' | 'long'>,
  columnId: string,
  ticketIds: readonly string[],
  now: number,
): Promise<Set<string>> {
  const asked = ColumnId.safeParse(columnId).data
  if (asked?.rows !== 'tickets' || asked.kind === 'outbox' || ticketIds.length === 0) return new Set()
  const { kind, brandId, subject } = asked
  const { filter } = await shownAs(read, columnId)
  const { from, key } = inOrder(kind, 'own')
  const limit = Math.min(ticketIds.length, lookedAtMost)
  const values = await valuesFor(read, { kind, brandId, subject, now }, null, limit)
  // Crosswise: begun from the column, all of its rows would be gone through for a few.
  const standing = sql<{ at: number; id: string }>`
    WITH asked(id) AS (VALUES ${sql.join(ticketIds.slice(0, limit).map((id) => sql`(${id})`))})
    SELECT ${key} AS at, t.id AS id FROM asked a CROSS JOIN ${from}
    WHERE t.id = a.id AND ${standsIn({ kind, brandId }, values)}`
  const leftOut = mutedTicket(await mutesOver(read, { id: columnId, kind }, now), now)
  if (filter === undefined && leftOut === null)
    return new Set((await standing.execute(read)).rows.map(({ id }) => id))
  const condition = await shownBy(long, { filter: filter ?? '', leftOut, now })
  const { places } = await narrowed(long, standing, { ...ticketRows, condition, newestFirst: true, limit })
  return new Set(places.map(({ id }) => id))
}

/** Those of the posts that a column of posts shows, without what is muted; none of another column. @param now epoch ms */
export async function postsHeldBy(
  { read, long }: Pick<Database, 'read' | 'long'>,
  columnId: string,
  postIds: readonly string[],
  now: number,
): Promise<PostCard[]> {
  const asked = ColumnId.safeParse(columnId).data
  if ((asked?.rows !== 'posts' && asked?.rows !== 'own') || postIds.length === 0) return []
  const rows = await postsOf(asked).byId(read, postIds)
  const cards = rows.flatMap(({ row }) => (row.kind === 'post' ? [row.post] : []))
  const leftOut = mutedPost(await mutesOver(read, { id: columnId, kind: asked.kind }, now), now)
  if (leftOut === null || cards.length === 0) return cards
  const { rows: shown } = await sql<{ id: string }>`
    SELECT p.id AS id FROM posts p
    WHERE p.id IN (${sql.join(cards.map(({ postId }) => postId))}) AND NOT ${leftOut}`.execute(long)
  return cards.filter(({ postId }) => shown.some(({ id }) => id === postId))
}
