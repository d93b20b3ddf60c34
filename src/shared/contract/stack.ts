/** @file How the tickets of one customer hang together: merge, split, link, rename. Part of the contract. */
import { z } from 'zod'
import { Stack } from '../domain/stack.ts'
import { OwnId, XId } from '../ids.ts'
import { Done, ticketIds } from './common.ts'

export const stackContract = {
  /** What else this customer has with this brand. */
  'ticket.stack': { input: z.object({ ticketId: OwnId }), output: Stack },
  /**
   * Gives the messages of tickets to another one of the same customer and brand, and closes them. Refused while a message
   * of one of them is on its way (`ticket.busy`), or for another's (`ticket.unlike`).
   */
  'ticket.merge': { input: ticketIds.extend({ into: OwnId }), output: Done },
  /** A message of the customer's and all that follows become a ticket of their own, which comes first in `ticketIds`. */
  'ticket.split': {
    input: z.object({ ticketId: OwnId, kind: z.enum(['post', 'dm']), itemId: XId }),
    output: Done,
  },
  /** Says from which earlier ticket of the same customer and brand it goes on; null: from none. */
  'ticket.link': { input: z.object({ ticketId: OwnId, previousId: OwnId.nullable() }), output: Done },
  /** Null: its title is what its customer wrote first. */
  'ticket.rename': {
    input: z.object({ ticketId: OwnId, title: z.string().trim().min(1).max(200).nullable() }),
    output: Done,
  },
}
