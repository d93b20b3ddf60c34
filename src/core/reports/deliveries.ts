/**
 * @file Delivers reports by themselves: the month that is over is counted and frozen, main writes its files into the
 * client's folder, and only then the next month is waited for. What was frozen is written until it is there: a report of
 * a month is made once, and its files are known by its id, so that nothing is twice after a crash in between.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import { ReportAsked } from '../../shared/domain/report.ts'
import type { WriteReport } from '../../shared/host-protocol.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { callerOf } from '../db/long-reads.ts'
import { newId } from '../db/uuid.ts'
import { lane, type Lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { deliveredOf, keepDelivered } from './delivered.ts'
import { dueAt, monthAfter, nextTryAt, overAt, periodOfMonth } from './schedule-rules.ts'
import { runOf, schedulesOf, type ScheduleRow } from './schedule-rows.ts'
import type { reportWorks } from './works.ts'

/** What nobody foresaw is tried again after so long, ms. */
const afterErrorMs = 10 * 60_000

type Parts = {
  database: Database
  clock: Clock
  log: Log
  /** Writes the files of a frozen report. @throws Failure `folder.*`, `disk.*`, `report.taken`, `print.failed`: none is there */
  writeReport(job: WriteReport): Promise<void>
}

export type Deliveries = Pick<Lane, 'wake' | 'idle' | 'stop'> & {
  /** Delivers the next month of a client though its day has not come. @throws Failure `report.unscheduled`, `report.early` */
  now(clientId: string): Promise<void>
}

export function deliveries({ database, clock, log, writeReport }: Parts): Deliveries {
  const count = callerOf<typeof reportWorks>(database.work)
  /** Clients whose next month somebody asked for. */
  const asked = new Set<string>()
  let end: () => void = () => {}
  /** A window that prints must not hold up the end: what it was about is looked for at the next start. */
  const ended = new Promise<'ended'>((resolve) => {
    end = () => resolve('ended')
  })

  const engine = lane(pass, { clock, log, failed: 'reports.not-delivered' })

  async function pass(): Promise<number> {
    let nextAt = Infinity
    for (const schedule of await schedulesOf(database.read)) {
      try {
        nextAt = Math.min(nextAt, await deliverDue(schedule))
      } catch (error) {
        // One client's trouble holds up no other's.
        log.error('reports.not-delivered', error)
        nextAt = Math.min(nextAt, clock.now() + afterErrorMs)
      }
    }
    return nextAt
  }

  /** Delivers what is due of one client. @returns when the next of it is, epoch ms */
  async function deliverDue(schedule: ScheduleRow): Promise<number> {
    for (let next: ScheduleRow | null = schedule; next !== null && !engine.isStopped();) {
      const at = await fromWhen(next)
      if (at > clock.now()) return at
      asked.delete(next.client.id)
      next = await deliver(next)
    }
    return Infinity
  }

  async function fromWhen({ client, month, day }: ScheduleRow): Promise<number> {
    const at = asked.has(client.id) ? overAt(month, client.zones) : dueAt(month, day, client.zones)
    const run = await runOf(database.read, client.id, month)
    if (!run) return at
    if (run.failed_at === null || asked.has(client.id)) return clock.now()
    return nextTryAt(run.failed_at, run.tries)
  }

  /** @returns the schedule with its month after, or with the same one where that is to be tried later; null: not any more */
  async function deliver(schedule: ScheduleRow): Promise<ScheduleRow | null> {
    const { client, month, folder } = schedule
    const run = (await runOf(database.read, client.id, month)) ?? (await freeze(schedule))
    if (run === null) return null
    const job = { reportId: run.report_id, folder, name: `${client.name} ${month}` }
    try {
      if ((await Promise.race([writeReport(job), ended])) === 'ended') return null
    } catch (error) {
      // Its end says nothing about the folder.
      if (engine.isStopped()) return null
      const failure = error instanceof Failure ? error : new Failure('internal', { id: 'delivery' })
      if (!(error instanceof Failure)) log.error('reports.not-written', error)
      await database.write((tx) => failed(tx, schedule, failure))
      return schedule
    }
    await database.write((tx) => written(tx, schedule, run.report_id))
    return { ...schedule, month: monthAfter(month) }
  }

  /**
   * Counts a month and freezes it, once; one that somebody delivered by hand meanwhile is taken as it is.
   * @returns null where it is not to be delivered any more
   */
  async function freeze({ client, month, words }: ScheduleRow) {
    const asks = ReportAsked.parse({
      scope: { brandIds: client.brandIds },
      period: periodOfMonth(month),
    })
    const byHand = await deliveredOf(database.read, asks)
    const made = byHand === null ? await count('report.freeze', { asked: asks, at: clock.now() }) : null
    return database.write(async (tx) => {
      const known = await runOf(tx.db, client.id, month)
      const isWanted = await tx.db
        .selectFrom('report_schedules')
        .select('day')
        .where('client_id', '=', client.id)
        .where('next_month', '=', month)
        .where('is_on', '=', 1)
        .executeTakeFirst()
      if (known || !isWanted) return known
      const reportId =
        made !== null
          ? await keepDelivered(tx, made, { agentId: null, words, scheduled: true })
          : await deliveredOf(tx.db, asks)
      // The one that was delivered by hand is gone since: the next pass counts.
      if (reportId === null) return null
      await tx.db
        .insertInto('report_runs')
        .values({ client_id: client.id, month, report_id: reportId })
        .execute()
      if (made)
        tell(tx, 'report.delivered', {
          report_id: reportId,
          client_id: client.id,
          ...asks.period,
          scheduled: 1,
        })
      tx.touch.session()
      return runOf(tx.db, client.id, month)
    })
  }

  return {
    ...engine,
    async now(clientId) {
      const schedule = (await schedulesOf(database.read)).find(({ client }) => client.id === clientId)
      if (!schedule) throw new Failure('report.unscheduled', {})
      if (overAt(schedule.month, schedule.client.zones) > clock.now()) throw new Failure('report.early', {})
      asked.add(clientId)
      engine.wake()
    },
    stop() {
      end()
      return engine.stop()
    },
  }
}

const tell = (tx: Tx, event: string, after: Readonly<Record<string, string | number>>): void => {
  recordNow(tx, 'core', { event, actionId: newId(tx.at), after, undoable: false })
}

async function written(tx: Tx, { client, month }: ScheduleRow, reportId: string): Promise<void> {
  await tx.db
    .updateTable('report_runs')
    .set({ written_at: tx.at, failure: null, failed_at: null })
    .where('client_id', '=', client.id)
    .where('month', '=', month)
    .execute()
  await tx.db
    .updateTable('report_schedules')
    .set({ next_month: monthAfter(month) })
    .where('client_id', '=', client.id)
    .where('next_month', '=', month)
    .execute()
  tell(tx, 'report.written', { report_id: reportId, client_id: client.id, month })
  tx.touch.session()
}

/** Somebody is told once of a month that could not be written; what is tried again is seen with the schedule. */
async function failed(tx: Tx, { client, month }: ScheduleRow, failure: Failure): Promise<void> {
  const before = await runOf(tx.db, client.id, month)
  await tx.db
    .updateTable('report_runs')
    .set({ failure: JSON.stringify(toWire(failure)), failed_at: tx.at, tries: (before?.tries ?? 0) + 1 })
    .where('client_id', '=', client.id)
    .where('month', '=', month)
    .execute()
  const [brandId] = client.brandIds
  if (before?.tries === 0 && brandId !== undefined)
    raiseAlert(tx, { brandId, ticketId: null, reason: 'report', words: `${client.name}, ${month}` })
  tx.touch.session()
}
