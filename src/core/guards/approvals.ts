/** @file Four eyes by a brand's own rules: which of its messages wait for another agent's word. */
import type { ApprovalWhy } from '../../shared/domain/approval.ts'
import type { ApprovalsSetting } from '../../shared/domain/guard-settings.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { wordsIn } from './lexicon.ts'

/** Why a message waits; empty when it need not. Pure. */
export function needsApproval(
  { text, tags }: { text: string; tags: readonly string[] },
  setting: ApprovalsSetting,
): ApprovalWhy[] {
  const wanted = new Set(setting.tags.map((tag) => tag.toLowerCase()))
  return [
    ...tags
      .filter((tag) => wanted.has(tag.toLowerCase()))
      .map((tag) => ({ rule: 'tag' as const, what: tag })),
    ...wordsIn(text, setting.words).map((word) => ({ rule: 'words' as const, what: word })),
  ]
}

/** The same for a message of this brand, with what its ticket is tagged. */
export async function approvalAsked(
  db: Reads,
  message: { brandId: string; ticketId: string | null; text: string },
): Promise<ApprovalWhy[]> {
  const setting = await brandSetting(db, message.brandId, 'approvals')
  const tagged =
    message.ticketId === null || setting.tags.length === 0
      ? []
      : await db.selectFrom('ticket_tags').select('tag').where('ticket_id', '=', message.ticketId).execute()
  return needsApproval({ text: message.text, tags: tagged.map(({ tag }) => tag) }, setting)
}
