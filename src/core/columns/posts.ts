/** @file Columns of posts: what a brand listens to, what it wrote, what quotes it. Newest first, and how to read on. */
import { sql, type RawBuilder } from 'kysely'
import { countedAtMost, type ColumnRow, type OwnColumnKind, type PostCard } from '../../shared/domain/deck.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { Entities } from '../posts/records.ts'
import { fromJson } from '../db/values.ts'
import { linkLineOf, runsOf } from '../posts/text.ts'
import { personView, type PersonColumns } from '../tickets/cards.ts'
import type { Place } from './bounds.ts'
import type { ColumnId } from './column-id.ts'
import { isOfLiveBrand } from './kinds.ts'

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

/** What is shown of the post `p` by `c`. @param brandId of whose column it stands in · @param at by when it is sorted */
const columnsOf = (brandId: RawBuilder<unknown>, at: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  p.id AS "postId", ${brandId} AS "brandId", p.text, p.entities, p.lang, ${at} AS at,
  p.media_count AS "mediaCount", p.quoted_post_id AS "quotedPostId", p.likes, p.reposts,
  p.author_id AS "xUserId", c.name, c.username, c.followers, c.verified,
  (SELECT t.id FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
    WHERE i.item_id = p.id AND i.kind = 'post' AND t.brand_id = ${brandId} LIMIT 1) AS "ticketId"`

const page = (value: (name: Name) => unknown, further: RawBuilder<unknown>): RawBuilder<Row> => sql`
  SELECT ${columnsOf(sql`l.brand_id`, sql`lp.at`)}
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

type KeyedPost = { row: ColumnRow; sortAt: number; sortId: string }

/** One column of posts, newest first. */
export type PostColumn = {
  /** Up to `limit` posts below `end`, and how many there are in all. */
  page(read: Reads, end: Place | null, limit: number): Promise<{ rows: KeyedPost[]; total: number }>
  /** `at` and `id` of the next rows, `atMost` of them. */
  stretch(end: Place | null, atMost: number): RawBuilder<unknown>
  /** These of its posts. */
  byId(read: Reads, ids: readonly string[]): Promise<KeyedPost[]>
}

// PostgreSQL knows no empty list; no post is called like this.
const among = (column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<unknown> =>
  sql`AND ${column} IN (${sql.join(['', ...ids])})`

/** What one search or list brought. Nothing for what is not listened to any more. */
const listened = (listeningId: string): PostColumn => ({
  async page(read, end, limit) {
    const values = { listeningId, at: end?.at ?? 0, id: end?.id ?? '', limit }
    const rows = await (end ? next : first)(read, values)
    return { rows: rows.map(keyed), total: (await total(read, { listeningId }))[0]?.total ?? 0 }
  },
  stretch: (end, atMost) => sql`
    SELECT lp.at AS at, lp.post_id AS id FROM ${from}
    WHERE lp.listening_id = ${listeningId} ${end ? sql`AND (lp.at, lp.post_id) < (${end.at}, ${end.id})` : sql``}
    ORDER BY lp.at DESC, lp.post_id DESC LIMIT ${atMost}`,
  async byId(read, ids) {
    const values = { listeningId, at: 0, id: '', limit: ids.length }
    const { rows } = await page((name) => values[name], among(sql`lp.post_id`, ids)).execute(read)
    return rows.map(keyed)
  },
})

export const postsOf = (column: Extract<ColumnId, { rows: 'posts' | 'own' }>): PostColumn =>
  column.rows === 'posts' ? listened(column.listeningId) : ofOwn(column)

const keyed = (row: Row): KeyedPost => ({
  row: { kind: 'post', id: row.postId, post: cardOf(row), card: null },
  sortAt: row.at,
  sortId: row.postId,
})

type Whose = 'brandId' | 'at' | 'id' | 'limit'
type OwnValue = (name: Whose) => unknown

const isTheirs = (value: OwnValue, ofOne: boolean): RawBuilder<unknown> =>
  ofOne ? sql`h.brand_id = ${value('brandId')}` : sql`h.brand_id ${isOfLiveBrand}`
const isShown = sql`EXISTS (
  SELECT 1 FROM visible_to v WHERE v.kind = 'post' AND v.item_id = p.id AND v.handle_id = h.id)`

/** The newest of each handle first, along the index: all that one of several handles wrote is too much to sort. */
const ofHandles = (value: OwnValue, further: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  handles h JOIN posts p ON p.id IN (
    SELECT q.id FROM posts q WHERE q.author_id = h.x_user_id AND q.reposted_post_id IS NULL ${further}
    ORDER BY q.created_at DESC, q.id DESC LIMIT ${value('limit')})`

const sources: Record<OwnColumnKind, (value: OwnValue, further: RawBuilder<unknown>) => RawBuilder<unknown>> =
  {
    'own-posts': (value, further) => sql`${ofHandles(value, further)}
    LEFT JOIN people c ON c.x_user_id = p.author_id WHERE TRUE`,
    // Along the index of what quotes anything, for the most part that is us: crosswise, or SQLite begins with all that
    // the handles wrote.
    quotes: (_value, further) => sql`posts p CROSS JOIN posts o CROSS JOIN handles h
    LEFT JOIN people c ON c.x_user_id = p.author_id
    WHERE p.quoted_post_id IS NOT NULL AND o.id = p.quoted_post_id AND h.x_user_id = o.author_id
      AND p.author_id <> h.x_user_id ${further}`,
  }
const beyond: Record<OwnColumnKind, (value: OwnValue) => RawBuilder<unknown>> = {
  'own-posts': (value) => sql`AND (q.created_at, q.id) < (${value('at')}, ${value('id')})`,
  quotes: (value) => sql`AND (p.created_at, p.id) < (${value('at')}, ${value('id')})`,
}
/** The id of a post, where `further` stands. */
const inner: Record<OwnColumnKind, RawBuilder<unknown>> = { 'own-posts': sql`q.id`, quotes: sql`p.id` }

/** @param columns of each row · @param further in the words of `beyond` */
const ownSelect = <T>(
  kind: OwnColumnKind,
  ofOne: boolean,
  value: OwnValue,
  { columns, further }: { columns: RawBuilder<unknown>; further: RawBuilder<unknown> },
): RawBuilder<T> => sql<T>`
    SELECT ${columns} FROM ${sources[kind](value, further)} AND ${isTheirs(value, ofOne)} AND ${isShown}
    ORDER BY p.created_at DESC, p.id DESC LIMIT ${value('limit')}`
const ownColumns = columnsOf(sql`h.brand_id`, sql`p.created_at`)
const ownPage = (kind: OwnColumnKind, ofOne: boolean, isFirst: boolean) =>
  compiled<Whose, Row>((value) =>
    ownSelect(kind, ofOne, value, {
      columns: ownColumns,
      further: isFirst ? sql`` : beyond[kind](value),
    }),
  )
const ownTotal = (kind: OwnColumnKind, ofOne: boolean) =>
  compiled<Whose, { total: number }>(
    (value) => sql`
    SELECT count(*) AS total FROM (
      SELECT 1 FROM ${sources[kind](value, sql``)} AND ${isTheirs(value, ofOne)} AND ${isShown}
      LIMIT ${sql.lit(countedAtMost)}) counted`,
  )
const ownQueries = (kind: OwnColumnKind, ofOne: boolean) => ({
  first: ownPage(kind, ofOne, true),
  next: ownPage(kind, ofOne, false),
  total: ownTotal(kind, ofOne),
})
const queries = {
  'own-posts': { one: ownQueries('own-posts', true), all: ownQueries('own-posts', false) },
  quotes: { one: ownQueries('quotes', true), all: ownQueries('quotes', false) },
}

/** Posts by a brand's handles, or quoting them. */
function ofOwn({ kind, brandId }: { kind: OwnColumnKind; brandId: string | null }): PostColumn {
  const ofOne = brandId !== null
  const query = queries[kind][ofOne ? 'one' : 'all']
  const valuesAt = (end: Place | null, limit: number): Record<Whose, string | number> => ({
    brandId: brandId ?? '',
    at: end?.at ?? 0,
    id: end?.id ?? '',
    limit,
  })
  return {
    async page(read, end, limit) {
      const values = valuesAt(end, limit)
      const rows = await (end ? query.next : query.first)(read, values)
      const [counted] = await query.total(read, { ...values, limit: countedAtMost })
      return { rows: rows.map(keyed), total: counted?.total ?? 0 }
    },
    stretch(end, atMost) {
      const values = valuesAt(end, atMost)
      const value: OwnValue = (name) => values[name]
      return ownSelect(kind, ofOne, value, {
        columns: sql`p.created_at AS at, p.id AS id`,
        further: end ? beyond[kind](value) : sql``,
      })
    },
    async byId(read, ids) {
      const values = valuesAt(null, ids.length)
      const { rows } = await ownSelect<Row>(kind, ofOne, (name) => values[name], {
        columns: ownColumns,
        further: among(inner[kind], ids),
      }).execute(read)
      return rows.map(keyed)
    },
  }
}

const cardOf = (row: Row): PostCard => shown(row, fromJson(Entities, row.entities))

const shown = (row: Row, entities: Entities | null): PostCard => ({
  postId: row.postId,
  brandId: row.brandId,
  author: personView(row),
  runs: runsOf(row.text, entities),
  lang: row.lang,
  at: row.at,
  hasMedia: row.mediaCount > 0,
  isQuote: row.quotedPostId !== null,
  link: linkLineOf(entities),
  likes: row.likes,
  reposts: row.reposts,
  ticketId: row.ticketId,
})
