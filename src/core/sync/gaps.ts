/**
 * @file The rows of gaps: spans that X had and did not show. One that touches an open or closed one of the same source
 * and reason becomes part of it, so that a server that goes wrong again and again leaves one row.
 */
import { record } from '../audit/audit.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { GapsTable } from '../db/tables/sync.ts'
import { newId } from '../db/uuid.ts'
import type { Hole } from './chain.ts'
import type { SourceRef } from './sources.ts'

export type GapRow = { id: string; fromAt: number; toAt: number; why: GapsTable['why'] }

/** Spans that lie this close belong together, ms. */
const touchMs = 10 * 60_000

/** A gap that was closed is of interest this long, ms. */
const closedLifeMs = 7 * 86_400_000

/** Notes what is not here, in the transaction of the cursor that moves past it. */
export function openGap(tx: Tx, { handleId, source, subject }: SourceRef, hole: Hole): void {
  const { fromAt, toAt, why } = hole
  const touching = tx
    .raw<{ id: string; closed: number | null; fromAt: number }>(
      `SELECT id, closed_at AS closed, from_at AS fromAt FROM gaps
       WHERE handle_id = ? AND source = ? AND subject = ? AND why = ? AND to_at >= ? AND from_at <= ?
       ORDER BY to_at DESC LIMIT 1`,
    )
    .get(handleId, source, subject, why, fromAt - touchMs, toAt + touchMs)
  if (touching) {
    // What was proven before stays proven.
    const from = touching.closed === null ? Math.min(touching.fromAt, fromAt) : fromAt
    // More of it is news again.
    tx.raw(
      'UPDATE gaps SET from_at = ?, to_at = max(to_at, ?), closed_at = NULL, seen_at = NULL WHERE id = ?',
    ).run(from, toAt, touching.id)
  } else {
    tx.raw(
      'INSERT INTO gaps (id, handle_id, source, subject, from_at, to_at, why, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(newId(tx.at), handleId, source, subject, fromAt, toAt, why, tx.at)
  }
  tx.raw('DELETE FROM gaps WHERE handle_id = ? AND closed_at < ?').run(handleId, tx.at - closedLifeMs)
  tx.touch.session()
}

/** An agent has taken note of a gap that may never close. */
export async function noteGap(tx: Tx, gapId: string): Promise<void> {
  const row = await tx.db
    .updateTable('gaps')
    .set({ seen_at: tx.at })
    .where('id', '=', gapId)
    .where('seen_at', 'is', null)
    .returning('handle_id')
    .executeTakeFirst()
  if (!row) return
  const { brand_id: brandId } = await tx.db
    .selectFrom('handles')
    .select('brand_id')
    .where('id', '=', row.handle_id)
    .executeTakeFirstOrThrow()
  await record(tx, { event: 'gap.noted', actionId: newId(tx.at), brandId, undoable: false })
  tx.touch.session()
}

/** What lies above `toAt` is here now; with nothing left, the gap is closed. */
export function narrowGap(tx: Tx, gapId: string, toAt: number): void {
  tx.raw('UPDATE gaps SET to_at = max(from_at, ?), closed_at = iif(from_at >= ?, ?, NULL) WHERE id = ?').run(
    toAt,
    toAt,
    tx.at,
    gapId,
  )
  tx.touch.session()
}

/** Spans of a source that are not here, newest first. */
export function openGaps(read: Reads, { handleId, source, subject }: SourceRef): Promise<GapRow[]> {
  return read
    .selectFrom('gaps')
    .select(['id', 'from_at as fromAt', 'to_at as toAt', 'why'])
    .where('handle_id', '=', handleId)
    .where('source', '=', source)
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .orderBy('to_at', 'desc')
    .execute()
}
