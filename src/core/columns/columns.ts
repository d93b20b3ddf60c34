/**
 * @file The kinds of columns: which rows stand in one, in which order, and how to read on. Decided by SQL alone; each
 * statement is compiled once.
 */
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import {
  countedAtMost,
  isFilterable,
  PostColumnKind,
  TicketColumnKind,
  type ColumnPage,
  type ColumnRow,
} from '../../shared/domain/deck.ts'
import { mostTickets } from '../../shared/domain/bulk.ts'
import { Failure } from '../../shared/errors.ts'
import { OwnId } from '../../shared/ids.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { compiled, type Compiled } from '../db/compiled.ts'
import type { Database, Reads } from '../db/database.ts'
import { savedRows, savedTickets } from '../search/saved.ts'
import { columnFilters } from './filters.ts'
import { lookedAtMost, narrowed, type Narrowed, type Place } from './narrowed.ts'
import { postRows } from './posts.ts'
import { cardColumns, cardJoins, cardJoinsOfJob, cardOf, jobOf, type CardRow } from '../tickets/cards.ts'
import { cardsById } from '../tickets/repo.ts'

/** `<kind>:<brand id, or "all">`; a column of posts is `<kind>:<listening id>`, a search `saved:<id>`. */
export const columnId = (kind: TicketColumnKind, brandId: string | null): string =>
  `${kind}:${brandId ?? 'all'}`

const ColumnId = z
  .string()
  .transform((id) => id.split(':'))
  .pipe(
    z.union([
      z.tuple([TicketColumnKind, z.union([z.literal('all'), OwnId])]).transform(([kind, brand]) => ({
        rows: 'tickets' as const,
        kind,
        brandId: brand === 'all' ? null : brand,
      })),
      z
        .tuple([z.literal('saved'), OwnId])
        .transform(([, searchId]) => ({ rows: 'saved' as const, searchId })),
      z
        .tuple([PostColumnKind, OwnId])
        .transform(([, listeningId]) => ({ rows: 'posts' as const, listeningId })),
    ]),
  )

/** Where a page ends: the sort key and the id of its last row. */
const PageEnd = z
  .string()
  .regex(/^-?[0-9]+ [0-9a-f-]+$/)
  .transform((text) => {
    const [at = '', id = ''] = text.split(' ')
    return { at: Number(at), id }
  })

/** A sent message stays in the outbox column this long. */
export const sentShownMs = 60 * 60_000

type Name = 'brandId' | 'at' | 'id' | 'limit' | 'since' | 'agentId'
type Value = (name: Name) => unknown
/** What is read of a column of tickets. */
type Asked = {
  kind: TicketColumnKind
  brandId: string | null
  end: Place | null
  limit: number
  now: number
}
type KeyedRow = CardRow & { sortAt: number; sortId: string }

/** One kind of column. `key` and `id` sort the rows of `from`; `newestFirst` reads them downwards. */
type Kind = {
  from: RawBuilder<unknown>
  joins: RawBuilder<unknown>
  where: (value: Value) => RawBuilder<unknown>
  brand: RawBuilder<unknown>
  key: RawBuilder<unknown>
  id: RawBuilder<unknown>
  ticket: RawBuilder<unknown>
  newestFirst: boolean
}

const ofTickets = {
  from: sql`tickets t`,
  joins: cardJoins,
  brand: sql`t.brand_id`,
  id: sql`t.id`,
  ticket: sql`t.id`,
}
const byNewest = { ...ofTickets, key: sql`t.newest_customer_at`, newestFirst: true }

