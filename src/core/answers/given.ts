/**
 * @file Reads what was answered before in solved tickets whose words are near to a question. Posts alone: what was said
 * in private is nobody else's. The one place of answers that asks the full-text index.
 */
import { sql } from 'kysely'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { Entities } from '../posts/records.ts'
import { runsOf } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'
import type { ConfirmedBy } from '../../shared/domain/answers.ts'
import type { TextRun } from '../../shared/domain/text.ts'
import { exchangesOf, type Exchange } from './exchanges.ts'
import { commonLanguage } from './languages.ts'

/** Of all that match, so many of the newest are looked at; of their tickets, the best. */
const matchesAtMost = 20_000
const nearAtMost = 100
/** So many of the brand's newest tickets tell what it says again and again. */
const newestAtMost = 60
/** A long complaint is told by its first words as well. */
const termsAtMost = 24

/** What was answered in a solved ticket, and to whom. */
export type Given = {
  ticketId: string
  number: number
  brandId: string
  customer: { name: string; username: string }
  /** Of the answer. */
  lang: string | null
  at: number
  question: string
  /** The answer's; `text` as X has it. */
  posts: readonly { id: string; text: string; runs: readonly TextRun[] }[]
  confirmed: ConfirmedBy | null
}

type Near = {
  id: string
  number: number
  brandId: string
  name: string | null
  username: string | null
  score: number | null
}

/** The tickets that hold these words, by FTS5's bm25: the lower the better, and the best message counts. */
async function near(
  read: Reads,
  terms: readonly string[],
  brandIds: readonly string[],
  without: string | null,
): Promise<Near[]> {
  const expression = terms
    .slice(0, termsAtMost)
    .map((term) => `"${term}"`)
    .join(' OR ')
  const { rows } = await sql<Near>`
    WITH hit AS MATERIALIZED (
      SELECT rowid AS n, bm25(post_words) AS score FROM post_words
      WHERE post_words MATCH ${expression} ORDER BY rowid DESC LIMIT ${matchesAtMost}),
    best AS MATERIALIZED (
      SELECT t.id, t.number, t.brand_id AS "brandId", t.customer_id AS customer, min(hit.score) AS near
      FROM hit CROSS JOIN posts m ON m.n = hit.n
      CROSS JOIN ticket_items i ON i.item_id = m.id AND i.kind = 'post'
      CROSS JOIN tickets t ON t.id = i.ticket_id
      WHERE t.brand_id IN (${sql.join(brandIds)}) AND t.status IN ('solved', 'closed')
        AND t.merged_into_id IS NULL AND t.first_reply_at IS NOT NULL AND t.id <> ${without ?? ''}
      GROUP BY t.id ORDER BY near LIMIT ${nearAtMost})
    SELECT best.id, number, "brandId", p.name, p.username,
      (SELECT max(score) FROM csat_asks c WHERE c.ticket_id = best.id) AS score
    FROM best LEFT JOIN people p ON p.x_user_id = best.customer ORDER BY near, best.id`.execute(read)
  return rows
}

/** The newest tickets of a brand that were answered in public and solved. */
async function newest(read: Reads, brandId: string, without: string | null): Promise<Near[]> {
  const { rows } = await sql<Near>`
    SELECT t.id, t.number, t.brand_id AS "brandId", p.name, p.username,
      (SELECT max(score) FROM csat_asks c WHERE c.ticket_id = t.id) AS score
    FROM tickets t LEFT JOIN people p ON p.x_user_id = t.customer_id
    WHERE t.brand_id = ${brandId} AND t.channel = 'public' AND t.status IN ('solved', 'closed')
      AND t.merged_into_id IS NULL AND t.first_reply_at IS NOT NULL AND t.id <> ${without ?? ''}
    ORDER BY t.newest_customer_at DESC, t.id DESC LIMIT ${newestAtMost}`.execute(read)
  return rows
}

