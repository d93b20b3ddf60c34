/** @file Which brands are stopped: their rows, and what they mean for one job. */
import type { OutboxStop } from '../../shared/domain/outbox.ts'
import type { Reads, Tx } from '../db/database.ts'
import { currentAgent } from '../agents/repo.ts'
import type { JobRow } from './row.ts'

/** Whether a job must stay because its brand is stopped; one that an agent released since may go. */
export async function isStopped(db: Reads, job: Pick<JobRow, 'brand_id' | 'released_at'>): Promise<boolean> {
  const stop = await db
    .selectFrom('outbox_stops')
    .select('at')
    .where('brand_id', '=', job.brand_id)
    .executeTakeFirst()
  return stop !== undefined && (job.released_at ?? 0) < stop.at
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
  tx.touch.session()
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
