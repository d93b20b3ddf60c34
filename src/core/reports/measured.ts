/** @file A report's tickets, each with its entries of both periods, narrowed to what was asked for. */
import type { ReportAsked, ReportScope } from '../../shared/domain/report.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { policiesOf } from '../deadlines/policy.ts'
import type { Policy } from '../deadlines/rules.ts'
import { countedTickets, entriesOf, isOpenAt, type Counted, type Entries } from './entries.ts'
import { spansIn } from './period.ts'
import { countedRows, type BrandSpans } from './rows.ts'

/** A ticket with what it adds to either period. */
export type Measured = Counted & {
  now: Half
  before: Half
}

/** What a ticket has in one of the two periods. */
export type Half = Entries & {
  messagesIn: number
  messagesOut: number
  /** It began within. */
  isOpened: boolean
  /** It was not over when the period ended. */
  isLeft: boolean
}

export type Measure = {
  brands: (BrandSpans & { name: string })[]
  tickets: Measured[]
}

/**
 * Measures the tickets of these brands.
 * @param read that of the thread of long work
 * @throws Failure `brand.missing`
 */
export async function measure(read: Reads, asked: ReportAsked): Promise<Measure> {
  return measureOf(read, asked, await reportBrands(read, asked))
}

/** The brands of a report, in their order, each with its instants and its policy. */
export type ReportBrands = { brands: Measure['brands']; policies: ReadonlyMap<string, Policy> }

/** @throws Failure `brand.missing` */
export async function reportBrands(read: Reads, asked: ReportAsked): Promise<ReportBrands> {
  const policies = await policiesOf(read)
  return { brands: await brandsOf(read, asked, policies), policies }
}

/** The same as `measure` of brands that are known. */
export async function measureOf(
  read: Reads,
  asked: ReportAsked,
  { brands, policies }: ReportBrands,
): Promise<Measure> {
  const tickets = countedTickets(await countedRows(read, brands))
  const spans = new Map(brands.map((brand) => [brand.id, brand]))
  const measured: Measured[] = []
  for (const ticket of tickets) {
    if (!isOfScope(ticket, asked.scope)) continue
    const span = must(spans.get(ticket.brandId) ?? null, 'a ticket is of a brand that was asked for')
    const policy = must(policies.get(ticket.brandId) ?? null, 'each brand has a policy')
    measured.push({ ...ticket, ...halves(ticket, span, policy, asked.scope) })
  }
  return { brands, tickets: measured }
}

/** The brands in their order, with what each calls the days that were asked for. */
async function brandsOf(
  read: Reads,
  { scope, period }: ReportAsked,
  policies: ReadonlyMap<string, Policy>,
): Promise<Measure['brands']> {
  const rows = await read
    .selectFrom('brands')
    .select(['id', 'name'])
    .where('id', 'in', scope.brandIds)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const missing = scope.brandIds.find((brandId) => !rows.some(({ id }) => id === brandId))
  if (missing !== undefined) throw new Failure('brand.missing', { brandId: missing })
  return rows.map(({ id, name }) => {
    const { zone } = must(policies.get(id) ?? null, 'each brand has a policy')
    return { id, name, zone, ...spansIn(zone, period) }
  })
}

const isOfScope = (ticket: Counted, { agentId, tag, category }: ReportScope): boolean =>
  (tag === null || ticket.tags.includes(tag)) &&
  (category === null || ticket.category === category) &&
  (agentId === null || isOwn(ticket, agentId) || ticket.replies.some((reply) => reply.agentId === agentId))

const isOwn = (ticket: Counted, agentId: string): boolean => ticket.ownerId === agentId

/**
 * Both periods of a ticket. Of an agent count the replies that they wrote, and everything else of the tickets that they
 * own.
 */
function halves(
  ticket: Counted,
  { before, from, until }: BrandSpans,
  policy: Policy,
  { agentId }: ReportScope,
): Pick<Measured, 'now' | 'before'> {
  const isTheirs = agentId === null || isOwn(ticket, agentId)
  const half = (start: number, end: number, messagesIn: number, messagesOut: number): Half => {
    const entries = entriesOf(ticket, policy, start, end)
    const own = agentId === null ? entries : ofAgent(entries, agentId, isTheirs)
    return {
      ...own,
      messagesIn: isTheirs ? messagesIn : 0,
      messagesOut: isTheirs ? messagesOut : 0,
      isOpened: isTheirs && ticket.openedAt >= start && ticket.openedAt < end,
      isLeft: isTheirs && isOpenAt(ticket, end),
    }
  }
  return {
    now: half(from, until, ticket.inNow, ticket.outNow),
    before: half(before, from, ticket.inBefore, ticket.outBefore),
  }
}

const ofAgent = (entries: Entries, agentId: string, isTheirs: boolean): Entries => ({
  ...(isTheirs ? entries : nothing),
  replies: entries.replies.filter((reply) => reply.agentId === agentId),
  times: entries.times.filter((took) => took.agentId === agentId),
})

const nothing: Entries = {
  replies: [],
  times: [],
  solved: [],
  reopened: [],
  promises: [],
  asked: [],
  rated: [],
}
