/** @file What agents say of an incident, and what a ticket's frame shows of it. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/** Words by which a ticket is taken for one of an incident: any of them, as whole words. */
export const IncidentTerms = z.array(z.string().trim().min(2).max(60)).max(12)

export const IncidentWords = z.object({
  title: z.string().trim().min(2).max(80),
  terms: IncidentTerms,
  /** What is known now: on each of its tickets, and `{{incident.status}}` in every text. */
  statusText: z.string().trim().max(1_000),
})
export type IncidentWords = z.infer<typeof IncidentWords>

/** The incident of one ticket. */
export const IncidentOfTicket = IncidentWords.pick({ title: true, statusText: true }).extend({
  id: OwnId,
  /** Null while it goes on. */
  overAt: z.number().nullable(),
})
export type IncidentOfTicket = z.infer<typeof IncidentOfTicket>
