/** @file Reads columns: which one an id names, its pages, and everything in it that one action takes. */
import { sql, type RawBuilder } from 'kysely'
import {
  isFilterable,
  isGroupable,
  type ColumnPage,
  type ColumnRow,
  type CustomerOfBrand,
} from '../../shared/domain/deck.ts'
import { mostTickets } from '../../shared/domain/bulk.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Database } from '../db/database.ts'
import { mutedPost, mutedTicket } from '../mutes/condition.ts'
import { mutesOver } from '../mutes/repo.ts'
import { savedRows, savedTickets } from '../search/saved.ts'
import { isBeyond, within, type Bounds } from './bounds.ts'
import { ColumnId } from './column-id.ts'
import { groupedPage, ticketsOfCustomer } from './grouped.ts'
import { inOrder, queriesFor, valuesFor, type KeyedRow, type TicketKind } from './kinds.ts'
import { countedAmong, mutedOf, noneMuted } from './muted.ts'
import { lookedAtMost, narrowed, postRows } from './narrowed.ts'
import { countMuted, narrowedPage, narrowedTickets, type Asked } from './narrowed-tickets.ts'
import { PageEnd, pageEnd, parsed } from './page-end.ts'
import { postsOf, type PostColumn } from './posts.ts'
import { shownAs } from './shown.ts'
import { cardOf, jobOf } from '../tickets/cards.ts'

/** `muted`: with what mutes leave out. `grouped`: one row for each customer of each brand, where the column can. */
type Page = {
  columnId: string
  after: string | null
  until: string | null
  limit: number
  muted: boolean
  grouped?: { unfolded: readonly CustomerOfBrand[] } | undefined
}

type ReadsAndLong = Pick<Database, 'read' | 'long'>

/**
 * One page of a column.
 * @param page `after`: where the page before ended, null from the top; `until`: where to end, null at the bottom
 * @param now epoch ms
 * @throws Failure `input.invalid` for a column or a place that does not exist
 */
export async function columnPage(database: ReadsAndLong, page: Page, now: number): Promise<ColumnPage> {
  const asked = parsed(ColumnId, page.columnId, 'columnId')
  const bounds: Bounds = {
    end: page.after === null ? null : parsed(PageEnd, page.after, 'after'),
    until: page.until === null ? null : parsed(PageEnd, page.until, 'until'),
    limit: page.limit,
  }
  const mutes = await mutesOver(database.read, { id: page.columnId, kind: asked.kind }, now)
  if (asked.rows === 'posts' || asked.rows === 'own')
    return postPage(database, postsOf(asked), mutedPost(mutes, now), page.muted, bounds)
  const leftOut = mutedTicket(mutes, now)
  if (asked.rows === 'saved') {
    const search = { id: asked.searchId, leftOut, isShown: page.muted }
    const { rows, total, muted } = await savedRows(database.long, search, bounds.end, page.limit + 1, now)
    return {
      ...cut(rows, bounds, true, (row) => ({ kind: 'ticket', id: row.ticketId, card: cardOf(row) })),
      total,
      muted,
    }
  }
  const { kind, brandId, subject } = asked
  const { filter, order } = await shownAs(database.read, page.columnId)
  const column = { kind, order, brandId, subject, now, filter: filter ?? '' }
  const narrowing = { ...column, leftOut: page.muted ? null : leftOut }
  const isWhole = filter === undefined && narrowing.leftOut === null
  const grouped = isGroupable(kind) ? page.grouped : undefined
  const shown = grouped
    ? await groupedPage(database, narrowing, grouped.unfolded, bounds)
    : isWhole
      ? await wholePage(database, column, bounds)
      : await narrowedPage(database, narrowing, bounds)
  if (leftOut === null) return { ...shown, muted: noneMuted }
  const counted = await countMuted(database, column, leftOut)
  const isCounted = filter === undefined && !page.muted && !grouped
  return { ...shown, total: isCounted ? counted.shown : shown.total, muted: counted.muted }
}

/** A page of all that stands in a column of tickets, by the statement that is compiled for it. */
async function wholePage(
  { read, long }: ReadsAndLong,
  { kind, order, brandId, subject, now }: Asked,
  bounds: Bounds,
): Promise<Omit<ColumnPage, 'muted'>> {
  const { page, next, total } = await queriesFor(read, kind, brandId, order)
  // One row more than asked for tells whether there is a next page.
  const values = await valuesFor(read, { kind, brandId, subject, now }, bounds.end, bounds.limit + 1)
  // Another order than its own sorts all of it.
  const rows = await (bounds.end ? next : page)(order === 'own' ? read : long, values)
  return {
    ...cut(rows, bounds, inOrder(kind, order).newestFirst, (row) => rowOf(kind, row)),
    total: (await total(read, values))[0]?.total ?? 0,
  }
}

