/** @file What else a customer has with a brand, and from what a ticket goes on. Reads only. */
import type { Stack, StackedTicket } from '../../shared/domain/stack.ts'
import type { TicketRef } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import { ticketState, type TicketState } from './repo.ts'
import { titleOf } from './title.ts'

/** A ticket by its number; null for none, or one that is gone. */
export async function ticketRef(read: Reads, ticketId: string | null): Promise<TicketRef | null> {
  if (ticketId === null) return null
  const row = await read.selectFrom('tickets').select('number').where('id', '=', ticketId).executeTakeFirst()
  return row ? { ticketId, number: row.number } : null
}

/** More than these are not told one by one. */
const stackedAtMost = 30

async function stacked(read: Reads, ticketId: string): Promise<StackedTicket> {
  const ticket = await ticketState(read, ticketId)
  const row = await read
    .selectFrom('tickets')
    .select(['number', 'opened_at as openedAt'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return { ticketId, ...row, status: ticket.status, title: await titleOf(read, ticket) }
}

const stackedOrNull = (read: Reads, ticketId: string | null): Promise<StackedTicket | null> =>
  ticketId === null ? Promise.resolve(null) : stacked(read, ticketId)

/** The stack that a ticket stands in. */
export async function stackOf(read: Reads, ticket: TicketState): Promise<Stack> {
  const rows = await read
    .selectFrom('tickets')
    .select('id')
    .where('brand_id', '=', ticket.brandId)
    .where('customer_id', '=', ticket.customerId)
    .where('merged_into_id', 'is', null)
    .where('id', '<>', ticket.id)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(stackedAtMost)
    .execute()
  const [others, previous, mergedInto] = await Promise.all([
    Promise.all(rows.map(({ id }) => stacked(read, id))),
    stackedOrNull(read, ticket.own.previous_ticket_id),
    stackedOrNull(read, ticket.own.merged_into_id),
  ])
  return { others, previous, mergedInto }
}
