/**
 * @file What each line of a brand counts, and its rows: one condition decides over both, so that they agree. Reads only;
 * belongs in a thread of its own (`Database.long`).
 */
import { sql, type RawBuilder } from 'kysely'
import {
  handoverRowsAtMost,
  JobLine,
  TicketLine,
  type HandoverLine,
  type HandoverRow,
} from '../../shared/domain/handover.ts'
import type { Reads } from '../db/database.ts'
import { oldestIdAt } from '../db/uuid.ts'
import { policiesOf } from '../deadlines/policy.ts'
import type { Budgets } from '../money/budgets.ts'
import { jobView } from '../outbox/repo.ts'
import { cardColumns, cardJoins, cardOf, type CardRow } from '../tickets/cards.ts'
import { openingLeadMs } from './rules.ts'

/** What is asked of: what came since, until when today is, and now; epoch ms. */
export type Told = { sinceAt: number; dayEnd: number; now: number }

type Parts = { read: Reads; budgets: Pick<Budgets, 'standing'> }
type Counts = Map<string, Map<HandoverLine, number>>

const isOpen = sql`t.status NOT IN ('solved', 'closed') AND t.merged_into_id IS NULL`

/** Which tickets stand in a line. @param opensAt when their brand opens; null: it is open, or never opens */
const ticketLines: Record<TicketLine, (told: Told, opensAt: number | null) => RawBuilder<boolean>> = {
  // By when it came here: what was written before and read since is new as well.
  new: ({ sinceAt }) => sql`(t.id >= ${oldestIdAt(sinceAt)} AND t.imported_at IS NULL AND ${isOpen})`,
  late: ({ now }) => sql`(t.needs_reply = 1 AND t.due_at < ${now})`,
  'late-at-opening': ({ now }, opensAt) =>
    opensAt === null
      ? sql`FALSE`
      : sql`(t.needs_reply = 1 AND t.due_at >= ${now} AND t.due_at <= ${opensAt + openingLeadMs})`,
  promises: ({ dayEnd }) => sql`(t.debt_at < ${dayEnd} AND t.merged_into_id IS NULL)`,
  waking: ({ sinceAt, dayEnd }) => sql`(t.snoozed_until < ${dayEnd} OR (${isOpen} AND t.snoozed_until IS NULL
    AND t.id IN (SELECT a.ticket_id FROM audit a
      WHERE a.id >= ${oldestIdAt(sinceAt)} AND a.event = 'ticket.snooze-ended')))`,
  quiet: ({ sinceAt }) => sql`(t.quiet_at >= ${sinceAt} AND t.status = 'solved')`,
}

const ticketOrder: Record<TicketLine, RawBuilder<unknown>> = {
  new: sql`t.due_at IS NULL, t.due_at, t.id`,
  late: sql`t.due_at, t.id`,
  'late-at-opening': sql`t.due_at, t.id`,
  promises: sql`t.debt_at, t.id`,
  waking: sql`t.snoozed_until IS NOT NULL, t.snoozed_until, t.id`,
  quiet: sql`t.quiet_at DESC, t.id DESC`,
}

/** One that was to leave at a time that an agent chose, and asks because that is over. */
const isLate = sql`(j.state = 'ask' AND j.asks LIKE '%"late"%')`

const jobLines: Record<JobLine, RawBuilder<boolean>> = {
  refused: sql`j.state = 'refused'`,
  unsure: sql`j.state = 'unsure'`,
  stopped: sql`(j.state IN ('stopped', 'ask') AND NOT ${isLate})`,
  missed: sql`(j.state = 'missed' OR ${isLate})`,
}

const isOfLine = (line: JobLine): RawBuilder<boolean> => sql`(j.settled_at IS NULL AND ${jobLines[line]})`

const isIncident = ({ sinceAt }: Told): RawBuilder<boolean> =>
  sql`(i.over_at IS NULL OR i.over_at >= ${sinceAt})`

