/**
 * @file Keeps what is counted of a person before they are forgotten: when messages came and went, and what we decided.
 * Nothing that somebody wrote, no id of X's, and nothing by which two people could be told to be one.
 */
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { countsIn, writerOf } from './sql-parts.ts'

/** Copies what reports count of these tickets; their rows are deleted afterwards. All tickets of one person at once. */
export function keepErased(tx: Tx, ticketIds: readonly string[]): void {
  const person = newId(tx.at)
  for (const id of ticketIds) {
    if (tx.raw(ticket).run(person, tx.at, id).changes === 0) continue
    for (const statement of [items, pauses, traits, tags]) tx.raw(statement).run(id)
    // Nobody works on it any more: it is open at the end of no later month.
    tx.raw(end).run(id, tx.at, id)
  }
  for (const id of ticketIds) for (const statement of [promises, csat]) tx.raw(statement).run(id)
}

// What was merged away has no messages, and counts where they went.
const ticket = `
  INSERT INTO erased_tickets (id, number, brand_id, customer_id, channel, priority, owner_agent_id, opened_at, clock_from,
    solved_how, incident_id, imported_at, erased_at)
  SELECT id, number, brand_id, ?, channel, priority, owner_agent_id, opened_at, clock_from, solved_how, incident_id,
    imported_at, ? FROM tickets WHERE id = ? AND merged_into_id IS NULL`

const items = `
  INSERT INTO erased_items (ticket_id, kind, item_id, role, at, heard_at, agent_id)
  SELECT i.ticket_id, i.kind, printf('%08d', row_number() OVER (ORDER BY i.at, i.item_id)), i.role, i.at, i.heard_at,
    ${writerOf('i.item_id')}
  FROM ticket_items i WHERE i.ticket_id = ?`

const pauses = `
  INSERT INTO erased_pauses (ticket_id, from_at, status, until_at)
  SELECT ticket_id, from_at, status, until_at FROM ticket_pauses WHERE ticket_id = ?`

const end = `
  INSERT INTO erased_pauses (ticket_id, from_at, status, until_at)
  SELECT ?, ?, 'closed', NULL WHERE NOT EXISTS (
    SELECT 1 FROM erased_pauses WHERE ticket_id = ? AND status IN ('solved', 'closed') AND until_at IS NULL)`

const traits = `
  INSERT INTO erased_traits (ticket_id, category, reach, lang)
  SELECT ticket_id, category, reach, lang FROM ticket_traits WHERE ticket_id = ?`

// A label that nobody else has may name the person.
const tags = `
  INSERT INTO erased_tags (ticket_id, tag)
  SELECT g.ticket_id, g.tag FROM ticket_tags g JOIN tickets t ON t.id = g.ticket_id
  WHERE g.ticket_id = ? AND EXISTS (SELECT 1 FROM ticket_tags o JOIN tickets ot ON ot.id = o.ticket_id
    WHERE o.tag = g.tag AND ot.customer_id <> t.customer_id)`

// Where a ticket was merged into another, what hangs on it counts there.
const promises = `
  INSERT INTO erased_promises (ticket_id, id, due_at, state)
  SELECT e.id, p.id, p.due_at, p.state FROM promises p JOIN erased_tickets e ON e.id = ${countsIn('p.ticket_id')}
  WHERE p.ticket_id = ?`

const csat = `
  INSERT INTO erased_csat (ticket_id, id, asked_at, answered_at, score)
  SELECT e.id, c.id, c.asked_at, c.answered_at, c.score FROM csat_asks c
  JOIN erased_tickets e ON e.id = ${countsIn('c.ticket_id')} WHERE c.ticket_id = ?`
