/** @file Reads columns: which one an id names, its pages, and everything in it that one action takes. */
import { sql } from 'kysely'
import { isFilterable, type ColumnOrder, type ColumnPage, type ColumnRow } from '../../shared/domain/deck.ts'
import { mostTickets } from '../../shared/domain/bulk.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Database, Reads } from '../db/database.ts'
import { savedRows, savedTickets } from '../search/saved.ts'
import { ColumnId } from './column-id.ts'
import {
  agentFor,
  inOrder,
  isOfLiveBrand,
  queriesFor,
  sentShownMs,
  type KeyedRow,
  type Name,
  type TicketKind,
} from './kinds.ts'
import { lookedAtMost, narrowed, type Narrowed, type Place } from './narrowed.ts'
import { PageEnd, pageEnd, parsed } from './page-end.ts'
import { ownPostRows, postRows } from './posts.ts'
import { shownAs } from './shown.ts'
import { cardOf, jobOf } from '../tickets/cards.ts'
import { cardsById } from '../tickets/repo.ts'

/** A stretch of a column: what lies beyond `end`, up to and with `until`. Null: from the top, to the bottom. */
type Bounds = { end: Place | null; until: Place | null; limit: number }

/** What is read of a column of tickets. */
type Asked = {
  kind: TicketKind
  order: ColumnOrder
  brandId: string | null
  /** The incident or the person; null: the column is of a brand, or of all. */
  subject: string | null
  now: number
}

/** What the statements of a column ask for. */
async function valuesFor(
  read: Reads,
  { kind, brandId, subject, now }: Omit<Asked, 'order'>,
  end: Place | null,
  limit: number,
): Promise<Record<Name, string | number>> {
  return {
    brandId: brandId ?? '',
    at: end?.at ?? 0,
    id: end?.id ?? '',
    limit,
    since: now - sentShownMs,
    agentId: await agentFor(read, kind),
    subject: subject ?? '',
  }
}

/**
 * One page of a column.
 * @param after where the page before ended; null from the top · @param until where to end; null: at the bottom
 * @param now epoch ms
 * @throws Failure `input.invalid` for a column or a place that does not exist
 */
export async function columnPage(
  { read, long }: Pick<Database, 'read' | 'long'>,
  {
    columnId,
    after,
    until: last,
    limit,
  }: { columnId: string; after: string | null; until: string | null; limit: number },
  now: number,
): Promise<ColumnPage> {
  const asked = parsed(ColumnId, columnId, 'columnId')
  const end = after === null ? null : parsed(PageEnd, after, 'after')
  const until = last === null ? null : parsed(PageEnd, last, 'until')
  const bounds: Bounds = { end, until, limit }
  if (asked.rows === 'posts') {
    const { rows, total } = await postRows(read, asked.listeningId, end, limit + 1)
    return { ...cut(rows, bounds, true, ({ row }) => row), total }
  }
  if (asked.rows === 'own') {
    const { rows, total } = await ownPostRows(read, asked, end, limit + 1)
    return { ...cut(rows, bounds, true, ({ row }) => row), total }
  }
  if (asked.rows === 'saved') {
    const { rows, total } = await savedRows(long, asked.searchId, end, limit + 1, now)
    return {
      ...cut(rows, bounds, true, (row) => ({ kind: 'ticket', id: row.ticketId, card: cardOf(row) })),
      total,
    }
  }
  const { kind, brandId, subject } = asked
  const { filter, order } = await shownAs(read, columnId)
  if (filter !== undefined)
    return narrowedPage({ read, long }, { kind, order, brandId, subject, now, filter }, bounds)
  const { page, next, total } = await queriesFor(read, kind, brandId, order)
  // One row more than asked for tells whether there is a next page.
  const values = await valuesFor(read, { kind, brandId, subject, now }, end, limit + 1)
  // Another order than its own sorts all of it.
  const rows = await (end ? next : page)(order === 'own' ? read : long, values)
  return {
    ...cut(rows, bounds, inOrder(kind, order).newestFirst, (row) => rowOf(kind, row)),
    total: (await total(read, values))[0]?.total ?? 0,
  }
}

/** As many rows as a window reads at a time where somebody stays. */
const stretchSize = 60

/**
 * What lies behind a place, as ids in stretches; none where a column is read by pages alone.
 * @param now epoch ms
 * @throws Failure `input.invalid` for a column or a place that does not exist
 */
