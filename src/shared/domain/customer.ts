/** @file What one brand knows of a customer: who they are, their tickets, notes about them, what they asked for. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { StackedTicket } from './stack.ts'
import { TextRun } from './text.ts'
import { Person, SolvedHow } from './ticket.ts'

export const CustomerTicket = StackedTicket.extend({
  /** Null while it is not over. */
  solvedAt: z.number().nullable(),
  solvedHow: SolvedHow.nullable(),
})
export type CustomerTicket = z.infer<typeof CustomerTicket>

const ofTicket = { ticketId: OwnId, number: z.number(), at: z.number() }

/** What a customer says of themselves on their profile. */
export const Profile = z.object({
  /** Empty where they say nothing. */
  description: z.array(TextRun),
  /** As they wrote it: no place that anything could be reckoned from. Empty: none. */
  location: z.string(),
  /** The one link of their profile, as X shows it. */
  site: z.object({ text: z.string(), href: z.string() }).nullable(),
  /** When they came to X; null: not told. */
  joinedAt: z.number().nullable(),
})
export type Profile = z.infer<typeof Profile>

export const CustomerCard = z.object({
  /** Whose it is: no other brand's tickets, notes or wishes are in it. */
  brandId: OwnId,
  /** As their profile was last seen. */
  customer: Person,
  profile: Profile,
  /** All of their tickets, also those that are not told one by one. */
  ticketCount: z.number(),
  /** Newest first; those whose messages went to another ticket are left out. */
  tickets: z.array(CustomerTicket),
  /** Internal notes on these tickets, newest first. */
  notes: z.array(z.object({ ...ofTicket, id: OwnId, text: z.string(), agentName: z.string().nullable() })),
  /** What they answered when they were asked how it went, newest first: 1 to 5. */
  scores: z.array(z.object({ ...ofTicket, score: z.number() })),
  /** Since when they want to be left alone, and to be asked nothing; null: they do not. */
  leaveAloneAt: z.number().nullable(),
  noSurveyAt: z.number().nullable(),
})
export type CustomerCard = z.infer<typeof CustomerCard>
