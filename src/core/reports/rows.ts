/**
 * @file The rows that reports are counted from. Each question is asked twice, of the tickets that are here and of what is
 * kept of people who were forgotten: the same text over tables of the same columns.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Reads } from '../db/database.ts'
import { idAt } from '../x/dates.ts'
import { countsIn, writerOf } from './sql-parts.ts'
import { listEnd, partEnd, unpacked, type PackedTicket, type TicketRow } from './ticket-row.ts'
import { quarterMs, type Spans } from './period.ts'

/** One brand of a report, with its period and the one before. */
export type BrandSpans = Spans & { id: string; zone: string }

/** Messages of a customer that waited, and the first of ours that answered them. */
export type ReplyRow = {
  ticketId: string
  /** When the first of them was written, and when the first of them came here; null: not known. */
  since: number
  heardAt: number | null
  at: number
  /** Who wrote it here; null: somebody elsewhere. */
  agentId: string | null
}

export type PromiseRow = { ticketId: string; dueAt: number; state: string }
export type CsatRow = { ticketId: string; askedAt: number; answeredAt: number | null; score: number | null }

export type CountedRows = {
  tickets: TicketRow[]
  replies: ReplyRow[]
  promises: PromiseRow[]
  csat: CsatRow[]
}

/** Tables of the same columns. */
type Tables = {
  [table in 'tickets' | 'items' | 'pauses' | 'traits' | 'tags' | 'promises' | 'csat']: RawBuilder<unknown>
} & {
  isErased: 0 | 1
  /** Who wrote the message `i`. */
  writer: RawBuilder<unknown>
  /** In which ticket something counts that hangs on this one. */
  countsIn: (ticketId: string) => RawBuilder<unknown>
  /** Ids of X's say when something was written: an index by time. What was erased has none. */
  itemsBetween: (from: number, until: number) => RawBuilder<unknown>
}

const dayMs = 86_400_000

const here: Tables = {
  tickets: sql.table('tickets'),
  items: sql.table('ticket_items'),
  pauses: sql.table('ticket_pauses'),
  traits: sql.table('ticket_traits'),
  tags: sql.table('ticket_tags'),
  promises: sql.table('promises'),
  csat: sql.table('csat_asks'),
  isErased: 0,
  writer: sql.raw(writerOf('i.item_id')),
  countsIn: (ticketId) => sql.raw(countsIn(ticketId)),
  itemsBetween: (from, until) => sql`${idsBetween(from, until)} AND i.at >= ${from} AND i.at < ${until}`,
}

const erased: Tables = {
  tickets: sql.table('erased_tickets'),
  items: sql.table('erased_items'),
  pauses: sql.table('erased_pauses'),
  traits: sql.table('erased_traits'),
  tags: sql.table('erased_tags'),
  promises: sql.table('erased_promises'),
  csat: sql.table('erased_csat'),
  isErased: 1,
  writer: sql`i.agent_id`,
  // What was merged was put together when it was erased.
  countsIn: (ticketId) => sql.raw(ticketId),
  itemsBetween: (from, until) => sql`i.at >= ${from} AND i.at < ${until}`,
}

/** An edit keeps the first id, and a clock may be off: a day on each side costs little. */
function idsBetween(from: number, until: number): RawBuilder<unknown> {
  const [first, last] = [idAt(from - dayMs), idAt(until + dayMs)]
  // Ids are text, and sort as numbers do where they are as long.
  return first.length === last.length
    ? sql`i.item_id >= ${first} AND i.item_id < ${last}`
    : sql`i.item_id <> ''`
}

/** Everything that either period of these brands is counted from. */
export async function countedRows(read: Reads, brands: readonly BrandSpans[]): Promise<CountedRows> {
  const all = await Promise.all([here, erased].map((tables) => rowsOf(read, tables, brands)))
  return {
    tickets: all.flatMap((one) => one.tickets),
    replies: all.flatMap((one) => one.replies),
    promises: all.flatMap((one) => one.promises),
    csat: all.flatMap((one) => one.csat),
  }
}

async function rowsOf(read: Reads, tables: Tables, brands: readonly BrandSpans[]): Promise<CountedRows> {
  const run = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(read)).rows
  const [tickets, replies, promises, csat] = await Promise.all([
    run(ticketsOf(tables, brands)).then((rows) => rows.map(unpacked)),
    run(repliesOf(tables, brands)),
    run(promisesOf(tables, brands)),
    run(csatOf(tables, brands)),
  ])
  return { tickets, replies, promises, csat }
}

