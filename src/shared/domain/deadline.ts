/** @file A deadline of a ticket as the console explains it. */
import { z } from 'zod'

export const DeadlineView = z.object({
  kind: z.enum(['first-reply', 'next-reply', 'resolution']),
  /** When its clock began. */
  from: z.number(),
  /** Business time from then on, ms. */
  targetMs: z.number(),
  dueAt: z.number(),
  /** The brand's time zone, IANA name. */
  zone: z.string(),
  /** The stretches of business time of which it is the sum, each within one day of that zone. */
  parts: z.array(z.object({ from: z.number(), until: z.number() })),
})
export type DeadlineView = z.infer<typeof DeadlineView>
