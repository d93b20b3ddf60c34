/** @file A post that a handle of ours wrote, as far as deleting and editing need it. Shape only. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { TextRun } from './text.ts'

export const OwnPost = z.object({
  id: XId,
  handleId: OwnId,
  username: Username,
  runs: z.array(TextRun),
  at: z.number(),
  /** An answer to somebody else, which X edits no more. */
  isReply: z.boolean(),
})
export type OwnPost = z.infer<typeof OwnPost>
