/**
 * @file Whom an answer or a new post of a brand may name, while an @ is typed: from what is stored, no read at X. Handles
 * of other brands are never among them, nor is anybody who wrote to another brand alone, or pretends to be a brand.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Contract } from '../../shared/contract/contract.ts'
import type { AttachedTo } from '../../shared/domain/media.ts'
import { calledSo, type Mentionable, type MentionReason } from '../../shared/domain/mention.ts'
import { Failure } from '../../shared/errors.ts'
import { Username } from '../../shared/ids.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import { isVisible } from '../posts/visible.ts'
import type { CallContext } from '../rpc-context.ts'
import { peopleNamed } from '../search/filters.ts'
import { ticketState } from '../tickets/repo.ts'

const offeredAtMost = 8
/** Of a conversation so many who wrote last; it may have ten thousand replies. */
const writersAtMost = 300
/** The brand's newest tickets: whoever wrote lately is found by any word of the name. */
const ticketsAtMost = 400
/** Everybody else by how handle or name begins: so many of each are held against the brand's tickets. */
const namesAtMost = 200

/** Who writes: the brand, and the ticket that it answers. */
type Writing = { brandId: string; ticketId: string | null; handleId: string | null }
type Row = Omit<Mentionable, 'reason'>

/** Of everybody in the rows of `who` (columns `id`, `at`), newest first. */
async function peopleOf(read: Reads, brandId: string, who: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT q.x_user_id AS "xUserId", q.username, q.name, q.avatar_id AS avatar
    FROM (${who}) w CROSS JOIN people q
    WHERE q.x_user_id = w.id AND q.username <> ''
      AND NOT EXISTS (SELECT 1 FROM handles oh WHERE oh.x_user_id = q.x_user_id)
      AND NOT EXISTS (SELECT 1 FROM impostors im WHERE im.x_user_id = q.x_user_id AND im.state <> 'dismissed')
      AND NOT EXISTS (SELECT 1 FROM person_wishes pw
        WHERE pw.brand_id = ${brandId} AND pw.x_user_id = q.x_user_id AND pw.wish = 'leave-alone')
    ORDER BY w.at DESC, q.x_user_id`.execute(read)
  return rows
}

/** The ticket's customer, and who wrote in its conversation where a handle of the brand could see it. */
const inConversation = (ticketId: string): RawBuilder<unknown> => sql`
  SELECT t.customer_id AS id, t.newest_customer_at AS at FROM tickets t WHERE t.id = ${ticketId}
  UNION
  SELECT a.author_id AS id, a.at FROM (
    SELECT t.brand_id, t.conversation_id, p.author_id, max(p.created_at) AS at
    FROM tickets t CROSS JOIN posts p
    WHERE t.id = ${ticketId} AND p.conversation_id = t.conversation_id
    GROUP BY t.brand_id, t.conversation_id, p.author_id ORDER BY max(p.created_at) DESC LIMIT ${writersAtMost}) a
  WHERE EXISTS (SELECT 1 FROM posts s
    WHERE s.conversation_id = a.conversation_id AND s.author_id = a.author_id
      AND ${isVisible('post', 's.id', 'a.brand_id')})`

const newestIn = (brandId: string, channel: 'public' | 'dm'): RawBuilder<unknown> => sql`
  SELECT * FROM (SELECT customer_id, newest_customer_at FROM tickets
    WHERE brand_id = ${brandId} AND channel = ${channel}
    ORDER BY newest_customer_at DESC LIMIT ${ticketsAtMost}) n_${sql.raw(channel)}`

const lately = (brandId: string): RawBuilder<unknown> => sql`
  SELECT customer_id AS id, max(newest_customer_at) AS at
  FROM (${newestIn(brandId, 'public')} UNION ALL ${newestIn(brandId, 'dm')}) n GROUP BY customer_id`

const everNamed = (brandId: string, query: string): RawBuilder<unknown> => sql`
  SELECT c.x_user_id AS id, max(t.newest_customer_at) AS at
  FROM ${peopleNamed(query, namesAtMost)} c CROSS JOIN tickets t
  WHERE t.brand_id = ${brandId} AND t.customer_id = c.x_user_id GROUP BY c.x_user_id`

/** The brand's other handles; the one that speaks has no need to name itself. */
async function ownHandles(read: Reads, { brandId, handleId }: Writing): Promise<Row[]> {
  const rows = await read
    .selectFrom('handles')
    .leftJoin('people', 'people.x_user_id', 'handles.x_user_id')
    .select(['handles.id', 'handles.x_user_id as xUserId', 'handles.username'])
    .select(['people.name', 'people.avatar_id as avatar'])
    .where('handles.brand_id', '=', brandId)
    .where('handles.state', '<>', 'removed')
    .orderBy('handles.username')
    .execute()
  return rows
    .filter(({ id }) => id !== handleId)
    .map(({ xUserId, username, name, avatar }) => ({ xUserId, username, name: name || username, avatar }))
}

/** A handle that changed hands, or a name that came before the lookup: whom two brands know by one word is left out. */
async function foreignHandles(read: Reads, brandId: string): Promise<Set<string>> {
  const rows = await read
    .selectFrom('handles')
    .select('username')
    .where('brand_id', '<>', brandId)
    .union((union) =>
      union.selectFrom('expected_handles').select('username').where('brand_id', '<>', brandId),
    )
    .execute()
  return new Set(rows.map(({ username }) => username.toLowerCase()))
}

/** @throws Failure `ticket.missing`, `brand.missing` */
async function writingOf(read: Reads, to: AttachedTo): Promise<Writing> {
  if (to.kind === 'ticket') {
    const { brandId, handleId } = await ticketState(read, to.ticketId)
    return { brandId, ticketId: to.ticketId, handleId }
  }
  const brand = await read
    .selectFrom('brands')
    .select('id')
    .where('id', '=', to.brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId: to.brandId })
  return { brandId: brand.id, ticketId: null, handleId: null }
}

/**
 * The few whom a query says: first those of the conversation, then who wrote to this brand, then its own handles. The
 * same bounded number of rows is looked at however many people there are.
 */
export async function mentionable(read: Reads, to: AttachedTo, query: string): Promise<Mentionable[]> {
  const writing = await writingOf(read, to)
  const { brandId, ticketId } = writing
  const [talking, recent, named, own, foreign] = await Promise.all([
    ticketId === null ? [] : peopleOf(read, brandId, inConversation(ticketId)),
    peopleOf(read, brandId, lately(brandId)),
    peopleOf(read, brandId, everNamed(brandId, query)),
    ownHandles(read, writing),
    foreignHandles(read, brandId),
  ])
  const because = (reason: MentionReason, rows: readonly Row[]) =>
    calledSo(rows, query).map((row) => ({ ...row, reason }))
  const offered = new Map<string, Mentionable>()
  for (const person of [
    ...because('conversation', talking),
    ...because('customer', [...recent, ...named]),
    ...because('own', own),
  ])
    if (
      !offered.has(person.xUserId) &&
      Username.safeParse(person.username).success &&
      !foreign.has(person.username.toLowerCase())
    )
      offered.set(person.xUserId, person)
  return [...offered.values()].slice(0, offeredAtMost)
}

export function mentionService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'person.mentionable'> {
  return { 'person.mentionable': ({ to, query }) => mentionable(database.read, to, query) }
}
