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
import { newestForgetting } from './forget.ts'
import { runOf, scheduleOf, schedulesOf, type ScheduleRow } from './schedule-rows.ts'
import type { reportWorks } from './works.ts'

/** What nobody foresaw is tried again after so long, ms. */
const afterErrorMs = 10 * 60_000
/** So much of a client's name is in the names of files. */
const nameAtMost = 50

type Run = NonNullable<Awaited<ReturnType<typeof runOf>>>

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

  /** Months that could not be counted, of which somebody was told. */
  const toldOf = new Set<string>()

  const engine = lane(pass, { clock, log, failed: 'reports.not-delivered' })

  async function pass(): Promise<number> {
    let nextAt = Infinity
    const clients = (await schedulesOf(database.read)).map(({ client }) => client.id)
    for (const clientId of asked) if (!clients.includes(clientId)) asked.delete(clientId)
    for (const clientId of clients) {
      try {
        nextAt = Math.min(nextAt, await deliverDue(clientId))
      } catch (error) {
        // One client's trouble holds up no other's.
        log.error('reports.not-delivered', error)
        await tellOf(clientId)
        nextAt = Math.min(nextAt, clock.now() + afterErrorMs)
      }
    }
    return nextAt
  }

  /** Delivers what is due of one client. @returns when the next of it is, epoch ms */
  async function deliverDue(clientId: string): Promise<number> {
    while (!engine.isStopped()) {
      const schedule = await scheduleOf(database.read, clientId)
      if (schedule === null) return Infinity
      const at = await fromWhen(schedule)
      if (at > clock.now()) return at
      await deliver(schedule)
      asked.delete(clientId)
    }
    return Infinity
  }

  /** Tells once of a month for which there is nothing yet that could be tried again. */
  async function tellOf(clientId: string): Promise<void> {
    const schedule = await scheduleOf(database.read, clientId)
    if (schedule === null || toldOf.has(`${clientId} ${schedule.month}`)) return
    toldOf.add(`${clientId} ${schedule.month}`)
    await database.write((tx) => raise(tx, schedule))
  }

  async function fromWhen({ client, month, day }: ScheduleRow): Promise<number> {
    const at = asked.has(client.id) ? overAt(month, client.zones) : dueAt(month, day, client.zones)
    const run = await runOf(database.read, client.id, month)
    if (!run) return at
    if (run.failed_at === null || asked.has(client.id)) return clock.now()
    return nextTryAt(run.failed_at, run.tries)
  }

  /** Delivers the month that is due, or writes down why not. */
  async function deliver({ client, month }: ScheduleRow): Promise<void> {
    const run = (await runOf(database.read, client.id, month)) ?? (await freeze({ client, month }))
    // Counting takes its time: somebody may have thought better of the folder, or of all of it.
    const schedule = await scheduleOf(database.read, client.id)
    if (run === null || schedule?.month !== month) return
    const job = { reportId: run.report_id, folder: schedule.folder, name: fileName(schedule) }
    try {
      if ((await Promise.race([writeReport(job), ended])) === 'ended') return
    } catch (error) {
      // Its end says nothing about the folder.
      if (engine.isStopped()) return
      const failure = error instanceof Failure ? error : new Failure('internal', { id: 'delivery' })
      if (!(error instanceof Failure)) log.error('reports.not-written', error)
      return database.write((tx) => failed(tx, schedule, failure))
    }
    await database.write((tx) => written(tx, schedule, run.report_id))
  }

  /**
   * Counts a month and freezes it, once; one that somebody delivered by hand meanwhile is taken as it is.
   * @returns null where it is not to be delivered any more
   */
  async function freeze({ client, month }: Pick<ScheduleRow, 'client' | 'month'>): Promise<Run | null> {
    const asks = ReportAsked.parse({
      scope: { brandIds: client.brandIds },
      period: periodOfMonth(month),
    })
    const byHand = await deliveredOf(database.read, asks)
    const mark = await newestForgetting(database.read)
    const made =
      byHand === null
        ? await Promise.race([count('report.freeze', { asked: asks, at: clock.now() }), ended])
        : null
    if (made === 'ended') return null
    const run = await database.write(async (tx) => {
      const known = await runOf(tx.db, client.id, month)
      const isWanted = await tx.db
        .selectFrom('report_schedules')
        .select('words')
        .where('client_id', '=', client.id)
        .where('next_month', '=', month)
        .where('is_on', '=', 1)
        .executeTakeFirst()
      if (known || !isWanted) return known
      if (made !== null && (await newestForgetting(tx.db)) !== mark) return 'again'
      const reportId =
        made !== null
          ? await keepDelivered(tx, made, { agentId: null, words: isWanted.words, scheduled: true })
          : await deliveredOf(tx.db, asks)
      // The one that was delivered by hand is gone since.
      if (reportId === null) return 'again'
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
    return run === 'again' ? freeze({ client, month }) : run
  }

  return {
    ...engine,
    async now(clientId) {
      const schedule = await scheduleOf(database.read, clientId)
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

/** What its files are called: names may be long, and the month is what tells one from another. */
const fileName = ({ client, month }: ScheduleRow): string =>
  `${[...client.name].slice(0, nameAtMost).join('').trim()} ${month}`

const raise = (tx: Tx, { client, month }: ScheduleRow): void => {
  const [brandId] = client.brandIds
  if (brandId !== undefined)
    raiseAlert(tx, { brandId, ticketId: null, reason: 'report', words: `${client.name}, ${month}` })
}

/** They are there; where another folder was chosen meanwhile, they are owed there as well. */
async function written(tx: Tx, { client, month, folder }: ScheduleRow, reportId: string): Promise<void> {
  const now = await tx.db
    .selectFrom('report_schedules')
    .select('folder')
    .where('client_id', '=', client.id)
    .executeTakeFirst()
  if (now?.folder !== folder) return
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
async function failed(tx: Tx, schedule: ScheduleRow, failure: Failure): Promise<void> {
  const { client, month } = schedule
  const before = await runOf(tx.db, client.id, month)
  await tx.db
    .updateTable('report_runs')
    .set({ failure: JSON.stringify(toWire(failure)), failed_at: tx.at, tries: (before?.tries ?? 0) + 1 })
    .where('client_id', '=', client.id)
    .where('month', '=', month)
    .execute()
  if (before?.tries === 0) raise(tx, schedule)
  tx.touch.session()
}
