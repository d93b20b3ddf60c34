/** @file What stands in a report beside its tickets: the hours of messages, incidents, guard rails, spending, gaps. */
import { sql } from 'kysely'
import { z } from 'zod'
import { Guard } from '../../shared/domain/guard.ts'
import type { Report, ReportAsked, ReportPeriod } from '../../shared/domain/report.ts'
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { oldestIdAt } from '../db/uuid.ts'
import { loadSpent } from '../money/repo.ts'
import { daysOf, periodBefore, quarterMs, wallTimes, type WallTime } from './period.ts'
import { spanTable, type BrandSpans, type QuarterRow } from './rows.ts'

/** When a message of a brand was written, by the brand's own clock. */
export function wallTimesOf(brands: readonly BrandSpans[]): (row: QuarterRow) => WallTime {
  const clocks = new Map(brands.map(({ id, zone, from, until }) => [id, wallTimes(zone, from, until)]))
  return ({ brandId, quarter }) =>
    must(clocks.get(brandId) ?? null, 'a brand of the report')(quarter * quarterMs)
}

/** Customers' messages by weekday and hour, and by day. */
export function whenWritten(
  rows: readonly QuarterRow[],
  brands: readonly BrandSpans[],
  period: ReportPeriod,
): Pick<Report, 'heat' | 'days'> {
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  const days = new Map(daysOf(period).map((date) => [date, 0]))
  const wallTime = wallTimesOf(brands)
  for (const row of rows) {
    const { date, weekday, hour } = wallTime(row)
    const hours = must(heat[weekday] ?? null, 'seven days')
    hours[hour] = (hours[hour] ?? 0) + row.messages
    days.set(date, (days.get(date) ?? 0) + row.messages)
  }
  return { heat, days: [...days].map(([date, messagesIn]) => ({ date, messagesIn })) }
}

/** Incidents that went on in the period, each with its tickets. */
export async function incidentsOf(read: Reads, brands: readonly BrandSpans[]): Promise<Report['incidents']> {
  const { rows } = await sql<Report['incidents'][number]>`
    WITH ${spanTable(brands)}
    SELECT i.id, i.brand_id AS "brandId", i.title, i.opened_at AS "openedAt", i.over_at AS "overAt"
    FROM incidents i JOIN span s ON s.brand_id = i.brand_id
    WHERE i.opened_at < s.until_at AND (i.over_at IS NULL OR i.over_at >= s.from_at)
    ORDER BY i.opened_at, i.id`.execute(read)
  return rows
}

const Fired = z.object({ guard: Guard })

/** How often each guard rail held a message back, and how often one went out in spite of it; the busiest first. */
export async function guardsOf(read: Reads, brands: readonly BrandSpans[]): Promise<Report['guards']> {
  const first = Math.min(...brands.map(({ from }) => from))
  const { rows } = await sql<{ event: string; after: string | null; count: number }>`
    WITH ${spanTable(brands)}
    SELECT a.event, a.after, count(*) AS count FROM audit a JOIN span s ON s.brand_id = a.brand_id
    WHERE a.id >= ${oldestIdAt(first)} AND a.event IN ('guard.held-back', 'guard.overridden')
      AND a.at >= s.from_at AND a.at < s.until_at
    GROUP BY a.event, a.after`.execute(read)
  const counted = new Map<Guard, { guard: Guard; heldBack: number; overridden: number }>()
  for (const { event, after, count } of rows) {
    const { guard } = Fired.parse(JSON.parse(after ?? '{}'))
    const row = counted.get(guard) ?? { guard, heldBack: 0, overridden: 0 }
    row[event === 'guard.held-back' ? 'heldBack' : 'overridden'] += count
    counted.set(guard, row)
  }
  return [...counted.values()].toSorted(
    (one, other) => other.heldBack + other.overridden - one.heldBack - one.overridden,
  )
}

/** What X was paid for these brands, by its own days. */
export async function spendOf(
  read: Reads,
  { scope, period }: ReportAsked,
): Promise<{ micros: number; before: number }> {
  const before = periodBefore(period)
  const own = (await loadSpent(read, before.from)).filter(({ brandId }) => scope.brandIds.includes(brandId))
  const sum = (from: string, until: string): number =>
    own.reduce((all, { day, micros }) => (day >= from && day < until ? all + micros : all), 0)
  return { micros: sum(period.from, period.until), before: sum(before.from, before.until) }
}

/** Stretches of the period that X did not show, by handle and source. */
export async function gapsOf(read: Reads, brands: readonly BrandSpans[]): Promise<Report['gaps']> {
  const { rows } = await sql<Omit<Report['gaps'][number], 'closed'> & { closedAt: number | null }>`
    WITH ${spanTable(brands)}
    SELECT h.username AS handle, g.source, g.from_at AS "from", g.to_at AS until, g.closed_at AS "closedAt"
    FROM gaps g JOIN handles h ON h.id = g.handle_id JOIN span s ON s.brand_id = h.brand_id
    WHERE g.from_at < s.until_at AND g.to_at > s.from_at ORDER BY g.from_at, g.id`.execute(read)
  return rows.map(({ closedAt, ...gap }) => ({ ...gap, closed: closedAt !== null }))
}

/** Tickets that began in the period and whose messages another ticket has now. */
export async function mergedTickets(
  read: Reads,
  brands: readonly BrandSpans[],
): Promise<{ id: string; number: number; brandId: string }[]> {
  const { rows } = await sql<{ id: string; number: number; brandId: string }>`
    WITH ${spanTable(brands)}
    SELECT t.id, t.number, t.brand_id AS "brandId" FROM tickets t JOIN span s ON s.brand_id = t.brand_id
    WHERE t.merged_into_id IS NOT NULL AND t.opened_at >= s.from_at AND t.opened_at < s.until_at
    ORDER BY t.number`.execute(read)
  return rows
}