type Item = {
  ticketId: string
  id: string
  ours: number
  at: number
  text: string
  entities: string | null
  lang: string | null
}
type Message = Omit<Item, 'ours'> & { isOurs: boolean }

async function messagesOf(read: Reads, ticketIds: readonly string[]): Promise<Map<string, Message[]>> {
  const { rows } = await sql<Item>`
    SELECT i.ticket_id AS "ticketId", m.id, CASE WHEN i.role = 'ours' THEN 1 ELSE 0 END AS ours, i.at,
      m.text, m.entities, m.lang
    FROM ticket_items i CROSS JOIN posts m CROSS JOIN tickets t
    WHERE i.ticket_id IN (${sql.join(ticketIds)}) AND i.kind = 'post' AND m.id = i.item_id
      AND t.id = i.ticket_id AND ${isVisible('post', 'm.id', 't.brand_id')}
    ORDER BY i.at, m.id`.execute(read)
  return Map.groupBy(
    rows.map(({ ours, ...row }) => ({ ...row, isOurs: ours === 1 })),
    ({ ticketId }) => ticketId,
  )
}

/** From here up a rating says that it helped. */
const goodFrom = 4

function confirmedBy({ thanked, isLast }: Exchange<Message>, score: number | null): ConfirmedBy | null {
  if (thanked) return 'thanked'
  return isLast && score !== null && score >= goodFrom ? 'rated' : null
}

/**
 * What was answered to questions with these words, and what the brand answered last.
 * @param terms as `askedTerms` gives them
 * @param brandIds whose tickets may be read: the brand that asks first, then others of its client
 * @param without the ticket that asks
 */
export async function givenNear(
  read: Reads,
  terms: readonly string[],
  brandIds: readonly [string, ...string[]],
  without: string | null,
): Promise<Given[]> {
  const found = [
    ...(terms.length === 0 ? [] : await near(read, terms, brandIds, without)),
    ...(await newest(read, brandIds[0], without)),
  ]
  return givenOf(read, [...new Map(found.map((ticket) => [ticket.id, ticket])).values()])
}

/**
 * Until X shows what we sent a moment ago, it says no language of it: it is in that of those whom it answers. What X has
 * looked at and calls no language stays so.
 */
function languageOf(answer: readonly Message[], said: readonly Message[]): string | null {
  const known = commonLanguage(answer.map(({ lang }) => lang))
  if (known !== null || answer.some(({ lang }) => lang !== null)) return known
  return commonLanguage(said.filter(({ isOurs }) => !isOurs).map(({ lang }) => lang))
}

async function givenOf(read: Reads, tickets: readonly Near[]): Promise<Given[]> {
  if (tickets.length === 0) return []
  const items = await messagesOf(
    read,
    tickets.map(({ id }) => id),
  )
  return tickets.flatMap(({ id, number, brandId, name, username, score }) => {
    const said = items.get(id) ?? []
    return exchangesOf(said).map((exchange) => ({
      ticketId: id,
      number,
      brandId,
      customer: { name: name ?? '', username: username ?? '' },
      lang: languageOf(exchange.answer, said),
      at: exchange.at,
      question: exchange.question,
      posts: exchange.answer.map((post) => ({
        id: post.id,
        text: post.text,
        runs: runsOf(post.text, fromJson(Entities, post.entities)),
      })),
      confirmed: confirmedBy(exchange, score),
    }))
  })
}

/** What was answered in public in one ticket, oldest first, whatever its status. */
export async function givenIn(read: Reads, ticketId: string): Promise<Given[]> {
  const rows = await read
    .selectFrom('tickets')
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select(['tickets.id', 'tickets.number', 'tickets.brand_id as brandId', 'people.name', 'people.username'])
    .where('tickets.id', '=', ticketId)
    .execute()
  return givenOf(
    read,
    rows.map((row) => ({ ...row, score: null })),
  )
}
