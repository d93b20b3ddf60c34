/** @file One trouble that many customers write about: its tickets, its words, who was told what. Shapes only. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { Guard } from './guard.ts'
import { IncidentWords } from './incident-words.ts'
import { Channel, JobState } from './outbox.ts'
import { Card, Person, RouteReason } from './ticket.ts'

/** `answer`: while it goes on. `all-clear`: it is over; that message solves its ticket. */
export const TellKind = z.enum(['answer', 'all-clear'])
export type TellKind = z.infer<typeof TellKind>

/** How far a message to a customer came; `failed` may be sent once more. */
export const Told = z.enum(['waiting', 'sent', 'failed'])
export type Told = z.infer<typeof Told>

export const IncidentView = IncidentWords.extend({
  id: OwnId,
  brandId: OwnId,
  openedAt: z.number(),
  /** Null while it goes on. */
  overAt: z.number().nullable(),
  tickets: z.number(),
  /** Customers who have an answer, and who heard that it is over. */
  answered: z.number(),
  told: z.number(),
  /** The public notice, when one was written. */
  notice: z.object({ jobId: OwnId, state: JobState, postId: XId.nullable() }).nullable(),
  /** It goes on, and nobody has posted a notice, nor is one about to leave. */
  isUntold: z.boolean(),
})
export type IncidentView = z.infer<typeof IncidentView>

export const IncidentDetail = z.object({
  incident: IncidentView,
  members: z.array(z.object({ card: Card, answer: Told.nullable(), allClear: Told.nullable() })),
  /** Open tickets of the brand whose messages hold one of the words. */
  suggested: z.array(Card),
})
export type IncidentDetail = z.infer<typeof IncidentDetail>

/** Why a customer gets no message this time. Each has its sentence in the catalogue (`incident.skip.<why>`). */
export const SkipWhy = z.enum([
  'told',
  'on-its-way',
  'over',
  'answered',
  'draft',
  'no-way',
  'unfilled',
  'too-long',
  'guarded',
  'alike',
])
export type SkipWhy = z.infer<typeof SkipWhy>

export const Skip = z.object({
  why: SkipWhy,
  /** With `no-way`. */
  route: RouteReason.nullable(),
  /** With `guarded`. */
  guards: z.array(Guard),
})
export type Skip = z.infer<typeof Skip>

/** One message as it would leave. */
export const Telling = z.object({
  ticketId: OwnId,
  number: z.number(),
  customer: Person,
  channel: Channel.nullable(),
  text: z.string(),
  skip: Skip.nullable(),
})
export type Telling = z.infer<typeof Telling>

/** Several wordings are taken in turn: X takes the same words to many people for spam. */
export const Wordings = z.array(z.string().trim().min(1).max(5_000)).min(1).max(5)

/** A reason to send the same words to many people. */
export const AlikeReason = z.string().trim().min(3).max(500).nullable()
