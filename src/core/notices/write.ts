/** @file Writes the posts of notices as jobs of the outbox: the first one, and what goes on under it. */
import type { Override } from '../../shared/domain/guard.ts'
import { FirstKind, type FollowKind, type NoticeKind } from '../../shared/domain/notice.ts'
import type { JobView } from '../../shared/domain/outbox.ts'
import { Failure } from '../../shared/errors.ts'
import { record } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { incidentRow } from '../incidents/repo.ts'
import { toldBy } from '../incidents/rules.ts'
import { touchIncident } from '../incidents/touch.ts'
import { checkFilled } from '../outbox/filled.ts'
import { addJob } from '../outbox/jobs.ts'
import { checkLength } from '../outbox/length.ts'
import { jobViewOf } from '../outbox/repo.ts'
import { noticeRow } from './rows.ts'
import { incidentNotice } from './told.ts'
import { mayFollow } from './rules.ts'
import { stepsOf } from './under.ts'

type Words = {
  text: string
  /** The window's, by which an act that is said again is known. */
  actId: string
  /** Core's: in the history, all that one act wrote has it in common. */
  actionId: string
  scheduledAt: number | null
  pins: boolean
  override?: Override | undefined
}

export type NewNotice = Words & {
  kind: FirstKind
  brandId: string
  handleId: string
  /** As the screen showed it, without the @. */
  username: string
  incidentId: string | null
  title: string
  startsAt: number | null
  endsAt: number | null
}

export type Written = { noticeId: string; job: JobView }

/**
 * Nothing goes out under another name than the agent read, nor under another brand's.
 * @throws Failure `handle.missing`, `notice.other-handle`
 */
async function mustBeAsShown(tx: Tx, handleId: string, brandId: string, username: string): Promise<void> {
  const handle = await tx.db
    .selectFrom('handles')
    .select('username')
    .where('id', '=', handleId)
    .where('brand_id', '=', brandId)
    .executeTakeFirst()
  if (!handle) throw new Failure('handle.missing', { handleId })
  if (handle.username !== username)
    throw new Failure('notice.other-handle', { expected: username, found: handle.username })
}

/** One public notice of an incident at a time. @throws Failure `incident.noticed`, `incident.other-brand` */
async function mustBeItsFirst(tx: Tx, incidentId: string, brandId: string) {
  const incident = await incidentRow(tx.db, incidentId)
  if (incident.brand_id !== brandId) throw new Failure('incident.other-brand', {})
  const told = toldBy((await incidentNotice(tx.db, incidentId))?.state ?? 'dropped')
  if (told === 'sent' || told === 'waiting') throw new Failure('incident.noticed', {})
  return incident
}

/** What an act that is said again has here already, unless that was taken back since. */
async function saidBefore(
  tx: Tx,
  actId: string,
  of: { handleId: string } | { noticeId: string; kind: FollowKind },
): Promise<Written | null> {
  const row = await tx.db
    .selectFrom('notice_posts')
    .innerJoin('notices', 'notices.id', 'notice_posts.notice_id')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .select(['notices.id as noticeId', 'jobs.id as jobId'])
    .where('notice_posts.act_id', '=', actId)
    .where('jobs.state', 'not in', ['recalled', 'dropped'])
    .$call((query) =>
      'handleId' in of
        ? query
            .where('notices.handle_id', '=', of.handleId)
            .where('notice_posts.kind', 'in', FirstKind.options)
        : query.where('notices.id', '=', of.noticeId).where('notice_posts.kind', '=', of.kind),
    )
    .executeTakeFirst()
  return row ? { noticeId: row.noticeId, job: await jobViewOf(tx.db, row.jobId) } : null
}

async function keepPost(
  tx: Tx,
  noticeId: string,
  kind: NoticeKind,
  { pins, actId, actionId }: Words,
  job: JobView,
) {
  await tx.db
    .insertInto('notice_posts')
    .values({ job_id: job.id, notice_id: noticeId, kind, act_id: actId, pins: pins ? 1 : 0 })
    .execute()
  await record(tx, {
    event: 'notice.planned',
    actionId,
    brandId: job.brandId,
    jobId: job.id,
    after: { id: noticeId, kind },
    // Its job is what undo takes back.
    undoable: false,
  })
  // Somebody saw to it: nobody has to be told that nobody did.
  tx.raw("UPDATE alerts SET seen_at = ? WHERE brand_id = ? AND reason = 'no-notice' AND seen_at IS NULL").run(
    tx.at,
    job.brandId,
  )
  tx.touch.brand(job.brandId)
}

