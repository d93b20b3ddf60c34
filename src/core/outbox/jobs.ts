/** @file Writes a new job: held, or frozen at once where its brand is stopped, with what its agent saw. */
import type { Override } from '../../shared/domain/guard.ts'
import { Failure } from '../../shared/errors.ts'
import type { ApprovalWhy } from '../../shared/domain/approval.ts'
import type { AskReason, JobKind, JobView } from '../../shared/domain/outbox.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import { isUnapproved, whysFor } from '../approvals/rules.ts'
import { brandSettingNow } from '../brands/settings.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { approvalAsked } from '../guards/approvals.ts'
import { passGuards, recordOverrides } from '../guards/enforce.ts'
import { kinds, laneOf } from './kinds/kinds.ts'
import type { heldEvents } from './outcome.ts'
import { jobView, touched } from './repo.ts'
import { seenNow } from './seen.ts'
import { isStopped } from './stops.ts'

export type NewJob = {
  kind: JobKind
  handleId: string
  ticketId: string | null
  payload: unknown
  solves?: boolean
  scheduledAt?: number | null
  /** Of several jobs that one act writes: undo takes them back together. */
  actionId?: string
  /** Confirmed already: it is not held. */
  isConfirmed?: boolean
  /** Why it waits for another agent's word, beside its author being a trainee; see core/approvals. */
  approval?: readonly ApprovalWhy[]
  /** Why it goes out in spite of what the guards found. */
  override?: Override | undefined
}

/** How long a brand holds what leaves, ms. */
export async function holdOf(tx: Tx, brandId: string, kind: JobKind): Promise<number> {
  const brand = await tx.db
    .selectFrom('brands')
    .select(['hold_public_ms', 'hold_dm_ms'])
    .where('id', '=', brandId)
    .executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId })
  return kind === 'dm' ? brand.hold_dm_ms : brand.hold_public_ms
}

/** No brand's job stands in the history of another brand's ticket. @throws Failure `ticket.missing` */
async function mustBeOfBrand(tx: Tx, ticketId: string, brandId: string): Promise<void> {
  const ticket = await tx.db
    .selectFrom('tickets')
    .select('id')
    .where('id', '=', ticketId)
    .where('brand_id', '=', brandId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
}

const heldEvent = (kind: JobKind, ticketId: string | null): (typeof heldEvents)[number] =>
  !kinds[kind].isMessage ? 'action.held' : ticketId === null ? 'post.held' : 'reply.held'

/** Its words pass the guards, where it carries any. @returns what was let through, and why it waits for another agent */
async function guarded(tx: Tx, job: NewJob, brandId: string, payload: string) {
  const { channel, text, attachmentIds, parts } = kinds[job.kind].show({ payload })
  if (text === '' && attachmentIds.length === 0) return { letThrough: [], asked: [] }
  const { handleId, ticketId } = job
  // What stands between two posts of a chain would hide what was cut in two.
  const whole = parts.length > 1 ? parts.join(' ') : text
  const draft = { brandId, handleId, ticketId, channel, text: whole, attachmentIds }
  return {
    letThrough: await passGuards(tx, draft, job.override),
    asked: await approvalAsked(tx.db, draft),
  }
}

/**
 * @throws Failure `handle.missing`; `brand.read-only`; `ticket.missing` for one of another brand; `schedule.past` for an instant that is
 * over; `guard.stopped`; `approval.no-author` where another agent's word is wanted and nobody said who writes
 */
export async function addJob(tx: Tx, job: NewJob): Promise<JobView> {
  const { kind, ticketId, handleId } = job
  const scheduledAt = job.scheduledAt ?? null
  if (scheduledAt !== null && scheduledAt <= tx.at) throw new Failure('schedule.past', {})
  const handle = await tx.db
    .selectFrom('handles')
    .select(['brand_id', 'username', 'state'])
    .where('id', '=', handleId)
    .executeTakeFirst()
  if (!handle || handle.state === 'removed') throw new Failure('handle.missing', { handleId })
  if (!brandSettingNow(tx, handle.brand_id, 'goLive').live) throw new Failure('brand.read-only', {})
  if (ticketId !== null) await mustBeOfBrand(tx, ticketId, handle.brand_id)
  const payload = kinds[kind].write(job.payload)
  const { letThrough, asked } = await guarded(tx, job, handle.brand_id, payload)
  const hold = job.isConfirmed ? 0 : await holdOf(tx, handle.brand_id, kind)
  const isFrozen = await isStopped(tx.db, { brand_id: handle.brand_id, released_at: null })
  const seen = await seenNow(tx.db, { kind, handle_id: handleId, ticket_id: ticketId, payload })
  const agent = await currentAgent(tx.db)
  const whys = whysFor(agent, [...(job.approval ?? []), ...asked])
  if (whys.length > 0 && !agent) throw new Failure('approval.no-author', {})
  const approval = whys.length > 0 ? JSON.stringify(whys) : null
  const waits = isUnapproved({ approval, approved_at: null })
  const row = await tx.db
    .insertInto('jobs')
    .values({
      id: newId(tx.at),
      kind,
      lane: laneOf(handle.brand_id, kind),
      ticket_id: ticketId,
      brand_id: handle.brand_id,
      handle_id: handleId,
      agent_id: agent?.id ?? null,
      payload,
      seen: JSON.stringify(seen),
      solves: job.solves ? 1 : 0,
      state: isFrozen ? 'stopped' : waits ? 'ask' : 'held',
      asks: waits && !isFrozen ? JSON.stringify(['approval'] satisfies AskReason[]) : null,
      approval,
      stopped_at: isFrozen ? tx.at : null,
      created_at: tx.at,
      release_at: scheduledAt ?? tx.at + hold,
      scheduled_at: scheduledAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(tx, {
    event: heldEvent(kind, ticketId),
    actionId: job.actionId ?? newId(tx.at),
    ticketId,
    brandId: handle.brand_id,
    jobId: row.id,
    undoable: true,
  })
  await recordOverrides(tx, { id: row.id, ticketId, brandId: handle.brand_id }, letThrough, job.override)
  if (isFrozen) tx.touch.session()
  await touched(tx, row)
  return jobView(row, handle.username, agent?.initials ?? null)
}
