/** @file Everybody who looks at an incident, or at one of its tickets, sees it anew. */
import type { Tx } from '../db/database.ts'
import type { IncidentsTable } from '../db/tables/tickets.ts'
import { memberIds } from './members.ts'

export async function touchIncident(tx: Tx, { id, brand_id }: Pick<IncidentsTable, 'id' | 'brand_id'>) {
  for (const ticketId of await memberIds(tx.db, id)) tx.touch.ticket(ticketId)
  tx.touch.brand(brand_id)
}
