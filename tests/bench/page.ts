/**
 * @file `page`, `page-growth`, `page-filtered`: the first 50 rows of every kind of column over a million posts, from the
 * handler's call to the posted answer, each held against one prepared statement with the same columns, joins, order and
 * index; how that grows from 10,000 posts; and how many rows one call of a filter looks at that fits nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type RawBuilder } from 'kysely'
import { sit } from '../../src/core/agents/repo.ts'
import { columnService } from '../../src/core/columns/service.ts'
import { openConnection } from '../../src/core/db/connection.ts'
import type { Database } from '../../src/core/db/database.ts'
import { cardColumns, cardJoins } from '../../src/core/tickets/cards.ts'
import { testKey } from '../database.ts'
import { grow, open, shared } from './grow.ts'
import { median, rounded, type Figure } from './line.ts'
import { against, timed, type Against } from './timed.ts'

const rows = 50
const warm = 20
const runs = 100

type Kind = { where: RawBuilder<unknown>; key: RawBuilder<unknown>; newestFirst: boolean }

/** Each kind in words of its own: what core asks must be no dearer than this. */
const kindsFor = (agentId: string): Record<string, Kind> => ({
  'needs-reply': { where: sql`t.needs_reply = 1`, key: sql`t.due_at`, newestFirst: false },
  unowned: {
    where: sql`t.needs_reply = 1 AND t.owner_agent_id IS NULL`,
    key: sql`t.due_at`,
    newestFirst: false,
  },
  mentions: {
    where: sql`t.channel = 'public' AND t.merged_into_id IS NULL`,
    key: sql`t.newest_customer_at`,
    newestFirst: true,
  },
  dms: {
    where: sql`t.has_dm = 1 AND t.merged_into_id IS NULL`,
    key: sql`t.newest_customer_at`,
    newestFirst: true,
  },
  waiting: {
    where: sql`(t.status = 'pending' OR t.waiting_on_x_until IS NOT NULL)`,
    key: sql`t.newest_customer_at`,
    newestFirst: true,
  },
  mine: {
    where: sql`t.owner_agent_id = ${sql.lit(agentId)} AND t.status NOT IN ('solved', 'closed')`,
    key: sql`t.newest_customer_at`,
    newestFirst: true,
  },
  snoozed: {
    where: sql`(t.snoozed_until IS NOT NULL OR t.snoozed_for_reply = 1)`,
    key: sql`coalesce(t.snoozed_until, 9007199254740991)`,
    newestFirst: false,
  },
  debts: { where: sql`t.debt_at IS NOT NULL`, key: sql`t.debt_at`, newestFirst: false },
  quiet: {
    where: sql`t.quiet_at IS NOT NULL AND t.status = 'solved'`,
    key: sql`t.quiet_at`,
    newestFirst: true,
  },
})

/** Some tickets of every kind: what traffic alone brings is mentions. The parameter is who owns some. */
const spread = `
  UPDATE tickets SET
    has_dm = n % 7 = 0, owner_agent_id = CASE WHEN n % 11 = 0 THEN ? END,
    snoozed_until = CASE WHEN n % 13 = 0 THEN newest_customer_at + 86400000 END,
    debt_at = CASE WHEN n % 17 = 0 THEN newest_customer_at + 3600000 END,
    status = CASE WHEN n % 5 = 0 THEN 'solved' ELSE status END,
    needs_reply = CASE WHEN n % 5 = 0 THEN 0 ELSE needs_reply END,
    quiet_at = CASE WHEN n % 5 = 0 THEN newest_customer_at END
  FROM (SELECT id AS ticket, row_number() OVER (ORDER BY id) AS n FROM tickets) numbered WHERE ticket = tickets.id`

const liveBrand = sql`t.brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)`

type Grown = { file: string; database: Database; kinds: Record<string, Kind> }
type Ratios = (Against & { kind: string })[]

