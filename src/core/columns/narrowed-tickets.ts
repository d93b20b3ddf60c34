/** @file Columns of tickets through their filter and without what is muted. */
import { sql, type RawBuilder } from 'kysely'
import { mostTickets } from '../../shared/domain/bulk.ts'
import type { ColumnOrder, ColumnPage, ColumnRow } from '../../shared/domain/deck.ts'
import type { Database, Reads } from '../db/database.ts'
import { cardsById } from '../tickets/repo.ts'
import { within, type Bounds, type Narrowed, type Place } from './bounds.ts'
import { inOrder, isOfLiveBrand, valuesFor, type TicketKind } from './kinds.ts'
import { countedAmong, mutedOf, type Counted } from './muted.ts'
import { pageEnd } from './page-end.ts'
import { fitting, lookedAtMost, narrowed, shownBy, ticketRows } from './narrowed.ts'

/** What is read of a column of tickets. */
export type Asked = {
  kind: TicketKind
  order: ColumnOrder
  brandId: string | null
  /** The incident or the person; null: the column is of a brand, or of all. */
  subject: string | null
  now: number
  /** In the words of a search; empty: everything fits. */
  filter: string
}

/** `leftOut`: what mutes leave out, as a condition over `t`; null: nothing. */
export type Narrowing = Asked & { leftOut: RawBuilder<unknown> | null }

type ReadsAndLong = Pick<Database, 'read' | 'long'>

/** Whether a ticket `t` stands in a column, as a condition. @param values see `valuesFor` */
export function standing(
  { kind, brandId }: Pick<Asked, 'kind' | 'brandId'>,
  values: Awaited<ReturnType<typeof valuesFor>>,
): RawBuilder<unknown> {
  const { brand, where } = inOrder(kind, 'own')
  return sql`${where((name) => values[name])} AND ${brand} ${brandId === null ? isOfLiveBrand : sql`= ${brandId}`}`
}

/** `at` and `id` of the next rows of a column, `atMost` of them. */
export async function stretchOf(
  read: Reads,
  { kind, order: asked, brandId, subject, now }: Asked,
  end: Place | null,
  atMost: number,
): Promise<RawBuilder<unknown>> {
  const { from, key, id, newestFirst } = inOrder(kind, asked)
  const values = await valuesFor(read, { kind, brandId, subject, now }, end, atMost)
  const order = newestFirst ? sql`${key} DESC, ${id} DESC` : sql`${key}, ${id}`
  const further = sql`AND (${key}, ${id}) ${newestFirst ? sql`<` : sql`>`} (${values.at}, ${values.id})`
  return sql`
    SELECT ${key} AS at, ${id} AS id FROM ${from}
    WHERE ${standing({ kind, brandId }, values)}
      ${end ? further : sql``} ORDER BY ${order} LIMIT ${atMost}`
}

/** A stretch of a column that is narrowed: it may hold few tickets, or none, and still have a next one. */
async function narrowedStretch(
  { read, long }: ReadsAndLong,
  asked: Narrowing,
  { end, limit }: Omit<Bounds, 'until'>,
): Promise<Narrowed> {
  const { kind, order } = asked
  return narrowed(long, await stretchOf(read, asked, end, lookedAtMost), {
    ...ticketRows,
    condition: await shownBy(long, asked),
    newestFirst: inOrder(kind, order).newestFirst,
    limit,
  })
}

export async function narrowedPage(
  database: ReadsAndLong,
  asked: Narrowing,
  bounds: Bounds,
): Promise<Omit<ColumnPage, 'muted'>> {
  const stretch = await narrowedStretch(database, asked, bounds)
  const { newestFirst } = inOrder(asked.kind, asked.order)
  const { places, next } = within(stretch, bounds.until, newestFirst)
  const cards = await cardsById(
    database.long,
    places.map(({ id }) => id),
  )
  const rows = places.flatMap(({ id }): ColumnRow[] => {
    const card = cards.get(id)
    return card ? [{ kind: 'ticket', id, card }] : []
  })
  return { rows, next: next && pageEnd(next), total: null }
}

/** All of a column that is narrowed, as many as one action takes. */
export async function narrowedTickets(database: ReadsAndLong, asked: Narrowing): Promise<string[]> {
  const ids: string[] = []
  let end: Place | null = null
  do {
    const stretch: Narrowed = await narrowedStretch(database, asked, { end, limit: mostTickets - ids.length })
    ids.push(...stretch.places.map(({ id }) => id))
    end = stretch.next
  } while (end !== null && ids.length < mostTickets)
  return ids
}

/** How many of the tickets that fit its filter mutes leave out of a column. */
export async function countMuted(
  { read, long }: ReadsAndLong,
  asked: Asked,
  leftOut: RawBuilder<unknown>,
): Promise<Counted> {
  const condition = await fitting(long, asked.filter, asked.now)
  return mutedOf(long, await stretchOf(read, asked, null, countedAmong), {
    ...ticketRows,
    condition,
    leftOut,
  })
}
