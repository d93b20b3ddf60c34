/** @file The rows of jobs. Every change of state goes through `move`, which asks the rules first. */
import type { Updateable } from 'kysely'
import { z } from 'zod'
import { Failure, toWire, WireFailure } from '../../shared/errors.ts'
import { AskReason, JobState, type JobView } from '../../shared/domain/outbox.ts'
import { whyOf } from '../approvals/rules.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { JobsTable } from '../db/tables/outbox.ts'
import { fromJson } from '../db/values.ts'
import { unplaced } from '../notices/under.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { kinds } from './kinds/kinds.ts'
import { reversible } from './prices.ts'
import { progressOf, type JobRow } from './row.ts'
import { mayMove } from './rules.ts'

const StoredFailure = z.string().transform((json) => WireFailure.parse(JSON.parse(json)))
const Asks = z.array(AskReason)

/** The failure that a row holds, as screens get it. */
export const storedFailure = (json: string | null): WireFailure | null =>
  json === null ? null : StoredFailure.parse(json)

/** The columns of a row that screens show. */
export type ShownJob = Pick<
  JobRow,
  | 'id'
  | 'kind'
  | 'ticket_id'
  | 'brand_id'
  | 'handle_id'
  | 'payload'
  | 'state'
  | 'created_at'
  | 'release_at'
  | 'scheduled_at'
  | 'stopped_at'
  | 'next_try_at'
  | 'failure'
  | 'asks'
  | 'progress'
  | 'sent_item_id'
  | 'solves'
  | 'approval'
  | 'approved_at'
  | 'agent_id'
>

/** A row as screens show it. */
export function jobView(row: ShownJob, username: string, agentInitials: string | null): JobView {
  const { parts, attachmentIds, ...shown } = kinds[row.kind].show(row)
  const state = JobState.parse(row.state)
  const there = row.kind === 'chain' ? progressOf(row) : row.sent_item_id === null ? [] : [row.sent_item_id]
  return {
    ...shown,
    id: row.id,
    kind: row.kind,
    ticketId: row.ticket_id,
    brandId: row.brand_id,
    handleId: row.handle_id,
    username,
    parts: parts.map((text, index) => ({
      text,
      state: there[index] === undefined ? 'waiting' : 'sent',
      postId: there[index] ?? null,
    })),
    attachmentIds: [...attachmentIds],
    state,
    createdAt: row.created_at,
    releaseAt: state === 'held' ? row.release_at : null,
    scheduledAt: row.scheduled_at,
    stoppedAt: state === 'stopped' ? row.stopped_at : null,
    nextTryAt: row.next_try_at,
    failure: storedFailure(row.failure),
    asks: state === 'ask' ? (fromJson(Asks, row.asks) ?? []) : [],
    solves: row.solves === 1,
    reversible: reversible(row.kind, state, there.length),
    agentInitials,
    approval:
      row.approval === null
        ? null
        : { why: whyOf(row), authorId: row.agent_id, isGiven: row.approved_at !== null },
  }
}

/** @throws Failure `job.missing` */
export async function jobById(db: Reads, jobId: string): Promise<JobRow> {
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  if (!row) throw new Failure('job.missing', { jobId })
  return row
}

/**
 * Everything that moves by itself, in the order in which a lane is served: a chain that people see the beginning of,
 * then the oldest first. Nothing written before it, and scheduled for this moment, comes between its parts.
 */
export async function liveJobs(db: Reads): Promise<JobRow[]> {
  const jobs = await db
    .selectFrom('jobs')
    .selectAll()
    .where('state', 'in', ['held', 'queued', 'sending', 'unsure'])
    .orderBy('id')
    .execute()
  const isBegun = (job: JobRow): boolean => progressOf(job).length > 0
  return [...jobs.filter(isBegun), ...jobs.filter((job) => !isBegun(job))]
}

/** Jobs in these states as screens show them, oldest first. */
export async function jobViews(db: Reads, states: readonly JobState[]): Promise<JobView[]> {
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .selectAll('jobs')
    .select(['handles.username', 'agents.initials'])
    .where('jobs.state', 'in', states)
    .orderBy('jobs.id')
    .execute()
  return rows.map((row) => jobView(row, row.username, row.initials))
}

/** One job as screens show it. @throws Failure `job.missing` */
export async function jobViewOf(db: Reads, jobId: string): Promise<JobView> {
  const row = await db
    .selectFrom('jobs')
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .selectAll('jobs')
    .select(['handles.username', 'agents.initials'])
    .where('jobs.id', '=', jobId)
    .executeTakeFirst()
  if (!row) throw new Failure('job.missing', { jobId })
  return jobView(row, row.username, row.initials)
}

/**
 * Moves a job on, if it still is in the state that the caller saw, and keeps its ticket in step.
 * @throws Failure `job.left` when it is not, or when the rules know no such move
 */
export async function move(
  tx: Tx,
  job: Pick<JobRow, 'id' | 'ticket_id' | 'state'>,
  to: JobState,
  set: Omit<Updateable<JobsTable>, 'state' | 'failure'> & { failure?: Failure | null } = {},
): Promise<void> {
  if (!mayMove(JobState.parse(job.state), to)) throw new Failure('job.left', { jobId: job.id })
  const { failure, ...columns } = set
  // Whether it left unsent, or did not leave: the post that it was to stand under may be another one by the next try.
  const isUnsent = (job.state === 'sending' || job.state === 'unsure') && to !== 'sent' && to !== 'unsure'
  if (isUnsent) columns.payload = (await unplaced(tx.db, await jobById(tx.db, job.id))).payload
  const result = await tx.db
    .updateTable('jobs')
    .set({
      ...columns,
      state: to,
      ...(failure === undefined
        ? {}
        : { failure: failure === null ? null : JSON.stringify(toWire(failure)) }),
    })
    .where('id', '=', job.id)
    .where('state', '=', job.state)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Failure('job.left', { jobId: job.id })
  await touched(tx, job)
}

/** Stays queued until then: its files could not be brought to X yet. */
export async function waitAgain(
  tx: Tx,
  job: Pick<JobRow, 'id' | 'ticket_id' | 'tries'>,
  nextTryAt: number | null,
  failure: Failure,
): Promise<void> {
  await tx.db
    .updateTable('jobs')
    .set({ next_try_at: nextTryAt, tries: job.tries + 1, failure: JSON.stringify(toWire(failure)) })
    .where('id', '=', job.id)
    .execute()
  await touched(tx, job)
}

/** Tells that a job changed, and brings its ticket up to date; a notice is told of with its brand. */
export async function touched(tx: Tx, job: Pick<JobRow, 'id' | 'ticket_id'>): Promise<void> {
  tx.touch.job(job.id)
  if (job.ticket_id !== null) {
    await refreshTicket(tx, job.ticket_id)
    return
  }
  const notice = tx.raw<{ brandId: string }>(brandOfNotice).get(job.id)
  if (notice) tx.touch.brand(notice.brandId)
}

const brandOfNotice = `
  SELECT n.brand_id AS brandId FROM notice_posts p JOIN notices n ON n.id = p.notice_id WHERE p.job_id = ?`
