/** @file How much of a brand there is. Reads only; the counts belong in a thread of their own (`Database.long`). */
import { sql } from 'kysely'
import type { LeaveCounts } from '../../shared/domain/leaving.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'

const counts = compiled<'brand', Omit<LeaveCounts, 'backups'>>(
  (value) => sql`
  WITH theirs AS MATERIALIZED (SELECT id FROM handles WHERE brand_id = ${value('brand')}),
  seen AS MATERIALIZED (
    SELECT kind, item_id FROM visible_to GROUP BY kind, item_id
    HAVING min(CASE WHEN handle_id IN (SELECT id FROM theirs) THEN 1 ELSE 0 END) = 1)
  SELECT
    (SELECT count(*) FROM tickets WHERE brand_id = ${value('brand')}) AS "tickets",
    (SELECT count(*) FROM posts WHERE id IN (SELECT item_id FROM seen WHERE kind = 'post')) AS "posts",
    (SELECT count(*) FROM dm_events WHERE id IN (SELECT item_id FROM seen WHERE kind = 'dm')) AS "directMessages",
    (SELECT count(*) FROM notes WHERE ticket_id IN
      (SELECT id FROM tickets WHERE brand_id = ${value('brand')})) AS "notes",
    (SELECT count(*) FROM jobs WHERE brand_id = ${value('brand')}) AS "messages",
    (SELECT count(*) FROM macros WHERE brand_id = ${value('brand')} AND removed_at IS NULL) AS "macros"`,
)

/** What goes with a brand, but for copies of the workspace. */
export async function countsOf(read: Reads, brandId: string): Promise<Omit<LeaveCounts, 'backups'>> {
  const [row] = await counts(read, { brand: brandId })
  return row ?? { tickets: 0, posts: 0, directMessages: 0, notes: 0, messages: 0, macros: 0 }
}

/** Messages of a brand that have not left. */
export async function waitingOf(read: Reads, brandId: string): Promise<number> {
  const { n } = await read
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('brand_id', '=', brandId)
    .where('state', 'in', ['held', 'queued', 'stopped', 'ask'])
    .executeTakeFirstOrThrow()
  return n
}
