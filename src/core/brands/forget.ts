/** @file Forgets a brand with everything that only its handles were shown. */
import type { Tx } from '../db/database.ts'
import { forgetMutesOf } from '../mutes/repo.ts'
import { dmWords, postWords } from '../posts/words.ts'

/** Deletes the brand's rows, then every item of the mirror that nobody is left to see, words and people included. */
export function forgetBrand(tx: Tx, brandId: string): void {
  forgetBare(tx, brandId)
  forgetUnseen(tx, 'posts', 'post', postWords(tx))
  forgetUnseen(tx, 'dm_events', 'dm', dmWords(tx))
  tx.raw(
    `DELETE FROM people WHERE x_user_id NOT IN (
       SELECT author_id FROM posts UNION SELECT sender_id FROM dm_events UNION SELECT customer_id FROM tickets
       UNION SELECT x_user_id FROM handles)`,
  ).run()
  tx.raw("DELETE FROM mutes WHERE kind = 'person' AND what NOT IN (SELECT x_user_id FROM people)").run()
}

/** Deletes the brand's rows alone: all that there is of one that was never connected. */
export function forgetBare(tx: Tx, brandId: string): void {
  tx.raw(
    'DELETE FROM audit WHERE brand_id = ? OR ticket_id IN (SELECT id FROM tickets WHERE brand_id = ?)',
  ).run(brandId, brandId)
  forgetMutesOf(tx, brandId)
  // What was delivered to its client is that client's, whoever else is in it.
  tx.raw(
    'DELETE FROM delivered_reports WHERE id IN (SELECT report_id FROM delivered_brands WHERE brand_id = ?)',
  ).run(brandId)
  // Handles, tickets, notes, drafts, jobs, sources and what was visible go with it.
  tx.raw('DELETE FROM brands WHERE id = ?').run(brandId)
  tx.raw('DELETE FROM clients WHERE id NOT IN (SELECT client_id FROM brands)').run()
}

function forgetUnseen(
  tx: Tx,
  table: 'posts' | 'dm_events',
  kind: 'post' | 'dm',
  words: { forget(n: number, text: string): void },
): void {
  const unseen = tx
    .raw<{ n: number; text: string }>(
      `SELECT n, text FROM ${table} AS item
       WHERE NOT EXISTS (SELECT 1 FROM visible_to WHERE kind = ? AND item_id = item.id)`,
    )
    .all(kind)
  const forget = tx.raw(`DELETE FROM ${table} WHERE n = ?`)
  for (const { n, text } of unseen) {
    words.forget(n, text)
    forget.run(n)
  }
}
