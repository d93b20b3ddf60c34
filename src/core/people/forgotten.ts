/**
 * @file Who was forgotten, so that nothing old of theirs comes back. Kept as a hash of the workspace and the person's
 * id: enough to know them again, not to list them.
 */
import { createHash } from 'node:crypto'
import type { Tx } from '../db/database.ts'

/** Those who were forgotten in this workspace, on one transaction. */
export type Forgotten = {
  /** Whether this person was forgotten after that instant, epoch ms: then what they wrote at it stays away. */
  since(xUserId: string, writtenAt: number): boolean
  is(xUserId: string): boolean
}

const nobody: Forgotten = { since: () => false, is: () => false }

/** The mark that is left of a person. */
export const markOf = (workspaceId: string, xUserId: string): string =>
  createHash('sha256').update(`${workspaceId} ${xUserId}`).digest('hex')

export const workspaceIdOf = (tx: Tx): string =>
  tx.raw<{ id: string }>('SELECT id FROM workspace').get()?.id ?? ''

/** Reads the marks, which are few or none. */
export function forgottenPeople(tx: Tx): Forgotten {
  const rows = tx
    .raw<{ mark: string; at: number }>("SELECT item_id AS mark, at FROM tombstones WHERE kind = 'person'")
    .all()
  if (rows.length === 0) return nobody
  const marks = new Map(rows.map(({ mark, at }) => [mark, at]))
  const workspaceId = workspaceIdOf(tx)
  const known = new Map<string, number>()
  const at = (xUserId: string): number => {
    const asked = known.get(xUserId)
    if (asked !== undefined) return asked
    const found = marks.get(markOf(workspaceId, xUserId)) ?? -Infinity
    known.set(xUserId, found)
    return found
  }
  return {
    since: (xUserId, writtenAt) => writtenAt <= at(xUserId),
    is: (xUserId) => at(xUserId) > -Infinity,
  }
}

/** Remembers that this person was forgotten now. */
export function markForgotten(tx: Tx, xUserId: string): void {
  tx.raw(
    `INSERT INTO tombstones (kind, item_id, why, at) VALUES ('person', ?, 'forgotten', ?)
     ON CONFLICT (kind, item_id) DO UPDATE SET at = excluded.at`,
  ).run(markOf(workspaceIdOf(tx), xUserId), tx.at)
}
