/** @file Tickets that answers to notices opened, and the incidents that they go into. */
import type { Database, Reads } from '../db/database.ts'
import { changeTickets } from '../tickets/change.ts'

/** So many go in at once; the next pass takes the rest. */
const atOnce = 200

/** Tickets in the conversations of notices whose incident goes on, with that incident. */
export async function answering(db: Reads): Promise<{ ticketId: string; incidentId: string }[]> {
  return (
    db
      .selectFrom('notices')
      .innerJoin('incidents', 'incidents.id', 'notices.incident_id')
      .innerJoin('notice_posts', 'notice_posts.notice_id', 'notices.id')
      .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
      .innerJoin('posts', 'posts.id', 'jobs.sent_item_id')
      .innerJoin('tickets', (join) =>
        join
          .onRef('tickets.conversation_id', '=', 'posts.conversation_id')
          .onRef('tickets.brand_id', '=', 'notices.brand_id'),
      )
      .leftJoin('incident_refusals', (join) =>
        join
          .onRef('incident_refusals.ticket_id', '=', 'tickets.id')
          .onRef('incident_refusals.incident_id', '=', 'incidents.id'),
      )
      .select(['tickets.id as ticketId', 'incidents.id as incidentId'])
      .where('incidents.over_at', 'is', null)
      .where('tickets.incident_id', 'is', null)
      .where('tickets.merged_into_id', 'is', null)
      // An agent said that it is none of the incident.
      .where('incident_refusals.ticket_id', 'is', null)
      .where('tickets.status', 'in', ['new', 'open', 'pending', 'on-hold'])
      .distinct()
      .limit(atOnce)
      .execute()
  )
}

/** Puts them into their incidents, each with a line of history by core. Taking one out stays so. */
export async function gatherAnswers(database: Database): Promise<void> {
  const found = await answering(database.read)
  if (found.length === 0) return
  await database.write(async (tx) => {
    for (const [incidentId, tickets] of Map.groupBy(found, (one) => one.incidentId)) {
      const incident = await tx.db
        .selectFrom('incidents')
        .select(['brand_id', 'over_at'])
        .where('id', '=', incidentId)
        .executeTakeFirst()
      if (!incident || incident.over_at !== null) continue
      await changeTickets(tx, {
        event: 'ticket.gathered',
        ticketIds: [...new Set(tickets.map(({ ticketId }) => ticketId))],
        by: { actor: 'core', undoable: false },
        columnsFor: ({ own }) =>
          own.incident_id !== null || own.merged_into_id !== null ? null : { incident_id: incidentId },
      })
      tx.touch.brand(incident.brand_id)
    }
  })
}
