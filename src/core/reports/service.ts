/** @file Reports for the console. Counting is done in the thread of long work. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { reportContract } from '../../shared/contract/reports.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Clock } from '../../shared/clock.ts'
import { currentAgent } from '../agents/repo.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database, Reads } from '../db/database.ts'
import { callerOf } from '../db/long-reads.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { deliveredList, deliveredReport, keepDelivered } from './delivered.ts'
import { newestForgetting } from './forget.ts'
import type { reportWorks } from './works.ts'

type Methods = keyof typeof reportContract

export function reportService({
  database,
  clock,
}: {
  database: Database
  clock: Clock
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const { long, read } = database
  const count = callerOf<typeof reportWorks>(database.work)
  return {
    'report.get': (asked) => count('report.build', { asked, at: clock.now() }),
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
    'report.tickets': ({ cell, ...asked }) => count('report.tickets', { asked, cell }),
    'report.lines': (asked) => count('report.lines', asked),
    'report.deliver': async function deliver({ words, ...asked }): Promise<{ reportId: string }> {
      const mark = await newestForgetting(read)
      const frozen = await count('report.freeze', { asked, at: clock.now() })
      if (frozen.report.isOpen) throw new Failure('report.early', {})
      await mustBeOfOneClient(read, asked.scope.brandIds)
      const reportId = await database.write(async (tx) => {
        // Somebody was forgotten while it was counted, and may stand in it.
        if ((await newestForgetting(tx.db)) !== mark) return null
        const agent = await currentAgent(tx.db)
        const id = await keepDelivered(tx, frozen, { agentId: agent?.id ?? null, words })
        recordNow(tx, agent?.id ?? 'core', {
          event: 'report.delivered',
          actionId: newId(tx.at),
          after: { report_id: id, from: asked.period.from, until: asked.period.until },
          undoable: false,
        })
        tx.touch.session()
        return id
      })
      return reportId === null ? deliver({ words, ...asked }) : { reportId }
    },
    'report.delivered': ({ onlyBrandId }) => deliveredList(read, onlyBrandId),
    'report.show': ({ reportId, onlyBrandId }) => deliveredReport(read, reportId, onlyBrandId),
    'report.changes': (which) => count('report.changes', { ...which, at: clock.now() }),
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
