/** @file Reads from the database what stands around a job: when it is written, and again when it is to leave. */
import type { AskReason } from '../../shared/domain/outbox.ts'
import { isUnapproved } from '../approvals/rules.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { hasOpenIncident } from '../incidents/open.ts'
import { noticeOfJob, noticeUnder } from '../notices/under.ts'
import { kinds } from './kinds/kinds.ts'
import { asksOf, Seen, type Now } from './recheck.ts'
import { progressOf, type JobRow } from './row.ts'
import { isCalled } from '../posts/called.ts'

type About = Pick<JobRow, 'kind' | 'handle_id' | 'ticket_id' | 'payload'>

async function newest(db: Reads, ticketId: string, role: 'customer' | 'ours') {
  const item = await db
    .selectFrom('ticket_items')
    .select(['item_id as id', 'at'])
    .where('ticket_id', '=', ticketId)
    .where('role', '=', role)
    .orderBy('at', 'desc')
    .orderBy('item_id', 'desc')
    .executeTakeFirst()
  return item ?? null
}

/** The job's ticket, and for a direct message those that hold direct messages of that person. */
async function ticketsOf(db: Reads, job: About): Promise<string[]> {
  const own = job.ticket_id === null ? [] : [job.ticket_id]
  const { targetPersonId } = kinds[job.kind].show(job)
  if (job.kind !== 'dm' || targetPersonId === null) return own
  const talks = await db
    .selectFrom('tickets')
    .select('id')
    .where('handle_id', '=', job.handle_id)
    .where('customer_id', '=', targetPersonId)
    .where('has_dm', '=', 1)
    .execute()
  return [...new Set([...own, ...talks.map(({ id }) => id)])]
}

/** A post by any id of its history; undefined when it is not here. */
const postOf = (db: Reads, postId: string) =>
  db
    .selectFrom('posts')
    .select(['id', 'latest_id as latestId'])
    .where(isCalled('posts', [postId]))
    .executeTakeFirst()

/** What the agent sees around a job that is being written. */
export async function seenNow(db: Reads, job: About): Promise<Seen> {
  const handle = await db
    .selectFrom('handles')
    .select(['x_user_id as xUserId', 'username', 'app_id as appId', 'auth'])
    .where('id', '=', job.handle_id)
    .executeTakeFirstOrThrow()
  const tickets = []
  if (kinds[job.kind].isMessage)
    for (const ticketId of await ticketsOf(db, job))
      tickets.push({
        ticketId,
        customer: await newest(db, ticketId, 'customer'),
        ours: await newest(db, ticketId, 'ours'),
      })
  const { targetPostId } = kinds[job.kind].show(job)
  const target = targetPostId === null ? undefined : await postOf(db, targetPostId)
  return { handle, tickets, target: target ?? null }
}

/**
 * Why a job must not leave by itself now; empty when it may. A chain that has begun goes on as one unit.
 * @param at epoch ms
 */
export async function asksNow(db: Reads, job: JobRow, at: number): Promise<AskReason[]> {
  const approval: AskReason[] = isUnapproved(job) ? ['approval'] : []
  const seen = fromJson(Seen, job.seen)
  if (seen === null || progressOf(job).length > 0) return approval
  const now: Now = {
    ...(await seenNow(db, job)),
    canSpeak: await canSpeak(db, job.handle_id),
    isTargetGone: seen.target !== null && (await isGone(db, seen.target.id)),
    isOursFromHere: () => false,
    // What tells everybody of an incident is written because of it.
    isIncident: await hasOpenIncident(db, job.brand_id, (await noticeOfJob(db, job.id))?.incidentId ?? null),
    isNothingAbove: !['under', undefined].includes((await noticeUnder(db, job))?.kind),
  }
  const fromHere = new Set<string>()
  for (const { ticketId, ours } of now.tickets)
    if (ours !== null && (await isFromHere(db, ours.id))) fromHere.add(ticketId)
  const changed = asksOf(
    seen,
    { ...now, isOursFromHere: (ticketId) => fromHere.has(ticketId) },
    { at, scheduledAt: job.scheduled_at },
  )
  return [...approval, ...changed]
}

async function canSpeak(db: Reads, handleId: string): Promise<boolean> {
  const handle = await db
    .selectFrom('handles')
    .select('state')
    .where('id', '=', handleId)
    .executeTakeFirstOrThrow()
  return handle.state === 'connected' || handle.state === 'memory-only'
}

async function isGone(db: Reads, postId: string): Promise<boolean> {
  const buried = await db
    .selectFrom('tombstones')
    .select('item_id')
    .where('kind', '=', 'post')
    .where('item_id', '=', postId)
    .executeTakeFirst()
  return buried !== undefined || (await postOf(db, postId)) === undefined
}

async function isFromHere(db: Reads, itemId: string): Promise<boolean> {
  const job = await db.selectFrom('jobs').select('id').where('sent_item_id', '=', itemId).executeTakeFirst()
  if (job) return true
  const part = await db
    .selectFrom('job_parts')
    .select('job_id')
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return part !== undefined
}
