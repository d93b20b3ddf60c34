/** @file Which of some tickets stand in a column at this moment. */
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { ColumnId } from './column-id.ts'
import { agentFor, inOrder, isOfLiveBrand, sentShownMs, type Name } from './kinds.ts'
import { lookedAtMost, narrowed } from './narrowed.ts'
import { shownAs } from './shown.ts'

/**
 * Those of the tickets that the column shows, through its filter. None of a column of posts, or of a search.
 * @param ticketIds as many as one look at a column goes through, at most · @param now epoch ms
 */
export async function heldBy(
  { read, long }: Pick<Database, 'read' | 'long'>,
  columnId: string,
  ticketIds: readonly string[],
  now: number,
): Promise<Set<string>> {
  const asked = ColumnId.safeParse(columnId).data
  if (asked?.rows !== 'tickets' || asked.kind === 'outbox' || ticketIds.length === 0) return new Set()
  const { kind, brandId, subject } = asked
  const { filter } = await shownAs(read, columnId)
  const { from, key, where, brand } = inOrder(kind, 'own')
  const limit = Math.min(ticketIds.length, lookedAtMost)
  const values: Record<Name, string | number> = {
    brandId: brandId ?? '',
    at: 0,
    id: '',
    limit,
    since: now - sentShownMs,
    agentId: await agentFor(read, kind),
    subject: subject ?? '',
  }
  const standing = sql<{ at: number; id: string }>`
    SELECT ${key} AS at, t.id AS id FROM ${from}
    WHERE t.id IN (${sql.join(ticketIds.slice(0, limit))}) AND ${where((name) => values[name])}
      AND ${brand} ${brandId === null ? isOfLiveBrand : sql`= ${brandId}`}`
  if (filter === undefined) return new Set((await standing.execute(read)).rows.map(({ id }) => id))
  const { places } = await narrowed(long, standing, { filter, newestFirst: true, limit, now })
  return new Set(places.map(({ id }) => id))
}
