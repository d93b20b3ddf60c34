/** @file What follows once X has a post of a notice: its words are pinned, and what waited for it goes on. */
import { recordNow } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { memberIds } from '../incidents/members.ts'
import { kinds } from '../outbox/kinds/kinds.ts'
import { move } from '../outbox/repo.ts'
import type { JobRow } from '../outbox/row.ts'
import { isMissed } from '../outbox/rules.ts'
import { isStopped } from '../outbox/stops.ts'
import { noticeOfJob, noticeUnder } from './under.ts'

/** A job was sent; nothing happens where it is of no notice. */
export async function noticeOut(tx: Tx, job: JobRow): Promise<void> {
  const notice = await noticeOfJob(tx.db, job.id)
  if (!notice) return
  recordNow(tx, job.agent_id ?? 'core', {
    event: 'notice.posted',
    actionId: newId(tx.at),
    brandId: job.brand_id,
    jobId: job.id,
    after: { id: notice.id, kind: notice.kind },
    undoable: false,
  })
  if (notice.pins === 1) await pin(tx, job, notice)
  await goOn(tx, notice.id)
  tx.touch.brand(job.brand_id)
}

/** A job ended unsent: what waited for it goes on, where something is at X to stand under. */
export async function noticeGone(tx: Tx, job: JobRow): Promise<void> {
  const notice = await noticeOfJob(tx.db, job.id)
  if (notice) await goOn(tx, notice.id)
}

/** What everybody reads on X is what agents are shown, and what answers say. */
async function pin(tx: Tx, job: JobRow, notice: { id: string; incidentId: string | null }): Promise<void> {
  const { text } = kinds[job.kind].show(job)
  await tx.db.updateTable('notices').set({ pinned_text: text }).where('id', '=', notice.id).execute()
  if (notice.incidentId === null) return
  const incident = await tx.db
    .selectFrom('incidents')
    .select(['title', 'terms', 'status_text'])
    .where('id', '=', notice.incidentId)
    .where('over_at', 'is', null)
    .executeTakeFirst()
  if (!incident || incident.status_text === text) return
  await tx.db
    .updateTable('incidents')
    .set({ status_text: text })
    .where('id', '=', notice.incidentId)
    .execute()
  recordNow(tx, job.agent_id ?? 'core', {
    event: 'incident.changed',
    actionId: newId(tx.at),
    brandId: job.brand_id,
    before: { id: notice.incidentId, ...incident },
    after: { id: notice.incidentId, ...incident, status_text: text },
    undoable: false,
  })
  for (const ticketId of await memberIds(tx.db, notice.incidentId)) tx.touch.ticket(ticketId)
}

/** Posts that asked for no other reason than what was above them, which has a place by now, and whose time is not long past. */
async function goOn(tx: Tx, noticeId: string): Promise<void> {
  const asking = await tx.db
    .selectFrom('jobs')
    .innerJoin('notice_posts', 'notice_posts.job_id', 'jobs.id')
    .selectAll('jobs')
    .where('notice_posts.notice_id', '=', noticeId)
    .where('jobs.state', '=', 'ask')
    .where('jobs.asks', '=', JSON.stringify(['nothing-above']))
    .execute()
  for (const job of asking) {
    if (isMissed(job.release_at, tx.at)) continue
    if ((await noticeUnder(tx.db, job))?.kind !== 'under') continue
    if (await isStopped(tx.db, job)) await move(tx, job, 'stopped', { asks: null, stopped_at: tx.at })
    else await move(tx, job, 'queued', { asks: null })
  }
}
