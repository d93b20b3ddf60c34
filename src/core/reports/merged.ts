/** @file In which ticket something counts that hangs on one: where that was merged into another, in the last of them. */

/**
 * The id of that ticket, as SQL.
 * @param ticketId the column that names a ticket
 */
export const countsIn = (ticketId: string): string => `(
  WITH RECURSIVE up (id, into_id) AS (
    SELECT t.id, t.merged_into_id FROM tickets t WHERE t.id = ${ticketId}
    UNION ALL SELECT t.id, t.merged_into_id FROM up JOIN tickets t ON t.id = up.into_id)
  SELECT id FROM up WHERE into_id IS NULL)`
