/** @file What is wrong with brands just now, and which of them somebody was told has no notice. */
import type { Reads } from '../db/database.ts'
import { spikeMs, type Nudged, type Trouble } from './rules.ts'

export type TroubleOf = Trouble & { brandId: string; title: string }

/** Incidents that go on, and spikes of brands that have none and had none that ended since. @param now epoch ms */
export async function troublesAt(db: Reads, now: number): Promise<TroubleOf[]> {
  const incidents = await db
    .selectFrom('incidents')
    .innerJoin('brands', 'brands.id', 'incidents.brand_id')
    .select(['incidents.id', 'incidents.brand_id as brandId', 'incidents.title'])
    .select('incidents.opened_at as since')
    .where('incidents.over_at', 'is', null)
    .where('brands.removed_at', 'is', null)
    .execute()
  const spikes = await db
    .selectFrom('alerts')
    .innerJoin('brands', 'brands.id', 'alerts.brand_id')
    .select(['alerts.id', 'alerts.brand_id as brandId', 'alerts.at as since'])
    .where('alerts.reason', '=', 'spike')
    .where('alerts.at', '>', now - spikeMs)
    .where('brands.removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('incidents')
            .select('incidents.id')
            .whereRef('incidents.brand_id', '=', 'alerts.brand_id')
            .whereRef('incidents.over_at', '>=', 'alerts.at'),
        ),
      ),
    )
    .execute()
  const known = new Set(incidents.map(({ brandId }) => brandId))
  return [
    ...incidents.map((one) => ({ ...one, incidentId: one.id })),
    ...spikes
      .filter(({ brandId }) => !known.has(brandId))
      .map((one) => ({ ...one, incidentId: null, title: '' })),
  ]
}

/** Of which troubles somebody was told, by brand. */
export async function nudgesOf(db: Reads, brandIds: readonly string[]): Promise<Map<string, Nudged[]>> {
  if (brandIds.length === 0) return new Map<string, Nudged[]>()
  const rows = await db
    .selectFrom('notice_nudges')
    .leftJoin('incidents', 'incidents.id', 'notice_nudges.about')
    .select(['notice_nudges.brand_id as brandId', 'notice_nudges.about', 'notice_nudges.at'])
    .select('incidents.id as incidentId')
    .where('notice_nudges.brand_id', 'in', brandIds)
    .execute()
  const nudges = rows.map(({ incidentId, ...row }) => ({ ...row, isSpike: incidentId === null }))
  return Map.groupBy(nudges, ({ brandId }) => brandId)
}
