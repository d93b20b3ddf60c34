/** @file Searches that are kept as columns: which there are, and what stands in one, newest first. */
import { sql, type RawBuilder } from 'kysely'
import { countedAtMost, type ColumnPage } from '../../shared/domain/deck.ts'
import { parseSearch } from '../../shared/domain/search-query.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { countedAmong, mutedOf, noneMuted } from '../columns/muted.ts'
import { ticketRows } from '../columns/narrowed.ts'
import { cardColumns, cardJoins, type CardRow } from '../tickets/cards.ts'
import { savedColumnId } from '../columns/column-id.ts'
import { expressionOf } from './expression.ts'
import { filtersOf, isShown, newestMessage } from './filters.ts'
import { ticketsSaying } from './saying.ts'

const nameAtMost = 40

/** `deckId`: the deck that somebody made and keeps it in; null: it is of the deck of its brand, or of all. */
export type SavedSearch = {
  id: string
  brandId: string | null
  deckId: string | null
  name: string
  text: string
}

/** In the order in which they were kept. */
export const savedSearches = (read: Reads): Promise<SavedSearch[]> =>
  read
    .selectFrom('saved_searches')
    .select(['id', 'brand_id as brandId', 'deck_id as deckId', 'name', 'text'])
    .orderBy('id')
    .execute()

/** @returns the column's id; the same words in the same deck are one column */
export async function keepSearch(
  tx: Tx,
  { text, brandId, deckId }: Pick<SavedSearch, 'text' | 'brandId' | 'deckId'>,
): Promise<string> {
  const known = (await savedSearches(tx.db)).find(
    (one) => one.text === text && one.brandId === brandId && one.deckId === deckId,
  )
  if (known) return savedColumnId(known.id)
  const id = newId(tx.at)
  const name = text.length > nameAtMost ? `${text.slice(0, nameAtMost - 1)}…` : text
  await tx.db
    .insertInto('saved_searches')
    .values({ id, brand_id: brandId, deck_id: deckId, name, text, created_at: tx.at })
    .execute()
  tx.touch.session()
  return savedColumnId(id)
}

export type SavedRow = CardRow & { sortAt: number; sortId: string }

/** What one of them asks, as conditions over `t`; null for one that is gone, or that asks nothing. */
async function asked(read: Reads, id: string, now: number): Promise<RawBuilder<unknown> | null> {
  const search = (await savedSearches(read)).find((one) => one.id === id)
  if (!search) return null
  const { words, filters } = parseSearch(search.text, { isTyping: false })
  const expression = expressionOf(words)
  const { condition, isNone } = await filtersOf(read, filters, now)
  if (expression === null && isNone) return null
  return sql.join(
    [
      isShown,
      condition(newestMessage),
      ...(search.brandId === null ? [] : [sql`t.brand_id = ${search.brandId}`]),
      ...(expression === null ? [] : [sql`t.id IN (${ticketsSaying(expression)})`]),
    ],
    sql` AND `,
  )
}

/** `leftOut`: what mutes leave out, as a condition over `t`, null: nothing; `isShown`: it is shown all the same. */
export type AskedSearch = { id: string; leftOut: RawBuilder<unknown> | null; isShown: boolean }

const without = ({ leftOut, isShown }: AskedSearch): RawBuilder<unknown> =>
  leftOut === null || isShown ? sql`` : sql`AND NOT ${leftOut}`

/**
 * Up to `limit` tickets below `end`, how many there are in all, and how many of all are muted.
 * @param read the thread for what may take long · @param now epoch ms
 */
export async function savedRows(
  read: Reads,
  search: AskedSearch,
  end: { at: number; id: string } | null,
  limit: number,
  now: number,
): Promise<Pick<ColumnPage, 'total' | 'muted'> & { rows: SavedRow[] }> {
  const where = await asked(read, search.id, now)
  if (where === null) return { rows: [], total: 0, muted: noneMuted }
  const further = end === null ? sql`` : sql`AND (t.newest_customer_at, t.id) < (${end.at}, ${end.id})`
  const { rows } = await sql<SavedRow>`
    SELECT t.newest_customer_at AS "sortAt", t.id AS "sortId", ${cardColumns} FROM tickets t ${cardJoins}
    WHERE ${where} ${without(search)} ${further}
    ORDER BY t.newest_customer_at DESC, t.id DESC LIMIT ${limit}`.execute(read)
  if (search.leftOut === null) return { rows, total: await counted(read, where), muted: noneMuted }
  const newest = sql`
    SELECT t.newest_customer_at AS at, t.id AS id FROM tickets t WHERE ${where}
    ORDER BY t.newest_customer_at DESC, t.id DESC LIMIT ${countedAmong}`
  const { shown, muted } = await mutedOf(read, newest, {
    ...ticketRows,
    condition: sql`TRUE`,
    leftOut: search.leftOut,
  })
  return { rows, total: search.isShown ? await counted(read, where) : shown, muted }
}

/** How many tickets fit, as far as rows of columns are counted. */
async function counted(read: Reads, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM (
      SELECT 1 FROM tickets t WHERE ${where} LIMIT ${countedAtMost}) fitting`.execute(read)
  return rows[0]?.total ?? 0
}

/** The tickets of one, newest first. @param now epoch ms */
export async function savedTickets(
  read: Reads,
  search: AskedSearch,
  limit: number,
  now: number,
): Promise<string[]> {
  const where = await asked(read, search.id, now)
  if (where === null) return []
  const { rows } = await sql<{ ticketId: string }>`
    SELECT t.id AS "ticketId" FROM tickets t WHERE ${where} ${without(search)}
    ORDER BY t.newest_customer_at DESC, t.id DESC LIMIT ${limit}`.execute(read)
  return rows.map(({ ticketId }) => ticketId)
}
