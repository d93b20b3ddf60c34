/** @file Which tickets are of an incident. */
import type { Reads } from '../db/database.ts'

/** Tickets of an incident that are shown and told at once. */
export const membersAtMost = 1_000

/** Its tickets, the oldest first; those that were merged into others are not among them. */
export async function memberIds(db: Reads, incidentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('merged_into_id', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .limit(membersAtMost)
    .execute()
  return rows.map(({ id }) => id)
}
