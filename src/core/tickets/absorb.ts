/**
 * @file Tickets that would not have been opened, had everything been known in the order in which it was written: a
 * direct message that was read before the post it goes with, a message that reopens what a later one found closed. As
 * long as nobody touched such a ticket, its messages go to where they would have gone.
 */
import { isOver } from '../../shared/domain/transitions.ts'
import { byNobodyHere, recordNow } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { placeDm, placeInThread, type Candidate, type Place } from './belongs.ts'
import { moveItems, type Moved } from './moving.ts'
import { refreshNow } from './refresh.ts'

/** A ticket of a customer, with where it began. */
type Begun = Candidate & { channel: 'public' | 'dm'; conversationId: string }

/** Where the first message of a ticket would go, were that ticket not there. */
function placeWithout(ticket: Begun, all: readonly Begun[], reopenMs: number): Place {
  const others = all.filter((one) => one.id !== ticket.id && one.openedAt <= ticket.openedAt)
  const told = { at: ticket.openedAt, isThanks: false }
  const isSameTalk = (one: Begun): boolean =>
    one.channel === ticket.channel && one.conversationId === ticket.conversationId
  return ticket.channel === 'dm'
    ? placeDm(others, isSameTalk, told, reopenMs)
    : placeInThread(others.filter(isSameTalk), told, reopenMs)
}

/**
 * Gives the messages of untouched tickets to those that take them.
 * @param all a customer's tickets with one brand, by when they began
 * @param into those of them that began or reopened just now: no other takes anything over
 * @returns what moved, by the ticket that has it now
 */
export function absorb(
  tx: Tx,
  brandId: string,
  all: readonly Begun[],
  into: ReadonlySet<string>,
  reopenMs: number,
): { into: string; moved: Moved[] }[] {
  const absorbed: { into: string; moved: Moved[] }[] = []
  let left = all
  for (const ticket of all) {
    if (isOver(ticket.status)) continue
    const place = placeWithout(ticket, left, reopenMs)
    if (place.kind === 'opens' || !into.has(place.id)) continue
    const { id } = ticket
    if (tx.raw(touched).get(id, id, id) !== undefined) continue
    left = left.filter((one) => one.id !== ticket.id)
    absorbed.push({ into: place.id, moved: moveItems(tx, ticket.id, place.id, null) })
    tx.raw(closeInto).run(place.id, ticket.id)
    refreshNow(tx, ticket.id, null)
    recordNow(tx, 'x', {
      event: 'ticket.merged',
      actionId: newId(tx.at),
      ticketId: ticket.id,
      brandId,
      after: { merged_into_id: place.id },
      undoable: false,
    })
  }
  return absorbed
}

// Whoever acted on it, wrote in it, or sends from it, has it in hand.
const touched = `
  SELECT 1 FROM audit WHERE ticket_id = ? AND NOT ${byNobodyHere}
  UNION ALL SELECT 1 FROM drafts WHERE ticket_id = ?
  UNION ALL SELECT 1 FROM jobs WHERE ticket_id = ? LIMIT 1`

const closeInto = `
  UPDATE tickets SET status = 'closed', merged_into_id = ? WHERE id = ?`