// One that an agent took note of may never close.
const isGap = sql`(g.closed_at IS NULL AND g.seen_at IS NULL AND h.state <> 'removed')`

/** When each brand that is closed now opens. */
async function openings(read: Reads, now: number): Promise<Map<string, number>> {
  const policies = await policiesOf(read)
  return new Map(
    [...policies].flatMap(([brandId, { time }]) => {
      const opensAt = time.isOpen(now) ? null : time.nextOpening(now)
      return opensAt === null ? [] : [[brandId, opensAt] as const]
    }),
  )
}

/** How much each line of each brand counts; lines without anything are not in it. */
export async function countLines({ read, budgets }: Parts, told: Told): Promise<Counts> {
  const counts: Counts = new Map()
  const add = (line: HandoverLine, rows: readonly { brandId: string; count: number }[]): void => {
    for (const { brandId, count } of rows) {
      const ofBrand = counts.get(brandId) ?? new Map<HandoverLine, number>()
      if (count > 0) counts.set(brandId, ofBrand.set(line, count))
    }
  }
  const grouped = async (from: RawBuilder<unknown>, brand: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    (
      await sql<{ brandId: string; count: number }>`
        SELECT ${brand} AS "brandId", count(*) AS count FROM ${from} WHERE ${where} GROUP BY ${brand}`.execute(
        read,
      )
    ).rows
  const tickets = (where: RawBuilder<unknown>) => grouped(sql`tickets t`, sql`t.brand_id`, where)
  for (const line of TicketLine.options)
    if (line !== 'late-at-opening') add(line, await tickets(ticketLines[line](told, null)))
  for (const [brandId, opensAt] of await openings(read, told.now))
    add(
      'late-at-opening',
      await tickets(sql`t.brand_id = ${brandId} AND ${ticketLines['late-at-opening'](told, opensAt)}`),
    )
  for (const line of JobLine.options) add(line, await grouped(sql`jobs j`, sql`j.brand_id`, isOfLine(line)))
  add('incidents', await grouped(sql`incidents i`, sql`i.brand_id`, isIncident(told)))
  add('gaps', await grouped(sql`gaps g JOIN handles h ON h.id = g.handle_id`, sql`h.brand_id`, isGap))
  add('reconnects', await grouped(sql`handles h`, sql`h.brand_id`, sql`h.state = 'reconnect'`))
  for (const brandId of await liveBrands(read))
    add('budget', [{ brandId, count: (await budgetRows({ read, budgets }, brandId)).length }])
  return counts
}

/** The brands that are there, in the order of the rail. */
export async function liveBrands(read: Reads): Promise<string[]> {
  const rows = await read
    .selectFrom('brands')
    .select('id')
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

type BudgetRow = Extract<HandoverRow, { kind: 'budget' }>

/** What of a brand's spending, and of its handles' apps, is near a limit or beyond. */
async function budgetRows({ read, budgets }: Parts, brandId: string): Promise<BudgetRow[]> {
  const { rows } = await sql<{ scope: 'brand' | 'app'; id: string; name: string }>`
    SELECT 'brand' AS scope, b.id, b.name FROM brands b WHERE b.id = ${brandId}
    UNION ALL SELECT DISTINCT 'app', a.id, a.name FROM apps a JOIN handles h ON h.app_id = a.id
      WHERE h.brand_id = ${brandId} AND h.state <> 'removed'`.execute(read)
  return rows.flatMap(({ scope, id, name }): BudgetRow[] => {
    const { level, spent, counting } = budgets.standing({ kind: scope, id })
    if (level === 'open') return []
    return [
      { kind: 'budget', id, brandId, scope, name, level, today: spent.day, dayBudget: counting.dayBudget },
    ]
  })
}

/** The rows of one line of a brand, `handoverRowsAtMost` of them, and how many there are. */
export async function lineRows(
  parts: Parts,
  brandId: string,
  line: HandoverLine,
  told: Told,
): Promise<{ rows: HandoverRow[]; count: number }> {
  const { read } = parts
  const ticketLine = TicketLine.safeParse(line)
  if (ticketLine.success) return ticketRows(read, brandId, ticketLine.data, told)
  const jobLine = JobLine.safeParse(line)
  const rows = jobLine.success
    ? await jobRows(read, brandId, jobLine.data)
    : await otherRows(parts, brandId, line, told)
  return { rows: rows.slice(0, handoverRowsAtMost), count: rows.length }
}

async function ticketRows(read: Reads, brandId: string, line: TicketLine, told: Told) {
  const opensAt = line === 'late-at-opening' ? ((await openings(read, told.now)).get(brandId) ?? null) : null
  const where = sql`t.brand_id = ${brandId} AND ${ticketLines[line](told, opensAt)}`
  const counted = await sql<{
    count: number
  }>`SELECT count(*) AS count FROM tickets t WHERE ${where}`.execute(read)
  const { rows } = await sql<CardRow>`
    SELECT ${cardColumns} FROM tickets t ${cardJoins} WHERE ${where}
    ORDER BY ${ticketOrder[line]} LIMIT ${handoverRowsAtMost}`.execute(read)
  return {
    rows: rows.map((row): HandoverRow => ({ kind: 'ticket', id: row.ticketId, card: cardOf(row) })),
    count: counted.rows[0]?.count ?? 0,
  }
}

async function jobRows(read: Reads, brandId: string, line: JobLine): Promise<HandoverRow[]> {
  const rows = await read
    .selectFrom('jobs as j')
    .innerJoin('handles', 'handles.id', 'j.handle_id')
    .leftJoin('agents', 'agents.id', 'j.agent_id')
    .selectAll('j')
    .select(['handles.username', 'agents.initials'])
    .where('j.brand_id', '=', brandId)
    .where(isOfLine(line))
    .orderBy('j.id')
    .execute()
  return rows.map((row) => ({ kind: 'job', id: row.id, job: jobView(row, row.username, row.initials) }))
}

async function otherRows(
  parts: Parts,
  brandId: string,
  line: HandoverLine,
  told: Told,
): Promise<HandoverRow[]> {
  const { read } = parts
  if (line === 'budget') return budgetRows(parts, brandId)
  if (line === 'incidents') {
    const { rows } = await sql<Omit<Extract<HandoverRow, { kind: 'incident' }>, 'kind'>>`
      SELECT i.id, i.brand_id AS "brandId", i.title, i.opened_at AS "openedAt", i.over_at AS "overAt"
      FROM incidents i WHERE i.brand_id = ${brandId} AND ${isIncident(told)} ORDER BY i.id DESC`.execute(read)
    return rows.map((row) => ({ kind: 'incident', ...row }))
  }
  if (line === 'gaps') {
    const { rows } = await sql<Omit<Extract<HandoverRow, { kind: 'gap' }>, 'kind'>>`
      SELECT g.id, h.brand_id AS "brandId", h.username, g.source, g.from_at AS "fromAt", g.to_at AS "toAt"
      FROM gaps g JOIN handles h ON h.id = g.handle_id WHERE h.brand_id = ${brandId} AND ${isGap}
      ORDER BY g.to_at DESC, g.id`.execute(read)
    return rows.map((row) => ({ kind: 'gap', ...row }))
  }
  const { rows } = await sql<Omit<Extract<HandoverRow, { kind: 'handle' }>, 'kind'>>`
    SELECT h.id, h.brand_id AS "brandId", h.username, h.x_user_id AS "xUserId" FROM handles h
    WHERE h.brand_id = ${brandId} AND h.state = 'reconnect' ORDER BY h.username`.execute(read)
  return rows.map((row) => ({ kind: 'handle', ...row }))
}
