/** @file What else a customer has with a brand, and from what a ticket goes on. Reads only. */
import type { Stack, StackedTicket } from '../../shared/domain/stack.ts'
import type { TicketRef } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import type { TicketState } from './repo.ts'
import { titlesOf } from './title.ts'

/** A ticket by its number; null for none, or one that is gone. */
export async function ticketRef(read: Reads, ticketId: string | null): Promise<TicketRef | null> {
  if (ticketId === null) return null
  const row = await read.selectFrom('tickets').select('number').where('id', '=', ticketId).executeTakeFirst()
  return row ? { ticketId, number: row.number } : null
}

/** More than these are not told one by one. */
const stackedAtMost = 30

async function stacked(read: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, StackedTicket>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('tickets')
    .select(['id as ticketId', 'number', 'status', 'opened_at as openedAt'])
    .where('id', 'in', ids)
    .execute()
  const titles = await titlesOf(read, ids)
  return new Map(rows.map((row) => [row.ticketId, { ...row, title: titles.get(row.ticketId) ?? '' }]))
}

/** The stack that a ticket stands in. */
export async function stackOf(read: Reads, ticket: TicketState): Promise<Stack> {
  const others = await read
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
  const { previous_ticket_id: previous, merged_into_id: mergedInto } = ticket.own
  const all = [...others.map(({ id }) => id), previous, mergedInto]
  const known = await stacked(
    read,
    all.filter((id) => id !== null),
  )
  return {
    others: others.flatMap(({ id }) => known.get(id) ?? []),
    previous: known.get(previous ?? '') ?? null,
    mergedInto: known.get(mergedInto ?? '') ?? null,
  }
}
