/** @file One report, whole: what its tickets add up to, and what stands beside them. */
import type { Report, ReportAsked, ReportRow } from '../../shared/domain/report.ts'
import { Category, Reach } from '../../shared/domain/triage.ts'
import type { Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { gapsOf, guardsOf, incidentsOf, mergedTickets, spendOf, whenWritten } from './beside.ts'
import { excludedWhy, figuresOf, rowOf, sharesBy, timeRows } from './figures.ts'
import { measureOf, reportBrands, type Measure, type Measured } from './measured.ts'
import { periodBefore } from './period.ts'
import { messagesByQuarter } from './rows.ts'

/** Labels in a report: the most used ones. */
const tagsAtMost = 50

export type Built = { report: Report; measure: Measure }

/**
 * Counts a report. What was not seen yet, or not written yet, is not in it: `isOpen` tells that its period lasts.
 * @param read that of the thread of long work
 * @param at epoch ms
 * @throws Failure `brand.missing`
 */
export async function buildReport(read: Reads, asked: ReportAsked, at: number): Promise<Built> {
  const known = await reportBrands(read, asked)
  const { brands } = known
  const { scope } = asked
  const isWhole = scope.agentId === null && scope.tag === null && scope.category === null
  const [measured, agents, quarters, incidents, guards, spend, gaps, merged] = await Promise.all([
    measureOf(read, asked, known),
    agentNames(read),
    messagesByQuarter(read, brands, isWhole ? 'brand' : 'ticket'),
    isWhole ? incidentsOf(read, brands) : [],
    isWhole ? guardsOf(read, brands) : [],
    isWhole ? spendOf(read, asked) : null,
    gapsOf(read, brands),
    isWhole ? mergedTickets(read, brands) : [],
  ])
  const { tickets } = measured
  const counting = new Set(tickets.flatMap(({ id, now }) => (now.messagesIn > 0 ? [id] : [])))
  const figures = figuresOf(tickets)
  const resolved = figures.find(({ id }) => id === 'resolved-tickets')?.value ?? 0
  const times = timeRows(tickets)
  const categories = sharesBy(tickets, ({ category }) => category)
  const languages = sharesBy(tickets, ({ lang }) => lang)
  const reach = sharesBy(tickets, (ticket) => ticket.reach)
  const brandRows = brands.map(({ id, name }) => byBrand(id, name, tickets))
  const agentRows = byAgent(tickets, agents)
  const tagRows = byTag(tickets)
  const report: Report = {
    asked,
    before: periodBefore(asked.period),
    brands: brands.map(({ id, name, zone, from, until }) => ({ id, name, zone, from, until })),
    agentName: scope.agentId === null ? null : (agents.get(scope.agentId) ?? ''),
    at,
    isOpen: brands.some(({ until }) => until > at),
    figures,
    times,
    categories: categories.map(({ key, ...share }) => ({
      category: Category.nullable().parse(key),
      ...share,
    })),
    languages: languages.map(({ key, ...share }) => ({ lang: key, ...share })),
    reach: reach.map(({ key, ...share }) => ({ reach: Reach.nullable().parse(key), ...share })),
    ...whenWritten(
      isWhole ? quarters : quarters.filter(({ key }) => counting.has(key)),
      brands,
      asked.period,
    ),
    rowsBy: { brand: brandRows, agent: agentRows, tag: tagRows },
    incidents: incidents.map((incident) => ({
      ...incident,
      tickets: tickets.filter(({ incidentId, now }) => incidentId === incident.id && now.messagesIn > 0)
        .length,
    })),
    guards,
    spend: spend && { ...spend, perResolved: resolved === 0 ? null : spend.micros / resolved },
    gaps,
    excluded: excludedOf(tickets, merged.length),
    erased: tickets.filter(({ isErased }) => isSet(isErased)).length,
  }
  return { report, measure: measured }
}

/** Names of agents, by id. */
export async function agentNames(read: Reads): Promise<ReadonlyMap<string, string>> {
  const rows = await read.selectFrom('agents').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const always = (): boolean => true

function byBrand(id: string, name: string, tickets: readonly Measured[]): ReportRow {
  const own = tickets.filter(({ brandId }) => brandId === id)
  return rowOf(id, name, own, { ticket: always, reply: always })
}

/** Whoever owns a ticket or wrote a reply, the busiest first; what nobody owns and what came from elsewhere is last. */
function byAgent(tickets: readonly Measured[], names: ReadonlyMap<string, string>): ReportRow[] {
  const involved = new Map<string | null, Measured[]>()
  const involve = (agentId: string | null, ticket: Measured): void => {
    const own = involved.get(agentId)
    if (!own) involved.set(agentId, [ticket])
    else if (own.at(-1) !== ticket) own.push(ticket)
  }
  for (const ticket of tickets) {
    involve(ticket.ownerId, ticket)
    for (const { agentId } of ticket.now.replies) involve(agentId, ticket)
  }
  return [...involved]
    .map(([agentId, own]) =>
      rowOf(agentId, agentId === null ? '' : (names.get(agentId) ?? ''), own, {
        ticket: ({ ownerId }) => ownerId === agentId,
        reply: (_, writer) => writer === agentId,
      }),
    )
    .filter(isBusy)
    .toSorted((one, other) => Number(one.key === null) - Number(other.key === null) || busier(one, other))
}

function byTag(tickets: readonly Measured[]): ReportRow[] {
  const labelled = new Map<string, Measured[]>()
  for (const ticket of tickets)
    for (const tag of ticket.tags) {
      const own = labelled.get(tag)
      if (own) own.push(ticket)
      else labelled.set(tag, [ticket])
    }
  return [...labelled]
    .map(([tag, own]) => rowOf(tag, tag, own, { ticket: always, reply: always }))
    .filter(isBusy)
    .toSorted(busier)
    .slice(0, tagsAtMost)
}

const isBusy = ({ tickets, replies, resolutions }: ReportRow): boolean => tickets + replies + resolutions > 0

const busier = (one: ReportRow, other: ReportRow): number =>
  other.tickets + other.replies + other.resolutions - one.tickets - one.replies - one.resolutions ||
  (one.name < other.name ? -1 : 1)

function excludedOf(tickets: readonly Measured[], merged: number): Report['excluded'] {
  const counts = { imported: 0, 'before-connected': 0, 'no-reply-needed': 0, merged }
  for (const ticket of tickets) {
    const why = excludedWhy(ticket)
    if (why !== null) counts[why] += 1
  }
  return (Object.keys(counts) as (keyof typeof counts)[]).flatMap((why) =>
    counts[why] > 0 ? [{ why, tickets: counts[why] }] : [],
  )
}