/**
 * Begins a notice of one brand, unless its act did already.
 * @throws Failure `handle.missing`, `notice.other-handle`, `incident.missing`, `incident.noticed`,
 * `incident.other-brand`, `macro.unfilled`, `reply.too-long`, and what addJob throws
 */
export async function beginNotice(tx: Tx, notice: NewNotice): Promise<Written> {
  const { brandId, handleId, incidentId, text, kind } = notice
  const before = await saidBefore(tx, notice.actId, { handleId })
  if (before) return before
  await mustBeAsShown(tx, handleId, brandId, notice.username)
  const incident = incidentId === null ? null : await mustBeItsFirst(tx, incidentId, brandId)
  checkFilled([text])
  checkLength('public', [text])
  const job = await addJob(tx, {
    kind: 'post',
    handleId,
    ticketId: null,
    payload: { text, attachmentIds: [] },
    actionId: notice.actionId,
    scheduledAt: notice.scheduledAt,
    override: notice.override,
  })
  const noticeId = newId(tx.at)
  await tx.db
    .insertInto('notices')
    .values({
      id: noticeId,
      brand_id: brandId,
      handle_id: handleId,
      incident_id: incidentId,
      act_id: notice.actId,
      title: notice.title,
      starts_at: notice.startsAt,
      ends_at: notice.endsAt,
      created_at: tx.at,
    })
    .execute()
  await keepPost(tx, noticeId, kind, notice, job)
  if (incident) {
    await tx.db
      .updateTable('incidents')
      .set({ notice_job_id: job.id })
      .where('id', '=', incident.id)
      .execute()
    await touchIncident(tx, incident)
  }
  return { noticeId, job }
}

/**
 * Writes what goes on under a notice, unless its act did already: under which post is decided when it leaves.
 * @throws Failure `notice.missing`, `notice.no-first`, `notice.before-first`, `notice.cleared`, `notice.other-handle`,
 * `macro.unfilled`, `reply.too-long`, and what addJob throws
 */
export async function followNotice(
  tx: Tx,
  { noticeId, kind, username, ...words }: Words & { noticeId: string; kind: FollowKind; username: string },
): Promise<Written> {
  const before = await saidBefore(tx, words.actId, { noticeId, kind })
  if (before) return before
  const notice = await noticeRow(tx.db, noticeId)
  await mustBeAsShown(tx, notice.handle_id, notice.brand_id, username)
  const { isOpen, notBefore } = mayFollow(await stepsOf(tx.db, noticeId))
  if (!isOpen) throw new Failure('notice.no-first', {})
  const { scheduledAt, text } = words
  if (scheduledAt !== null && notBefore !== null && scheduledAt < notBefore)
    throw new Failure('notice.before-first', {})
  if (kind === 'all-clear') await mustNotBeCleared(tx, noticeId)
  checkFilled([text])
  checkLength('public', [text])
  const job = await addJob(tx, {
    kind: 'reply',
    handleId: notice.handle_id,
    ticketId: null,
    payload: { text, targetPostId: null, attachmentIds: [] },
    actionId: words.actionId,
    scheduledAt,
    override: words.override,
  })
  await keepPost(tx, noticeId, kind, words, job)
  return { noticeId, job }
}

/** That it is over is said once. @throws Failure `notice.cleared` */
async function mustNotBeCleared(tx: Tx, noticeId: string): Promise<void> {
  const states = await tx.db
    .selectFrom('notice_posts')
    .innerJoin('jobs', 'jobs.id', 'notice_posts.job_id')
    .select('jobs.state')
    .where('notice_posts.notice_id', '=', noticeId)
    .where('notice_posts.kind', '=', 'all-clear')
    .execute()
  const told = states.map(({ state }) => toldBy(state))
  if (told.includes('sent') || told.includes('waiting')) throw new Failure('notice.cleared', {})
}
