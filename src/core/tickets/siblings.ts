/** @file The other tickets of a customer with the same brand: their cards tell how many are open. */
import type { Tx } from '../db/database.ts'

/** Tells that the cards beside this one changed: how many are open with this customer. */
export function touchSiblings(tx: Tx, ticketId: string): void {
  for (const { id } of tx.raw<{ id: string }>(siblings).all(ticketId)) tx.touch.ticket(id)
}

/** Tells that tickets of other brands that hold a message of this one changed: whether somebody answered it. */
export function touchLinked(tx: Tx, ticketId: string): void {
  for (const { id } of tx.raw<{ id: string }>(linked).all(ticketId)) tx.touch.ticket(id)
}

const linked = `
  SELECT DISTINCT other.ticket_id AS id FROM ticket_items own
  JOIN ticket_items other ON other.item_id = own.item_id AND other.kind = own.kind AND other.ticket_id <> own.ticket_id
  WHERE own.ticket_id = ? AND own.role = 'customer'`

const siblings = `
  SELECT o.id FROM tickets t JOIN tickets o ON o.brand_id = t.brand_id AND o.customer_id = t.customer_id
  WHERE t.id = ? AND o.id <> t.id AND o.status IN ('new', 'open', 'pending', 'on-hold')`
