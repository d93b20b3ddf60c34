/** @file The rows of what is delivered by itself: one schedule of a client, and one run for each of its months. */
import type { ScheduleView } from '../../shared/domain/report-delivery.ts'
import { WireFailure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import { fromJson, isSet } from '../db/values.ts'
import { policiesOf } from '../deadlines/policy.ts'
import { must } from '../../shared/must.ts'
import { dueAt, nextTryAt } from './schedule-rules.ts'

/** A client that has brands, with the zones that its months are counted in. */
export type ClientOfBrands = { id: string; name: string; brandIds: string[]; zones: string[] }

/** In the order of their brands; removed ones are none. */
export async function clientsOf(db: Reads): Promise<ClientOfBrands[]> {
  const policies = await policiesOf(db)
  const rows = await db
    .selectFrom('brands')
    .innerJoin('clients', 'clients.id', 'brands.client_id')
    .select(['clients.id', 'clients.name', 'brands.id as brandId'])
    .where('brands.removed_at', 'is', null)
    .orderBy('brands.position')
    .orderBy('brands.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((brands) => {
    const { id, name } = must(brands[0] ?? null, 'a group has one')
    return {
      id,
      name,
      brandIds: brands.map(({ brandId }) => brandId),
      zones: brands.map(({ brandId }) => must(policies.get(brandId) ?? null, 'a policy').zone),
    }
  })
}

export type ScheduleRow = {
  client: ClientOfBrands
  day: number
  folder: string
  words: string
  month: string
}

const scheduleColumns = ['client_id', 'day', 'folder', 'words', 'next_month'] as const

/** Those that are on, of clients that have brands. */
export async function schedulesOf(db: Reads): Promise<ScheduleRow[]> {
  const rows = await db
    .selectFrom('report_schedules')
    .select(scheduleColumns)
    .where('is_on', '=', 1)
    .execute()
  if (rows.length === 0) return []
  const byClient = new Map(rows.map((row) => [row.client_id, row]))
  return (await clientsOf(db)).flatMap((client) => {
    const row = byClient.get(client.id)
    return row ? [{ client, day: row.day, folder: row.folder, words: row.words, month: row.next_month }] : []
  })
}

/** As it stands now; null: nothing is delivered to this client by itself any more. */
export const scheduleOf = async (db: Reads, clientId: string): Promise<ScheduleRow | null> =>
  (await schedulesOf(db)).find(({ client }) => client.id === clientId) ?? null

/** A month of a client; null: it was not begun. */
export async function runOf(db: Reads, clientId: string, month: string) {
  const row = await db
    .selectFrom('report_runs')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('month', '=', month)
    .executeTakeFirst()
  return row ?? null
}

/** What each client is delivered by itself, with those that are delivered nothing. */
export async function scheduleViews(db: Reads, onlyBrandId: string | null): Promise<ScheduleView[]> {
  const schedules = await db.selectFrom('report_schedules').selectAll().execute()
  const runs = await db.selectFrom('report_runs').selectAll().orderBy('month', 'desc').execute()
  return (await clientsOf(db))
    .filter(({ brandIds }) => onlyBrandId === null || brandIds.every((id) => id === onlyBrandId))
    .map(({ id, name, brandIds, zones }) => {
      const row = schedules.find(({ client_id }) => client_id === id)
      const isOn = row !== undefined && isSet(row.is_on)
      const own = runs.filter(({ client_id }) => client_id === id)
      const last = own.find(({ written_at }) => written_at !== null)
      const waits = isOn ? own.find(({ month }) => month === row.next_month) : undefined
      const failure = fromJson(WireFailure, waits?.failure ?? null)
      return {
        clientId: id,
        clientName: name,
        brandIds,
        schedule: isOn
          ? {
              day: row.day,
              folder: row.folder,
              words: row.words,
              month: row.next_month,
              dueAt: dueAt(row.next_month, row.day, zones),
            }
          : null,
        last: last && last.written_at !== null ? { month: last.month, at: last.written_at } : null,
        trouble:
          waits && failure && waits.failed_at !== null
            ? {
                month: waits.month,
                failure,
                at: waits.failed_at,
                nextTryAt: nextTryAt(waits.failed_at, waits.tries),
              }
            : null,
      }
    })
}
