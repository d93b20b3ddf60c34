/** @file Which posts a saved search or a list brought: the rows that its column reads. */
import type { Tx } from '../db/database.ts'
import type { PostRecord } from '../posts/records.ts'

/** Whether this very query is still kept: it may have been changed or removed while X answered. */
export const isListenedTo = (tx: Tx, { id, query }: { id: string; query: string }): boolean =>
  tx.raw('SELECT 1 FROM listening WHERE id = ? AND query = ?').get(id, query) !== undefined

/**
 * Notes what came; posts that are gone again by now are left out. Tells the windows that a column changed.
 * @param about `isFirst`: of the first reading, which is news to nobody
 */
export function noteHits(
  tx: Tx,
  listeningId: string,
  posts: readonly PostRecord[],
  { isFirst }: { isFirst: boolean },
): void {
  const note = tx.raw(
    'INSERT OR IGNORE INTO listening_posts (listening_id, at, post_id) SELECT ?, created_at, id FROM posts WHERE id = ?',
  )
  const come = posts.filter(({ id }) => note.run(listeningId, id).changes > 0)
  if (come.length === 0) return
  if (!isFirst) for (const { id } of come) tx.touch.post(id)
  const brand = tx.raw<{ id: string }>('SELECT brand_id AS id FROM listening WHERE id = ?').get(listeningId)
  if (brand) tx.touch.brand(brand.id)
}
