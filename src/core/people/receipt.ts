/**
 * @file The receipt of a forgetting: what went, by counts and by hashes of ids, when, by whom and why. It proves without
 * holding anything of the person. Pure.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ForgetCounts } from '../../shared/domain/person.ts'
import { OwnId } from '../../shared/ids.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/u)

export const Receipt = z.object({
  version: z.literal(1),
  receiptId: OwnId,
  workspaceId: z.string(),
  forgottenAt: z.iso.datetime(),
  by: z.string(),
  why: z.string(),
  /** SHA-256 of the person's X id. */
  person: Hash,
  removed: ForgetCounts,
  /** SHA-256 of each id, sorted, so that their order tells nothing. */
  posts: z.array(Hash),
  directMessages: z.array(Hash),
  staysWithOthers: z.number(),
})
export type Receipt = z.infer<typeof Receipt>

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex')

export function receiptOf(facts: {
  receiptId: string
  workspaceId: string
  at: number
  by: string
  why: string
  xUserId: string
  counts: ForgetCounts
  postIds: readonly string[]
  dmIds: readonly string[]
  namedByOthers: number
}): Receipt {
  return {
    version: 1,
    receiptId: facts.receiptId,
    workspaceId: facts.workspaceId,
    forgottenAt: new Date(facts.at).toISOString(),
    by: facts.by,
    why: facts.why,
    person: hashOf(facts.xUserId),
    removed: facts.counts,
    posts: facts.postIds.map(hashOf).sort(),
    directMessages: facts.dmIds.map(hashOf).sort(),
    staysWithOthers: facts.namedByOthers,
  }
}

/** The same for people. */
export function receiptText(receipt: Receipt): string {
  const { removed } = receipt
  return [
    'Receipt: a person was forgotten',
    '',
    `When        ${receipt.forgottenAt}`,
    `By          ${receipt.by}`,
    `Why         ${receipt.why}`,
    `Receipt     ${receipt.receiptId}`,
    `Workspace   ${receipt.workspaceId}`,
    `Person      ${receipt.person} (SHA-256 of the X user id)`,
    '',
    'Removed from the database, its search index, its log and its free pages:',
    `  ${removed.tickets} tickets`,
    `  ${removed.posts} posts, with every earlier version`,
    `  ${removed.directMessages} direct messages`,
    `  ${removed.notes} notes`,
    `  ${removed.drafts} drafts`,
    `  ${removed.messages} outgoing messages`,
    `  ${removed.backups} backups, which held the person too`,
    '',
    `Posts by others that name the person: ${receipt.staysWithOthers}. They stay.`,
    'The SHA-256 of each removed id stands in the JSON file beside this one.',
    '',
  ].join('\n')
}
