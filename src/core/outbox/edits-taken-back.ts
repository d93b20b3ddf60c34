/** @file New versions of own posts that were taken back: their words wait where the post is, until another one follows. */
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { kinds } from './kinds/kinds.ts'

/** The words of a brand's edits that were taken back last, by the first id of their post. */
export async function editsTakenBack(db: Reads, brandId: string): Promise<Map<string, string>> {
  const jobs = await db
    .selectFrom('jobs')
    .select(['payload', 'state'])
    .where('brand_id', '=', brandId)
    .where('kind', '=', 'edit')
    .orderBy('id')
    .execute()
  const words = new Map<string, string>()
  for (const job of jobs) {
    const { targetPostId, text } = kinds.edit.show(job)
    const postId = must(targetPostId, 'an edit names its post')
    if (job.state === 'recalled') words.set(postId, text)
    else words.delete(postId)
  }
  return words
}
