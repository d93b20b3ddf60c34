/** @file The practice drill: fifty tickets against the clock, and what went wrong, or nearly did. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/**
 * What costs most when it happens in front of everybody. `caught` of a miss: a guard kept it back, nothing got out.
 * `wrong-brand`: words, links or pictures of another client. `leaked-number`: somebody's data in public.
 * `missed-deadline`: a reply that came late or not at all. `impostor`: an account that pretends to be the brand was
 * overlooked, or taken for harmless.
 */
export const MissKind = z.enum(['wrong-brand', 'leaked-number', 'missed-deadline', 'impostor'])
export type MissKind = z.infer<typeof MissKind>

export const DrillMiss = z.object({
  kind: MissKind,
  caught: z.boolean(),
  /** Null: in a post of a brand's own. */
  ticket: z.object({ id: OwnId, brandId: OwnId, number: z.number(), customer: z.string() }).nullable(),
})
export type DrillMiss = z.infer<typeof DrillMiss>

/** How far a drill is; everything of it is counted anew from what the workspace holds. */
export const DrillView = z.object({
  beganAt: z.number(),
  /** Null while it goes on. */
  endedAt: z.number().nullable(),
  /** Tickets that it is about, and how many of them still need a reply. */
  total: z.number(),
  left: z.number(),
  /** How many of them got an answer. */
  answered: z.number(),
  /** Per kind and ticket at most one. */
  misses: z.array(DrillMiss),
})
export type DrillView = z.infer<typeof DrillView>

/** So many tickets its world has; before all of them are read, it cannot be over. */
export const drillSize = 50
