/** @file In which order each column shows its tickets, where somebody wants another one than it has by itself. */
import { z } from 'zod'
import { ColumnOrder } from '../../shared/domain/deck.ts'
import type { Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'

/** Under which name of `db/settings.ts` they are kept, and in which shape. */
export const ordersName = 'column-orders'
export const KeptOrders = z.record(z.string(), ColumnOrder)

/** By column; those in their own order are not in it. */
export const columnOrders = async (read: Reads): Promise<Readonly<Record<string, ColumnOrder>>> =>
  (await setting(read, ordersName, KeptOrders)) ?? {}

export async function keepColumnOrder(tx: Tx, columnId: string, order: ColumnOrder): Promise<void> {
  const { [columnId]: _before, ...others } = await columnOrders(tx.db)
  await keepSetting(tx, ordersName, order === 'own' ? others : { ...others, [columnId]: order })
  tx.touch.session()
}
