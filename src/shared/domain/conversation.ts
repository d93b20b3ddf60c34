/** @file What else a customer and a brand said to each other: messages of other tickets, read page by page. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { Channel } from './outbox.ts'
import { DmItem, GoneItem, NoteItem, PostItem, TicketStatus } from './ticket.ts'

/** Something of another ticket: to be read, not to be answered. */
export const EarlierItem = z.discriminatedUnion('kind', [PostItem, DmItem, GoneItem, NoteItem])
export type EarlierItem = z.infer<typeof EarlierItem>

/** A part of another ticket of the same customer with the same brand. */
export const EarlierTicket = z.object({
  ticketId: OwnId,
  number: z.number(),
  status: TicketStatus,
  /** How its first message came. */
  channel: Channel,
  /** When its first message was written. */
  openedAt: z.number(),
  /** When its newest message was written, by whomever. */
  newestAt: z.number(),
  /** Oldest first. */
  items: z.array(EarlierItem),
})
export type EarlierTicket = z.infer<typeof EarlierTicket>

/** A place in all of that: what comes next is older. */
export const EarlierPlace = z.object({
  openedAt: z.number(),
  ticketId: OwnId,
  at: z.number(),
  id: z.string().max(40),
})
export type EarlierPlace = z.infer<typeof EarlierPlace>

export const EarlierPage = z.object({
  /** Whose it is: a window that shows one brand alone sees by it what it must not show. */
  brandId: OwnId,
  /** In the order in which they began. */
  tickets: z.array(EarlierTicket),
  /** Where to read on; null: there is nothing older. */
  next: EarlierPlace.nullable(),
})
export type EarlierPage = z.infer<typeof EarlierPage>
