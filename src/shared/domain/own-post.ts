/** @file A post that a handle of ours wrote, as far as deleting and editing need it. Shape only. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { ActReason } from './outbox.ts'
import { TextRun } from './text.ts'

export const OwnPost = z.object({
  id: XId,
  handleId: OwnId,
  username: Username,
  runs: z.array(TextRun),
  at: z.number(),
  /** Why X would not take a new version of it now; null when it would, or when only X can tell. */
  noEdit: ActReason.nullable(),
  /** The words of a new version that was taken back before X had it, and that none followed; null without one. */
  takenBack: z.string().nullable(),
})
export type OwnPost = z.infer<typeof OwnPost>
