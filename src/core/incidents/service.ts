/** @file What agents do with incidents: open one, gather its tickets, keep what is known of it, end it. Telling: tell.ts. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { IncidentWords } from '../../shared/domain/incident-words.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import type { IncidentsTable } from '../db/tables/tickets.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeTickets } from '../tickets/change.ts'
import { incidentDetail, incidentRow, incidentView } from './repo.ts'
import { touchIncident } from './touch.ts'

type Methods =
  | 'incident.list'
  | 'incident.get'
  | 'incident.open'
  | 'incident.set'
  | 'incident.gather'
  | 'incident.release'
  | 'incident.end'
  | 'incident.resume'

/** Those that are over are shown this many at most. */
const overAtMost = 30

const columnsOf = ({ title, terms, statusText }: IncidentWords) => ({
  title,
  terms: JSON.stringify(terms),
  status_text: statusText,
})

/** @throws Failure `incident.other-brand`; `ticket.missing` */
async function mustBeOfBrand(tx: Tx, ticketIds: readonly string[], brandId: string): Promise<void> {
  for (const ticketId of ticketIds) {
    const ticket = await tx.db
      .selectFrom('tickets')
      .select('brand_id')
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw new Failure('ticket.missing', { ticketId })
    if (ticket.brand_id !== brandId) throw new Failure('incident.other-brand', {})
  }
}

async function gather(
  tx: Tx,
  { id, brand_id }: IncidentsTable,
  ticketIds: readonly string[],
  actionId = newId(tx.at),
): Promise<string[]> {
  await mustBeOfBrand(tx, ticketIds, brand_id)
  const changed = await changeTickets(tx, {
    event: 'ticket.gathered',
    ticketIds,
    actionId,
    columnsFor: ({ own }) =>
      own.incident_id === id || own.merged_into_id !== null ? null : { incident_id: id },
  })
  for (const ticketId of changed)
    tx.raw('DELETE FROM incident_refusals WHERE incident_id = ? AND ticket_id = ?').run(id, ticketId)
  tx.touch.brand(brand_id)
  return changed
}

async function release(tx: Tx, { id, brand_id }: IncidentsTable, ticketIds: readonly string[]) {
  await mustBeOfBrand(tx, ticketIds, brand_id)
  const actionId = newId(tx.at)
  const changed = await changeTickets(tx, {
    event: 'ticket.released',
    ticketIds,
    actionId,
    columnsFor: ({ own }) => (own.incident_id === id ? { incident_id: null } : null),
  })
  for (const ticketId of ticketIds) {
    const { changes } = tx
      .raw('INSERT OR IGNORE INTO incident_refusals (incident_id, ticket_id) VALUES (?, ?)')
      .run(id, ticketId)
    if (changes === 0) continue
    await record(tx, {
      event: 'incident.declined',
      actionId,
      ticketId,
      brandId: brand_id,
      after: { incident_id: id },
      undoable: true,
    })
  }
  tx.touch.brand(brand_id)
  return changed
}

/** Sets when it was over, in one line of history. */
async function endAt(tx: Tx, incidentId: string, overAt: number | null, event: string) {
  const row = await incidentRow(tx.db, incidentId)
  if ((row.over_at === null) === (overAt === null)) return incidentView(tx.db, row)
  await tx.db.updateTable('incidents').set({ over_at: overAt }).where('id', '=', row.id).execute()
  await record(tx, {
    event,
    actionId: newId(tx.at),
    brandId: row.brand_id,
    before: { id: row.id, over_at: row.over_at },
    after: { id: row.id, over_at: overAt },
    undoable: true,
  })
  await touchIncident(tx, row)
  return incidentView(tx.db, { ...row, over_at: overAt })
}

export function incidentService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'incident.list': async () => {
      const { read } = database
      const rows = await read
        .selectFrom('incidents')
        .innerJoin('brands', 'brands.id', 'incidents.brand_id')
        .selectAll('incidents')
        .where('brands.removed_at', 'is', null)
        .orderBy('incidents.id', 'desc')
        .execute()
      const over = rows.filter(({ over_at: at }) => at !== null).slice(0, overAtMost)
      const shown = [...rows.filter(({ over_at: at }) => at === null), ...over]
      return Promise.all(shown.map((row) => incidentView(read, row)))
    },

    'incident.get': ({ incidentId }) => incidentDetail(database.read, incidentId),

    'incident.open': ({ brandId, ticketIds, ...words }) =>
      database.write(async (tx) => {
        const brand = await tx.db
          .selectFrom('brands')
          .select('id')
          .where('id', '=', brandId)
          .where('removed_at', 'is', null)
          .executeTakeFirst()
        if (!brand) throw new Failure('brand.missing', { brandId })
        const actionId = newId(tx.at)
        const row = await tx.db
          .insertInto('incidents')
          .values({ id: newId(tx.at), brand_id: brandId, ...columnsOf(words), opened_at: tx.at })
          .returningAll()
          .executeTakeFirstOrThrow()
        await record(tx, {
          event: 'incident.opened',
          actionId,
          brandId,
          after: { id: row.id },
          undoable: true,
        })
        await gather(tx, row, ticketIds, actionId)
        return incidentView(tx.db, row)
      }),

    'incident.set': ({ incidentId, words }) =>
      database.write(async (tx) => {
        const row = await incidentRow(tx.db, incidentId)
        const { title, terms, status_text: statusText } = row
        const before = { title, terms, status_text: statusText }
        const after = columnsOf(words)
        if (JSON.stringify(before) === JSON.stringify(after)) return incidentView(tx.db, row)
        await tx.db.updateTable('incidents').set(after).where('id', '=', row.id).execute()
        await record(tx, {
          event: 'incident.changed',
          actionId: newId(tx.at),
          brandId: row.brand_id,
          before: { id: row.id, ...before },
          after: { id: row.id, ...after },
          undoable: true,
        })
        await touchIncident(tx, row)
        return incidentView(tx.db, { ...row, ...after })
      }),

    'incident.gather': ({ incidentId, ticketIds }) =>
      database.write(async (tx) => ({
        event: 'ticket.gathered',
        ticketIds: await gather(tx, await incidentRow(tx.db, incidentId), ticketIds),
      })),

    'incident.release': ({ incidentId, ticketIds }) =>
      database.write(async (tx) => ({
        event: 'ticket.released',
        ticketIds: await release(tx, await incidentRow(tx.db, incidentId), ticketIds),
      })),

    'incident.end': ({ incidentId }) =>
      database.write((tx) => endAt(tx, incidentId, tx.at, 'incident.ended')),
    'incident.resume': ({ incidentId }) =>
      database.write((tx) => endAt(tx, incidentId, null, 'incident.resumed')),
  }
}
