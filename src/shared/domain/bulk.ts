/** @file What an action over many tickets would do, told before it does it. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import type { CommandId } from '../commands.ts'
import { TicketStatus } from './ticket.ts'
import { isOver, mayMove } from './transitions.ts'

/** So many tickets at most in one action. */
export const mostTickets = 10_000
/** More than so many are asked about first. */
export const askBeyond = 20

/** Tickets counted by what decides over an action. */
export const Tally = z.object({
  /** Those that there are: others went with their brand or their person. */
  total: z.number(),
  brands: z.array(z.object({ brandId: OwnId, count: z.number() })),
  statuses: z.array(z.object({ status: TicketStatus, count: z.number() })),
})
export type Tally = z.infer<typeof Tally>

/** Which tickets a command leaves as they are, by where they stand; those not named leave none. */
const skipping: Partial<Record<CommandId, (status: TicketStatus) => boolean>> = {
  'ticket.solve': (status) => status === 'closed' || !mayMove(status, 'solved', 'agent'),
  'ticket.no-reply-needed': (status) => !mayMove(status, 'solved', 'agent'),
  'ticket.hold': (status) => !mayMove(status, 'on-hold', 'agent'),
  'ticket.reopen': (status) => !isOver(status),
}

/** How many of these tickets a command leaves as they are, by status. */
export const skipped = (command: CommandId, { statuses }: Tally): Tally['statuses'] =>
  statuses.filter(({ status }) => skipping[command]?.(status) ?? false)
