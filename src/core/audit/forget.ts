/** @file Takes words out of lines of the history that must not hold them any more. */
import type { Tx } from '../db/database.ts'

type Row = { id: string; before: string | null; after: string | null }

/**
 * The lines keep that something was done, and by whom; undo does not reach for it any more.
 * @param isTold whether one side of a line, as JSON, has to go
 */
export function emptyLines(tx: Tx, events: readonly string[], isTold: (side: string) => boolean): void {
  const rows = tx.raw<Row>(
    `SELECT id, before, after FROM audit WHERE event IN (${events.map(() => '?').join(', ')})`,
  )
  const empty = tx.raw('UPDATE audit SET before = NULL, after = NULL, undoable = 0 WHERE id = ?')
  for (const { id, before, after } of rows.all(...events))
    if ([before, after].some((side) => side !== null && isTold(side))) empty.run(id)
}
