/** @file Under which post of its notice a job goes: looked up when it is about to leave, since the one above may be late. */
import { z } from 'zod'
import { XId } from '../../shared/ids.ts'
import type { Reads } from '../db/database.ts'
import type { JobRow } from '../outbox/row.ts'
import { underOf, type Step, type Under } from './rules.ts'

const Payload = z.looseObject({ targetPostId: XId.nullable() })

type About = Pick<JobRow, 'id' | 'kind' | 'ticket_id' | 'payload' | 'release_at'>

const targetOf = ({ payload }: Pick<JobRow, 'payload'>) => Payload.parse(JSON.parse(payload)).targetPostId

const withTarget = ({ payload }: Pick<JobRow, 'payload'>, targetPostId: string | null): string =>
  JSON.stringify({ ...Payload.parse(JSON.parse(payload)), targetPostId })

/** The chain of a notice, in the order in which its posts leave; those that X shows no more have no id. */
export async function stepsOf(db: Reads, noticeId: string): Promise<Step[]> {
  return db
    .selectFrom('notice_posts')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .leftJoin('tombstones', (join) =>
      join.onRef('tombstones.item_id', '=', 'jobs.sent_item_id').on('tombstones.kind', '=', 'post'),
    )
    .select(['jobs.id as jobId', 'jobs.release_at as at', 'jobs.state'])
    .select(({ eb }) =>
      eb
        .case()
        .when('tombstones.item_id', 'is', null)
        .then(eb.ref('jobs.sent_item_id'))
        .else(null)
        .end()
        .as('postId'),
    )
    .where('notice_posts.notice_id', '=', noticeId)
    .orderBy('jobs.release_at')
    .orderBy('jobs.id')
    .execute()
}

/** The notice that a job is a post of; undefined where it is of none. */
export const noticeOfJob = (db: Reads, jobId: string) =>
  db
    .selectFrom('notice_posts')
    .innerJoin('notices', 'notices.id', 'notice_posts.notice_id')
    .select(['notices.id', 'notices.incident_id as incidentId', 'notice_posts.kind', 'notice_posts.pins'])
    .where('notice_posts.job_id', '=', jobId)
    .executeTakeFirst()

/** A reply that has no post to stand under yet: one of a notice. Null: it needs none, or has it. */
export async function noticeUnder(db: Reads, job: About): Promise<Under | null> {
  if (job.kind !== 'reply' || job.ticket_id !== null) return null
  if (targetOf(job) !== null) return null
  const notice = await noticeOfJob(db, job.id)
  if (!notice) return { kind: 'nothing' }
  const others = (await stepsOf(db, notice.id)).filter(({ jobId }) => jobId !== job.id)
  return underOf({ jobId: job.id, at: job.release_at }, others)
}

/** The same job, under the post above it where that is at X by now. Nothing is written: it may still have to wait. */
export async function placed(db: Reads, job: JobRow): Promise<JobRow> {
  const free = await unplaced(db, job)
  const under = await noticeUnder(db, free)
  return under?.kind === 'under' ? { ...free, payload: withTarget(free, under.postId) } : free
}

/** The same job under no post, where it is one of a notice: each try finds its place anew. */
export async function unplaced(db: Reads, job: JobRow): Promise<JobRow> {
  if (job.kind !== 'reply' || job.ticket_id !== null || targetOf(job) === null) return job
  return (await noticeOfJob(db, job.id)) ? { ...job, payload: withTarget(job, null) } : job
}
