/** @file What the `idle` benchmark and the core that it measures say to each other. */
import { z } from 'zod'
import { PracticeGrants } from '../../src/shared/practice-protocol.ts'

export const IdleOrder = z.object({
  folder: z.string(),
  xOrigin: z.string(),
  grants: PracticeGrants,
  minutes: z.number().int().min(1),
})
export type IdleOrder = z.infer<typeof IdleOrder>

export const IdleAnswer = z.object({
  /** CPU of each minute, ms. */
  cpuMs: z.array(z.number()),
  live: z.number(),
  columns: z.number(),
})
export type IdleAnswer = z.infer<typeof IdleAnswer>
