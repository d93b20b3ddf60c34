/** @file Posts that others name and that are not here: which are due to be looked up, and what a lookup settles. */
import type { Reads, Tx } from '../db/database.ts'
import type { Lookup } from '../x/gateway.ts'

/** X's lookup takes this many ids at once. */
const lookupSize = 100
/** Protected or withheld posts are asked for this often, an hour apart, then left. */
const triesAtMost = 3
const againMs = 3_600_000

export async function dueWanted(read: Reads, handleId: string, now: number): Promise<string[]> {
  const rows = await read
    .selectFrom('wanted_posts')
    .select('post_id')
    .where('handle_id', '=', handleId)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(lookupSize)
    .execute()
  return rows.map((row) => row.post_id)
}

/** Forgets what was found or is gone for good; puts off what this handle may not see now. */
export function settleWanted(
  tx: Tx,
  handleId: string,
  asked: readonly string[],
  missing: Lookup<never>['missing'],
): void {
  const later = new Set(missing.filter((one) => one.why !== 'deleted').map((one) => one.id))
  const forget = tx.raw('DELETE FROM wanted_posts WHERE post_id = ? AND handle_id = ?')
  const putOff = tx.raw(
    'UPDATE wanted_posts SET tries = tries + 1, next_try_at = ? WHERE post_id = ? AND handle_id = ?',
  )
  const giveUp = tx.raw('DELETE FROM wanted_posts WHERE post_id = ? AND handle_id = ? AND tries >= ?')
  for (const id of asked) {
    if (!later.has(id)) forget.run(id, handleId)
    else {
      putOff.run(tx.at + againMs, id, handleId)
      giveUp.run(id, handleId, triesAtMost)
    }
  }
}
