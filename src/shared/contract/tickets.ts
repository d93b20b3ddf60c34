/** @file What agents do with tickets and their drafts. Part of the contract. */
import { z } from 'zod'
import { Tally } from '../domain/bulk.ts'
import { EarlierPage, EarlierPlace } from '../domain/conversation.ts'
import { OwnId, XId } from '../ids.ts'
import { Draft, TicketDetail, TicketStatus } from '../domain/ticket.ts'
import { Done, ticketIds } from './common.ts'

const draftKey = { ticketId: OwnId, channel: z.enum(['public', 'dm', 'note']) }

export const ticketsContract = {
  /** What an action over these would meet; those that are gone are not counted. */
  'ticket.tally': { input: ticketIds, output: Tally },
  /**
   * Makes a ticket of a post that addresses nobody, or puts it into that of its thread. What X lets us answer stays what
   * it is. @throws `post.missing`, `post.ours`
   */
  'ticket.open': {
    input: z.object({ postId: XId, brandId: OwnId }),
    output: z.object({ ticketId: OwnId }),
  },
  /**
   * What else was said between the customer and the brand of a ticket, in other tickets, newest first by ticket and by
   * message; what stands in the ticket's own timeline is left out. `limit` counts messages and notes.
   */
  'ticket.earlier': {
    input: z.object({
      ticketId: OwnId,
      after: EarlierPlace.nullable(),
      limit: z.number().int().min(1).max(1_000),
    }),
    output: EarlierPage,
  },
  'ticket.get': { input: z.object({ ticketId: OwnId }), output: TicketDetail },
  /** All or none: one ticket that cannot be solved leaves every other as it was. */
  'ticket.solve': {
    input: ticketIds,
    /** `unanswered`: how many of them were solved without a reply of ours. */
    output: Done.extend({ unanswered: z.number() }),
  },
  /** Solved, and counted neither as an answer nor as silence: nobody waited for one. */
  'ticket.no-reply-needed': { input: ticketIds, output: Done },
  /** It waits for somebody else than the customer. */
  'ticket.hold': { input: ticketIds, output: Done },
  /** Those that may not move there stay; a lone one that may not is refused (`ticket.no-such-move`). */
  'ticket.set-status': { input: ticketIds.extend({ status: TicketStatus }), output: Done },
  'ticket.reopen': { input: ticketIds, output: Done },
  'ticket.note': {
    input: z.object({ ticketId: OwnId, text: z.string().trim().min(1).max(10_000) }),
    output: Done,
  },
  /** The agent goes to answer on X's own site; the ticket waits 30 minutes for that post to appear. */
  'ticket.wait-on-x': { input: z.object({ ticketId: OwnId }), output: Done },
  /** Keeps what is typed. An older `revision` than the stored one, or the same with another text, is refused (`draft.stale`). Empty text forgets it. */
  'draft.save': {
    input: z.object({ ...draftKey, text: z.string().max(25_000), revision: z.number().int().min(0) }),
    output: Draft,
  },
}
