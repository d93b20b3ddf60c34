/** @file What the engine of arrivals reads: columns that make themselves known, messages, and what is known of posts. */
import { sql } from 'kysely'
import { canAlert } from '../../shared/domain/deck.ts'
import type { Arrival } from '../../shared/host-protocol.ts'
import type { Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { listDecks } from '../decks/repo.ts'
import { isVisible } from '../posts/visible.ts'

/** A column that makes itself known, in the deck where it does. */
export type LoudColumn = NonNullable<Arrival['notice']> & { alert: boolean; sound: boolean }

/** In the order of the decks. @param now epoch ms */
export async function loudColumns(read: Reads, now: number): Promise<LoudColumn[]> {
  const some = await read
    .selectFrom('deck_columns')
    .select('column_id')
    .where((where) => where.or([where('alert', '=', 1), where('sound', '=', 1)]))
    .limit(1)
    .executeTakeFirst()
  if (!some) return []
  return (await listDecks(read, now)).flatMap((deck) =>
    deck.columns
      .filter(({ kind, look }) => canAlert(kind) && (look.alert || look.sound))
      .map(({ id, kind, title, look: { alert, sound } }) => ({
        deckId: deck.id,
        columnId: id,
        kind,
        title,
        alert,
        sound,
      })),
  )
}

/** A customer's message. `observedAt`: when it was stored, by core's clock. */
export type Message = {
  itemId: string
  ticketId: string
  author: string
  brandId: string
  brandName: string
  loud: number
  observedAt: number
}

/** What customers wrote in these tickets from `since` on, epoch ms by X's clock; oldest first. None of an imported past. */
export async function messagesOf(
  read: Reads,
  ticketIds: readonly string[],
  since: number,
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    SELECT i.item_id AS "itemId", t.id AS "ticketId", coalesce(c.name, '') AS author, t.brand_id AS "brandId",
      b.name AS "brandName", coalesce(tt.loud, 0) AS loud, coalesce(p.observed_at, d.observed_at) AS "observedAt"
    FROM tickets t CROSS JOIN ticket_items i CROSS JOIN brands b
    LEFT JOIN people c ON c.x_user_id = t.customer_id
    LEFT JOIN ticket_triage tt ON tt.ticket_id = t.id
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id AND ${isVisible('post', 'p.id', 't.brand_id')}
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id AND ${isVisible('dm', 'd.id', 't.brand_id')}
    WHERE t.id IN (${sql.join(ticketIds)}) AND t.imported_at IS NULL AND i.ticket_id = t.id AND i.role = 'customer'
      AND i.at >= ${since} AND b.id = t.brand_id AND b.removed_at IS NULL
      AND coalesce(p.observed_at, d.observed_at) IS NOT NULL
    ORDER BY i.at, i.item_id`.execute(read)
  return rows
}

/** What is known of a post that one of our handles wrote. `fromHere`: this console sent it, or may have. */
export type Own = { brandId: string; fromHere: boolean }

/** Those of the posts that our handles wrote. */
export async function ownAmong(read: Reads, postIds: readonly string[]): Promise<ReadonlyMap<string, Own>> {
  if (postIds.length === 0) return new Map()
  // A message of this console that has no known end is most likely the one that shows up.
  const { rows } = await sql<{ postId: string; brandId: string; fromHere: number }>`
    SELECT p.id AS "postId", h.brand_id AS "brandId", CASE WHEN
      EXISTS (SELECT 1 FROM jobs j WHERE j.sent_item_id = p.id)
      OR EXISTS (SELECT 1 FROM job_parts part WHERE part.item_id = p.id)
      OR EXISTS (SELECT 1 FROM jobs j WHERE j.handle_id = h.id AND j.settled_at IS NULL
        AND j.state IN ('sending', 'unsure') AND j.kind IN ('reply', 'chain', 'post'))
      THEN 1 ELSE 0 END AS "fromHere"
    FROM posts p JOIN handles h ON h.x_user_id = p.author_id
    WHERE p.id IN (${sql.join([...postIds])})`.execute(read)
  return new Map(
    rows.map(({ postId, brandId, fromHere }) => [postId, { brandId, fromHere: isSet(fromHere) }]),
  )
}

/** The names of these brands. */
export async function brandNames(
  read: Reads,
  brandIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (brandIds.length === 0) return new Map()
  const rows = await read.selectFrom('brands').select(['id', 'name']).where('id', 'in', brandIds).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Those of the tickets that break through quiet hours. */
export async function loudAmong(read: Reads, ticketIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0) return new Set()
  const rows = await read
    .selectFrom('ticket_triage')
    .select('ticket_id as id')
    .where('ticket_id', 'in', ticketIds)
    .where('loud', '=', 1)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