const kinds: Record<TicketColumnKind, Kind> = {
  'needs-reply': {
    ...ofTickets,
    where: () => sql`t.needs_reply = 1`,
    key: sql`t.due_at`,
    newestFirst: false,
  },
  mentions: { ...byNewest, where: () => sql`t.channel = 'public' AND t.merged_into_id IS NULL` },
  dms: { ...byNewest, where: () => sql`t.has_dm = 1 AND t.merged_into_id IS NULL` },
  // In the words of the partial index, which SQLite compares as they stand.
  waiting: { ...byNewest, where: () => sql`(t.status = 'pending' OR t.waiting_on_x_until IS NOT NULL)` },
  outbox: {
    from: sql`jobs j`,
    joins: cardJoinsOfJob,
    where: (value) => sql`(j.settled_at IS NULL OR (j.settled_at > ${value('since')} AND j.state = 'sent'))`,
    brand: sql`j.brand_id`,
    key: sql`j.created_at`,
    id: sql`j.id`,
    ticket: sql`j.ticket_id`,
    newestFirst: true,
  },
  mine: {
    ...byNewest,
    where: (value) => sql`t.owner_agent_id = ${value('agentId')} AND t.status NOT IN ('solved', 'closed')`,
  },
  unowned: {
    ...ofTickets,
    where: () => sql`t.needs_reply = 1 AND t.owner_agent_id IS NULL`,
    key: sql`t.due_at`,
    newestFirst: false,
  },
  snoozed: {
    ...ofTickets,
    where: () => sql`(t.snoozed_until IS NOT NULL OR t.snoozed_for_reply = 1)`,
    // Those that only an answer ends come last: no instant is that far.
    key: sql`coalesce(t.snoozed_until, 9007199254740991)`,
    newestFirst: false,
  },
  debts: { ...ofTickets, where: () => sql`t.debt_at IS NOT NULL`, key: sql`t.debt_at`, newestFirst: false },
  quiet: {
    ...ofTickets,
    // In the words of the partial index.
    where: () => sql`t.quiet_at IS NOT NULL AND t.status = 'solved'`,
    key: sql`t.quiet_at`,
    newestFirst: true,
  },
  'notes-to-me': {
    ...byNewest,
    where: (value) => sql`t.id IN (
      SELECT nm.ticket_id FROM note_mentions nm WHERE nm.agent_id = ${value('agentId')} AND nm.seen_at IS NULL)`,
  },
}

/** What stands in these depends on who sits here. */
const ofAgent: ReadonlySet<TicketColumnKind> = new Set<TicketColumnKind>(['mine', 'notes-to-me'])

const agentFor = async (read: Reads, kind: TicketColumnKind): Promise<string> =>
  ofAgent.has(kind) ? ((await currentAgent(read))?.id ?? '') : ''

// A brand may be removed with its data kept: its rows stay, and stand in no column.
const isOfLiveBrand = sql`NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)`

type Queries = {
  page: Compiled<Name, KeyedRow>
  next: Compiled<Name, KeyedRow>
  total: Compiled<Name, { total: number }>
  tickets: Compiled<Name, { ticketId: string }>
}

function queriesOf(kind: Kind, ofBrand: boolean): Queries {
  const { from, joins, key, id, newestFirst } = kind
  const where = (value: Value) =>
    ofBrand
      ? sql`${kind.where(value)} AND ${kind.brand} = ${value('brandId')}`
      : sql`${kind.where(value)} AND ${kind.brand} ${isOfLiveBrand}`
  const order = newestFirst ? sql`${key} DESC, ${id} DESC` : sql`${key}, ${id}`
  const beyond = newestFirst ? sql`<` : sql`>`
  const page = (value: Value, further: RawBuilder<unknown>): RawBuilder<KeyedRow> => sql`
    SELECT ${key} AS "sortAt", ${id} AS "sortId", ${cardColumns} FROM ${from} ${joins}
    WHERE ${where(value)} ${further} ORDER BY ${order} LIMIT ${value('limit')}`
  return {
    page: compiled((value) => page(value, sql``)),
    next: compiled((value) =>
      page(value, sql`AND (${key}, ${id}) ${beyond} (${value('at')}, ${value('id')})`),
    ),
    tickets: compiled(
      (value) =>
        sql`SELECT ${kind.ticket} AS "ticketId" FROM ${from} WHERE ${where(value)} AND ${kind.ticket} IS NOT NULL
          ORDER BY ${order} LIMIT ${value('limit')}`,
    ),
    total: compiled(
      (value) =>
        sql`SELECT count(*) AS total FROM (SELECT 1 FROM ${from} WHERE ${where(value)} LIMIT ${sql.lit(countedAtMost)}) counted`,
    ),
  }
}

const queries = new Map(
  TicketColumnKind.options.map((kind) => [
    kind,
    { all: queriesOf(kinds[kind], false), brand: queriesOf(kinds[kind], true) },
  ]),
)

/**
 * One page of a column.
 * @param after where the page before ended; null from the top · @param now epoch ms
 * @throws Failure `input.invalid` for a column or a place that does not exist
 */
