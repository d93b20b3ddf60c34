/** @file Columns of what a brand listens to: which posts stand in one, newest first, and how to read on. */
import { sql, type RawBuilder } from 'kysely'
import { countedAtMost, type ColumnRow, type PostCard } from '../../shared/domain/deck.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { Entities } from '../posts/records.ts'
import { fromJson } from '../db/values.ts'
import { runsOf } from '../posts/text.ts'
import { personView, type PersonColumns } from '../tickets/cards.ts'

type Row = PersonColumns & {
  postId: string
  brandId: string
  text: string
  entities: string | null
  lang: string | null
  at: number
  mediaCount: number
  quotedPostId: string | null
  likes: number
  reposts: number
  ticketId: string | null
}
type Name = 'listeningId' | 'at' | 'id' | 'limit'

// Only what the handle that reads it was shown, and still may be.
const from = sql`
  listening_posts lp JOIN listening l ON l.id = lp.listening_id JOIN posts p ON p.id = lp.post_id
  JOIN visible_to v ON v.kind = 'post' AND v.item_id = lp.post_id AND v.handle_id = l.handle_id`

const page = (value: (name: Name) => unknown, further: RawBuilder<unknown>): RawBuilder<Row> => sql`
  SELECT p.id AS "postId", l.brand_id AS "brandId", p.text, p.entities, p.lang, lp.at,
    p.media_count AS "mediaCount", p.quoted_post_id AS "quotedPostId", p.likes, p.reposts,
    p.author_id AS "xUserId", c.name, c.username, c.followers, c.verified,
    (SELECT t.id FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
      WHERE i.item_id = p.id AND i.kind = 'post' AND t.brand_id = l.brand_id LIMIT 1) AS "ticketId"
  FROM ${from} LEFT JOIN people c ON c.x_user_id = p.author_id
  WHERE lp.listening_id = ${value('listeningId')} ${further}
  ORDER BY lp.at DESC, lp.post_id DESC LIMIT ${value('limit')}`

const first = compiled<Name, Row>((value) => page(value, sql``))
const next = compiled<Name, Row>((value) =>
  page(value, sql`AND (lp.at, lp.post_id) < (${value('at')}, ${value('id')})`),
)
const total = compiled<'listeningId', { total: number }>(
  (value) => sql`
  SELECT count(*) AS total FROM (
    SELECT 1 FROM ${from} WHERE lp.listening_id = ${value('listeningId')} LIMIT ${sql.lit(countedAtMost)}) counted`,
)

/** Up to `limit` posts below `end`, and how many there are in all. Nothing for what is not listened to any more. */
export async function postRows(
  read: Reads,
  listeningId: string,
  end: { at: number; id: string } | null,
  limit: number,
): Promise<{ rows: { row: ColumnRow; sortAt: number; sortId: string }[]; total: number }> {
  const values = { listeningId, at: end?.at ?? 0, id: end?.id ?? '', limit }
  const rows = await (end ? next : first)(read, values)
  return {
    rows: rows.map((row) => ({
      row: { kind: 'post', id: row.postId, post: cardOf(row), card: null },
      sortAt: row.at,
      sortId: row.postId,
    })),
    total: (await total(read, { listeningId }))[0]?.total ?? 0,
  }
}

const cardOf = (row: Row): PostCard => ({
  postId: row.postId,
  brandId: row.brandId,
  author: personView(row),
  runs: runsOf(row.text, fromJson(Entities, row.entities)),
  lang: row.lang,
  at: row.at,
  hasMedia: row.mediaCount > 0,
  isQuote: row.quotedPostId !== null,
  likes: row.likes,
  reposts: row.reposts,
  ticketId: row.ticketId,
})
