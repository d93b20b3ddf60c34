/**
 * @file A column of tickets in which each customer of each brand stands once, by their ticket that comes first in its
 * order. It is looked through in bounded stretches, as through a filter; what is folded is counted, never left out.
 */
import { sql, type RawBuilder } from 'kysely'
import { mostTickets } from '../../shared/domain/bulk.ts'
import {
  countedAtMost,
  type ColumnPage,
  type ColumnRow,
  type CustomerOfBrand,
} from '../../shared/domain/deck.ts'
import type { Database } from '../db/database.ts'
import { cardsById } from '../tickets/repo.ts'
import { isBeyond, type Bounds, type Place } from './bounds.ts'
import { counted, keyOf, keysOf, laidOut, type First } from './groups.ts'
import { inOrder, valuesFor } from './kinds.ts'
import { countedAmong } from './muted.ts'
import { goingOn, shownBy, ticketRows } from './narrowed.ts'
import { standing, stretchOf, type Narrowing } from './narrowed-tickets.ts'
import { pageEnd } from './page-end.ts'

type ReadsAndLong = Pick<Database, 'read' | 'long'>

/** So many rows of a column one call looks at: fewer than a filter alone does, since it asks for all that their customers have. */
const lookedAtMost = 500

/** So many further tickets stand below one row; all are reached by choosing them. */
const belowAtMost = 1_000

/** The tickets `t` that the column shows, and in which order. */
type Shown = {
  condition: RawBuilder<unknown>
  key: RawBuilder<unknown>
  newestFirst: boolean
  /** The key and `t.id`, for ORDER BY. */
  order: RawBuilder<unknown>
}

async function shownOf({ read, long }: ReadsAndLong, narrowing: Narrowing): Promise<Shown> {
  const { key, newestFirst } = inOrder(narrowing.kind, narrowing.order)
  const values = await valuesFor(read, narrowing, null, lookedAtMost)
  return {
    condition: sql`${standing(narrowing, values)} AND ${await shownBy(long, narrowing)}`,
    key,
    newestFirst,
    order: newestFirst ? sql`${key} DESC, t.id DESC` : sql`${key}, t.id`,
  }
}

/**
 * The next customers of the column, each by the ticket that comes first. Of all whose tickets stand in the stretch, all that
 * the column shows is gone through once, crosswise from the index of customers on.
 */
async function firstsOf(
  { read, long }: ReadsAndLong,
  narrowing: Narrowing,
  { condition, key, newestFirst, order }: Shown,
  { end, until, limit }: Bounds,
): Promise<{ firsts: First[]; next: Place | null }> {
  const stretch = await stretchOf(read, narrowing, end, lookedAtMost)
  const down = newestFirst ? sql`DESC` : sql``
  const { rows } = await sql<Place & CustomerOfBrand & { tickets: number }>`
    WITH looked AS MATERIALIZED (${stretch}),
      whose AS MATERIALIZED (SELECT DISTINCT h.brand_id, h.customer_id FROM looked l CROSS JOIN tickets h WHERE h.id = l.id),
      theirs AS (
        SELECT ${key} AS at, t.id, t.brand_id, t.customer_id,
          row_number() OVER (PARTITION BY t.brand_id, t.customer_id ORDER BY ${order}) AS nth,
          count(*) OVER (PARTITION BY t.brand_id, t.customer_id) AS tickets
        FROM whose w CROSS JOIN tickets s CROSS JOIN tickets t
        WHERE s.brand_id = w.brand_id AND s.customer_id = w.customer_id AND t.id = s.id AND ${condition})
    SELECT at, id, brand_id AS "brandId", customer_id AS "xUserId", tickets FROM theirs
    WHERE nth = 1 AND id IN (SELECT id FROM looked) ORDER BY at ${down}, id ${down} LIMIT ${limit + 1}`.execute(
    long,
  )
  const places = rows.slice(0, limit)
  const next =
    rows.length > limit ? (places.at(-1) ?? null) : await goingOn(long, stretch, newestFirst, lookedAtMost)
  const isWithin = (place: Place): boolean => !isBeyond(place, until, newestFirst)
  const firsts = places
    .filter(isWithin)
    .map(({ id, tickets, ...whose }) => ({ id, customer: keyOf(whose), more: tickets - 1 }))
  return { firsts, next: next && isWithin(next) ? { at: next.at, id: next.id } : null }
}