export async function columnPlaces(
  { read, long }: Pick<Database, 'read' | 'long'>,
  { columnId, after, limit }: { columnId: string; after: string; limit: number },
  now: number,
): Promise<{ stretches: { after: string; ids: string[] }[]; next: string | null }> {
  const asked = parsed(ColumnId, columnId, 'columnId')
  const end = parsed(PageEnd, after, 'after')
  if (asked.rows !== 'tickets') return { stretches: [], next: after }
  const { kind, brandId, subject } = asked
  const { filter, order } = await shownAs(read, columnId)
  if (filter !== undefined) return { stretches: [], next: after }
  const { places } = await queriesFor(read, kind, brandId, order)
  const values = await valuesFor(read, { kind, brandId, subject, now }, end, limit + 1)
  const all = await places(long, values)
  const shown = all.slice(0, limit)
  const stretches: { after: string; ids: string[] }[] = []
  for (let from = 0; from < shown.length; from += stretchSize)
    stretches.push({
      after: pageEnd(shown[from - 1] ?? end),
      ids: shown.slice(from, from + stretchSize).map(({ id }) => id),
    })
  const last = shown.at(-1)
  return { stretches, next: all.length > limit && last ? pageEnd(last) : null }
}

/** A stretch of a column that is narrowed: it may hold few tickets, or none, and still have a next one. */
async function narrowedStretch(
  { read, long }: Pick<Database, 'read' | 'long'>,
  { kind, order: asked, brandId, subject, now, filter }: Asked & { filter: string },
  { end, limit }: Omit<Bounds, 'until'>,
): Promise<Narrowed> {
  const { from, key, id, newestFirst, brand, where } = inOrder(kind, asked)
  const values = await valuesFor(read, { kind, brandId, subject, now }, end, limit)
  const order = newestFirst ? sql`${key} DESC, ${id} DESC` : sql`${key}, ${id}`
  const further = sql`AND (${key}, ${id}) ${newestFirst ? sql`<` : sql`>`} (${values.at}, ${values.id})`
  const stretch = sql`
    SELECT ${key} AS at, ${id} AS id FROM ${from}
    WHERE ${where((name) => values[name])} AND ${brand} ${brandId === null ? isOfLiveBrand : sql`= ${brandId}`}
      ${end ? further : sql``} ORDER BY ${order} LIMIT ${lookedAtMost}`
  return narrowed(long, stretch, { filter, newestFirst, limit, now })
}

async function narrowedPage(
  database: Pick<Database, 'read' | 'long'>,
  asked: Asked & { filter: string },
  bounds: Bounds,
): Promise<ColumnPage> {
  const stretch = await narrowedStretch(database, asked, bounds)
  const { newestFirst } = inOrder(asked.kind, asked.order)
  const isWithin = (place: Place): boolean => !isBeyond(place, bounds.until, newestFirst)
  const places = stretch.places.filter(isWithin)
  const next = stretch.next !== null && isWithin(stretch.next) ? stretch.next : null
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
async function narrowedTickets(
  database: Pick<Database, 'read' | 'long'>,
  asked: Asked & { filter: string },
): Promise<string[]> {
  const ids: string[] = []
  let end: Place | null = null
  do {
    const stretch: Narrowed = await narrowedStretch(database, asked, { end, limit: mostTickets - ids.length })
    ids.push(...stretch.places.map(({ id }) => id))
    end = stretch.next
  } while (end !== null && ids.length < mostTickets)
  return ids
}

/**
 * The tickets of a column in its order, as many as one action takes; none of a search or a list.
 * @param now epoch ms
 * @throws Failure `input.invalid` for a column that does not exist
 */
export async function columnTickets(
  { read, long }: Pick<Database, 'read' | 'long'>,
  column: string,
  now: number,
): Promise<string[]> {
  const asked = parsed(ColumnId, column, 'columnId')
  if (asked.rows === 'posts' || asked.rows === 'own') return []
  if (asked.rows === 'saved') return savedTickets(long, asked.searchId, mostTickets, now)
  const { kind, brandId, subject } = asked
  const { filter, order } = await shownAs(read, column)
  if (filter !== undefined)
    return narrowedTickets({ read, long }, { kind, order, brandId, subject, now, filter })
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

/** Whether a row stands behind the place at which a stretch ends. */
function isBeyond({ at, id }: Place, until: Place | null, newestFirst: boolean): boolean {
  if (until === null || (at === until.at && id === until.id)) return false
  const isAfter = at > until.at || (at === until.at && id > until.id)
  return isAfter !== newestFirst
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
