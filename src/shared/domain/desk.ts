/** @file What agents know and decide about a ticket beside answering it: owner, labels, waits, promises. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/** `noticed`: read from a message of ours, nobody has confirmed it yet. `dropped`: an agent said that it is none. */
export const PromiseState = z.enum(['noticed', 'open', 'kept', 'broken', 'dropped'])
export type PromiseState = z.infer<typeof PromiseState>

/** Something we said to be done by an instant. */
export const PromiseView = z.object({
  id: OwnId,
  /** Our own words. */
  words: z.string(),
  madeAt: z.number(),
  dueAt: z.number(),
  state: PromiseState,
})
export type PromiseView = z.infer<typeof PromiseView>

/** Where a ticket is settled instead of here, and under which number or name it is found there. */
export const HandedTo = z.enum(['phone', 'email', 'shop', 'other'])
export type HandedTo = z.infer<typeof HandedTo>
export const Outcome = z.object({ to: HandedTo, reference: z.string() })
export type Outcome = z.infer<typeof Outcome>

/** An agent, named. */
export const AgentRef = z.object({ id: OwnId, name: z.string(), initials: z.string() })
export type AgentRef = z.infer<typeof AgentRef>

/** An agent who can be given a ticket. */
export const Assignee = AgentRef.extend({
  /** Sits at this computer now. */
  here: z.boolean(),
  /** When they last sat at it; null: never. */
  seenAt: z.number().nullable(),
  /** Tickets that wait in this agent's hands. */
  open: z.number(),
})
export type Assignee = z.infer<typeof Assignee>

/** The ticket's frame in the pane. */
export const DeskView = z.object({
  owner: AgentRef.extend({ here: z.boolean() }).nullable(),
  followers: z.array(AgentRef),
  /** The agent at the keyboard is one of them. */
  following: z.boolean(),
  followUp: z.object({ at: z.number(), reason: z.string() }).nullable(),
  /** A note names who sits here, and they have not seen it: who wrote it, null: nobody was named then. */
  noteToMe: z.object({ by: z.string().nullable() }).nullable(),
  /** A follow-up or promise whose time has come. */
  owedAt: z.number().nullable(),
  /** Those that wait to be confirmed or kept, the nearest first, then how many were kept and broken. */
  promises: z.array(PromiseView),
  promisesKept: z.number(),
  promisesBroken: z.number(),
  /** The fields of its brand, each with what is known; empty: nothing. */
  fields: z.array(
    z.object({ id: z.string(), name: z.string(), options: z.array(z.string()), value: z.string() }),
  ),
  /** We answered last by direct message, and the customer had asked in public: the public has no last word yet. */
  settledInPrivate: z.boolean(),
  /** Null: it was not handed off. */
  outcome: Outcome.nullable(),
})
export type DeskView = z.infer<typeof DeskView>
