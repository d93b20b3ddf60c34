/** @file The rows of incidents: what is known of one, its tickets and those that may be of it. */
import { sql } from 'kysely'
import type { IncidentDetail, IncidentView, TellKind } from '../../shared/domain/incident.ts'
import { IncidentTerms, type IncidentOfTicket } from '../../shared/domain/incident-words.ts'
import type { Card } from '../../shared/domain/ticket.ts'
import type { JobState } from '../../shared/domain/outbox.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import type { IncidentsTable } from '../db/tables/tickets.ts'
import { incidentNotice, toldOf } from '../notices/told.ts'
import { isTold } from '../notices/rules.ts'
import { isVisible } from '../posts/visible.ts'
import { ticketCard } from '../tickets/repo.ts'
import { memberIds } from './members.ts'
import { holdsTerm, toldByAll } from './rules.ts'

const Terms = IncidentTerms.catch([])

/** Suggestions at once; the next ones come when these are decided. */
const suggestedAtMost = 50
/** How far before an incident, or its first ticket, others may have begun. */
const leadMs = 24 * 3_600_000

export async function incidentRow(db: Reads, incidentId: string): Promise<IncidentsTable> {
  const row = await db.selectFrom('incidents').selectAll().where('id', '=', incidentId).executeTakeFirst()
  if (!row) throw new Failure('incident.missing', {})
  return row
}

/** Job states of the messages of one kind, by ticket. @param ticketId of this one alone */
export async function toldStates(
  db: Reads,
  incidentId: string,
  kind: TellKind,
  ticketId?: string,
): Promise<Map<string, JobState[]>> {
  const rows = await db
    .selectFrom('incident_messages')
    .innerJoin('jobs', 'jobs.id', 'incident_messages.job_id')
    .select(['incident_messages.ticket_id as ticketId', 'jobs.state'])
    .where('incident_messages.incident_id', '=', incidentId)
    .where('incident_messages.kind', '=', kind)
    .$if(ticketId !== undefined, (query) => query.where('incident_messages.ticket_id', '=', ticketId ?? ''))
    .execute()
  const states = new Map<string, JobState[]>()
  for (const { ticketId, state } of rows) states.set(ticketId, [...(states.get(ticketId) ?? []), state])
  return states
}

/** Whether everybody was told of it, or is about to be. */
async function isToldOf(
  db: Reads,
  { id, brand_id: brandId, opened_at: since }: IncidentsTable,
): Promise<boolean> {
  const notices = await toldOf(db, [brandId])
  return isTold({ id, incidentId: id, since }, notices.get(brandId) ?? [])
}

const heard = (states: ReadonlyMap<string, readonly JobState[]>): number =>
  [...states.values()].filter((of) => toldByAll(of) === 'sent').length

export async function incidentView(db: Reads, row: IncidentsTable): Promise<IncidentView> {
  const { count } = await db
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('incident_id', '=', row.id)
    .where('merged_into_id', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    brandId: row.brand_id,
    title: row.title,
    terms: Terms.parse(JSON.parse(row.terms)),
    statusText: row.status_text,
    openedAt: row.opened_at,
    overAt: row.over_at,
    tickets: count,
    answered: heard(await toldStates(db, row.id, 'answer')),
    told: heard(await toldStates(db, row.id, 'all-clear')),
    notice: await incidentNotice(db, row.id),
    isUntold: row.over_at === null && !(await isToldOf(db, row)),
  }
}

/** What the frame of a ticket says of its incident. */
export async function incidentOfTicket(
  db: Reads,
  incidentId: string | null,
): Promise<IncidentOfTicket | null> {
  if (incidentId === null) return null
  const row = await db.selectFrom('incidents').selectAll().where('id', '=', incidentId).executeTakeFirst()
  return row ? { id: row.id, title: row.title, statusText: row.status_text, overAt: row.over_at } : null
}

/** What customers of this brand's open tickets wrote lately; those of an incident, or refused by it, are not among them. */
async function candidates(db: Reads, row: IncidentsTable): Promise<{ ticketId: string; text: string }[]> {
  const first = await db
    .selectFrom('tickets')
    .select('opened_at')
    .where('incident_id', '=', row.id)
    .orderBy('opened_at')
    .executeTakeFirst()
  const since = Math.min(row.opened_at, first?.opened_at ?? row.opened_at) - leadMs
  const { rows } = await sql<{ ticketId: string; text: string }>`
    SELECT t.id AS "ticketId", coalesce(p.text, d.text) AS text
    FROM tickets t
    JOIN ticket_items i ON i.ticket_id = t.id AND i.role = 'customer'
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id AND ${isVisible('post', 'p.id', 't.brand_id')}
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id AND ${isVisible('dm', 'd.id', 't.brand_id')}
    WHERE t.brand_id = ${row.brand_id} AND t.status IN ('new', 'open', 'pending', 'on-hold')
      AND t.incident_id IS NULL AND t.merged_into_id IS NULL
      AND t.newest_customer_at >= ${since} AND i.at >= ${since}
      AND coalesce(p.text, d.text) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM incident_refusals r
        WHERE r.incident_id = ${row.id} AND r.ticket_id = t.id)
    ORDER BY i.at`.execute(db)
  return rows
}

/** Tickets that may be of this incident, the oldest first. None once it is over. */
export async function suggestedIds(db: Reads, row: IncidentsTable): Promise<string[]> {
  const terms = Terms.parse(JSON.parse(row.terms))
  if (row.over_at !== null || terms.length === 0) return []
  const found = (await candidates(db, row)).filter(({ text }) => holdsTerm(text, terms))
  return [...new Set(found.map(({ ticketId }) => ticketId))].slice(0, suggestedAtMost)
}

async function cardsOf(db: Reads, ids: readonly string[]): Promise<Card[]> {
  const cards: Card[] = []
  for (const id of ids) cards.push(await ticketCard(db, id))
  return cards
}

/** @throws Failure `incident.missing` */
export async function incidentDetail(db: Reads, incidentId: string): Promise<IncidentDetail> {
  const row = await incidentRow(db, incidentId)
  const [answers, clears] = [
    await toldStates(db, row.id, 'answer'),
    await toldStates(db, row.id, 'all-clear'),
  ]
  const members = await cardsOf(db, await memberIds(db, row.id))
  return {
    incident: await incidentView(db, row),
    members: members.map((card) => ({
      card,
      answer: toldByAll(answers.get(card.ticketId) ?? []),
      allClear: toldByAll(clears.get(card.ticketId) ?? []),
    })),
    suggested: await cardsOf(db, await suggestedIds(db, row)),
  }
}
