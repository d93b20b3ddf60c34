/** @file What an agent decides about a job that has not left, or whose outcome nobody knows: taking back, sending, dropping. */
import type { Clock } from '../../shared/clock.ts'
import type { Release } from '../../shared/domain/outbox.ts'
import { joinParts } from '../../shared/domain/parts.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import { isUnapproved } from '../approvals/rules.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { XGateway } from '../x/gateway.ts'
import { usesReturn } from '../macros/uses.ts'
import { noticeGone } from '../notices/out.ts'
import { noticeOfJob, unplaced } from '../notices/under.ts'
import { backToCompose } from './compose.ts'
import { kinds } from './kinds/kinds.ts'
import { markSent, retireHold, settleAsSent } from './outcome.ts'
import { jobById, move, touched } from './repo.ts'
import { progressOf, type JobRow } from './row.ts'
import { looksAtMost, mayRepeatFrom } from './rules.ts'
import { seenNow } from './seen.ts'
import { isStopped } from './stops.ts'

export type Deciding = { x: Pick<XGateway, 'dateOffsetMs'>; clock: Clock }
export type Decision = 'was-sent' | 'send-again' | 'to-draft' | 'drop'

const tell = (tx: Tx, job: JobRow, event: string): Promise<string> =>
  record(tx, {
    event,
    actionId: newId(tx.at),
    ticketId: job.ticket_id,
    brandId: job.brand_id,
    jobId: job.id,
    undoable: false,
  })

/** It will not leave; what waited for it in its notice may go on. */
async function end(tx: Tx, job: JobRow, as: 'recalled' | 'dropped'): Promise<void> {
  await move(tx, job, as, { settled_at: tx.at })
  await retireHold(tx, job.id)
  await noticeGone(tx, job)
}

/** Takes a job that has not left back: its words are a draft again, and its ticket needs a reply. @throws `job.left` */
export async function recallJob(tx: Tx, job: JobRow): Promise<UndoResult> {
  // Nobody knows whether it went out: taking it back would say that it did not.
  if (job.state === 'unsure') throw new Failure('job.left', { jobId: job.id })
  await end(tx, job, 'recalled')
  await toDraft(tx, job)
  const { isMessage } = kinds[job.kind]
  const isPost = isMessage && job.ticket_id === null && !(await noticeOfJob(tx.db, job.id))
  await tell(tx, job, isMessage ? 'reply.recalled' : 'action.recalled')
  return {
    event: isMessage ? 'reply.held' : 'action.held',
    ticketIds: job.ticket_id === null ? [] : [job.ticket_id],
    reach: 'recalled',
    channel: !isMessage || job.ticket_id === null ? null : job.kind === 'dm' ? 'dm' : 'public',
    composeBrandId: isPost ? job.brand_id : null,
    ...(job.kind === 'edit'
      ? { editPostId: kinds.edit.show(job).targetPostId, editBrandId: job.brand_id }
      : {}),
  }
}

/** Undoes a held job; see `undoLast` for what an undoer promises. @throws `job.left` when it is on its way */
export const undoHeld = async (tx: Tx, row: { job_id: string | null }): Promise<UndoResult> =>
  recallJob(tx, await jobById(tx.db, must(row.job_id, 'a held job is named')))

/**
 * Takes back the newest send of whoever sits here that has not left; what is scheduled has its own place.
 * @throws `undo.nothing`
 */
export async function recallNewest(tx: Tx): Promise<UndoResult> {
  const agent = await currentAgent(tx.db)
  const newest = await tx.db
    .selectFrom('jobs')
    .selectAll()
    .where('state', 'in', ['held', 'queued', 'stopped', 'ask'])
    .where('scheduled_at', 'is', null)
    .where('agent_id', agent ? '=' : 'is', agent?.id ?? null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!newest) throw new Failure('undo.nothing', {})
  return recallJob(tx, newest)
}

/** Takes everything of a brand that has not left back into its drafts: its brand goes, and nothing of it may leave. */
export async function recallOfBrand(tx: Tx, brandId: string): Promise<void> {
  const jobs = await tx.db
    .selectFrom('jobs')
    .select('id')
    .where('brand_id', '=', brandId)
    .where('state', 'in', ['held', 'queued', 'stopped', 'ask'])
    .orderBy('id')
    .execute()
  // One that ends may let another go on.
  for (const { id } of jobs) await recallJob(tx, await jobById(tx.db, id))
}

/** The parts of a message that X does not have. */
const partsLeft = (job: JobRow): readonly string[] =>
  kinds[job.kind].show(job).parts.slice(progressOf(job).length)

