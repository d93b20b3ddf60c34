/** @file Which columns are shown beside those that every deck has. */
import { z } from 'zod'
import { ExtraColumnKind } from '../../shared/domain/deck.ts'
import type { Reads, Tx } from '../db/database.ts'
import { fromJson } from '../db/values.ts'

const name = 'columns'
// A kind that a later version had is left out here, not refused.
const Shown = z
  .array(z.string())
  .transform((kinds) => kinds.flatMap((kind) => ExtraColumnKind.safeParse(kind).data ?? []))

/** In the order in which they were asked for. */
export async function extraColumns(read: Reads): Promise<ExtraColumnKind[]> {
  const row = await read.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row ? (fromJson(Shown, row.value) ?? []) : []
}

export async function keepExtraColumns(tx: Tx, kinds: readonly ExtraColumnKind[]): Promise<void> {
  const value = JSON.stringify(kinds)
  await tx.db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  tx.touch.session()
}
