/** @file How many tickets need a reply, brand by brand: the numbers on rail, header and dock. */
import { sql } from 'kysely'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'

export type NeedsReplyCount = { needsReply: number; pressing: boolean }

const perBrand = compiled<never, { brandId: string; needsReply: number; earliest: number }>(
  () => sql`
    SELECT brand_id AS "brandId", count(*) AS "needsReply", min(warn_at) AS earliest
    FROM tickets
    WHERE needs_reply = 1 AND brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL) GROUP BY brand_id`,
)

/**
 * Counts exactly the tickets that need a reply; brands without one are not in the map.
 * @param now epoch ms: `pressing` says that one is late, or told as near
 */
export async function needsReplyCounts(read: Reads, now: number): Promise<Map<string, NeedsReplyCount>> {
  const rows = await perBrand(read, {})
  return new Map(
    rows.map(({ brandId, needsReply, earliest }) => [brandId, { needsReply, pressing: earliest <= now }]),
  )
}
