/** @file Brings what a ticket is up to date with what was found and said of its messages. */
import type { Reads, Tx } from '../db/database.ts'
import { triageOf, type LookedItem, type TicketTriage } from './of-ticket.ts'
import { factsOf, itemsOf, keepTriage, lookedItem, type TicketFacts } from './rows.ts'

/** A ticket with its messages that were looked at, oldest first; null when it is gone. */
export async function lookedTicket(
  read: Reads,
  ticketId: string,
): Promise<{ ticket: TicketFacts; items: LookedItem[] } | null> {
  const ticket = await factsOf(read, ticketId)
  if (!ticket) return null
  const rows = await itemsOf(read, ticketId)
  return { ticket, items: rows.flatMap((row) => lookedItem(row) ?? []) }
}

/** What the ticket is now. */
export const triageNow = (
  ticket: TicketFacts,
  items: readonly LookedItem[],
  now: number,
): TicketTriage | null =>
  triageOf(items, {
    answeredAt: ticket.answeredAt,
    followers: ticket.followers,
    verified: ticket.verified === 1,
    now,
  })

/** Keeps what a ticket is by what stands in the tables. */
export async function refreshTriage(tx: Tx, ticketId: string): Promise<void> {
  const found = await lookedTicket(tx.db, ticketId)
  if (found) await keepTriage(tx, ticketId, triageNow(found.ticket, found.items, tx.at))
}
