/** @file Moves messages from one ticket to another, rows only: what follows from that is refreshed by whoever moves. */
import type { Tx } from '../db/database.ts'
import type { Moment } from './rules.ts'

/** A message that was moved. `doubled`: the other ticket had it already, as one of ours that answers both. */
export type Moved = Moment & { kind: 'post' | 'dm'; role: 'customer' | 'ours'; doubled: boolean }

type Held = Omit<Moved, 'doubled'>

/** Moves all messages of a ticket, or those from one on. @returns what was moved, oldest first */
export function moveItems(tx: Tx, from: string, to: string, since: Moment | null): Moved[] {
  const held = tx.raw<Held>(itemsFrom).all(from, since?.at ?? 0, since?.itemId ?? '')
  const moved = held.map((item) => ({ ...item, doubled: !put(tx, to, item) }))
  for (const { kind, itemId } of held) take(tx, from, kind, itemId)
  for (const id of [from, to]) recount(tx, id)
  return moved
}

/** The way back: those messages only, each to where it was. */
export function moveBack(tx: Tx, from: string, to: string, moved: readonly Moved[]): void {
  for (const item of moved) {
    put(tx, to, item)
    if (!item.doubled) take(tx, from, item.kind, item.itemId)
  }
  for (const id of [from, to]) recount(tx, id)
}

const put = (tx: Tx, ticketId: string, { kind, itemId, role, at }: Held): boolean =>
  tx.raw(putItem).run(ticketId, kind, itemId, role, at, itemId, kind).changes > 0

const take = (tx: Tx, ticketId: string, kind: Held['kind'], itemId: string): void =>
  void tx.raw(takeItem).run(ticketId, kind, itemId)

/** When a ticket began, and whether it holds direct messages, follow from what is in it; an empty one stays as it was. */
const recount = (tx: Tx, ticketId: string): void => void tx.raw(recountTicket).run(ticketId)

const itemsFrom = `
  SELECT kind, item_id AS itemId, role, at FROM ticket_items WHERE ticket_id = ? AND (at, item_id) >= (?, ?)
  ORDER BY at, item_id`

const putItem = `
  INSERT INTO ticket_items (ticket_id, kind, item_id, role, at, heard_at)
  VALUES (?, ?, ?, ?, ?, (SELECT min(heard_at) FROM ticket_items WHERE item_id = ? AND kind = ?))
  ON CONFLICT (item_id, kind, ticket_id) DO NOTHING`

const takeItem = 'DELETE FROM ticket_items WHERE ticket_id = ? AND kind = ? AND item_id = ?'

const recountTicket = `
  UPDATE tickets SET opened_at = held.at, has_dm = held.dm
  FROM (SELECT ticket_id, min(at) AS at, max(kind = 'dm') AS dm FROM ticket_items
    WHERE ticket_id = ? AND role = 'customer' GROUP BY ticket_id) AS held
  WHERE tickets.id = held.ticket_id`
