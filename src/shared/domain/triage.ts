/** @file What triage says of a message and of a ticket. Shapes only; how it is found out is told in core/triage. */
import { z } from 'zod'
import { Username, XId } from '../ids.ts'
import { PrivateKind } from './guard.ts'

/**
 * What a message is, in the order in which agents choose by key. The first four are those of Zendesk's study of support
 * on X (48 % questions, 10 % feedback and requests, 33 % complaints, 9 % negative without a matter).
 */
export const Category = z.enum([
  'question',
  'feedback',
  'complaint',
  'negative',
  'praise',
  'security',
  'protest',
  'impostor',
  'no-reply',
  'spam',
])
export type Category = z.infer<typeof Category>

export const Sentiment = z.enum(['positive', 'neutral', 'negative'])
export type Sentiment = z.infer<typeof Sentiment>

export const Urgency = z.enum(['urgent', 'normal', 'low'])
export type Urgency = z.infer<typeof Urgency>

/** How many may see it: by the author's followers, and by how fast it spreads. */
export const Reach = z.enum(['usual', 'wide', 'loud'])
export type Reach = z.infer<typeof Reach>

/** A word, or a trait of the message, that spoke for its category. Traits: `trait.<term>` in the catalogue. */
export const Term = z.object({
  kind: z.enum(['word', 'trait']),
  term: z.string(),
  weight: z.number(),
})
export type Term = z.infer<typeof Term>

/** What corrections added to a term's weight, in one language and category; below zero: took from it. */
export const LearnedWeight = Term.extend({ language: z.string(), category: Category })
export type LearnedWeight = z.infer<typeof LearnedWeight>

/** Why a ticket stands here as it does. */
export const TriageView = z.object({
  category: Category,
  /** Whether an agent chose the category. */
  corrected: z.boolean(),
  /** What spoke for the category that was found, strongest first; also where an agent chose another. */
  terms: z.array(Term),
  found: Category,
  sentiment: Sentiment,
  urgency: Urgency,
  reach: Reach,
  lang: z.string().nullable(),
  /** The words that tell of an earlier, vain attempt; null when there are none. */
  lastResort: z.string().nullable(),
  privateData: z.array(PrivateKind),
  /** Loud and urgent: it is told also at night. */
  loud: z.boolean(),
})
export type TriageView = z.infer<typeof TriageView>

/** The part of it that a card has room for. */
export const CardTriage = TriageView.pick({ category: true, urgency: true, reach: true, loud: true }).extend({
  lastResort: z.boolean(),
  privateData: z.boolean(),
  /** Accounts that answer this customer and resemble the brand, as long as nobody has dealt with them. */
  impostors: z.number(),
})
export type CardTriage = z.infer<typeof CardTriage>

/** An account that answers a customer of ours and resembles a brand. */
export const ImpostorView = z.object({
  xUserId: XId,
  username: Username,
  name: z.string(),
  /** When it came to X, a hint and no proof; null: not told. */
  joinedAt: z.number().nullable(),
  /** The handle of ours that it resembles. */
  resembles: Username,
  why: z.enum(['handle', 'name', 'both']),
  /** Where it answered. */
  postId: XId,
  at: z.number(),
  state: z.enum(['seen', 'reported', 'dismissed']),
})
export type ImpostorView = z.infer<typeof ImpostorView>
