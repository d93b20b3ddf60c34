/** @file Reports as they were delivered: frozen with what each ticket was counted as, and held against a count of today. */
import { z } from 'zod'
import {
  FigureId,
  Report,
  ReportAsked,
  TicketLine,
  type ChangedWhy,
  type DeliveredView,
  type ReportChanges,
} from '../../shared/domain/report.ts'
import { reportNumbers } from '../../shared/domain/report-numbers.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag, fromJson, isSet } from '../db/values.ts'
import { buildReport, type Built } from './build.ts'
import { behind } from './figures.ts'
import { isCounted, ticketLines } from './lines.ts'
import type { Measured } from './measured.ts'

/** What a ticket was counted as: equal texts were counted alike. Holds ids and numbers of our own alone. */
const countedAs = (ticket: Measured): string =>
  JSON.stringify({
    figures: FigureId.options.map((id) => behind(id, ticket, 'now')),
    times: ticket.now.times.map(({ id, ms, within }) => [id, ms, within]),
    as: [ticket.category, ticket.lang, ticket.reach, ticket.ownerId, ticket.incidentId, ticket.tags],
    wrote: ticket.now.replies.map(({ agentId }) => agentId),
  })

/** A report as it is kept; what stands beside its numbers as JSON. */
export type Frozen = {
  report: Report
  /** What each ticket was counted as, for one statement. */
  counted: string
  /** Each ticket's row of the export. */
  lines: string
}

/** @param names of agents, by id */
export const frozen = ({ report, measure }: Built, names: ReadonlyMap<string, string>): Frozen => ({
  report,
  counted: JSON.stringify(
    measure.tickets.filter(isCounted).map((ticket) => [ticket.id, ticket.number, countedAs(ticket)]),
  ),
  lines: JSON.stringify(ticketLines(measure, names)),
})

