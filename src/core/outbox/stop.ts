/** @file Stop: freezing what leaves, the list by which it is released, and ending it brand by brand. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { AskReason, HeldOfBrand, OutboxStop } from '../../shared/domain/outbox.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { mustLead } from '../agents/permissions.ts'
import { record } from '../audit/audit.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { attachmentsById } from '../media/attachments.ts'
import type { CallContext } from '../rpc-context.ts'
import { releaseJob } from './decide.ts'
import { jobById, jobViews, move } from './repo.ts'
import type { JobRow } from './row.ts'
import { asksNow } from './seen.ts'
import { stopBrands, stopView } from './stops.ts'

type Methods = 'outbox.stop' | 'outbox.held' | 'outbox.release' | 'outbox.resume' | 'outbox.pending'

/** Freezes every job that has not left; what is on its way ends as it ends. */
async function stopAll(tx: Tx): Promise<OutboxStop> {
  await stopBrands(tx)
  const jobs = await tx.db.selectFrom('jobs').selectAll().where('state', 'in', ['held', 'queued']).execute()
  for (const job of jobs)
    await move(tx, job, 'stopped', { stopped_at: tx.at, released_at: null, next_try_at: null })
  await record(tx, { event: 'outbox.stopped', actionId: newId(tx.at), undoable: false })
  // A workspace without brands has nothing to stop.
  return (await stopView(tx.db)) ?? { at: tx.at, agentName: null, brandIds: [], stopped: 0 }
}

async function resume(tx: Tx, brandIds: readonly string[]): Promise<void> {
  const { count } = await tx.db
    .selectFrom('jobs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'stopped')
    .where('brand_id', 'in', brandIds)
    .executeTakeFirstOrThrow()
  if (count > 0) throw new Failure('outbox.undecided', { count })
  await tx.db.deleteFrom('outbox_stops').where('brand_id', 'in', brandIds).execute()
  for (const brandId of brandIds) {
    tx.touch.brand(brandId)
    await record(tx, { event: 'outbox.resumed', actionId: newId(tx.at), brandId, undoable: false })
  }
  tx.touch.session()
}

/** The handles of the customers whom jobs concern, by job. */
async function customersOf(db: Reads, jobIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('tickets', 'tickets.id', 'jobs.ticket_id')
    .innerJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select(['jobs.id', 'people.username'])
    .where('jobs.id', 'in', jobIds)
    .where('people.username', '<>', '')
    .execute()
  return new Map(rows.map(({ id, username }) => [id, username]))
}

/** Brands that are stopped or have jobs that wait for a word, with what changed since each job was written. */
async function heldList(db: Reads, now: number): Promise<HeldOfBrand[]> {
  const stops = await db
    .selectFrom('outbox_stops')
    .innerJoin('brands', 'brands.id', 'outbox_stops.brand_id')
    .select(['outbox_stops.brand_id as brandId', 'outbox_stops.at'])
    .where('brands.removed_at', 'is', null)
    .orderBy('brands.position')
    .execute()
  const brands = new Map<string, HeldOfBrand>(
    stops.map(({ brandId, at }) => [brandId, { brandId, stoppedAt: at, jobs: [] }]),
  )
  const jobs = await jobViews(db, ['stopped', 'ask', 'missed', 'refused', 'unsure'])
  const files = await attachmentsById(
    db,
    jobs.flatMap((job) => job.attachmentIds),
  )
  const customers = await customersOf(
    db,
    jobs.map(({ id }) => id),
  )
  for (const job of jobs) {
    const brand = brands.get(job.brandId) ?? { brandId: job.brandId, stoppedAt: null, jobs: [] }
    brands.set(job.brandId, brand)
    // What X refused, or may have, is no question of what changed since.
    const isOver = job.state === 'refused' || job.state === 'unsure'
    const asks = isOver ? [] : await asksNow(db, await jobById(db, job.id), now)
    brand.jobs.push({
      job,
      customer: customers.get(job.id) ?? null,
      asks: [...new Set([...job.asks, ...asks])],
      files: job.attachmentIds.flatMap((id) => files.get(id) ?? []),
    })
  }
  return [...brands.values()]
}

/** A list may be older than what it shows. That time went by is nothing new. @throws Failure `job.changed` */
async function mustBeAsShown(tx: Tx, job: JobRow, shown: readonly AskReason[]): Promise<void> {
  const asks = await asksNow(tx.db, job, tx.at)
  if (asks.some((reason) => reason !== 'late' && !shown.includes(reason)))
    throw new Failure('job.changed', { jobId: job.id })
}

export function stopService({
  database,
  now,
}: {
  database: Database
  now: () => number
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    // It must hold through a power cut.
    'outbox.stop': () => database.write(stopAll, { durable: true }),
    'outbox.held': () => heldList(database.read, now()),
    'outbox.release': async ({ jobId, decision, at, asks }) => {
      await database.write(async (tx) => {
        const job = await jobById(tx.db, jobId)
        if (decision === 'send' && job.state === 'stopped') await mustLead(tx.db)
        if (decision === 'send' && asks) await mustBeAsShown(tx, job, asks)
        await releaseJob(tx, job, decision, at ?? null)
      })
      return {}
    },
    'outbox.resume': async ({ brandIds }) => {
      await database.write((tx) => resume(tx, brandIds))
      return {}
    },
    'outbox.pending': async () => {
      const jobs = await jobViews(database.read, ['held', 'queued', 'sending', 'unsure', 'stopped'])
      const scheduled = jobs.filter(({ state, scheduledAt }) => state === 'held' && scheduledAt !== null)
      const of = (...states: string[]): number => jobs.filter(({ state }) => states.includes(state)).length
      return {
        held: of('held') - scheduled.length,
        leaving: of('queued', 'sending'),
        scheduled: scheduled.length,
        stopped: of('stopped'),
        unsure: of('unsure'),
        nextScheduledAt: scheduled.reduce<number | null>(
          (first, { scheduledAt }) => Math.min(first ?? Infinity, scheduledAt ?? Infinity),
          null,
        ),
      }
    },
  }
}
