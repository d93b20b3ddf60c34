/** @file Counts the requests that send, for X's limits on them. Written in the commit that lets a job go. */
import type { JobKind } from '../../shared/domain/outbox.ts'
import type { Reads, Tx } from '../db/database.ts'
import { kinds } from './kinds/kinds.ts'
import type { JobRow } from './row.ts'

/** X's longest window. */
const keptMs = 24 * 3_600_000

/** Among what X counts a kind; null where nothing bites. Reposts count among the posts. */
export function familyCounted(kind: JobKind): 'posts' | 'dms' | null {
  const { family } = kinds[kind]
  return family === 'posts' || family === 'reposts' ? 'posts' : family === 'dms' ? 'dms' : null
}

/** Notes one request; what no window of X's counts is not noted. */
export async function noteAttempt(tx: Tx, job: JobRow): Promise<void> {
  const counted = familyCounted(job.kind)
  if (counted === null) return
  const { app_id: appId } = await tx.db
    .selectFrom('handles')
    .select('app_id')
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('send_attempts')
    .values({ handle_id: job.handle_id, app_id: appId, family: counted, at: tx.at })
    .execute()
  await tx.db
    .deleteFrom('send_attempts')
    .where('at', '<', tx.at - keptMs)
    .execute()
}

/** A request that had no effect at X, or never left, counts for nothing. */
export function forgetAttempt(tx: Tx, job: JobRow): void {
  const counted = familyCounted(job.kind)
  if (counted === null) return
  tx.raw(
    `DELETE FROM send_attempts WHERE n = (
       SELECT n FROM send_attempts WHERE handle_id = ? AND family = ? AND at = ? ORDER BY n DESC LIMIT 1)`,
  ).run(job.handle_id, counted, job.sending_at)
}

/** The requests of the last 24 hours, oldest first. @param now epoch ms */
export const attemptsSince = (
  db: Reads,
  now: number,
): Promise<{ handleId: string; appId: string; family: 'posts' | 'dms'; at: number }[]> =>
  db
    .selectFrom('send_attempts')
    .select(['handle_id as handleId', 'app_id as appId', 'family', 'at'])
    .where('at', '>', now - keptMs)
    .orderBy('at')
    .execute()
