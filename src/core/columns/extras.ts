/** @file Which columns are shown beside those that every deck has. */
import { z } from 'zod'
import { ExtraColumnKind } from '../../shared/domain/deck.ts'
import type { Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'

const name = 'columns'
// A kind that a later version had is left out here, not refused.
const Shown = z
  .array(z.string())
  .transform((kinds) => kinds.flatMap((kind) => ExtraColumnKind.safeParse(kind).data ?? []))

/** In the order in which they were asked for. */
export const extraColumns = async (read: Reads): Promise<ExtraColumnKind[]> =>
  (await setting(read, name, Shown)) ?? []

export async function keepExtraColumns(tx: Tx, kinds: readonly ExtraColumnKind[]): Promise<void> {
  await keepSetting(tx, name, kinds)
  tx.touch.session()
}
