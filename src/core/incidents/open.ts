/** @file Whether something is wrong with a brand just now. */
import type { Reads } from '../db/database.ts'

/**
 * An incident of this brand goes on: what agents chose a time for asks before it leaves.
 * @param but this one does not count
 */
export async function hasOpenIncident(
  db: Reads,
  brandId: string,
  but: string | null = null,
): Promise<boolean> {
  const row = await db
    .selectFrom('incidents')
    .select('id')
    .where('brand_id', '=', brandId)
    .where('over_at', 'is', null)
    .$if(but !== null, (query) => query.where('id', '<>', but ?? ''))
    .executeTakeFirst()
  return row !== undefined
}
