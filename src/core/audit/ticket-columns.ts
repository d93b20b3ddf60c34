/** @file The columns of a ticket that agents change, as lines of history hold them: undo restores these and no others. */
import { z } from 'zod'
import { Priority, SolvedHow, TicketStatus } from '../../shared/domain/ticket.ts'

/** A line names those that its action set; `before` and `after` name the same. */
export const TicketColumns = z.strictObject({
  status: TicketStatus.optional(),
  title: z.string().nullable().optional(),
  priority: Priority.optional(),
  handle_id: z.string().optional(),
  owner_agent_id: z.string().nullable().optional(),
  snoozed_until: z.number().nullable().optional(),
  snoozed_for_reply: z.number().optional(),
  follow_up_at: z.number().nullable().optional(),
  follow_up_reason: z.string().nullable().optional(),
  owed_at: z.number().nullable().optional(),
  waiting_on_x_until: z.number().nullable().optional(),
  solved_at: z.number().nullable().optional(),
  solved_how: SolvedHow.nullable().optional(),
  /** JSON, as the table holds it. */
  outcome: z.string().nullable().optional(),
  previous_ticket_id: z.string().nullable().optional(),
  merged_into_id: z.string().nullable().optional(),
  incident_id: z.string().nullable().optional(),
})
export type TicketColumns = z.infer<typeof TicketColumns>

/** Their names, for SQL that is put together from them. */
export const ticketColumnNames = TicketColumns.keyof().options

/** All of them, as a row has them. */
export type TicketColumnsRow = { [C in keyof TicketColumns]-?: Exclude<TicketColumns[C], undefined> }
