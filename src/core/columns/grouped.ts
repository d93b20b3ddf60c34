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
import type { Card } from '../../shared/domain/ticket.ts'
import type { Database } from '../db/database.ts'
import { cardsById } from '../tickets/repo.ts'
import { within, type Bounds, type Narrowed } from './bounds.ts'
import { counted, keyOf, keysOf, laidOut, type First } from './groups.ts'
import { inOrder, valuesFor } from './kinds.ts'
import { countedAmong } from './muted.ts'
import { lookedAtMost, narrowed, shownBy, ticketRows } from './narrowed.ts'
import { standing, stretchOf, type Narrowing } from './narrowed-tickets.ts'
import { pageEnd } from './page-end.ts'

type ReadsAndLong = Pick<Database, 'read' | 'long'>

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
 * The tickets `t` of the customer and brand of a ticket `h`. Crosswise from the index of customers on: else what a filter
 * finds would be gone through for each of them.
 */
const ofSameCustomer = sql`tickets s CROSS JOIN tickets t
  WHERE s.brand_id = h.brand_id AND s.customer_id = h.customer_id AND t.id = s.id`

/** The next customers of the column, each by the ticket that comes first: it fits, and nothing of theirs before it does. */
async function firstsOf(
  { read, long }: ReadsAndLong,
  narrowing: Narrowing,
  { condition, key, newestFirst }: Shown,
  { end, until, limit }: Bounds,
): Promise<Narrowed> {
  const before = newestFirst ? sql`>` : sql`<`
  const found = await narrowed(long, await stretchOf(read, narrowing, end, lookedAtMost), {
    rows: sql`tickets h`,
    id: sql`h.id`,
    condition: sql`EXISTS (SELECT 1 FROM tickets t WHERE t.id = h.id AND ${condition})
      AND NOT EXISTS (SELECT 1 FROM ${ofSameCustomer} AND ${condition} AND (${key}, t.id) ${before} (l.at, l.id))`,
    newestFirst,
    limit,
  })
  return within(found, until, newestFirst)
}

/** These tickets as `a`, each a row of its own. */
const asked = (ids: readonly string[]) => sql`WITH asked(id) AS (VALUES ${sql.join(ids.map((id) => sql`(${id})`))})`

/** How many tickets of the same customer and brand the column shows, by the one that comes first. */
async function countsOf(
  { long }: ReadsAndLong,
  { condition }: Shown,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    ${asked(ids)} SELECT a.id, (SELECT count(*) FROM ${ofSameCustomer} AND ${condition}) AS count
    FROM asked a CROSS JOIN tickets h WHERE h.id = a.id`.execute(long)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The further tickets of one customer, in the order of the column. */
async function furtherOf({ long }: ReadsAndLong, { condition, order }: Shown, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT t.id FROM tickets h CROSS JOIN ${ofSameCustomer} AND h.id = ${id} AND t.id <> h.id AND ${condition}
    ORDER BY ${order} LIMIT ${belowAtMost}`.execute(long)
  return rows.map((row) => row.id)
}

/** What each row of a page stands for, and what stands below those that are unfolded. */
async function below(
  database: ReadsAndLong,
  shown: Shown,
  cards: readonly Card[],
  open: ReadonlySet<string>,
): Promise<{ firsts: First[]; further: Map<string, string[]> }> {
  const counts = await countsOf(
    database,
    shown,
    cards.map(({ ticketId }) => ticketId),
  )
  const further = new Map<string, string[]>()
  const firsts: First[] = []
  for (const { ticketId: id, brandId, customer } of cards) {
    const first = { id, customer: keyOf({ brandId, xUserId: customer.xUserId }), more: (counts.get(id) ?? 1) - 1 }
    firsts.push(first)
    if (first.more > 0 && open.has(first.customer))
      further.set(first.customer, await furtherOf(database, shown, id))
  }
  return { firsts, further }
}

/** A page of a grouped column. @param unfolded whose further tickets stand below the first one */
export async function groupedPage(
  database: ReadsAndLong,
  narrowing: Narrowing,
  unfolded: readonly CustomerOfBrand[],
  bounds: Bounds,
): Promise<Omit<ColumnPage, 'muted'>> {
  const { long } = database
  const shown = await shownOf(database, narrowing)
  const { places, next } = await firstsOf(database, narrowing, shown, bounds)
  const open = keysOf(unfolded)
  const ofFirsts = await cardsById(
    long,
    places.map(({ id }) => id),
  )
  const firsts = places.flatMap(({ id }) => ofFirsts.get(id) ?? [])
  const under = await below(database, shown, firsts, open)
  const { ids, groups } = laidOut(under.firsts, under.further)
  const ofFurther = await cardsById(long, [...under.further.values()].flat())
  const rows = ids.flatMap((id): ColumnRow[] => {
    const card = ofFirsts.get(id) ?? ofFurther.get(id)
    return card ? [{ kind: 'ticket', id, card }] : []
  })
  const { total, tickets } = await countsIn(database, narrowing, open)
  return { rows, next: next && pageEnd(next), total, grouped: { tickets, rows: groups } }
}

/** Rows and tickets of a column as far as it is counted; null: beyond that, or because a filter counts nothing. */
async function countsIn(
  { read, long }: ReadsAndLong,
  narrowing: Narrowing,
  open: ReadonlySet<string>,
): Promise<{ total: number | null; tickets: number | null }> {
  if (narrowing.filter !== '') return { total: null, tickets: null }
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
  if (looked < among) return { total: all.rows, tickets: all.tickets }
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
