/** @file The statements of placing.ts. Prepared once; each runs for every message that arrives. */

const candidate = `id, opened_at AS openedAt, status, solved_at AS solvedAt, imported_at AS importedAt,
  merged_into_id AS mergedIntoId, channel, conversation_id AS conversationId, has_dm AS hasDm`

/** A customer's tickets of one public thread, by when they began. */
export const thread = `
  SELECT ${candidate} FROM tickets
  WHERE brand_id = ? AND customer_id = ? AND channel = 'public' AND conversation_id = ? ORDER BY opened_at, id`

/** All of a customer's tickets with a brand, by when they began. */
export const ofCustomer = `
  SELECT ${candidate} FROM tickets WHERE brand_id = ? AND customer_id = ? AND merged_into_id IS NULL
  ORDER BY opened_at, id`

export const byId = `SELECT ${candidate} FROM tickets WHERE id = ?`

/** The ticket of a brand that holds a customer's message. */
export const holding = `
  SELECT i.ticket_id AS id FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
  WHERE i.item_id = ? AND i.kind = ? AND i.role = 'customer' AND t.brand_id = ?`

/** The tickets of a brand that a message of ours answers; \`isSent\`: it was written in that ticket. */
export const answering = `
  SELECT i.ticket_id AS id, EXISTS (
    SELECT 1 FROM jobs j LEFT JOIN job_parts part ON part.job_id = j.id
    WHERE j.ticket_id = i.ticket_id AND (j.sent_item_id = i.item_id OR part.item_id = i.item_id)) AS isSent
  FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
  WHERE i.item_id = ? AND i.kind = ? AND i.role = 'ours' AND t.brand_id = ?`

/**
 * A message that was noted when it was sent gets X's own time when it is read back. One that stands in another ticket
 * already was heard of then, not now.
 */
export const insertItem = `
  INSERT INTO ticket_items (ticket_id, kind, item_id, role, at, heard_at)
  VALUES (?, ?, ?, ?, ?, coalesce((SELECT min(heard_at) FROM ticket_items WHERE item_id = ? AND kind = ?), ?))
  ON CONFLICT (item_id, kind, ticket_id) DO UPDATE SET at = excluded.at WHERE at <> excluded.at`

export const removeItem = 'DELETE FROM ticket_items WHERE ticket_id = ? AND kind = ? AND item_id = ?'

export const insertTicket = `
  INSERT INTO tickets (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status, opened_at,
    previous_ticket_id, newest_customer_at, newest_customer_item, newest_customer_kind, has_dm, oldest_unanswered_at,
    due_at, warn_at, resolve_due_at, resolve_warn_at, tell_at, needs_reply, clock_from, imported_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export const beganEarlier = 'UPDATE tickets SET opened_at = min(opened_at, ?) WHERE id = ?'

export const markDm = 'UPDATE tickets SET has_dm = 1 WHERE id = ? AND has_dm = 0'

export const quietOf = 'SELECT quiet_at AS quietAt FROM tickets WHERE id = ?'
