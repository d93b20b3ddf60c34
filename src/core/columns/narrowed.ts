/**
 * @file A column through a filter, or through mutes. A filter that fits little would go through a whole column at once, so
 * each call looks at a bounded stretch of it and says where the next one goes on.
 */
import { sql, type RawBuilder } from 'kysely'
import { parseSearch, type SearchWord } from '../../shared/domain/search-query.ts'
import type { Reads } from '../db/database.ts'
import { expressionOf } from '../search/expression.ts'
import { filtersOf, newestMessage } from '../search/filters.ts'
import { ticketsSaying } from '../search/saying.ts'
import type { Narrowed, Place } from './bounds.ts'

/** So many rows of a column one call looks at. */
export const lookedAtMost = 5_000

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

/** What is looked through: `rows` of a table whose `id` stands in the column, and a condition over them. */
export type Looked = {
  rows: RawBuilder<unknown>
  id: RawBuilder<unknown>
  condition: RawBuilder<unknown>
}

/** The tickets that fit a filter, as a condition over `t`. @param now epoch ms */
export async function fitting(read: Reads, filter: string, now: number): Promise<RawBuilder<unknown>> {
  const { words, filters } = parseSearch(filter, { isTyping: false })
  const { condition } = await filtersOf(read, filters, now)
  return sql.join([condition(newestMessage), ...saying(words)], sql` AND `)
}

/** What is left of tickets by a filter and by mutes, as a condition over `t`. @param leftOut null: nothing is muted */
export async function shownBy(
  read: Reads,
  { filter, leftOut, now }: { filter: string; leftOut: RawBuilder<unknown> | null; now: number },
): Promise<RawBuilder<unknown>> {
  const fits = await fitting(read, filter, now)
  return leftOut === null ? fits : sql`${fits} AND NOT ${leftOut}`
}

export const ticketRows = { rows: sql`tickets t`, id: sql`t.id` }
export const postRows = { rows: sql`posts p`, id: sql`p.id` }

/**
 * Up to `limit` rows of a stretch that fit, in the order of the column.
 * @param stretch `at` and `id` of the rows to look at, `lookedAtMost` at most, in the order of the column
 * @param read the thread for what may take long
 */
export async function narrowed(
  read: Reads,
  stretch: RawBuilder<unknown>,
  { rows, id, condition, newestFirst, limit }: Looked & { newestFirst: boolean; limit: number },
): Promise<Narrowed> {
  const forwards = newestFirst ? sql`DESC` : sql``
  const looked = sql`WITH looked AS MATERIALIZED (${stretch})`
  const { rows: found } = await sql<Place>`
    ${looked} SELECT l.at, l.id FROM looked l CROSS JOIN ${rows}
    WHERE ${id} = l.id AND ${condition} ORDER BY l.at ${forwards}, l.id ${forwards} LIMIT ${limit + 1}`.execute(
    read,
  )
  const places = found.slice(0, limit)
  if (found.length > limit) return { places, next: places.at(-1) ?? null }
  return { places, next: await goingOn(read, stretch, newestFirst, lookedAtMost) }
}

/** Where the next call goes on once a stretch of `atMost` rows was looked through; null: it was the last one. */
export async function goingOn(
  read: Reads,
  stretch: RawBuilder<unknown>,
  newestFirst: boolean,
  atMost: number,
): Promise<Place | null> {
  const backwards = newestFirst ? sql`` : sql`DESC`
  const { rows } = await sql<Place & { count: number }>`
    WITH looked AS MATERIALIZED (${stretch}) SELECT at, id, (SELECT count(*) FROM looked) AS count FROM looked
    ORDER BY at ${backwards}, id ${backwards} LIMIT 1`.execute(read)
  const end = rows[0]
  return end?.count === atMost ? { at: end.at, id: end.id } : null
}
