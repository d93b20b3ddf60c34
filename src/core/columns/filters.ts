/** @file What each column is narrowed to, in the words of a search. */
import { z } from 'zod'
import { parseSearch } from '../../shared/domain/search-query.ts'
import type { Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import { filtersOf } from '../search/filters.ts'

/** Under which name of `db/settings.ts` they are kept, and in which shape. */
export const filtersName = 'column-filters'
export const KeptFilters = z.record(z.string(), z.string())

/** By column; those that show everything are not in it. */
export const columnFilters = async (read: Reads): Promise<Readonly<Record<string, string>>> =>
  (await setting(read, filtersName, KeptFilters)) ?? {}

/** @param text empty shows everything again */
export async function keepColumnFilter(tx: Tx, columnId: string, text: string): Promise<void> {
  const { [columnId]: _before, ...others } = await columnFilters(tx.db)
  await keepSetting(tx, filtersName, text === '' ? others : { ...others, [columnId]: text })
  tx.touch.session()
}

/** What of a filter means nothing here, and is left out. @param now epoch ms */
export async function unknownIn(read: Reads, text: string, now: number): Promise<string[]> {
  if (text === '') return []
  return (await filtersOf(read, parseSearch(text, { isTyping: false }).filters, now)).unknown
}
