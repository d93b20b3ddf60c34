/** @file Whether somebody else seems to answer for a handle: answers of ours at X that this console did not send. */
import { sql } from 'kysely'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'

/** So many of them within `otherSeatWithinMs` are no accident. */
export const otherSeatAnswers = 3
export const otherSeatWithinMs = 60 * 60_000

/** Messages come in in about the order in which they are written: further back than this nobody looks. */
const lookedAt = 1_000

// A message of this console that has no known end is most likely the one that shows up.
const answersElsewhere = compiled<'since', { handleId: string; answers: number }>(
  (value) => sql`
  SELECT h.id AS "handleId", count(*) AS answers
  FROM handles h JOIN (
    SELECT author_id AS writer, id, created_at AS at FROM posts
    WHERE n > (SELECT coalesce(max(n), 0) - ${sql.lit(lookedAt)} FROM posts) AND created_at > ${value('since')}
      AND in_reply_to_user_id <> author_id
    UNION ALL
    SELECT sender_id, id, created_at FROM dm_events
    WHERE n > (SELECT coalesce(max(n), 0) - ${sql.lit(lookedAt)} FROM dm_events) AND created_at > ${value('since')}
  ) m ON m.writer = h.x_user_id AND m.at > h.connected_at
  WHERE h.state <> 'removed'
    AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.sent_item_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM job_parts WHERE job_parts.item_id = m.id)
    AND NOT EXISTS (SELECT 1 FROM jobs j
      WHERE j.handle_id = h.id AND j.settled_at IS NULL AND j.state IN ('sending', 'unsure'))
  GROUP BY h.id`,
)

/** Handles for which another seat seems to answer. @param now epoch ms */
export async function otherSeats(read: Reads, now: number): Promise<ReadonlySet<string>> {
  const rows = await answersElsewhere(read, { since: now - otherSeatWithinMs })
  return new Set(rows.filter(({ answers }) => answers >= otherSeatAnswers).map(({ handleId }) => handleId))
}
