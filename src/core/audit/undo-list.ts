/** @file What undo would take back, in the order in which it would. Reads only. */
import { sql } from 'kysely'
import type { UndoLine } from '../../shared/domain/session.ts'
import { isLead, leadEvents } from '../agents/permissions.ts'
import type { Reads } from '../db/database.ts'

/** Further back nobody undoes step by step. */
const actionsAtMost = 100

type Row = Omit<UndoLine, 'ticket'> & {
  ticketId: string | null
  number: number | null
  customer: string | null
}

/** The newest first: one line for each action, however many tickets it was about. */
export async function undoLines(read: Reads): Promise<UndoLine[]> {
  const others = (await isLead(read)) ? sql`TRUE` : sql`event NOT IN (${sql.join([...leadEvents])})`
  const { rows } = await sql<Row>`
    WITH actions AS (
      SELECT action_id, min(id) AS line, count(DISTINCT ticket_id) AS tickets FROM audit
      WHERE undoable = 1 AND undone_by IS NULL AND ${others}
      GROUP BY action_id ORDER BY action_id DESC LIMIT ${actionsAtMost})
    SELECT x.action_id AS "actionId", a.event, a.at, g.name AS by, a.brand_id AS "brandId", x.tickets,
      t.id AS "ticketId", t.number, coalesce(p.name, '') AS customer
    FROM actions x JOIN audit a ON a.id = x.line
      LEFT JOIN agents g ON g.id = a.actor
      LEFT JOIN tickets t ON t.id = a.ticket_id AND x.tickets = 1
      LEFT JOIN people p ON p.x_user_id = t.customer_id
    ORDER BY x.action_id DESC`.execute(read)
  return rows.map(({ ticketId, number, customer, ...line }) => ({
    ...line,
    ticket: ticketId === null || number === null ? null : { id: ticketId, number, customer: customer ?? '' },
  }))
}
