/** @file What counting and keeping both ask of a row, as SQL. */

/**
 * The id of the ticket in which something counts that hangs on one: where that was merged into another, the last of them.
 * @param ticketId the column that names a ticket
 */
export const countsIn = (ticketId: string): string => `(
  WITH RECURSIVE up (id, into_id) AS (
    SELECT t.id, t.merged_into_id FROM tickets t WHERE t.id = ${ticketId}
    UNION ALL SELECT t.id, t.merged_into_id FROM up JOIN tickets t ON t.id = up.into_id)
  SELECT id FROM up WHERE into_id IS NULL)`

/**
 * The id of the agent who wrote a message here; null: somebody elsewhere did.
 * @param itemId the column that names a message
 */
export const writerOf = (itemId: string): string => `coalesce(
  (SELECT j.agent_id FROM jobs j WHERE j.sent_item_id = ${itemId}),
  (SELECT j.agent_id FROM job_parts part JOIN jobs j ON j.id = part.job_id WHERE part.item_id = ${itemId}))`
