/**
 * @file Looks through posts, direct messages, notes and tickets. The newest matches of each index are ranked by how much
 * the words say and how old they are; a ticket stands once, with its best match.
 */
import { sql } from 'kysely'
import type { SearchQuery, SearchWord } from '../../shared/domain/search-query.ts'
import type { SearchMatch, SearchPage } from '../../shared/domain/search.ts'
import type { Reads } from '../db/database.ts'
import { unescapeText } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'
import { expressionOf } from './expression.ts'
import { filtersOf, isShown, matchesAtMost, newestMessage, peopleNamed, type Filters } from './filters.ts'
import { excerpt, marker, type Span } from './marks.ts'

/** So many messages are looked up at first; all that match where those stand in too few tickets. */
const bestAtFirst = 64
const notesAtMost = 20_000
const ticketsAtMost = 50
/** Of people whose handles or names begin alike, so many; one who is called just so is the first of them. */
const namesAtMost = 100
/** A match loses half of its weight in this time, ms. */
const halfWeightMs = 90 * 86_400_000

/** A message that matches; `score` as FTS5's bm25: the lower the better. */
type Hit = {
  ticketId: string
  kind: SearchMatch['kind']
  ours: number
  author: string | null
  at: number
  text: string
  score: number
}

const tables = {
  post: { index: 'post_words', table: 'posts', author: 'author_id' },
  dm: { index: 'dm_words', table: 'dm_events', author: 'sender_id' },
} as const

/** The best messages of one index that pass the filters, `atMost` of them. */
async function messages(
  read: Reads,
  kind: 'post' | 'dm',
  expression: string,
  { condition }: Filters,
  atMost: number,
): Promise<Hit[]> {
  const { index, table, author } = tables[kind]
  const authorId = sql.ref(`m.${author}`)
  // In the order of its joins SQLite follows the scores and stops at the last message that is wanted: whatever matches
  // beside those is never looked up.
  const { rows } = await sql<Hit>`
    WITH hit AS MATERIALIZED (
      SELECT rowid AS n, bm25(${sql.table(index)}) AS score FROM ${sql.table(index)}
      WHERE ${sql.table(index)} MATCH ${expression} ORDER BY rowid DESC LIMIT ${matchesAtMost}),
    best AS MATERIALIZED (SELECT n, score FROM hit ORDER BY score)
    SELECT t.id AS "ticketId", ${sql.lit(kind)} AS kind, i.role = 'ours' AS ours,
      CASE WHEN ${authorId} <> t.customer_id THEN (SELECT name FROM people WHERE x_user_id = ${authorId}) END AS author,
      m.created_at AS at, m.text, best.score
    FROM best CROSS JOIN ${sql.table(table)} m ON m.n = best.n
    CROSS JOIN ticket_items i ON i.item_id = m.id AND i.kind = ${sql.lit(kind)}
    CROSS JOIN tickets t ON t.id = i.ticket_id
    WHERE ${isShown} AND ${isVisible(kind, 'm.id', 't.brand_id')}
      AND ${condition({ author: authorId, at: sql`m.created_at` })}
    LIMIT ${atMost}`.execute(read)
  return rows
}

/** The best messages of one index: few of them are enough, unless those stand in too few tickets. */
async function best(read: Reads, kind: 'post' | 'dm', expression: string, filters: Filters): Promise<Hit[]> {
  const first = await messages(read, kind, expression, filters, bestAtFirst)
  const tickets = new Set(first.map(({ ticketId }) => ticketId))
  if (first.length < bestAtFirst || tickets.size > ticketsAtMost) return first
  return messages(read, kind, expression, filters, matchesAtMost)
}

const like = (text: string): string => `%${text.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`

async function notes(read: Reads, words: readonly SearchWord[], { condition }: Filters): Promise<Hit[]> {
  const told = words.map(({ text, not }) => {
    const holds = sql`n.text LIKE ${like(text)} ESCAPE '\\'`
    return not ? sql`NOT ${holds}` : holds
  })
  const { rows } = await sql<Hit>`
    SELECT t.id AS "ticketId", 'note' AS kind, 1 AS ours, a.name AS author, n.created_at AS at, n.text,
      0 AS score
    FROM (SELECT * FROM notes WHERE removed_at IS NULL ORDER BY id DESC LIMIT ${notesAtMost}) n
    JOIN tickets t ON t.id = n.ticket_id LEFT JOIN agents a ON a.id = n.agent_id
    WHERE ${sql.join(told, sql` AND `)} AND ${isShown}
      AND ${condition({ author: sql`t.customer_id`, at: sql`n.created_at` })}
    LIMIT ${ticketsAtMost}`.execute(read)
  return rows
}

