/** @file Which brands are stopped: their rows, and what they mean for one job. */
import type { OutboxStop } from '../../shared/domain/outbox.ts'
import type { Reads, Tx } from '../db/database.ts'
import { currentAgent } from '../agents/repo.ts'
import type { JobRow } from './row.ts'

/**
 * Whether a job must stay because its brand is stopped; one that an agent released since may go. No instants are
 * compared: a clock that was set must not let anything go.
 */
export async function isStopped(db: Reads, job: Pick<JobRow, 'brand_id' | 'released_at'>): Promise<boolean> {
  if (job.released_at !== null) return false
  const stop = await db
    .selectFrom('outbox_stops')
    .select('brand_id')
    .where('brand_id', '=', job.brand_id)
    .executeTakeFirst()
  return stop !== undefined
}

/** Stops every brand from now on. A brand that was stopped already is stopped anew: what was released since is not. */
export async function stopBrands(tx: Tx): Promise<void> {
  const agent = await currentAgent(tx.db)
  const brands = await tx.db.selectFrom('brands').select('id').where('removed_at', 'is', null).execute()
  for (const { id } of brands) {
    const stop = { at: tx.at, agent_id: agent?.id ?? null }
    await tx.db
      .insertInto('outbox_stops')
      .values({ brand_id: id, ...stop })
      .onConflict((conflict) => conflict.column('brand_id').doUpdateSet(stop))
      .execute()
    tx.touch.brand(id)
  }
  await tx.db
    .updateTable('jobs')
    .set({ released_at: null })
    .where('released_at', 'is not', null)
    .where('settled_at', 'is', null)
    .execute()
  tx.touch.session()
}

/** A brand that is connected, or comes back, while others are stopped is stopped like them. */
export async function stopWithOthers(tx: Tx, brandId: string): Promise<void> {
  const stop = await tx.db
    .selectFrom('outbox_stops')
    .innerJoin('brands', 'brands.id', 'outbox_stops.brand_id')
    .select(['outbox_stops.at', 'outbox_stops.agent_id'])
    .where('brands.removed_at', 'is', null)
    .where('brands.id', '<>', brandId)
    .orderBy('outbox_stops.at', 'desc')
    .executeTakeFirst()
  if (!stop) return
  await tx.db
    .insertInto('outbox_stops')
    .values({ brand_id: brandId, ...stop })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What is stopped; null when nothing is. */
export async function stopView(db: Reads): Promise<OutboxStop | null> {
  const stops = await db
    .selectFrom('outbox_stops')
    .innerJoin('brands', 'brands.id', 'outbox_stops.brand_id')
    .leftJoin('agents', 'agents.id', 'outbox_stops.agent_id')
    .select(['outbox_stops.brand_id as brandId', 'outbox_stops.at', 'agents.name as agentName'])
    .where('brands.removed_at', 'is', null)
    .orderBy('outbox_stops.at', 'desc')
    .execute()
  const newest = stops[0]
  if (!newest) return null
  const { stopped } = await db
    .selectFrom('jobs')
    .select((select) => select.fn.countAll<number>().as('stopped'))
    .where('state', '=', 'stopped')
    .executeTakeFirstOrThrow()
  return {
    at: newest.at,
    agentName: newest.agentName,
    brandIds: stops.map(({ brandId }) => brandId),
    stopped,
  }
}
