/** @file Which of a list's newest known items cost nothing to read again: X charges for each once a UTC day. */
import { compareXIds } from '../../shared/ids.ts'
import type { Reads } from '../db/database.ts'
import { dayOf, resourceOf } from '../money/dedup.ts'
import { idAt } from '../x/dates.ts'
import type { SourceState } from './sources.ts'

const dayMs = 86_400_000
/** More than a page shows need not be counted. */
const largestPage = 50

/**
 * How many items of a list without since_id were charged for today: of those that came today, and of the newest one.
 * @param now epoch ms on X's clock
 */
export async function freeOf(
  read: Reads,
  { source, subject, handle, cursor }: SourceState,
  now: number,
): Promise<number> {
  const midnight = idAt(Math.floor(now / dayMs) * dayMs)
  const { sinceId } = cursor
  const from = sinceId !== null && compareXIds(sinceId, midnight) < 0 ? sinceId : midnight
  const known =
    source === 'list'
      ? await read
          .selectFrom('listening_posts')
          .where('listening_id', '=', subject)
          .where('post_id', '>=', from)
          .select('post_id as id')
          .orderBy('post_id', 'desc')
          .limit(largestPage)
          .execute()
      : await read
          .selectFrom('visible_to')
          .where('kind', '=', 'dm')
          .where('item_id', '>=', from)
          .where('handle_id', '=', handle.id)
          .select('item_id as id')
          .orderBy('item_id', 'desc')
          .limit(largestPage)
          .execute()
  if (known.length === 0) return 0
  const { count } = await read
    .selectFrom('spend_seen')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('app_id', '=', handle.appId)
    .where('day', '=', dayOf(now))
    .where(
      'resource',
      'in',
      known.map(({ id }) => resourceOf(source === 'list' ? 'post' : 'dm', id)),
    )
    .executeTakeFirstOrThrow()
  return count
}
