/**
 * @file What was copied in the windows of this console, by client: such text never goes into another client's message,
 * whichever window it is pasted in. It is kept for a few hours, and with whatever else this workspace holds.
 */
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { foldedOf } from './plain-text.ts'

/** Shorter texts are a word or a number that anybody may type. */
const lettersAtLeast = 16
const keptMs = 12 * 3_600_000
const keptAtMost = 200

/** A copied text, as guards compare it, and the client whose it is. */
export type Copy = { clientId: string; text: string }

/** Whether a text is long enough to be somebody's. */
export const isTelling = (folded: string): boolean => folded.length >= lettersAtLeast && folded.includes(' ')

/** Remembers a copied text as that brand's client's; what is too short to tell is not kept. */
export async function rememberCopy(tx: Tx, clientId: string, text: string): Promise<void> {
  const folded = foldedOf(text).text
  if (!isTelling(folded)) return
  await tx.db
    .deleteFrom('copied_texts')
    .where('at', '<', tx.at - keptMs)
    .execute()
  await tx.db
    .deleteFrom('copied_texts')
    .where('client_id', '=', clientId)
    .where('text', '=', folded)
    .execute()
  await tx.db
    .insertInto('copied_texts')
    .values({ id: newId(tx.at), client_id: clientId, text: folded, at: tx.at })
    .execute()
}

/** The newest copies. @param at the instant, epoch ms */
export async function copiesNow(db: Reads, at: number): Promise<Copy[]> {
  const rows = await db
    .selectFrom('copied_texts')
    .select(['client_id as clientId', 'text'])
    .where('at', '>', at - keptMs)
    .orderBy('at', 'desc')
    .limit(keptAtMost)
    .execute()
  return rows
}

/** Where a text of another client stands in a draft; what was copied from its own client as well is its own. */
export function copiedFromOthers(
  text: string,
  copies: readonly Copy[],
  clientId: string,
): { start: number; end: number } | null {
  const folded = foldedOf(text)
  const own = copies.filter((copy) => copy.clientId === clientId)
  for (const copy of copies) {
    if (copy.clientId === clientId || own.some((mine) => mine.text.includes(copy.text))) continue
    const at = folded.text.indexOf(copy.text)
    if (at >= 0) {
      const start = folded.at[at] ?? 0
      const last = folded.at[at + copy.text.length - 1] ?? text.length - 1
      return { start, end: last + 1 }
    }
  }
  return null
}
