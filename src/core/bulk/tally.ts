/** @file Counts tickets by brand and status, for the question before an action over many of them. */
import { sql } from 'kysely'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Tally } from '../../shared/domain/bulk.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'

/** SQLite and PostgreSQL both take so many values in one statement. */
const atOnce = 1_000

async function tallyOf(db: Reads, ticketIds: readonly string[]): Promise<Tally> {
  const brands = new Map<string, number>()
  const statuses = new Map<Tally['statuses'][number]['status'], number>()
  let total = 0
  const ids = [...new Set(ticketIds)]
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await db
      .selectFrom('tickets')
      .select(['brand_id as brandId', 'status', sql<number>`count(*)`.as('count')])
      .where('id', 'in', ids.slice(from, from + atOnce))
      .groupBy(['brand_id', 'status'])
      .execute()
    for (const { brandId, status, count } of rows) {
      total += count
      brands.set(brandId, (brands.get(brandId) ?? 0) + count)
      statuses.set(status, (statuses.get(status) ?? 0) + count)
    }
  }
  return {
    total,
    brands: [...brands].map(([brandId, count]) => ({ brandId, count })),
    statuses: [...statuses].map(([status, count]) => ({ status, count })),
  }
}

export function bulkService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'ticket.tally'> {
  return { 'ticket.tally': ({ ticketIds }) => tallyOf(database.read, ticketIds) }
}
