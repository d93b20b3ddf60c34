/**
 * @file A column through a filter. A filter that fits little would go through a whole column at once, so each call looks
 * at a bounded stretch of it and says where the next one goes on.
 */
import { sql, type RawBuilder } from 'kysely'
import { parseSearch, type SearchWord } from '../../shared/domain/search-query.ts'
import type { Reads } from '../db/database.ts'
import { expressionOf } from '../search/expression.ts'
import { filtersOf, newestMessage } from '../search/filters.ts'
import { ticketsSaying } from '../search/saying.ts'

/** So many rows of a column one call looks at. */
export const lookedAtMost = 5_000

/** Where a stretch ends: the sort key and the id of its last row. */
export type Place = { at: number; id: string }

export type Narrowed = { places: Place[]; next: Place | null }

/** Tickets with all of these words, and without those that are said not to stand in them. */
function saying(words: readonly SearchWord[]): RawBuilder<unknown>[] {
  const expression = expressionOf(words.filter(({ not }) => !not))
  const without = words
    .filter(({ not }) => not)
    .flatMap((word) => expressionOf([{ ...word, not: false }]) ?? [])
  return [
    ...(expression === null ? [] : [sql`t.id IN (${ticketsSaying(expression)})`]),
    ...without.map((one) => sql`t.id NOT IN (${ticketsSaying(one)})`),
  ]
}

/**
 * Up to `limit` tickets of a stretch that fit a filter, in the order of the column.
 * @param stretch `at` and `id` of the rows to look at, `lookedAtMost` at most, in the order of the column
 * @param read the thread for what may take long · @param now epoch ms
 */
export async function narrowed(
  read: Reads,
  stretch: RawBuilder<unknown>,
  { filter, newestFirst, limit, now }: { filter: string; newestFirst: boolean; limit: number; now: number },
): Promise<Narrowed> {
  const { words, filters } = parseSearch(filter, { isTyping: false })
  const { condition } = await filtersOf(read, filters, now)
  const asked = sql.join([condition(newestMessage), ...saying(words)], sql` AND `)
  const [forwards, backwards] = newestFirst ? [sql`DESC`, sql``] : [sql``, sql`DESC`]
  const looked = sql`WITH looked AS MATERIALIZED (${stretch})`
  const { rows: found } = await sql<Place>`
    ${looked} SELECT l.at, l.id FROM looked l CROSS JOIN tickets t ON t.id = l.id
    WHERE ${asked} ORDER BY l.at ${forwards}, l.id ${forwards} LIMIT ${limit + 1}`.execute(read)
  const { rows: ends } = await sql<Place & { count: number }>`
    ${looked} SELECT at, id, (SELECT count(*) FROM looked) AS count FROM looked
    ORDER BY at ${backwards}, id ${backwards} LIMIT 1`.execute(read)
  const places = found.slice(0, limit)
  const end = ends[0]
  if (found.length > limit) return { places, next: places.at(-1) ?? null }
  return { places, next: end?.count === lookedAtMost ? { at: end.at, id: end.id } : null }
}