/** Puts parts that did not go out before whatever was typed since; nothing typed is lost. */
async function toDraft(tx: Tx, job: JobRow, left = partsLeft(job)): Promise<void> {
  if (!kinds[job.kind].isMessage) return
  // Its words stay with the notice, where they are written again.
  if (await noticeOfJob(tx.db, job.id)) return
  const { attachmentIds } = kinds[job.kind].show(job)
  if (job.ticket_id === null) {
    await backToCompose(tx, {
      brandId: job.brand_id,
      handleId: job.handle_id,
      parts: [...left],
      attachmentIds: [...attachmentIds],
      scheduledAt: job.scheduled_at,
    })
    return
  }
  await usesReturn(tx, job.id)
  const channel = job.kind === 'dm' ? 'dm' : 'public'
  const text = joinParts(left)
  const typed = await tx.db
    .selectFrom('drafts')
    .select(['text', 'revision'])
    .where('ticket_id', '=', job.ticket_id)
    .where('channel', '=', channel)
    .executeTakeFirst()
  const draft = {
    text: typed?.text ? `${text}\n${typed.text}` : text,
    revision: (typed?.revision ?? 0) + 1,
    updated_at: tx.at,
  }
  await tx.db
    .insertInto('drafts')
    .values({ ticket_id: job.ticket_id, channel, ...draft })
    .onConflict((conflict) => conflict.columns(['ticket_id', 'channel']).doUpdateSet(draft))
    .execute()
}

/** The states in which a job waits for an agent's word; Stop has a list of its own. */
const settled: ReadonlySet<string> = new Set(['refused', 'unsure', 'missed', 'ask'])

/** The agent's word on a job that is refused, unsure, missed or asks. @throws `job.looking`, `job.left` */
export async function settleJob(
  tx: Tx,
  job: JobRow,
  decision: Decision,
  { x, clock }: Deciding,
): Promise<void> {
  if (!settled.has(job.state)) throw new Failure('job.left', { jobId: job.id })
  const repeats = decision === 'send-again' || decision === 'to-draft'
  if (repeats && job.state === 'unsure') {
    // It may have shown up since the agent was told: then it is not sent a second time.
    const arrived = await kinds[job.kind].findSynced({ job, db: tx.db, x })
    if (arrived) {
      await markSent(tx, job, arrived)
      return
    }
    const decideAt = mayRepeatFrom(job.sending_at ?? job.created_at)
    if (job.looks < looksAtMost && clock.now() < decideAt) throw new Failure('job.looking', { decideAt })
  }
  switch (decision) {
    case 'was-sent':
      await wasSent(tx, job, (job.sending_at ?? job.created_at) + x.dateOffsetMs())
      break
    case 'send-again':
      await sendOn(tx, job, false)
      break
    case 'to-draft':
      await backToDraft(tx, job)
      break
    case 'drop':
      await end(tx, job, 'dropped')
  }
  await tell(tx, job, 'reply.settled')
}

async function backToDraft(tx: Tx, job: JobRow, left = partsLeft(job)): Promise<void> {
  await toDraft(tx, job, left)
  await end(tx, job, 'recalled')
}

/**
 * X has what was in doubt, by the agent's word. Of a chain that is one part, and nobody knows its id: what comes after
 * it cannot go under it, and becomes a draft.
 */
async function wasSent(tx: Tx, job: JobRow, at: number): Promise<void> {
  const rest = partsLeft(job).slice(1)
  if (rest.length === 0) await settleAsSent(tx, job, at)
  else await backToDraft(tx, job, rest)
}

/**
 * Lets a job go, as the agent sees things now.
 * @throws Failure `approval.needed` while it waits for another agent's word
 * @param isReleased it leaves though its brand is stopped: the agent took it from the release list
 */
async function sendOn(tx: Tx, job: JobRow, isReleased: boolean): Promise<void> {
  if (isUnapproved(job)) throw new Failure('approval.needed', {})
  const go = {
    seen: JSON.stringify(await seenNow(tx.db, await unplaced(tx.db, job))),
    asks: null,
    failure: null,
    next_try_at: null,
    looks: 0,
    release_at: tx.at,
    scheduled_at: null,
  }
  if (!isReleased && (await isStopped(tx.db, job)))
    await move(tx, job, 'stopped', { ...go, stopped_at: tx.at })
  else await move(tx, job, 'queued', { ...go, ...(isReleased ? { released_at: tx.at } : {}) })
}

/**
 * The agent's decision on a job that is stopped, asks or was missed, or on one that is scheduled.
 * @throws Failure `job.left` for any other, `schedule.past`
 */
export async function releaseJob(tx: Tx, job: JobRow, decision: Release, at: number | null): Promise<void> {
  const isScheduled = job.state === 'held' && job.scheduled_at !== null
  if (!isScheduled && job.state !== 'stopped' && job.state !== 'ask' && job.state !== 'missed')
    throw new Failure('job.left', { jobId: job.id })
  switch (decision) {
    case 'send':
      await sendOn(tx, job, true)
      break
    case 'reschedule':
      await reschedule(tx, job, at)
      break
    case 'to-draft':
      await recallJob(tx, job)
      break
    case 'drop':
      await end(tx, job, 'dropped')
  }
  tx.touch.session()
  await tell(tx, job, 'outbox.released')
}

async function reschedule(tx: Tx, job: JobRow, at: number | null): Promise<void> {
  if (at === null || at <= tx.at) throw new Failure('schedule.past', {})
  const chosen = {
    seen: JSON.stringify(await seenNow(tx.db, job)),
    asks: null,
    failure: null,
    next_try_at: null,
    release_at: at,
    scheduled_at: at,
    released_at: null,
  }
  // What waits for another agent's word stays where that agent looks.
  if (job.state === 'held' || isUnapproved(job)) {
    await tx.db.updateTable('jobs').set(chosen).where('id', '=', job.id).execute()
    await touched(tx, job)
  } else await move(tx, job, 'held', chosen)
}