/**
 * Tickets that the whole of the words names: by number, and by the beginning of the customer's name. From the names to
 * the tickets: the other way round would go through every ticket.
 */
async function named(read: Reads, text: string, { condition }: Filters): Promise<string[]> {
  const number = /^#?(\d{1,9})$/u.exec(text.trim())?.[1]
  const { rows } = await sql<{ ticketId: string }>`
    SELECT t.id AS "ticketId" FROM tickets t
    WHERE t.id IN (
      SELECT ct.id FROM ${peopleNamed(text, namesAtMost)} c
      CROSS JOIN brands b CROSS JOIN tickets ct ON ct.brand_id = b.id AND ct.customer_id = c.x_user_id
      UNION SELECT id FROM tickets WHERE number = ${number === undefined ? null : Number(number)})
      AND ${isShown} AND ${condition(newestMessage)}
    ORDER BY t.newest_customer_at DESC LIMIT ${ticketsAtMost}`.execute(read)
  return rows.map(({ ticketId }) => ticketId)
}

async function filtered(read: Reads, { condition }: Filters): Promise<string[]> {
  const { rows } = await sql<{ ticketId: string }>`
    SELECT t.id AS "ticketId" FROM tickets t
    WHERE ${isShown} AND ${condition(newestMessage)}
    ORDER BY t.newest_customer_at DESC LIMIT ${ticketsAtMost + 1}`.execute(read)
  return rows.map(({ ticketId }) => ticketId)
}

/** The best match of each ticket, the weightiest ticket first. */
function ranked(hits: readonly Hit[], now: number): Map<string, Hit> {
  const weight = ({ score, at }: Hit): number => -score * 0.5 ** (Math.max(0, now - at) / halfWeightMs)
  const best = new Map<string, Hit>()
  for (const hit of hits) {
    const known = best.get(hit.ticketId)
    if (!known || weight(hit) > weight(known)) best.set(hit.ticketId, hit)
  }
  return new Map([...best].toSorted(([, a], [, b]) => weight(b) - weight(a) || b.at - a.at))
}

async function found(
  read: Reads,
  query: SearchQuery,
  filters: Filters,
  now: number,
): Promise<Map<string, Hit | null>> {
  const expression = expressionOf(query.words)
  if (expression === null)
    return new Map(filters.isNone ? [] : (await filtered(read, filters)).map((ticketId) => [ticketId, null]))
  const byWords = ranked(
    [...(await best(read, 'post', expression, filters)), ...(await best(read, 'dm', expression, filters))],
    now,
  )
  const plain = query.words.every(({ not }) => !not)
  const byName = plain ? await named(read, query.words.map(({ text }) => text).join(' '), filters) : []
  const byNote = await notes(read, query.words, filters)
  return new Map<string, Hit | null>([
    ...byName.map((ticketId): [string, Hit | null] => [ticketId, byWords.get(ticketId) ?? null]),
    ...byNote
      .filter(({ ticketId }) => !byWords.has(ticketId))
      .map((hit): [string, Hit] => [hit.ticketId, hit]),
    ...byWords,
  ])
}

const matchOf = ({ kind, ours, author, at, text }: Hit, marksIn: (text: string) => Span[]): SearchMatch => {
  const shown = kind === 'note' ? text : unescapeText(text)
  return { kind, isOurs: ours === 1, author, at, ...excerpt(shown, marksIn(shown)) }
}

/** @param read the thread for what may take long · @param now epoch ms */
export async function search(
  read: Reads,
  query: SearchQuery,
  now: number,
): Promise<Omit<SearchPage, 'rows'> & { matches: { ticketId: string; match: SearchMatch | null }[] }> {
  const filters = await filtersOf(read, query.filters, now)
  const all = [...(await found(read, query, filters, now))]
  const marksIn = marker(query.words)
  return {
    matches: all.slice(0, ticketsAtMost).map(([ticketId, hit]) => ({
      ticketId,
      match: hit && matchOf(hit, marksIn),
    })),
    more: all.length > ticketsAtMost,
    unknown: filters.unknown,
  }
}
