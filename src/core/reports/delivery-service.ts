/** @file How reports look for a client, their schedule, and exports with content, for the console. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { reportDeliveryContract } from '../../shared/contract/report-delivery.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { callerOf } from '../db/long-reads.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { contentLeft, countContent } from './content.ts'
import { deliveredLines } from './delivered.ts'
import type { Deliveries } from './deliveries.ts'
import { lookOf, setLook } from './look.ts'
import { firstMonth } from './schedule-rules.ts'
import { clientsOf, scheduleViews, type ClientOfBrands } from './schedule-rows.ts'
import type { reportWorks } from './works.ts'

type Methods = keyof typeof reportDeliveryContract
type Parts = {
  database: Database
  clock: Clock
  /** X's day begins when its clock says so. */
  xNow: () => number
  deliveries: Pick<Deliveries, 'now' | 'wake'>
  /** The folder that a person chose in a dialog of main's; null: nobody remembers. */
  chosenFolder: (folderId: string) => string | null
}

export function reportDeliveryService({
  database,
  clock,
  xNow,
  deliveries,
  chosenFolder,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  const { long, read } = database
  const count = callerOf<typeof reportWorks>(database.work)
  return {
    'client.look': ({ brandIds }) => lookOf(read, brandIds),
    'client.set-look': async (input) => {
      await database.write((tx) => setLook(tx, input))
      return {}
    },
    'report.schedules': ({ onlyBrandId }) => scheduleViews(read, onlyBrandId),
    'report.schedule': async ({ clientId, day, folderId, words }) => {
      const client = (await clientsOf(read)).find(({ id }) => id === clientId)
      if (!client) throw new Failure('client.missing', {})
      const chosen = folderId === null ? null : chosenFolder(folderId)
      if (folderId !== null && chosen === null) throw new Failure('folder.unknown', {})
      await database.write((tx) => keepSchedule(tx, client, { day, words, folder: chosen }))
      deliveries.wake()
      return {}
    },
    'report.unschedule': async ({ clientId }) => {
      await database.write(async (tx) => {
        const { numUpdatedRows } = await tx.db
          .updateTable('report_schedules')
          .set({ is_on: 0 })
          .where('client_id', '=', clientId)
          .where('is_on', '=', 1)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return
        await record(tx, {
          event: 'report.unscheduled',
          actionId: newId(tx.at),
          after: { client_id: clientId },
          undoable: false,
        })
        tx.touch.session()
      })
      deliveries.wake()
      return {}
    },
    'report.deliver-now': async ({ clientId }) => {
      await deliveries.now(clientId)
      return {}
    },
    'report.delivered-lines': ({ reportId, onlyBrandId }) => deliveredLines(long, reportId, onlyBrandId),
    'report.content-left': async (asked) => {
      return contentLeft(read, await count('report.content-needs', asked), xNow())
    },
    'report.content': async (asked) => {
      const { lines, content, objects } = await count('report.content', asked)
      await database.write((tx) => countContent(tx, { needs: objects, tickets: content.length, at: xNow() }))
      return { lines, content, counted: objects }
    },
  }

  /** @throws Failure `folder.unknown` where there was none before */
  async function keepSchedule(
    tx: Tx,
    { id, zones }: ClientOfBrands,
    { day, words, folder }: { day: number; words: string; folder: string | null },
  ): Promise<void> {
    const before = await tx.db
      .selectFrom('report_schedules')
      .selectAll()
      .where('client_id', '=', id)
      .executeTakeFirst()
    const into = folder ?? before?.folder
    if (into === undefined) throw new Failure('folder.unknown', {})
    const goesOn = before?.is_on === 1
    const first = firstMonth(day, zones, clock.now())
    // What was delivered before a pause is not delivered again; what fell into the pause is left out.
    const nextMonth = goesOn || (before && before.next_month > first) ? before.next_month : first
    const values = { day, words, folder: into, is_on: 1, next_month: nextMonth }
    await tx.db
      .insertInto('report_schedules')
      .values({ client_id: id, ...values })
      .onConflict((conflict) => conflict.column('client_id').doUpdateSet(values))
      .execute()
    // Another folder, or the old one mended: it is tried at once.
    await tx.db
      .updateTable('report_runs')
      .set({ failed_at: null, failure: null, tries: 0 })
      .where('client_id', '=', id)
      .where('written_at', 'is', null)
      .execute()
    await record(tx, {
      event: 'report.scheduled',
      actionId: newId(tx.at),
      before: goesOn ? { client_id: id, day: before.day } : null,
      after: { client_id: id, day, month: nextMonth, folder: folder === null ? 'kept' : 'chosen' },
      undoable: false,
    })
    tx.touch.session()
  }
}
