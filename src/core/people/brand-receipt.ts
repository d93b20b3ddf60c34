/** @file The receipt of a client who left: whose sign-ins were taken back, what was erased, when and by whom. Pure. */
import { z } from 'zod'
import { LeaveCounts, Revoked } from '../../shared/domain/leaving.ts'
import { OwnId } from '../../shared/ids.ts'

export const BrandReceipt = z.object({
  version: z.literal(1),
  kind: z.literal('brand'),
  receiptId: OwnId,
  workspaceId: z.string(),
  leftAt: z.iso.datetime(),
  by: z.string(),
  why: z.string(),
  brand: z.string(),
  client: z.string(),
  removed: LeaveCounts,
  handles: z.array(Revoked),
})
export type BrandReceipt = z.infer<typeof BrandReceipt>

/** The same for people. */
export function brandReceiptText(receipt: BrandReceipt): string {
  const { removed, handles } = receipt
  return [
    'Receipt: a brand left this workspace',
    '',
    `When        ${receipt.leftAt}`,
    `By          ${receipt.by}`,
    `Why         ${receipt.why}`,
    `Receipt     ${receipt.receiptId}`,
    `Workspace   ${receipt.workspaceId}`,
    `Brand       ${receipt.brand}`,
    `Client      ${receipt.client}`,
    '',
    'Sign-ins, whose keys were erased here:',
    ...handles.map(({ username, revoked }) =>
      revoked
        ? `  @${username}: taken back at X`
        : `  @${username}: X did not confirm; take it back on X under Settings, Apps and sessions`,
    ),
    '',
    'Removed from the database, its search index, its log and its free pages:',
    `  ${removed.tickets} tickets`,
    `  ${removed.posts} posts that only this brand was shown`,
    `  ${removed.directMessages} direct messages`,
    `  ${removed.notes} notes`,
    `  ${removed.messages} outgoing messages`,
    `  ${removed.macros} macros`,
    `  ${removed.backups} backups, which held the brand too`,
    '',
  ].join('\n')
}