/** The brands of a report and their instants, as the table `span` of a statement. */
export const spanTable = (brands: readonly BrandSpans[]): RawBuilder<unknown> =>
  sql`span (brand_id, before_at, from_at, until_at) AS (VALUES ${sql.join(
    brands.map(
      ({ id, before, from, until }) =>
        sql`(${sql.val(id)}, ${sql.lit(before)}, ${sql.lit(from)}, ${sql.lit(until)})`,
    ),
  )})`

const firstOf = (brands: readonly BrandSpans[]): number => Math.min(...brands.map(({ before }) => before))
const lastOf = (brands: readonly BrandSpans[]): number => Math.max(...brands.map(({ until }) => until))

// SQLite has no statistics here: each join is written crosswise, in the order in which it is to run.
const ticketsOf = (
  {
    tickets,
    items,
    pauses,
    traits,
    tags,
    promises,
    csat,
    isErased,
    itemsBetween,
    countsIn: inTicket,
  }: Tables,
  brands: readonly BrandSpans[],
): RawBuilder<PackedTicket> => {
  const [from, until] = [firstOf(brands), lastOf(brands)]
  return sql`
  WITH ${spanTable(brands)},
    -- With anything in either period, or not over when the earlier one began.
    hit AS MATERIALIZED (SELECT DISTINCT ticket_id FROM (
      SELECT i.ticket_id FROM ${items} i WHERE ${itemsBetween(from, until)}
      UNION ALL SELECT ticket_id FROM ${pauses}
        WHERE (from_at >= ${from} AND from_at < ${until}) OR (until_at >= ${from} AND until_at < ${until})
      UNION ALL SELECT ${inTicket('p.ticket_id')} FROM ${promises} p WHERE due_at >= ${from} AND due_at < ${until}
      UNION ALL SELECT ${inTicket('c.ticket_id')} FROM ${csat} c
        WHERE (asked_at >= ${from} AND asked_at < ${until}) OR (answered_at >= ${from} AND answered_at < ${until})
      UNION ALL SELECT t.id FROM ${tickets} t WHERE t.opened_at < ${from} AND NOT EXISTS (
        SELECT 1 FROM ${pauses} p WHERE p.ticket_id = t.id AND p.status IN ('solved', 'closed')
          AND p.from_at <= ${from} AND (p.until_at IS NULL OR p.until_at > ${from}))) touched)
  SELECT t.id, t.number, t.brand_id AS "brandId", t.customer_id AS "customerId", t.channel, t.priority,
    t.owner_agent_id AS "ownerId", t.opened_at AS "openedAt",
    (SELECT i.heard_at FROM ${items} i WHERE i.ticket_id = t.id AND i.role = 'customer'
      ORDER BY i.at, i.item_id LIMIT 1) AS "heardAt",
    t.clock_from AS "clockFrom", t.solved_how AS "solvedHow", t.incident_id AS "incidentId",
    t.imported_at AS "importedAt", x.category, x.reach, x.lang, ${sql.lit(isErased)} AS "isErased",
    (SELECT string_agg(g.tag, ${listEnd}) FROM ${tags} g WHERE g.ticket_id = t.id) AS tags,
    (SELECT string_agg(p.status || ${partEnd} || p.from_at || ${partEnd} || coalesce(CAST(p.until_at AS text), ''), ${listEnd})
      FROM ${pauses} p WHERE p.ticket_id = t.id) AS pauses,
    (SELECT ${counts(['customer', 'ours'])} FROM ${items} i
      WHERE i.ticket_id = t.id AND i.at >= s.before_at AND i.at < s.until_at) AS spoken
  FROM hit CROSS JOIN ${tickets} t CROSS JOIN span s LEFT JOIN ${traits} x ON x.ticket_id = t.id
  WHERE t.id = hit.ticket_id AND s.brand_id = t.brand_id AND t.merged_into_id IS NULL`
}

/** How many messages of each role there are in the period, and in the one before. */
const counts = (roles: readonly string[]): RawBuilder<string> =>
  sql.join(
    roles.flatMap((role) => [
      sql`coalesce(sum(CASE WHEN i.role = ${sql.lit(role)} AND i.at >= s.from_at THEN 1 ELSE 0 END), 0)`,
      sql`coalesce(sum(CASE WHEN i.role = ${sql.lit(role)} AND i.at < s.from_at THEN 1 ELSE 0 END), 0)`,
    ]),
    sql` || ${partEnd} || `,
  )