/** The further tickets of the customer of a ticket, in the order of the column. */
async function furtherOf({ long }: ReadsAndLong, { condition, order }: Shown, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT t.id FROM tickets h CROSS JOIN tickets s CROSS JOIN tickets t
    WHERE h.id = ${id} AND s.brand_id = h.brand_id AND s.customer_id = h.customer_id AND t.id = s.id AND t.id <> h.id
      AND ${condition} ORDER BY ${order} LIMIT ${belowAtMost}`.execute(long)
  return rows.map((row) => row.id)
}

/** A page of a grouped column. @param unfolded whose further tickets stand below the first one */
export async function groupedPage(
  database: ReadsAndLong,
  narrowing: Narrowing,
  unfolded: readonly CustomerOfBrand[],
  bounds: Bounds,
): Promise<Omit<ColumnPage, 'muted'>> {
  const shown = await shownOf(database, narrowing)
  const { firsts, next } = await firstsOf(database, narrowing, shown, bounds)
  const open = keysOf(unfolded)
  const further = new Map<string, string[]>()
  for (const { id, customer, more } of firsts)
    if (more > 0 && open.has(customer)) further.set(customer, await furtherOf(database, shown, id))
  const { ids, groups } = laidOut(firsts, further)
  const cards = await cardsById(database.long, ids)
  const rows = ids.flatMap((id): ColumnRow[] => {
    const card = cards.get(id)
    return card ? [{ kind: 'ticket', id, card }] : []
  })
  const { total, tickets } = bounds.end === null ? await countsIn(database, narrowing, open) : uncounted
  return { rows, next: next && pageEnd(next), total, grouped: { tickets, rows: groups } }
}

const uncounted = { total: null, tickets: null }

/** Rows and tickets of a column as far as it is counted; null: beyond that, or because a filter counts nothing. */
async function countsIn(
  { read, long }: ReadsAndLong,
  narrowing: Narrowing,
  open: ReadonlySet<string>,
): Promise<{ total: number | null; tickets: number | null }> {
  if (narrowing.filter !== '') return uncounted
  // With half of them muted it is still counted as far as any other.
  const among = narrowing.leftOut === null ? countedAtMost : countedAmong
  const { rows } = await sql<{ brandId: string; xUserId: string; tickets: number; looked: number }>`
    WITH looked AS MATERIALIZED (${await stretchOf(read, narrowing, null, among)})
    SELECT t.brand_id AS "brandId", t.customer_id AS "xUserId", count(*) AS looked,
      sum(CASE WHEN ${await shownBy(long, narrowing)} THEN 1 ELSE 0 END) AS tickets
    FROM looked l CROSS JOIN ${ticketRows.rows} WHERE ${ticketRows.id} = l.id
    GROUP BY t.brand_id, t.customer_id`.execute(long)
  const held = rows.map((row) => ({ customer: keyOf(row), tickets: row.tickets }))
  const all = counted(held, open)
  const looked = rows.reduce((sum, row) => sum + row.looked, 0)
  if (looked < among)
    return { total: Math.min(all.rows, countedAtMost), tickets: Math.min(all.tickets, countedAtMost) }
  return { total: null, tickets: all.tickets >= countedAtMost ? countedAtMost : null }
}

/** All tickets of one customer and brand in a column, in its order. */
export async function ticketsOfCustomer(
  database: ReadsAndLong,
  narrowing: Narrowing,
  { brandId, xUserId }: CustomerOfBrand,
): Promise<string[]> {
  const { condition, order } = await shownOf(database, narrowing)
  const { rows } = await sql<{ id: string }>`
    SELECT t.id FROM tickets s CROSS JOIN tickets t WHERE s.brand_id = ${brandId} AND s.customer_id = ${xUserId}
      AND t.id = s.id AND ${condition} ORDER BY ${order} LIMIT ${mostTickets}`.execute(database.long)
  return rows.map(({ id }) => id)
}
