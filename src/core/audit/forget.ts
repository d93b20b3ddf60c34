/** @file Takes words out of lines of the history that must not hold them any more. */
import type { Tx } from '../db/database.ts'

type Row = { id: string; brandId: string | null; before: string | null; after: string | null }

/**
 * The lines keep that something was done, and by whom; undo does not reach for it any more.
 * @param events whose lines are looked at, and of which brands
 * @param isTold whether one side of a line, as JSON, has to go
 */
export function emptyLines(
  tx: Tx,
  { events, brandIds }: { events: readonly string[]; brandIds: ReadonlySet<string> },
  isTold: (side: string) => boolean,
): void {
  const rows = tx.raw<Row>(
    `SELECT id, brand_id AS "brandId", before, after FROM audit WHERE event IN (${events.map(() => '?').join(', ')})`,
  )
  const empty = tx.raw('UPDATE audit SET before = NULL, after = NULL, undoable = 0 WHERE id = ?')
  for (const { id, brandId, before, after } of rows.all(...events))
    if (
      brandId !== null &&
      brandIds.has(brandId) &&
      [before, after].some((side) => side !== null && isTold(side))
    )
      empty.run(id)
}
