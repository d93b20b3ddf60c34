/** @file Reports for the console. Counting runs on the thread of long reads. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { reportContract } from '../../shared/contract/reports.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Clock } from '../../shared/clock.ts'
import { currentAgent } from '../agents/repo.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database, Reads } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { agentNames, buildReport } from './build.ts'
import { cellTickets } from './cells.ts'
import { deliveredList, deliveredReport, keepDelivered, keptOf, reportChanges } from './delivered.ts'
import { ticketLines } from './lines.ts'
import { measure } from './measured.ts'

type Methods = keyof typeof reportContract

export function reportService({
  database,
  clock,
}: {
  database: Database
  clock: Clock
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const { long, read } = database
  return {
    'report.get': async (asked) => (await buildReport(long, asked, clock.now())).report,
    'report.tags': async ({ brandIds }) => {
      if (brandIds.length === 0) return []
      const rows = await long
        .selectFrom('ticket_tags')
        .innerJoin('tickets', 'tickets.id', 'ticket_tags.ticket_id')
        .select('ticket_tags.tag')
        .distinct()
        .where('tickets.brand_id', 'in', brandIds)
        .orderBy('ticket_tags.tag')
        .execute()
      return rows.map(({ tag }) => tag)
    },
    'report.tickets': ({ cell, ...asked }) => cellTickets(long, asked, cell),
    'report.lines': async (asked) => ticketLines(await measure(long, asked), await agentNames(read)),
    'report.deliver': async ({ words, ...asked }) => {
      const built = await buildReport(long, asked, clock.now())
      if (built.report.isOpen) throw new Failure('report.early', {})
      await mustBeOfOneClient(read, asked.scope.brandIds)
      const kept = await keptOf(built, await agentNames(read))
      const reportId = await database.write(async (tx) => {
        const agent = await currentAgent(tx.db)
        const id = await keepDelivered(tx, built, { agentId: agent?.id ?? null, words, kept })
        recordNow(tx, agent?.id ?? 'core', {
          event: 'report.delivered',
          actionId: newId(tx.at),
          after: { report_id: id, from: asked.period.from, until: asked.period.until },
          undoable: false,
        })
        tx.touch.session()
        return id
      })
      return { reportId }
    },
    'report.delivered': ({ onlyBrandId }) => deliveredList(read, onlyBrandId),
    'report.show': ({ reportId, onlyBrandId }) => deliveredReport(read, reportId, onlyBrandId),
    'report.changes': ({ reportId, onlyBrandId }) => reportChanges(long, reportId, onlyBrandId, clock.now()),
  }
}

/** @throws Failure `report.clients` */
async function mustBeOfOneClient(read: Reads, brandIds: readonly string[]): Promise<void> {
  const clients = await read
    .selectFrom('brands')
    .select('client_id')
    .distinct()
    .where('id', 'in', brandIds)
    .execute()
  if (clients.length > 1) throw new Failure('report.clients', {})
}
