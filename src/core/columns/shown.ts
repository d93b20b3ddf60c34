/** @file How one column is to be read: its filter and its order, by one statement, since every page asks. */
import { sql } from 'kysely'
import type { ColumnOrder } from '../../shared/domain/deck.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { filtersName, KeptFilters } from './filters.ts'
import { KeptOrders, ordersName } from './orders.ts'

const kept = compiled<never, { name: string; value: string }>(
  () => sql`SELECT name, value FROM settings WHERE name IN (${sql.lit(filtersName)}, ${sql.lit(ordersName)})`,
)

/** `filter` undefined: all of it is shown. */
export async function shownAs(
  read: Reads,
  columnId: string,
): Promise<{ filter: string | undefined; order: ColumnOrder }> {
  const values = new Map((await kept(read, {})).map(({ name, value }) => [name, value]))
  return {
    filter: fromJson(KeptFilters, values.get(filtersName) ?? null)?.[columnId],
    order: fromJson(KeptOrders, values.get(ordersName) ?? null)?.[columnId] ?? 'own',
  }
}
