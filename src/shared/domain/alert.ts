/** @file What somebody has to know. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/** `rule`: a rule says so. `circle`: rules ran in a circle and one was turned off. */
export const AlertReason = z.enum(['rule', 'escalated', 'circle'])
export type AlertReason = z.infer<typeof AlertReason>

export const AlertView = z.object({
  id: OwnId,
  at: z.number(),
  brandId: OwnId,
  ticket: z.object({ id: OwnId, number: z.number(), customer: z.string() }).nullable(),
  reason: AlertReason,
  /** Our own words, or a rule's name. */
  words: z.string(),
  seenAt: z.number().nullable(),
})
export type AlertView = z.infer<typeof AlertView>
