/** @file Alerts for the console: what they are about, and that somebody looked. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { AlertReason, Spike, type AlertView } from '../../shared/domain/alert.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketsOfSpike } from '../spikes/tickets.ts'

const shownAtMost = 200

export async function alertsOf(read: Reads): Promise<AlertView[]> {
  const rows = await read
    .selectFrom('alerts')
    .innerJoin('brands', 'brands.id', 'alerts.brand_id')
    .leftJoin('tickets', 'tickets.id', 'alerts.ticket_id')
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .selectAll('alerts')
    .select(['tickets.number', 'people.name as customer'])
    .where('brands.removed_at', 'is', null)
    .orderBy('alerts.at', 'desc')
    .orderBy('alerts.id', 'desc')
    .limit(shownAtMost)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    brandId: row.brand_id,
    ticket:
      row.ticket_id === null || row.number === null
        ? null
        : { id: row.ticket_id, number: row.number, customer: row.customer ?? '' },
    reason: AlertReason.parse(row.reason),
    words: row.words,
    count: row.count,
    spike: fromJson(Spike, row.spike),
    seenAt: row.seen_at,
  }))
}

export function alertService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, 'alert.list' | 'alert.seen' | 'alert.tickets'> {
  return {
    'alert.list': () => alertsOf(database.read),
    'alert.tickets': async ({ alertId }) => ({
      ticketIds: await ticketsOfSpike(database.read, alertId, clock.now()),
    }),
    'alert.seen': async ({ until }) => {
      await database.write((tx) => {
        const seen = tx
          .raw<{ brandId: string }>(
            'UPDATE alerts SET seen_at = ? WHERE seen_at IS NULL AND at <= ? RETURNING brand_id AS "brandId"',
          )
          .all(tx.at, until)
        for (const { brandId } of seen) tx.touch.brand(brandId)
      })
      return {}
    },
  }
}
