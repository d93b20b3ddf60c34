/**
 * @file The kinds of columns of tickets: which rows stand in one, in which order, and the statements that read them,
 * each compiled once.
 */
import { sql, type RawBuilder } from 'kysely'
import { ColumnOrder, countedAtMost, SubjectColumnKind, TicketColumnKind } from '../../shared/domain/deck.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { compiled, type Compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { cardColumns, cardJoins, cardJoinsOfJob, type CardRow } from '../tickets/cards.ts'
import type { Place } from './bounds.ts'

/** A sent message stays in the outbox column this long. */
const sentShownMs = 60 * 60_000

/** The kinds of columns whose rows are tickets. */
export type TicketKind = TicketColumnKind | SubjectColumnKind

type Name = 'brandId' | 'at' | 'id' | 'limit' | 'since' | 'agentId' | 'subject'
type Value = (name: Name) => unknown
export type KeyedRow = CardRow & { sortAt: number; sortId: string }

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

export const kinds: Record<TicketKind, Kind> = {
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
  // In the words of the partial index.
  incident: {
    ...byNewest,
    where: (value) => sql`t.incident_id IS NOT NULL AND t.incident_id = ${value('subject')}`,
  },
  person: {
    ...byNewest,
    // By brand, as the index knows people.
    where: (value) => sql`t.brand_id IN (SELECT id FROM brands) AND t.customer_id = ${value('subject')}
      AND t.merged_into_id IS NULL`,
  },
}

// Later than any instant: what is not due comes last.
const never = sql`9007199254740991`

const byOrder: Record<Exclude<ColumnOrder, 'own'>, Pick<Kind, 'key' | 'newestFirst'>> = {
  due: { key: sql`coalesce(t.due_at, ${never})`, newestFirst: false },
  newest: { key: sql`t.newest_customer_at`, newestFirst: true },
  oldest: { key: sql`t.newest_customer_at`, newestFirst: false },
  reach: {
    key: sql`coalesce((SELECT pe.followers FROM people pe WHERE pe.x_user_id = t.customer_id), 0)`,
    newestFirst: true,
  },
}

/** A kind of column in another order than its own. Only that is read along an index: what is large takes a while. */
export const inOrder = (kind: TicketKind, order: ColumnOrder): Kind =>
  order === 'own' ? kinds[kind] : { ...kinds[kind], ...byOrder[order] }

/** What stands in these depends on who sits here. */
const ofAgent: ReadonlySet<TicketKind> = new Set<TicketKind>(['mine', 'notes-to-me'])

/** Who sits here, where that decides; empty otherwise. */
const agentFor = async (read: Reads, kind: TicketKind): Promise<string> =>
  ofAgent.has(kind) ? ((await currentAgent(read))?.id ?? '') : ''

/** What the statements of a column ask for. @param end what lies beyond it is read; null: from the top */
export async function valuesFor(
  read: Reads,
  of: { kind: TicketKind; brandId: string | null; subject: string | null; now: number },
  end: Place | null,
  limit: number,
): Promise<Record<Name, string | number>> {
  return {
    brandId: of.brandId ?? '',
    at: end?.at ?? 0,
    id: end?.id ?? '',
    limit,
    since: of.now - sentShownMs,
    agentId: await agentFor(read, of.kind),
    subject: of.subject ?? '',
  }
}

// A brand may be removed with its data kept: its rows stay, and stand in no column.
export const isOfLiveBrand = sql`NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)`

type Queries = {
  page: Compiled<Name, KeyedRow>
  next: Compiled<Name, KeyedRow>
  /** Beyond a place, keys and ids alone. */
  places: Compiled<Name, { at: number; id: string }>
  total: Compiled<Name, { total: number }>
  tickets: Compiled<Name, { ticketId: string }>
}

/** Whose rows a statement reads. `live`: of every brand that is not removed; `every`: where no brand is. */
type Whose = 'brand' | 'live' | 'every'

const isTheirs = (kind: Kind, whose: Whose, value: Value): RawBuilder<unknown> => {
  if (whose === 'brand') return sql`${kind.brand} = ${value('brandId')}`
  // Without it an index that does not know the brand is enough.
  return whose === 'live' ? sql`${kind.brand} ${isOfLiveBrand}` : sql`TRUE`
}

function queriesOf(kind: Kind, whose: Whose): Queries {
  const { from, joins, key, id, newestFirst } = kind
  const where = (value: Value) => sql`${kind.where(value)} AND ${isTheirs(kind, whose, value)}`
  const order = newestFirst ? sql`${key} DESC, ${id} DESC` : sql`${key}, ${id}`
  const beyond = newestFirst ? sql`<` : sql`>`
  const page = (value: Value, further: RawBuilder<unknown>): RawBuilder<KeyedRow> => sql`
    SELECT ${key} AS "sortAt", ${id} AS "sortId", ${cardColumns} FROM ${from} ${joins}
    WHERE ${where(value)} ${further} ORDER BY ${order} LIMIT ${value('limit')}`
  const further = (value: Value) => sql`AND (${key}, ${id}) ${beyond} (${value('at')}, ${value('id')})`
  return {
    page: compiled((value) => page(value, sql``)),
    next: compiled((value) => page(value, further(value))),
    places: compiled(
      (value) => sql`
        SELECT ${key} AS at, ${id} AS id FROM ${from} WHERE ${where(value)} ${further(value)}
        ORDER BY ${order} LIMIT ${value('limit')}`,
    ),
    tickets: compiled(
      (value) =>
        sql`SELECT ${kind.ticket} AS "ticketId" FROM ${from} WHERE ${where(value)} AND ${kind.ticket} IS NOT NULL
          ORDER BY ${order} LIMIT ${value('limit')}`,
    ),
    // In the order of the page, so that it is counted from the index that the page is read from.
    total: compiled(
      (value) => sql`
        SELECT count(*) AS total FROM (
          SELECT 1 FROM ${from} WHERE ${where(value)} ORDER BY ${order} LIMIT ${sql.lit(countedAtMost)}) counted`,
    ),
  }
}

const queries = new Map(
  [...TicketColumnKind.options, ...SubjectColumnKind.options].flatMap((kind) =>
    ColumnOrder.options.map((order): [string, Record<Whose, Queries>] => [
      `${kind} ${order}`,
      {
        brand: queriesOf(inOrder(kind, order), 'brand'),
        live: queriesOf(inOrder(kind, order), 'live'),
        every: queriesOf(inOrder(kind, order), 'every'),
      },
    ]),
  ),
)

const removedBrand = compiled<never, { id: string }>(
  () => sql`SELECT id FROM brands WHERE removed_at IS NOT NULL LIMIT 1`,
)

/** The statements of a kind, in an order, for these brands as they are now. */
export async function queriesFor(
  read: Reads,
  kind: TicketKind,
  brandId: string | null,
  order: ColumnOrder,
): Promise<Queries> {
  const all = must(queries.get(`${kind} ${order}`), 'every kind has its queries')
  if (brandId !== null) return all.brand
  return (await removedBrand(read, {})).length > 0 ? all.live : all.every
}
