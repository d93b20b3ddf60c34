/** @file The rows of money: ledger sums, limits, and what X told of its own counting. */
import { sql } from 'kysely'
import { SpendStream, type Limits, type SpendScope } from '../../shared/domain/money.ts'
import type { Reads, Tx } from '../db/database.ts'
import { oldestIdAt } from '../db/uuid.ts'
import type { Entry } from './ledger.ts'

/** What was spent since a day, by day, app and brand. */
export async function loadSpent(read: Reads, since: string): Promise<Omit<Entry, 'handleId'>[]> {
  return read
    .selectFrom('spend')
    .select(({ fn }) => [
      'app_id as appId',
      'brand_id as brandId',
      'day',
      fn.sum<number>('micros').as('micros'),
    ])
    .where('day', '>=', since)
    .groupBy(['app_id', 'brand_id', 'day'])
    .execute()
}

/** What was set, by `<kind> <id>`. */
export async function loadLimits(read: Reads): Promise<Map<string, Limits>> {
  const rows = await read.selectFrom('budgets').selectAll().execute()
  return new Map(
    rows.map((row) => [
      `${row.scope} ${row.scope_id}`,
      {
        dayBudget: row.day_micros,
        monthBudget: row.month_micros,
        dayCap: row.day_cap_micros,
        monthCap: row.month_cap_micros,
      },
    ]),
  )
}

export async function keepLimits(tx: Tx, { kind, id }: SpendScope, limits: Limits): Promise<void> {
  const columns = {
    day_micros: limits.dayBudget,
    month_micros: limits.monthBudget,
    day_cap_micros: limits.dayCap,
    month_cap_micros: limits.monthCap,
  }
  await tx.db
    .insertInto('budgets')
    .values({ scope: kind, scope_id: id, ...columns })
    .onConflict((conflict) => conflict.columns(['scope', 'scope_id']).doUpdateSet(columns))
    .execute()
}

/** Which brand and app each handle belongs to. */
export async function loadHandles(read: Reads): Promise<Map<string, { brandId: string; appId: string }>> {
  const rows = await read.selectFrom('handles').select(['id', 'brand_id', 'app_id']).execute()
  return new Map(rows.map((row) => [row.id, { brandId: row.brand_id, appId: row.app_id }]))
}

type Part = { today: number; month: number; charged: number; delivered: number }

const parts = (day: string) =>
  [
    sql<number>`sum(CASE WHEN day = ${day} THEN micros ELSE 0 END)`.as('today'),
    sql<number>`sum(micros)`.as('month'),
    sql<number>`sum(charged)`.as('charged'),
    sql<number>`sum(delivered)`.as('delivered'),
  ] as const

/** This month's spending by stream, the dearest first. */
export async function byStream(read: Reads, day: string): Promise<(Part & { stream: SpendStream })[]> {
  const rows = await read
    .selectFrom('spend')
    .select(['stream', ...parts(day)])
    .where('day', '>=', `${day.slice(0, 7)}-01`)
    .groupBy('stream')
    .orderBy('month', 'desc')
    .orderBy('stream')
    .execute()
  return rows.map((row) => ({ ...row, stream: SpendStream.parse(row.stream) }))
}

const ticketsShown = 20

/** The dearest tickets of this month that are still here. */
export async function byTicket(
  read: Reads,
  day: string,
): Promise<(Part & { ticketId: string; number: number; brandId: string })[]> {
  return read
    .selectFrom('spend')
    .innerJoin('tickets', 'tickets.id', 'spend.ticket_id')
    .select(['tickets.id as ticketId', 'tickets.number', 'tickets.brand_id as brandId', ...parts(day)])
    .where('day', '>=', `${day.slice(0, 7)}-01`)
    .groupBy(['tickets.id', 'tickets.number', 'tickets.brand_id'])
    .orderBy('month', 'desc')
    .orderBy('tickets.number')
    .limit(ticketsShown)
    .execute()
}

/** How many invited replies with a link went out this month. */
export async function openPriced(read: Reads, day: string): Promise<number> {
  const row = await read
    .selectFrom('spend')
    .select(({ fn }) => fn.sum<number | null>('charged').as('count'))
    .where('day', '>=', `${day.slice(0, 7)}-01`)
    .where('kind', '=', 'post.create.summoned-link')
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Tickets that were solved since then and were not taken back, by brand. */
export async function solvedSince(read: Reads, at: number): Promise<Map<string, number>> {
  const rows = await read
    .selectFrom('audit')
    .select(['brand_id', sql<number>`count(DISTINCT ticket_id)`.as('count')])
    .where('id', '>=', oldestIdAt(at))
    .where('event', 'in', ['ticket.solved', 'reply.sent'])
    .where('after', 'like', '%"status":"solved"%')
    .where('undone_by', 'is', null)
    .groupBy('brand_id')
    .execute()
  return new Map(rows.map((row) => [row.brand_id ?? '', row.count]))
}

/** Posts that we counted as charged, by day of X's, newest first. */
export async function postsByDay(
  read: Reads,
  appId: string,
): Promise<{ day: string; x: number; ours: number }[]> {
  const days = await read
    .selectFrom('app_usage')
    .select(['day', 'posts'])
    .where('app_id', '=', appId)
    .orderBy('day', 'desc')
    .limit(7)
    .execute()
  const oldest = days.at(-1)?.day
  if (oldest === undefined) return []
  const ours = await read
    .selectFrom('spend')
    .select(({ fn }) => ['day', fn.sum<number>('charged').as('count')])
    .where('app_id', '=', appId)
    .where('day', '>=', oldest)
    .where('kind', 'in', ['post', 'owned-post'])
    .groupBy('day')
    .execute()
  return days.map(({ day, posts }) => ({
    day,
    x: posts,
    ours: ours.find((one) => one.day === day)?.count ?? 0,
  }))
}

/** Keeps what X told of an app. @param told.creditsLeft null where X does not tell */
export async function keepUsage(
  tx: Tx,
  appId: string,
  told: { days: readonly { day: string; posts: number }[]; creditsLeft: number | null },
): Promise<void> {
  for (const { day, posts } of told.days)
    await tx.db
      .insertInto('app_usage')
      .values({ app_id: appId, day, posts, asked_at: tx.at })
      .onConflict((conflict) => conflict.columns(['app_id', 'day']).doUpdateSet({ posts, asked_at: tx.at }))
      .execute()
  await tx.db
    .updateTable('apps')
    .set({ credits_left_micros: told.creditsLeft, credits_asked_at: tx.at })
    .where('id', '=', appId)
    .execute()
}