// A stretch is what customers wrote up to a message of ours, and that message: so many of ours came before it.
const repliesOf = (tables: Tables, brands: readonly BrandSpans[]): RawBuilder<ReplyRow> => sql`
  WITH ${spanTable(brands)},
    answered AS MATERIALIZED (
      SELECT DISTINCT i.ticket_id FROM ${tables.items} i
      WHERE i.role = 'ours' AND ${tables.itemsBetween(firstOf(brands), lastOf(brands))}),
    counted AS (
      SELECT i.ticket_id, i.role, i.at, i.item_id, i.heard_at, ${tables.isErased === 1 ? sql`i.agent_id` : sql`NULL`} AS agent_id,
        coalesce(sum(CASE WHEN i.role = 'ours' THEN 1 ELSE 0 END) OVER (
          PARTITION BY i.ticket_id ORDER BY i.at, i.item_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS stretch
      FROM answered a CROSS JOIN ${tables.items} i WHERE i.ticket_id = a.ticket_id),
    stretched AS (
      SELECT ticket_id, min(CASE WHEN role = 'customer' THEN at END) AS since,
        min(CASE WHEN role = 'customer' THEN heard_at END) AS heard_at,
        max(CASE WHEN role = 'ours' THEN at END) AS at, max(CASE WHEN role = 'ours' THEN item_id END) AS item_id,
        max(CASE WHEN role = 'ours' THEN agent_id END) AS agent_id
      FROM counted GROUP BY ticket_id, stretch)
  SELECT i.ticket_id AS "ticketId", i.since, i.heard_at AS "heardAt", i.at, ${tables.writer} AS "agentId"
  FROM stretched i CROSS JOIN ${tables.tickets} t CROSS JOIN span s
  WHERE t.id = i.ticket_id AND s.brand_id = t.brand_id AND i.since IS NOT NULL AND i.at >= s.before_at AND i.at < s.until_at AND t.merged_into_id IS NULL`

const promisesOf = (tables: Tables, brands: readonly BrandSpans[]): RawBuilder<PromiseRow> => sql`
  SELECT ${tables.countsIn('p.ticket_id')} AS "ticketId", due_at AS "dueAt", state FROM ${tables.promises} p
  WHERE due_at >= ${firstOf(brands)} AND due_at < ${lastOf(brands)} AND state IN ('kept', 'broken')`

const csatOf = (tables: Tables, brands: readonly BrandSpans[]): RawBuilder<CsatRow> => sql`
  SELECT ${tables.countsIn('c.ticket_id')} AS "ticketId", asked_at AS "askedAt", answered_at AS "answeredAt", score
  FROM ${tables.csat} c
  WHERE asked_at < ${lastOf(brands)} AND (asked_at >= ${firstOf(brands)} OR answered_at >= ${firstOf(brands)})`

/** Customers' messages of a ticket, or of a brand, within a quarter of an hour since 1970. */
export type QuarterRow = { key: string; brandId: string; quarter: number; messages: number }

/** Customers' messages of the period, without those of the one before. @param by whose they are told as */
export async function messagesByQuarter(
  read: Reads,
  brands: readonly BrandSpans[],
  by: 'brand' | 'ticket',
): Promise<QuarterRow[]> {
  const [from, until] = [Math.min(...brands.map((brand) => brand.from)), lastOf(brands)]
  const rows = await Promise.all(
    [here, erased].map((tables) =>
      sql<QuarterRow>`
        WITH ${spanTable(brands)}
        SELECT ${by === 'brand' ? sql`t.brand_id` : sql`t.id`} AS key, t.brand_id AS "brandId",
          i.at / ${sql.lit(quarterMs)} AS quarter, count(*) AS messages
        FROM ${tables.items} i CROSS JOIN ${tables.tickets} t CROSS JOIN span s
        WHERE t.id = i.ticket_id AND s.brand_id = t.brand_id AND i.role = 'customer' AND ${tables.itemsBetween(from, until)} AND i.at >= s.from_at AND i.at < s.until_at
          AND t.merged_into_id IS NULL
        GROUP BY 1, 2, 3`.execute(read),
    ),
  )
  return rows.flatMap((one) => one.rows)
}
