/** @file What nobody saw, because the computer slept or Switchboard was closed. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

export const AbsenceOfBrand = z.object({
  brandId: OwnId,
  /** What customers wrote meanwhile. */
  messages: z.number(),
  tickets: z.number(),
  /** Replies that fell due meanwhile and are owed still. */
  late: z.number(),
  /** What waits and would have broken through quiet hours. */
  loud: z.number(),
  /** Promises that came due meanwhile. */
  promises: z.number(),
  /** Messages of ours that wait for a decision: refused, unsure, or not sent in time. */
  unsent: z.number(),
})
export type AbsenceOfBrand = z.infer<typeof AbsenceOfBrand>

export const AbsenceView = z.object({
  id: OwnId,
  why: z.enum(['slept', 'closed']),
  fromAt: z.number(),
  untilAt: z.number(),
  /** Brands of which there is something to see, the most pressing first. */
  brands: z.array(AbsenceOfBrand),
  seenAt: z.number().nullable(),
})
export type AbsenceView = z.infer<typeof AbsenceView>