/** A page of a column of posts. @param leftOut null: no mute leaves anything out of it */
async function postPage(
  { read, long }: ReadsAndLong,
  posts: PostColumn,
  leftOut: RawBuilder<unknown> | null,
  isShown: boolean,
  bounds: Bounds,
): Promise<ColumnPage> {
  const whole = async () => {
    const { rows, total } = await posts.page(read, bounds.end, bounds.limit + 1)
    return { ...cut(rows, bounds, true, ({ row }) => row), total }
  }
  if (leftOut === null) return { ...(await whole()), muted: noneMuted }
  const counted = await mutedOf(long, posts.stretch(null, countedAmong), {
    ...postRows,
    condition: sql`TRUE`,
    leftOut,
  })
  if (isShown) return { ...(await whole()), muted: counted.muted }
  const found = await narrowed(long, posts.stretch(bounds.end, lookedAtMost), {
    ...postRows,
    condition: sql`NOT ${leftOut}`,
    newestFirst: true,
    limit: bounds.limit,
  })
  const { places, next } = within(found, bounds.until, true)
  const rows = await posts.byId(
    long,
    places.map(({ id }) => id),
  )
  return {
    rows: rows.map(({ row }) => row),
    next: next && pageEnd(next),
    total: counted.shown,
    muted: counted.muted,
  }
}

/**
 * The tickets of a column in its order, folded or not, as many as one action takes; none of a search or a list.
 * @param asked `muted`: with what mutes leave out; `of`: those of one customer and brand · @param now epoch ms
 * @throws Failure `input.invalid` for a column that does not exist
 */
export async function columnTickets(
  { read, long }: ReadsAndLong,
  { columnId: column, muted, of }: { columnId: string; muted: boolean; of?: CustomerOfBrand | undefined },
  now: number,
): Promise<string[]> {
  const asked = parsed(ColumnId, column, 'columnId')
  if (asked.rows === 'posts' || asked.rows === 'own') return []
  // Never more than was meant.
  if (of && !isGroupable(asked.kind)) return []
  const mutes = muted ? [] : await mutesOver(read, { id: column, kind: asked.kind }, now)
  const leftOut = mutedTicket(mutes, now)
  if (asked.rows === 'saved')
    return savedTickets(long, { id: asked.searchId, leftOut, isShown: false }, mostTickets, now)
  const { kind, brandId, subject } = asked
  const { filter, order } = await shownAs(read, column)
  const narrowing = { kind, order, brandId, subject, now, filter: filter ?? '', leftOut }
  if (of) return ticketsOfCustomer({ read, long }, narrowing, of)
  if (filter !== undefined || leftOut !== null) return narrowedTickets({ read, long }, narrowing)
  const { tickets } = await queriesFor(read, kind, brandId, order)
  const values = await valuesFor(read, { kind, brandId, subject, now }, null, mostTickets)
  const rows = await tickets(order === 'own' ? read : long, values)
  return [...new Set(rows.map(({ ticketId }) => ticketId))]
}

/** @throws Failure `input.invalid` for a column that there is not, or that cannot be narrowed and put in order */
export function refuseUnfilterable(method: string, column: string): void {
  const asked = parsed(ColumnId, column, 'columnId')
  if (asked.rows === 'tickets' && isFilterable(asked.kind)) return
  throw new Failure('input.invalid', { method, issues: [`columnId: ${column}`] })
}

/** The rows that were asked for; one more than that tells that there is a next page. */
function cut<T extends { sortAt: number; sortId: string }>(
  all: readonly T[],
  { until, limit }: Bounds,
  newestFirst: boolean,
  rowFrom: (row: T) => ColumnRow,
): Pick<ColumnPage, 'rows' | 'next'> {
  const rows = all.filter(({ sortAt, sortId }) => !isBeyond({ at: sortAt, id: sortId }, until, newestFirst))
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown.map(rowFrom), next: last ? pageEnd({ at: last.sortAt, id: last.sortId }) : null }
}

function rowOf(kind: TicketKind, row: KeyedRow): ColumnRow {
  if (kind !== 'outbox') return { kind: 'ticket', id: row.ticketId, card: cardOf(row) }
  const job = must(jobOf(row), 'a row of the outbox is a job')
  return { kind: 'job', id: row.sortId, job, card: job.ticketId === null ? null : cardOf(row) }
}
