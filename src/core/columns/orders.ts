/** @file In which order each column shows its tickets, where somebody wants another one than it has by itself. */
import { z } from 'zod'
import { ColumnOrder } from '../../shared/domain/deck.ts'
import type { Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'

const name = 'column-orders'
const Kept = z.record(z.string(), ColumnOrder)

/** By column; those in their own order are not in it. */
export const columnOrders = async (read: Reads): Promise<Readonly<Record<string, ColumnOrder>>> =>
  (await setting(read, name, Kept)) ?? {}

export async function keepColumnOrder(tx: Tx, columnId: string, order: ColumnOrder): Promise<void> {
  const { [columnId]: _before, ...others } = await columnOrders(tx.db)
  await keepSetting(tx, name, order === 'own' ? others : { ...others, [columnId]: order })
  tx.touch.session()
}
