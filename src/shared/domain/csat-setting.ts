/** @file Asking customers how it went: the setting `csat`. */
import { z } from 'zod'

export const CsatSetting = z.object({
  /** Nobody is asked until a lead says so. */
  on: z.boolean().default(false),
  /** What is asked; empty: the words of the catalogue. */
  text: z.string().trim().max(1_000).default(''),
  /** A customer is asked at most once in so many days. */
  periodDays: z.number().int().min(1).max(365).default(30),
})
export type CsatSetting = z.infer<typeof CsatSetting>

/** Why a customer may not be asked. Each has its sentence in the catalogue (`csat.not.<reason>`). */
export const CsatReason = z.enum([
  'off',
  'no-dm',
  'not-theirs',
  'stop',
  'lately',
  'protest',
  'spam',
  'incident',
])
export type CsatReason = z.infer<typeof CsatReason>

/** What the last 30 days of a brand brought. `average` null: nobody answered. */
export const CsatSummary = z.object({
  asked: z.number(),
  answered: z.number(),
  average: z.number().nullable(),
})
export type CsatSummary = z.infer<typeof CsatSummary>
