/** @file Forgetting a person: what would go, and what went. Shapes only. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'

/** How many rows of each kind a person's traces are. */
export const ForgetCounts = z.object({
  tickets: z.number(),
  /** Theirs, and ours that answered them. */
  posts: z.number(),
  directMessages: z.number(),
  notes: z.number(),
  drafts: z.number(),
  /** Messages of this console to them, sent or not. */
  messages: z.number(),
  /** Whole copies of the workspace: they hold the person too. */
  backups: z.number(),
})
export type ForgetCounts = z.infer<typeof ForgetCounts>

export const ForgetPreview = z.object({
  xUserId: XId,
  name: z.string(),
  /** What has to be typed to confirm: the handle, or the id of somebody whose handle is not known. */
  confirmWith: z.string(),
  username: Username.nullable(),
  counts: ForgetCounts,
  /** Posts by others that name them: these stay, they are others' words. */
  namedByOthers: z.number(),
})
export type ForgetPreview = z.infer<typeof ForgetPreview>

export const ForgetResult = z.object({
  receiptId: OwnId,
  /** Where the receipt lies as a file; null when it could not be written yet and will be at the next start. */
  file: z.string().nullable(),
  counts: ForgetCounts,
})
export type ForgetResult = z.infer<typeof ForgetResult>
