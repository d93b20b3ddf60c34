/** @file A client who leaves: what of their brand goes, and what was done. Shapes only. */
import { z } from 'zod'
import { Username } from '../ids.ts'

export const LeaveCounts = z.object({
  tickets: z.number(),
  /** Posts and direct messages that only this brand's handles were shown. */
  posts: z.number(),
  directMessages: z.number(),
  notes: z.number(),
  messages: z.number(),
  macros: z.number(),
  /** Whole copies of the workspace, which hold the brand too. */
  backups: z.number(),
})
export type LeaveCounts = z.infer<typeof LeaveCounts>

export const LeavePreview = z.object({
  counts: LeaveCounts,
  handles: z.array(Username),
  /** Messages that have not left: they are taken back into drafts, which go too. */
  waiting: z.number(),
})
export type LeavePreview = z.infer<typeof LeavePreview>

/** Whether X took the sign-in of a handle back; false: X could not be reached, or knew of none. */
export const Revoked = z.object({ username: Username, revoked: z.boolean() })
export type Revoked = z.infer<typeof Revoked>

export const LeaveResult = z.object({
  counts: LeaveCounts,
  revoked: z.array(Revoked),
  /** The receipt's file; null: it could not be written yet, and is at the next start. */
  receipt: z.string().nullable(),
})
export type LeaveResult = z.infer<typeof LeaveResult>
