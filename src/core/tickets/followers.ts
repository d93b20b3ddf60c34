/** @file Who follows a ticket that somebody else answers. */
import type { Tx } from '../db/database.ts'

/**
 * Puts an agent on the list of a ticket's followers, or takes them off. The caller writes the history.
 * @returns whether that changed anything
 */
export async function setFollower(tx: Tx, ticketId: string, agentId: string, on: boolean): Promise<boolean> {
  const known = await tx.db
    .selectFrom('ticket_followers')
    .select('since')
    .where('ticket_id', '=', ticketId)
    .where('agent_id', '=', agentId)
    .executeTakeFirst()
  if ((known !== undefined) === on) return false
  if (on)
    await tx.db
      .insertInto('ticket_followers')
      .values({ ticket_id: ticketId, agent_id: agentId, since: tx.at })
      .execute()
  else
    await tx.db
      .deleteFrom('ticket_followers')
      .where('ticket_id', '=', ticketId)
      .where('agent_id', '=', agentId)
      .execute()
  tx.touch.ticket(ticketId)
  return true
}
