/** @file The tickets that one customer has with one brand: a stack, of which some may belong together. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { TicketStatus } from './ticket.ts'

export const StackedTicket = z.object({
  ticketId: OwnId,
  number: z.number(),
  /** As its pane shows it; empty where nothing is left of its words. */
  title: z.string(),
  status: TicketStatus,
  /** When its first message was written. */
  openedAt: z.number(),
})
export type StackedTicket = z.infer<typeof StackedTicket>

/** What else there is of this customer with this brand, and how it hangs together. */
export const Stack = z.object({
  /** The newest first; those whose messages went to another ticket are left out. */
  others: z.array(StackedTicket),
  /** The earlier ticket that this one goes on from. */
  previous: StackedTicket.nullable(),
  /** The ticket that took over this one's messages. */
  mergedInto: StackedTicket.nullable(),
})
export type Stack = z.infer<typeof Stack>