/** Keeps a report. @returns its id */
export async function keepDelivered(
  tx: Tx,
  { report, counted, lines }: Frozen,
  { agentId, words, scheduled = false }: { agentId: string | null; words: string; scheduled?: boolean },
): Promise<string> {
  const id = newId(tx.at)
  await tx.db
    .insertInto('delivered_reports')
    .values({
      id,
      at: tx.at,
      agent_id: agentId,
      asked: JSON.stringify(report.asked),
      report: JSON.stringify(report),
      words,
      lines,
      is_scheduled: flag(scheduled),
    })
    .execute()
  for (const brand of report.brands)
    await tx.db.insertInto('delivered_brands').values({ report_id: id, brand_id: brand.id }).execute()
  tx.raw(
    `INSERT INTO delivered_tickets (report_id, ticket_id, number, counted)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
  ).run(id, counted)
  return id
}

const columns = [
  'delivered_reports.id',
  'delivered_reports.at',
  'delivered_reports.asked',
  'delivered_reports.words',
  'delivered_reports.is_scheduled as scheduled',
  'agents.name as agentName',
] as const

/** What was delivered, newest first. @param onlyBrandId of that brand alone; null: of all */
export async function deliveredList(read: Reads, onlyBrandId: string | null): Promise<DeliveredView[]> {
  const rows = await read
    .selectFrom('delivered_reports')
    .leftJoin('agents', 'agents.id', 'delivered_reports.agent_id')
    .select(columns)
    .orderBy('delivered_reports.at', 'desc')
    .orderBy('delivered_reports.id', 'desc')
    .limit(listedAtMost)
    .execute()
  const names = await read
    .selectFrom('delivered_brands')
    .innerJoin('brands', 'brands.id', 'delivered_brands.brand_id')
    .select(['delivered_brands.report_id as reportId', 'brands.id', 'brands.name'])
    .orderBy('brands.position')
    .execute()
  const ofReport = Map.groupBy(names, ({ reportId }) => reportId)
  return rows
    .map(({ asked, scheduled, ...row }) => ({
      ...row,
      scheduled: isSet(scheduled),
      asked: ReportAsked.parse(JSON.parse(asked)),
    }))
    .filter(({ asked }) => mayShow(asked, onlyBrandId))
    .map((row) => ({ ...row, brands: (ofReport.get(row.id) ?? []).map(({ name }) => name) }))
}

/** Ten years of months, of eight clients. */
const listedAtMost = 1_000

/** While one brand alone is shown, a report that counts another one as well stays shut. */
const mayShow = ({ scope }: ReportAsked, onlyBrandId: string | null): boolean =>
  onlyBrandId === null || scope.brandIds.every((brandId) => brandId === onlyBrandId)

/** @param onlyBrandId that of the brand that alone may be shown @throws Failure `report.missing` */
export async function deliveredReport(
  read: Reads,
  reportId: string,
  onlyBrandId: string | null,
): Promise<{ delivered: DeliveredView; report: Report }> {
  const row = await read
    .selectFrom('delivered_reports')
    .leftJoin('agents', 'agents.id', 'delivered_reports.agent_id')
    .select(columns)
    .select('delivered_reports.report')
    .where('delivered_reports.id', '=', reportId)
    .executeTakeFirst()
  if (!row) throw new Failure('report.missing', {})
  const { report: json, asked, scheduled, ...view } = row
  const report = Report.parse(JSON.parse(json))
  if (!mayShow(report.asked, onlyBrandId)) throw new Failure('report.missing', {})
  return {
    report,
    delivered: {
      ...view,
      scheduled: isSet(scheduled),
      asked: ReportAsked.parse(JSON.parse(asked)),
      brands: report.brands.map(({ name }) => name),
    },
  }
}

/** The newest one that was asked for in these words, whole with its tickets; null: there is none. @returns its id */
export async function deliveredOf(read: Reads, asked: ReportAsked): Promise<string | null> {
  const row = await read
    .selectFrom('delivered_reports')
    .select('id')
    .where('asked', '=', JSON.stringify(asked))
    .where('lines', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** One row per ticket as it was then. @throws Failure `report.missing`, `report.no-lines` */
export async function deliveredLines(
  read: Reads,
  reportId: string,
  onlyBrandId: string | null,
): Promise<TicketLine[]> {
  const row = await read
    .selectFrom('delivered_reports')
    .select(['asked', 'lines'])
    .where('id', '=', reportId)
    .executeTakeFirst()
  if (!row || !mayShow(ReportAsked.parse(JSON.parse(row.asked)), onlyBrandId))
    throw new Failure('report.missing', {})
  const lines = fromJson(z.array(TicketLine), row.lines)
  if (lines === null) throw new Failure('report.no-lines', {})
  return lines
}

/** So many tickets are told of; the figures tell of all. */
const changedAtMost = 200

/**
 * Counts a delivered report again.
 * @param read that of the thread of long work
 * @throws Failure `report.missing`, `brand.missing`
 */
export async function reportChanges(
  read: Reads,
  reportId: string,
  onlyBrandId: string | null,
  at: number,
): Promise<ReportChanges> {
  const { delivered, report } = await deliveredReport(read, reportId, onlyBrandId)
  const { report: today, measure } = await buildReport(read, report.asked, at)
  const was = await read
    .selectFrom('delivered_tickets')
    .select(['ticket_id as ticketId', 'number', 'counted'])
    .where('report_id', '=', reportId)
    .execute()
  const before = new Map(was.map((row) => [row.ticketId, row]))
  const now = new Map(measure.tickets.filter(isCounted).map((ticket) => [ticket.id, ticket]))
  const tickets: { ticketId: string; number: number; why: ChangedWhy }[] = []
  for (const [ticketId, ticket] of now) {
    const then = before.get(ticketId)
    if (then?.counted === countedAs(ticket)) continue
    const isLate = !then && ticket.heardAt !== null && ticket.heardAt > delivered.at
    tickets.push({ ticketId, number: ticket.number, why: isLate ? 'heard-later' : 'changed' })
  }
  for (const { ticketId, number } of was)
    if (!now.has(ticketId)) tickets.push({ ticketId, number, why: 'gone' })
  const told = tickets.toSorted((one, other) => one.number - other.number).slice(0, changedAtMost)
  const events = await eventsSince(
    read,
    told.map(({ ticketId }) => ticketId),
    delivered.at,
  )
  return {
    figures: differing(report, today),
    tickets: told.map((ticket) => ({
      ...ticket,
      events: events
        .filter((event) => event.ticketId === ticket.ticketId)
        .map(({ at, event }) => ({ at, event })),
    })),
  }
}

function differing(then: Report, now: Report): ReportChanges['figures'] {
  const one = new Map(reportNumbers(then).map(({ id, value }) => [id, value]))
  const other = new Map(reportNumbers(now).map(({ id, value }) => [id, value]))
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((id) => {
    const [was, is] = [one.get(id) ?? null, other.get(id) ?? null]
    return was === is ? [] : [{ id, was, is }]
  })
}

async function eventsSince(read: Reads, ticketIds: readonly string[], at: number) {
  if (ticketIds.length === 0) return []
  return read
    .selectFrom('audit')
    .select(['ticket_id as ticketId', 'at', 'event'])
    .where('ticket_id', 'in', ticketIds)
    .where('at', '>', at)
    .orderBy('id')
    .limit(2_000)
    .execute()
}