async function ratiosOf({ file, database, kinds }: Grown): Promise<Ratios> {
  const handlers = columnService({ database, clock: shared.clock })
  const reader = openConnection(file, testKey, 'read', () => {})
  const { port1, port2 } = new MessageChannel()
  const all: Ratios = []
  for (const [kind, { where, key, newestFirst }] of Object.entries(kinds)) {
    const order = newestFirst ? sql`${key} DESC, t.id DESC` : sql`${key}, t.id`
    const statement = sql`
      SELECT ${key} AS "sortAt", t.id AS "sortId", ${cardColumns} FROM tickets t ${cardJoins}
      WHERE ${where} AND ${liveBrand} ORDER BY ${order} LIMIT ${sql.lit(rows)}`.compile(database.read)
    const bare = reader.prepare<unknown>(statement.sql)
    const input = { columnId: `${kind}:all`, after: null, until: null, limit: rows, muted: false }
    const ours = async (): Promise<void> => {
      const page = await handlers['column.page'](input, { connectionId: 'bench' })
      if (page.rows.length < rows) throw new Error(`${kind} has only ${page.rows.length} rows`)
      port1.postMessage(page)
    }
    const floor = (): void => void bare.all(...statement.parameters)
    all.push({ kind, ...(await against(ours, floor, { warm, runs })) })
  }
  for (const port of [port1, port2]) port.close()
  reader.close()
  return all
}

async function at<T>(folder: string, stored: number, measure: (grown: Grown) => Promise<T>): Promise<T> {
  const own = mkdtempSync(join(folder, 'page-'))
  try {
    const file = join(own, 'page.db')
    await grow(file, stored, 0)
    const database = open(file, () => {})
    const agent = await database.write((tx) => sit(tx, 'Jo Doe', 'JD'))
    await database.write(async (tx) => void tx.raw(spread).run(agent.id))
    const measured = await measure({ file, database, kinds: kindsFor(agent.id) })
    await database.close()
    return measured
  } finally {
    rmSync(own, { recursive: true })
  }
}

const million = 1_000_000
const floor =
  'one prepared statement with the same columns, joins, order and index, the dearest kind of column'
const told = (ratios: Ratios): string =>
  ratios
    .map((one) => `${one.kind} ${rounded(one.ratio)} (${rounded(one.oursMs)}/${rounded(one.floorMs)} ms)`)
    .join(', ')
const worst = (ratios: Ratios): number => Math.max(...ratios.map(({ ratio }) => ratio))

/** Measures in a folder of its own below `folder`. */
export async function page(folder: string): Promise<Figure> {
  const ratios = await at(folder, million, ratiosOf)
  return {
    line: { name: 'page', value: rounded(worst(ratios)), unit: 'ratio', goal: 2.5, runs, floor },
    notes: [`${million} posts: ${told(ratios)}`],
  }
}

/** The same at 10,000 posts and at a million, kind by kind. */
export async function pageGrowth(folder: string): Promise<Figure> {
  const small = await at(folder, 10_000, ratiosOf)
  const large = await at(folder, million, ratiosOf)
  const growth = large.map(({ ratio }, n) => ratio / (small[n]?.ratio ?? Number.NaN))
  return {
    line: {
      name: 'page-growth',
      value: rounded(Math.max(...growth)),
      unit: 'ratio',
      goal: 1.3,
      runs,
      floor: 'the page ratio at 10,000 posts, the kind of column that grows most',
    },
    notes: [`10,000 posts: ${told(small)}`, `${million} posts: ${told(large)}`],
  }
}

/** How far the first call of a filter that fits nothing goes into a column. */
export async function pageFiltered(folder: string): Promise<Figure> {
  const { looked, ms } = await at(folder, million, async ({ database, kinds }) => {
    const handlers = columnService({ database, clock: shared.clock })
    const context = { connectionId: 'bench' }
    const columnId = 'mentions:all'
    await handlers['column.filter']({ columnId, text: 'tag:nothing' }, context)
    const call = () =>
      handlers['column.page']({ columnId, after: null, until: null, limit: rows, muted: false }, context)
    const times: number[] = []
    for (let run = 0; run < 7; run++) times.push(await timed(async () => void (await call())))
    const { next } = await call()
    const [end = '0', id = ''] = (next ?? '').split(' ')
    const { rows: counted } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM tickets t WHERE ${kinds['mentions']?.where} AND ${liveBrand}
        AND (t.newest_customer_at, t.id) >= (${Number(end)}, ${id})`.execute(database.read)
    return { looked: counted[0]?.n ?? Number.NaN, ms: median(times) }
  })
  return {
    line: {
      name: 'page-filtered',
      value: looked,
      unit: 'rows',
      goal: 5_000,
      runs: 1,
      floor: 'none: counted',
    },
    notes: [`one call took ${rounded(ms)} ms`],
  }
}
