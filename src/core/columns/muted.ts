/** @file How much mutes leave out of a column: told at its head, so that none of it is gone silently. */
import { sql, type RawBuilder } from 'kysely'
import { countedAtMost, type ColumnPage } from '../../shared/domain/deck.ts'
import type { Reads } from '../db/database.ts'
import type { Looked } from './narrowed.ts'

export const noneMuted: ColumnPage['muted'] = { count: 0, many: false }

/** So many rows of a column are looked at: with half of them muted it is still counted as far as any other. */
export const countedAmong = 2 * countedAtMost

/** `shown`: how many rows are left; null: nobody counts that far. */
export type Counted = { shown: number | null; muted: ColumnPage['muted'] }

/**
 * Counts the muted among the first rows of a column that fit.
 * @param top `at` and `id` of its first `countedAmong` rows · @param looked what of them fits, and what mutes leave out
 */
export async function mutedOf(
  read: Reads,
  top: RawBuilder<unknown>,
  { rows, id, condition, leftOut }: Looked & { leftOut: RawBuilder<unknown> },
): Promise<Counted> {
  const { rows: counted } = await sql<{ size: number; fit: number; muted: number }>`
    WITH looked AS MATERIALIZED (${top}) SELECT (SELECT count(*) FROM looked) AS size, count(*) AS fit,
      coalesce(sum(CASE WHEN ${leftOut} THEN 1 ELSE 0 END), 0) AS muted
    FROM looked l CROSS JOIN ${rows} WHERE ${id} = l.id AND ${condition}`.execute(read)
  const { size, fit, muted } = counted[0] ?? { size: 0, fit: 0, muted: 0 }
  const many = size >= countedAmong
  const shown = Math.min(countedAtMost, fit - muted)
  return { shown: many && shown < countedAtMost ? null : shown, muted: { count: muted, many } }
}
