/** @file The rows of notices: each with its chain of posts. */
import type { NoticePost, NoticeView } from '../../shared/domain/notice.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import { jobView } from '../outbox/repo.ts'
import { standingOf } from './rules.ts'

/** The newest ones are shown; the rest is history. */
const shownAtMost = 300

/** @throws Failure `notice.missing` */
export async function noticeRow(db: Reads, noticeId: string) {
  const row = await db.selectFrom('notices').selectAll().where('id', '=', noticeId).executeTakeFirst()
  if (!row) throw new Failure('notice.missing', {})
  return row
}

async function postsOf(db: Reads, noticeIds: readonly string[]): Promise<Map<string, NoticePost[]>> {
  if (noticeIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notice_posts')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .selectAll('jobs')
    .select(['notice_posts.notice_id as noticeId', 'notice_posts.kind as noticeKind'])
    .select(['handles.username', 'agents.initials'])
    .where('notice_posts.notice_id', 'in', noticeIds)
    .orderBy('jobs.release_at')
    .orderBy('jobs.id')
    .execute()
  const posts = new Map<string, NoticePost[]>()
  for (const row of rows) {
    const post = {
      kind: row.noticeKind,
      at: row.state === 'sent' ? (row.sending_at ?? row.release_at) : row.release_at,
      job: jobView(row, row.username, row.initials),
      postId: row.sent_item_id,
    }
    posts.set(row.noticeId, [...(posts.get(row.noticeId) ?? []), post])
  }
  return posts
}

/** Notices as screens show them, newest first. @param noticeId this one alone */
export const noticeViews = (db: Reads, noticeId?: string): Promise<NoticeView[]> =>
  viewsOf(db, noticeId === undefined ? {} : { noticeId }, shownAtMost)

/** All notices of a brand, however old. */
export const noticesOfBrand = (db: Reads, brandId: string): Promise<NoticeView[]> =>
  viewsOf(db, { brandId }, null)

async function viewsOf(
  db: Reads,
  { noticeId, brandId }: { noticeId?: string; brandId?: string },
  atMost: number | null,
): Promise<NoticeView[]> {
  const rows = await db
    .selectFrom('notices')
    .innerJoin('brands', 'brands.id', 'notices.brand_id')
    .innerJoin('handles', 'handles.id', 'notices.handle_id')
    .leftJoin('incidents', 'incidents.id', 'notices.incident_id')
    .selectAll('notices')
    .select(['handles.username', 'incidents.title as incidentTitle', 'incidents.over_at as incidentOver'])
    .where('brands.removed_at', 'is', null)
    .$if(noticeId !== undefined, (query) => query.where('notices.id', '=', noticeId ?? ''))
    .orderBy('notices.created_at', 'desc')
    .orderBy('notices.id', 'desc')
    .$if(brandId !== undefined, (query) => query.where('notices.brand_id', '=', brandId ?? ''))
    .$if(atMost !== null, (query) => query.limit(atMost ?? 0))
    .execute()
  const posts = await postsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const chain = posts.get(row.id) ?? []
    return {
      id: row.id,
      actId: row.act_id,
      brandId: row.brand_id,
      handleId: row.handle_id,
      username: row.username,
      incident:
        row.incident_id === null
          ? null
          : { id: row.incident_id, title: row.incidentTitle ?? '', overAt: row.incidentOver },
      title: row.title,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      pinnedText: row.pinned_text,
      standing: standingOf(chain.map(({ kind, job }) => ({ kind, state: job.state }))),
      createdAt: row.created_at,
      posts: chain,
    }
  })
}
