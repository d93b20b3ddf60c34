/** @file The rows of outgoing messages. Every change of state goes through `move`, which asks the rules first. */
import type { Selectable, Updateable } from 'kysely'
import { z } from 'zod'
import { Failure, toWire, WireFailure } from '../../shared/errors.ts'
import { JobState, type JobView } from '../../shared/domain/ticket.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { JobsTable } from '../db/schema.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { mayMove } from './rules.ts'

export type JobRow = Selectable<JobsTable>

const StoredFailure = z.string().transform((json) => WireFailure.parse(JSON.parse(json)))

/** The failure that a row holds, as screens get it. */
export const storedFailure = (json: string | null): WireFailure | null =>
  json === null ? null : StoredFailure.parse(json)

/** The text of any payload; each kind has one. */
const PayloadText = z
  .string()
  .transform((json) => z.object({ text: z.string() }).parse(JSON.parse(json)).text)

/** The columns of a row that screens show. */
export type ShownJob = Pick<
  JobRow,
  | 'id'
  | 'kind'
  | 'ticket_id'
  | 'brand_id'
  | 'payload'
  | 'state'
  | 'created_at'
  | 'release_at'
  | 'next_try_at'
  | 'failure'
  | 'solves'
>

/** A row as screens show it. */
export function jobView(row: ShownJob, username: string, agentInitials: string | null): JobView {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    brandId: row.brand_id,
    username,
    channel: row.kind === 'dm' ? 'dm' : 'public',
    text: PayloadText.parse(row.payload),
    state: JobState.parse(row.state),
    createdAt: row.created_at,
    releaseAt: row.state === 'held' ? row.release_at : null,
    nextTryAt: row.next_try_at,
    failure: storedFailure(row.failure),
    solves: row.solves === 1,
    agentInitials,
  }
}

/** @throws Failure `job.missing` */
export async function jobById(db: Reads, jobId: string): Promise<JobRow> {
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  if (!row) throw new Failure('job.missing', { jobId })
  return row
}

/** Everything that is not settled, oldest first: the order in which a lane is served. */
export const liveJobs = (db: Reads): Promise<JobRow[]> =>
  db
    .selectFrom('jobs')
    .selectAll()
    .where('state', 'in', ['held', 'queued', 'sending', 'unsure'])
    .orderBy('id')
    .execute()

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
  tx.touch.job(job.id)
  await refreshTicket(tx, job.ticket_id)
}
