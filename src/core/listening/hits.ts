/** @file Which posts a saved search or a list brought: the rows that its column reads. */
import type { Tx } from '../db/database.ts'
import type { PostRecord } from '../posts/records.ts'

/** Whether this very query is still kept: it may have been changed or removed while X answered. */
export const isListenedTo = (tx: Tx, { id, query }: { id: string; query: string }): boolean =>
  tx.raw('SELECT 1 FROM listening WHERE id = ? AND query = ?').get(id, query) !== undefined

/** Notes what came; posts that are gone again by now are left out. Tells the windows that a column changed. */
export function noteHits(tx: Tx, listeningId: string, posts: readonly PostRecord[]): void {
  const note = tx.raw(
    'INSERT OR IGNORE INTO listening_posts (listening_id, at, post_id) SELECT ?, created_at, id FROM posts WHERE id = ?',
  )
  const changed = posts.reduce((sum, post) => sum + note.run(listeningId, post.id).changes, 0)
  if (changed === 0) return
  const brand = tx.raw<{ id: string }>('SELECT brand_id AS id FROM listening WHERE id = ?').get(listeningId)
  if (brand) tx.touch.brand(brand.id)
}
