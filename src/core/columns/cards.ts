/** @file Reads tickets in the form that a column shows: the customer, the newest message, what is on its way. */
import { sql } from 'kysely'
import type { TextRun } from '../../shared/domain/text.ts'
import { TicketStatus, type Card, type JobView, type Person } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import { fromJson, isSet } from '../db/values.ts'
import { jobView, type JobRow } from '../outbox/repo.ts'
import { Entities } from '../posts/records.ts'
import { runsOf } from '../posts/text.ts'

type CardRow = {
  id: string
  number: number
  brand_id: string
  status: string
  customer_id: string
  channel: 'public' | 'dm'
  newest_customer_at: number
  due_at: number | null
  needs_reply: number
  waiting_on_x_until: number | null
  answered_elsewhere: number
  username: string
  owner_initials: string | null
  person_name: string | null
  person_username: string | null
  followers: number | null
  verified: number | null
  text: string | null
  entities: string | null
  lang: string | null
  media_count: number | null
  quoted_post_id: string | null
}

/** A person as screens show one; somebody not yet looked up is named by their id. */
export function personOf(row: {
  xUserId: string
  name: string | null
  username: string | null
  followers: number | null
  verified: number | null
}): Person {
  return {
    xUserId: row.xUserId,
    name: row.name || row.username || row.xUserId,
    // X's own form of a profile whose name is not known: fifteen characters at most.
    username: row.username || `id${row.xUserId.slice(-13)}`,
    avatar: null,
    followers: row.followers,
    verified: isSet(row.verified),
  }
}

/** Text as runs, with the entities that its row holds. */
export const runsOfRow = (text: string, entities: string | null): TextRun[] =>
  runsOf(text, fromJson(Entities, entities))

/** The newest unsettled message of each ticket, with its handle and agent. */
async function unsettledJobs(db: Reads, ticketIds: readonly string[]): Promise<Map<string, JobView>> {
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .selectAll('jobs')
    .select(['handles.username', 'agents.initials as agent_initials'])
    .where('jobs.ticket_id', 'in', ticketIds)
    .where('jobs.settled_at', 'is', null)
    .orderBy('jobs.id')
    .execute()
  return new Map(rows.map((row) => [row.ticket_id, jobView(row, row.username, row.agent_initials)]))
}

/** Brands that have a ticket for the same customer message. */
async function linkedBrands(db: Reads, ticketIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('ticket_items as own')
    .innerJoin('ticket_items as other', (join) =>
      join
        .onRef('other.item_id', '=', 'own.item_id')
        .onRef('other.kind', '=', 'own.kind')
        .onRef('other.ticket_id', '<>', 'own.ticket_id'),
    )
    .innerJoin('tickets', 'tickets.id', 'other.ticket_id')
    .select(['own.ticket_id', 'tickets.brand_id'])
    .distinct()
    .where('own.ticket_id', 'in', ticketIds)
    .where('own.role', '=', 'customer')
    .where('other.role', '=', 'customer')
    .execute()
  const linked = new Map<string, string[]>()
  for (const { ticket_id, brand_id } of rows)
    linked.set(ticket_id, [...(linked.get(ticket_id) ?? []), brand_id])
  return linked
}

/** Cards by ticket id; a ticket that is not there is left out. */
export async function cardsOf(db: Reads, ticketIds: readonly string[]): Promise<Map<string, Card>> {
  if (ticketIds.length === 0) return new Map()
  const { rows } = await sql<CardRow>`
    SELECT t.id, t.number, t.brand_id, t.status, t.customer_id, t.channel, t.newest_customer_at, t.due_at, t.needs_reply,
      t.waiting_on_x_until, t.answered_elsewhere, handle.username, owner.initials AS owner_initials,
      person.name AS person_name, person.username AS person_username, person.followers, person.verified,
      coalesce(post.text, dm.text) AS text, coalesce(post.entities, dm.entities) AS entities, post.lang,
      coalesce(post.media_count, dm.media_count) AS media_count, post.quoted_post_id
    FROM tickets t
    JOIN handles handle ON handle.id = t.handle_id
    LEFT JOIN people person ON person.x_user_id = t.customer_id
    LEFT JOIN agents owner ON owner.id = t.owner_agent_id
    LEFT JOIN posts post ON t.channel = 'public' AND post.id = t.newest_customer_item
    LEFT JOIN dm_events dm ON t.channel = 'dm' AND dm.id = t.newest_customer_item
    WHERE t.id IN (${sql.join(ticketIds)})`.execute(db)
  const jobs = await unsettledJobs(db, ticketIds)
  const linked = await linkedBrands(db, ticketIds)
  return new Map(rows.map((row) => [row.id, cardOf(row, jobs.get(row.id) ?? null, linked.get(row.id) ?? [])]))
}

function cardOf(row: CardRow, job: JobView | null, linkedBrandIds: string[]): Card {
  return {
    ticketId: row.id,
    number: row.number,
    brandId: row.brand_id,
    status: TicketStatus.parse(row.status),
    customer: personOf({
      xUserId: row.customer_id,
      name: row.person_name,
      username: row.person_username,
      followers: row.followers,
      verified: row.verified,
    }),
    runs: runsOfRow(row.text ?? '', row.entities),
    lang: row.lang,
    channel: row.channel,
    messageAt: row.newest_customer_at,
    dueAt: row.due_at,
    needsReply: isSet(row.needs_reply),
    waitingOnXUntil: row.waiting_on_x_until,
    hasMedia: (row.media_count ?? 0) > 0,
    isQuote: row.quoted_post_id !== null,
    ownerInitials: row.owner_initials,
    job,
    linkedBrandIds,
    answeredElsewhere: isSet(row.answered_elsewhere),
  }
}

/** An outgoing row of a column. */
export type OutboxRow = JobRow & { username: string; agent_initials: string | null }