export async function columnPage(
  { read, long }: Pick<Database, 'read' | 'long'>,
  column: string,
  after: string | null,
  limit: number,
  now: number,
): Promise<ColumnPage> {
  const asked = parsed(ColumnId, column, 'columnId')
  const end = after === null ? null : parsed(PageEnd, after, 'after')
  if (asked.rows === 'posts') {
    const { rows, total } = await postRows(read, asked.listeningId, end, limit + 1)
    return { ...cut(rows, limit, ({ row }) => row), total }
  }
  if (asked.rows === 'saved') {
    const { rows, total } = await savedRows(long, asked.searchId, end, limit + 1, now)
    return { ...cut(rows, limit, (row) => ({ kind: 'ticket', id: row.ticketId, card: cardOf(row) })), total }
  }
  const { kind, brandId } = asked
  const filter = (await columnFilters(read))[column]
  if (filter !== undefined) return narrowedPage({ read, long }, { kind, brandId, end, limit, now, filter })
  const both = must(queries.get(kind), 'every kind has its queries')
  const { page, next, total } = brandId === null ? both.all : both.brand
  // One row more than asked for tells whether there is a next page.
  const values = {
    brandId: brandId ?? '',
    at: end?.at ?? 0,
    id: end?.id ?? '',
    limit: limit + 1,
    since: now - sentShownMs,
    agentId: await agentFor(read, kind),
  }
  const rows = await (end ? next : page)(read, values)
  return {
    ...cut(rows, limit, (row) => rowOf(kind, row)),
    total: (await total(read, values))[0]?.total ?? 0,
  }
}

/** A stretch of a column that is narrowed: it may hold few tickets, or none, and still have a next one. */
async function narrowedStretch(
  { read, long }: Pick<Database, 'read' | 'long'>,
  { kind, brandId, end, limit, now, filter }: Asked & { filter: string },
): Promise<Narrowed> {
  const { from, key, id, newestFirst, brand, where } = kinds[kind]
  const values: Record<Name, string | number> = {
    brandId: brandId ?? '',
    at: end?.at ?? 0,
    id: end?.id ?? '',
    limit,
    since: now - sentShownMs,
    agentId: await agentFor(read, kind),
  }
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
): Promise<ColumnPage> {
  const { places, next } = await narrowedStretch(database, asked)
  const cards = await cardsById(
    database.long,
    places.map(({ id }) => id),
  )
  const rows = places.flatMap(({ id }): ColumnRow[] => {
    const card = cards.get(id)
    return card ? [{ kind: 'ticket', id, card }] : []
  })
  return { rows, next: next && `${next.at} ${next.id}`, total: null }
}

/** All of a column that is narrowed, as many as one action takes. */
async function narrowedTickets(
  database: Pick<Database, 'read' | 'long'>,
  asked: Omit<Asked, 'end' | 'limit'> & { filter: string },
): Promise<string[]> {
  const ids: string[] = []
  let end: Place | null = null
  do {
    const stretch: Narrowed = await narrowedStretch(database, {
      ...asked,
      end,
      limit: mostTickets - ids.length,
    })
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
  if (asked.rows === 'posts') return []
  if (asked.rows === 'saved') return savedTickets(long, asked.searchId, mostTickets, now)
  const { kind, brandId } = asked
  const filter = (await columnFilters(read))[column]
  if (filter !== undefined) return narrowedTickets({ read, long }, { kind, brandId, now, filter })
  const both = must(queries.get(kind), 'every kind has its queries')
  const agentId = await agentFor(read, kind)
  const since = now - sentShownMs
  const values = { brandId: brandId ?? '', at: 0, id: '', limit: mostTickets, since, agentId }
  const rows = await (brandId === null ? both.all : both.brand).tickets(read, values)
  return [...new Set(rows.map(({ ticketId }) => ticketId))]
}

/** @throws Failure `input.invalid` for a column that there is not, or that cannot be narrowed */
export function refuseUnfilterable(column: string): void {
  const asked = parsed(ColumnId, column, 'columnId')
  if (asked.rows === 'tickets' && isFilterable(asked.kind)) return
  throw new Failure('input.invalid', { method: 'column.filter', issues: [`columnId: ${column}`] })
}

/** The rows that were asked for; one more than that tells that there is a next page. */
function cut<T extends { sortAt: number; sortId: string }>(
  rows: readonly T[],
  limit: number,
  rowFrom: (row: T) => ColumnRow,
): Pick<ColumnPage, 'rows' | 'next'> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown.map(rowFrom), next: last ? `${last.sortAt} ${last.sortId}` : null }
}

function rowOf(kind: TicketColumnKind, row: KeyedRow): ColumnRow {
  if (kind !== 'outbox') return { kind: 'ticket', id: row.ticketId, card: cardOf(row) }
  const job = must(jobOf(row), 'a row of the outbox is a job')
  return { kind: 'job', id: row.sortId, job, card: job.ticketId === null ? null : cardOf(row) }
}

function parsed<T>(schema: z.ZodType<T>, text: string, what: string): T {
  const result = schema.safeParse(text)
  if (result.success) return result.data
  throw new Failure('input.invalid', { method: 'column.page', issues: [`${what}: ${text}`] })
}
