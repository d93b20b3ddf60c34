/** @file What brands tell everybody just now, for those who ask no more than that. */
import type { Reads } from '../db/database.ts'
import { FirstKind } from '../../shared/domain/notice.ts'
import { newestLiving, type Told } from './rules.ts'

/** The notices of brands as far as troubles are concerned, by brand. */
export async function toldOf(db: Reads, brandIds: readonly string[]): Promise<Map<string, Told[]>> {
  if (brandIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notices')
    .innerJoin('notice_posts', 'notice_posts.notice_id', 'notices.id')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .select(['notices.id', 'notices.brand_id as brandId', 'notices.incident_id as incidentId'])
    .select(['notices.created_at as createdAt', 'notice_posts.kind', 'jobs.state'])
    .where('notices.brand_id', 'in', brandIds)
    .execute()
  const told = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((posts) => {
    const [first] = posts
    return first ? [{ ...first, posts: posts.map(({ kind, state }) => ({ kind, state })) }] : []
  })
  return Map.groupBy(told, ({ brandId }) => brandId)
}

/** What a brand tells everybody just now: the pinned text of its newest notice that is out and not over; null: nothing. */
export async function runningText(db: Reads, brandId: string): Promise<string | null> {
  const rows = await db
    .selectFrom('notices')
    .innerJoin('notice_posts', 'notice_posts.notice_id', 'notices.id')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .select(['notices.id', 'notices.pinned_text as text', 'notice_posts.kind', 'jobs.state'])
    .where('notices.brand_id', '=', brandId)
    .where('notices.pinned_text', '<>', '')
    .orderBy('notices.id', 'desc')
    .execute()
  for (const posts of Map.groupBy(rows, ({ id }) => id).values()) {
    const isOut = posts.some(({ state }) => state === 'sent')
    const isOver = posts.some(({ kind, state }) => kind === 'all-clear' && state === 'sent')
    if (isOut && !isOver) return posts[0]?.text ?? null
  }
  return null
}

/** The first post of the notice of an incident, written for it or linked to it: the newest that lives, else the newest. */
export async function incidentNotice(db: Reads, incidentId: string) {
  const firsts = await db
    .selectFrom('notices')
    .innerJoin('notice_posts', 'notice_posts.notice_id', 'notices.id')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .select(['jobs.id as jobId', 'jobs.state', 'jobs.sent_item_id as postId'])
    .where('notices.incident_id', '=', incidentId)
    .where('notice_posts.kind', 'in', FirstKind.options)
    .orderBy('notices.id', 'desc')
    .execute()
  return newestLiving(firsts)
}
