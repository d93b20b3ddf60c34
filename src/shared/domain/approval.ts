/** @file Why a message waits for another agent's word before it leaves. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/**
 * The rule that asks for it, and what it saw. `trainee`: who wrote it. `tag`: a tag of the ticket. `words`: words of the
 * message. Each has its sentence in the catalogue (`approval.why.<rule>`).
 */
export const ApprovalWhy = z.object({
  rule: z.enum(['trainee', 'tag', 'words']),
  /** The agent's name, the tag, the words. */
  what: z.string(),
})
export type ApprovalWhy = z.infer<typeof ApprovalWhy>

export const Approval = z.object({
  why: z.array(ApprovalWhy).min(1),
  /** Who wrote the message, and so cannot approve it. */
  authorId: OwnId.nullable(),
  isGiven: z.boolean(),
})
export type Approval = z.infer<typeof Approval>
