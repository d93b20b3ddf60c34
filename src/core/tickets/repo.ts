/** @file The rows of tickets, notes and drafts. Whoever changes a ticket refreshes it in the same transaction. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Card, Draft, TicketStatus } from '../../shared/domain/ticket.ts'
import { Failure } from '../../shared/errors.ts'
import { ticketColumnNames, type TicketColumnsRow } from '../audit/ticket-columns.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { isSet } from '../db/values.ts'
import { wentOutAs } from '../macros/sign-off.ts'
import { forgetUses } from '../macros/uses.ts'
import { cardColumns, cardJoins, cardOf, type CardRow } from './cards.ts'

const cardById = compiled<'id', CardRow>(
  (value) => sql`SELECT ${cardColumns} FROM tickets t ${cardJoins} WHERE t.id = ${value('id')}`,
)

/** @throws Failure `ticket.missing` */
export async function ticketCard(read: Reads, ticketId: string): Promise<Card> {
  const [row] = await cardById(read, { id: ticketId })
  if (!row) throw new Failure('ticket.missing', { ticketId })
  return cardOf(row)
}

/** Tickets as rows; what is gone by now is left out. */
export async function cardsById(read: Reads, ids: readonly string[]): Promise<Map<string, Card>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CardRow>`
    SELECT ${cardColumns} FROM tickets t ${cardJoins} WHERE t.id IN (${sql.join([...ids])})`.execute(read)
  return new Map(rows.map((row) => [row.ticketId, cardOf(row)]))
}

/** A ticket as rules need it. */
export type TicketState = {
  id: string
  brandId: string
  handleId: string
  customerId: string
  channel: 'public' | 'dm'
  conversationId: string
  status: TicketStatus
  waitingOnXUntil: number | null
  newestOutboundAt: number | null
  oldestUnansweredAt: number | null
  needsReply: boolean
  /** It came in as something that was over already. */
  imported: boolean
  /** What agents change of it, as the table has it. */
  own: TicketColumnsRow
}

/** @throws Failure `ticket.missing` */
export async function ticketState(read: Reads, ticketId: string): Promise<TicketState> {
  const row = await read
    .selectFrom('tickets')
    .select([
      'id',
      'brand_id as brandId',
      'handle_id as handleId',
      'customer_id as customerId',
      'channel',
      'conversation_id as conversationId',
      'newest_outbound_at as newestOutboundAt',
      'oldest_unanswered_at as oldestUnansweredAt',
      'needs_reply',
      'imported_at',
    ])
    .select(ticketColumnNames)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw new Failure('ticket.missing', { ticketId })
  const { id, brandId, handleId, customerId, channel, conversationId, newestOutboundAt, oldestUnansweredAt } =
    row
  return {
    id,
    brandId,
    handleId,
    customerId,
    channel,
    conversationId,
    status: row.status,
    waitingOnXUntil: row.waiting_on_x_until,
    newestOutboundAt,
    oldestUnansweredAt,
    needsReply: isSet(row.needs_reply),
    imported: row.imported_at !== null,
    own: ownOf(row),
  }
}

/** The columns that agents change, without whatever else was read with them. */
export const ownOf = (row: TicketColumnsRow): TicketColumnsRow => ({
  status: row.status,
  solved_at: row.solved_at,
  solved_how: row.solved_how,
  outcome: row.outcome,
  waiting_on_x_until: row.waiting_on_x_until,
  snoozed_until: row.snoozed_until,
  snoozed_for_reply: row.snoozed_for_reply,
  follow_up_at: row.follow_up_at,
  follow_up_reason: row.follow_up_reason,
  owed_at: row.owed_at,
  owner_agent_id: row.owner_agent_id,
  title: row.title,
  priority: row.priority,
  handle_id: row.handle_id,
  previous_ticket_id: row.previous_ticket_id,
  merged_into_id: row.merged_into_id,
  incident_id: row.incident_id,
})

/** @returns the note's id */
export async function addNote(
  tx: Tx,
  ticketId: string,
  agentId: string | null,
  text: string,
): Promise<string> {
  const id = newId(tx.at)
  await tx.db
    .insertInto('notes')
    .values({ id, ticket_id: ticketId, agent_id: agentId, text, created_at: tx.at })
    .execute()
  tx.touch.ticket(ticketId)
  return id
}

/** How many tickets this customer has with this brand. */
export async function countOfCustomer(read: Reads, brandId: string, customerId: string): Promise<number> {
  const { count } = await read
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('brand_id', '=', brandId)
    .where('customer_id', '=', customerId)
    .where('merged_into_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export const draftsOf = (read: Reads, ticketId: string): Promise<Draft[]> =>
  read
    .selectFrom('drafts')
    .select(['ticket_id as ticketId', 'channel', 'text', 'revision'])
    .where('ticket_id', '=', ticketId)
    .orderBy('channel')
    .execute()

/** Whether this very text is held, or has left, as a message that is not settled yet. */
export async function isOnItsWay(read: Reads, { ticketId, channel, text }: Draft): Promise<boolean> {
  if (channel === 'note') return false
  const live = await read
    .selectFrom('jobs')
    .select(['payload', 'brand_id'])
    .where('ticket_id', '=', ticketId)
    .where('kind', 'in', channel === 'dm' ? ['dm'] : ['reply', 'chain'])
    .where('state', 'in', ['held', 'queued', 'sending', 'unsure', 'stopped', 'ask'])
    .execute()
  for (const { payload, brand_id: brandId } of live) {
    const message = Texts.parse(JSON.parse(payload)).text ?? ''
    if (message === text || (await wentOutAs(read, brandId, channel, text, message))) return true
  }
  return false
}

/** The part of a message's payload that a draft can be compared with. */
const Texts = z.object({ text: z.string().optional() })

/** Whether two texts claim to be the same revision. */
const isOther = (one: Pick<Draft, 'revision' | 'text'>, other: Pick<Draft, 'revision' | 'text'>): boolean =>
  one.revision === other.revision && one.text !== other.text

/**
 * Keeps what is typed; empty text forgets it.
 * @throws Failure `draft.stale` when a newer revision is stored, or the same one with another text: two windows type
 */
export async function keepDraft(tx: Tx, draft: Draft): Promise<Draft> {
  const { ticketId, channel, text } = draft
  const stored = await tx.db
    .selectFrom('drafts')
    .select(['revision', 'text'])
    .where('ticket_id', '=', ticketId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  if (stored && (draft.revision < stored.revision || isOther(draft, stored)))
    throw new Failure('draft.stale', { revision: stored.revision })
  const revision = stored ? draft.revision : Math.max(draft.revision, 1)
  if (text === '') {
    await tx.db
      .deleteFrom('drafts')
      .where('ticket_id', '=', ticketId)
      .where('channel', '=', channel)
      .execute()
    if (channel !== 'note') await forgetUses(tx, ticketId, channel)
  } else {
    const columns = { text, revision, updated_at: tx.at }
    await tx.db
      .insertInto('drafts')
      .values({ ticket_id: ticketId, channel, ...columns })
      .onConflict((conflict) => conflict.columns(['ticket_id', 'channel']).doUpdateSet(columns))
      .execute()
  }
  return { ticketId, channel, text, revision }
}
