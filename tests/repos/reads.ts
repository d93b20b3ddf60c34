/** @file Every question that core's repos ask of a store, by name: one line each. */
import { currentAgent, wasAgentAsked } from '../../src/core/agents/repo.ts'
import { accountsOf } from '../../src/core/brands/accounts.ts'
import { listApps } from '../../src/core/brands/apps.ts'
import { needsReplyCounts } from '../../src/core/brands/counts.ts'
import { listBrands } from '../../src/core/brands/list.ts'
import { columnPage } from '../../src/core/columns/columns.ts'
import type { Database, Reads } from '../../src/core/db/database.ts'
import { jobById, liveJobs } from '../../src/core/outbox/repo.ts'
import { staleAmong, strangers } from '../../src/core/people/repo.ts'
import { routesOf } from '../../src/core/replies/routes.ts'
import { loadSources } from '../../src/core/sync/sources.ts'
import { dueWanted } from '../../src/core/sync/wanted.ts'
import {
  countOfCustomer,
  draftsOf,
  isOnItsWay,
  ticketCard,
  ticketState,
} from '../../src/core/tickets/repo.ts'
import { timelineOf } from '../../src/core/tickets/timeline.ts'
import { titleOf } from '../../src/core/tickets/title.ts'
import { TicketColumnKind, type ColumnPage } from '../../src/shared/domain/deck.ts'
import { testStart } from '../database.ts'
import type { RepoWorld } from './world.ts'

const web = 'http://127.0.0.1:1'

/** Three short pages of a column, read on from one to the next. */
async function pages(read: Reads, column: string): Promise<ColumnPage[]> {
  const found: ColumnPage[] = []
  for (let after: string | null = null; found.length < 3;) {
    const page = await columnPage(read, column, after, 7, testStart)
    found.push(page)
    after = page.next
    if (after === null) break
  }
  return found
}

/** What each asks; the answer may hold anything that a repo gives back. */
export const reads: Record<string, (read: Reads, world: RepoWorld) => Promise<unknown>> = {
  ...Object.fromEntries(
    TicketColumnKind.options.flatMap((kind) => [
      [`column ${kind}`, (read: Reads) => pages(read, `${kind}:all`)],
      [
        `column ${kind} of a brand`,
        (read: Reads, { air }: RepoWorld) => pages(read, `${kind}:${air.brandId}`),
      ],
    ]),
  ),
  'agent who sits here': async (read) => [await currentAgent(read), await wasAgentAsked(read)],
  apps: (read) => listApps(read),
  'account of a handle': (read, { air }) => accountsOf({ read } as Database).handle(air.id),
  brands: async (read) => listBrands(read, await needsReplyCounts(read, testStart), () => null),
  card: (read, { busyTicket }) => ticketCard(read, busyTicket),
  'card of a direct message': (read, { dmTicket }) => ticketCard(read, dmTicket),
  'count of a customer': (read, { air, customerId }) => countOfCustomer(read, air.brandId, customerId),
  drafts: (read, { busyTicket }) => draftsOf(read, busyTicket),
  'draft on its way': (read, { busyTicket }) =>
    isOnItsWay(read, { ticketId: busyTicket, channel: 'public', text: 'We look into it', revision: 1 }),
  job: (read, { jobId }) => jobById(read, jobId),
  'live jobs': liveJobs,
  people: async (read, { customerId }) => [
    await staleAmong(read, [customerId, '1'], testStart),
    (await strangers(read)).sort(),
  ],
  routes: (read, { busyTicket }) => routesOf(read, busyTicket, web),
  'routes of a direct message': (read, { dmTicket }) => routesOf(read, dmTicket, web),
  sources: loadSources,
  timeline: async (read, { busyTicket }) => timelineOf(read, await ticketState(read, busyTicket), web),
  'timeline of a direct message': async (read, { dmTicket }) =>
    timelineOf(read, await ticketState(read, dmTicket), web),
  title: async (read, { busyTicket }) => titleOf(read, await ticketState(read, busyTicket)),
  'wanted posts': (read, { air }) => dueWanted(read, air.id, testStart + 60_000),
}
