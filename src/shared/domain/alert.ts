/** @file What somebody has to know. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/**
 * `rule`: a rule says so. `circle`: rules ran in a circle and one was turned off. `late`: replies fell due. `loud`: what
 * breaks through quiet hours. `spike`: more customers than usual write about one thing. `unheard`: a way to tell somebody
 * elsewhere does not work. `no-notice`: something is wrong and nobody has told everybody. `report`: the report of a month
 * could not be written where it belongs.
 */
export const AlertReason = z.enum([
  'rule',
  'escalated',
  'circle',
  'late',
  'loud',
  'spike',
  'unheard',
  'no-notice',
  'report',
])
export type AlertReason = z.infer<typeof AlertReason>

/** What a spike is about: a word of the messages, a label, a category, or that so many write at all. */
export const SpikeAbout = z.enum(['word', 'tag', 'category', 'all'])
export type SpikeAbout = z.infer<typeof SpikeAbout>

export const Spike = z.object({
  about: SpikeAbout,
  /** The word, the label or the category; empty for `all`. */
  value: z.string(),
  /** Customers in the last hour. */
  count: z.number(),
  /** Customers in the same hour of earlier weeks, on average. */
  usual: z.number(),
})
export type Spike = z.infer<typeof Spike>

export const AlertView = z.object({
  id: OwnId,
  at: z.number(),
  brandId: OwnId,
  ticket: z.object({ id: OwnId, number: z.number(), customer: z.string() }).nullable(),
  reason: AlertReason,
  /** Our own words, or a rule's name; empty where the reason says it all. */
  words: z.string(),
  /** How many it stands for: replies that fell due, customers of a spike. */
  count: z.number(),
  spike: Spike.nullable(),
  seenAt: z.number().nullable(),
})
export type AlertView = z.infer<typeof AlertView>
