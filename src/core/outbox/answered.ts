/**
 * @file Replies that X refused because the handle was not called upon are written on X's own site. Once such an answer
 * is here, the refused reply asks nothing more of anybody.
 */
import { z } from 'zod'
import { WireFailure } from '../../shared/errors.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import { retireHold } from './outcome.ts'
import { jobById, move } from './repo.ts'
import type { JobRow } from './row.ts'

/** The refusals whose way out is X's own site. */
const Closed = z.object({
  code: z.literal('x.refused'),
  data: z.object({ reason: z.enum(['not-summoned', 'replies-restricted']) }),
})

const isClosed = (job: JobRow): boolean => Closed.safeParse(fromJson(WireFailure, job.failure)).success

/** The customer's newest message is answered by a post of ours that came after the refusal. */
async function isAnswered(db: Reads, job: JobRow, offsetMs: number): Promise<boolean> {
  const ticket = await db
    .selectFrom('tickets')
    .select(['newest_customer_at', 'newest_outbound_at'])
    .where('id', '=', job.ticket_id)
    .executeTakeFirst()
  const answeredAt = ticket?.newest_outbound_at ?? null
  if (!ticket || answeredAt === null || answeredAt < ticket.newest_customer_at) return false
  return answeredAt >= Math.floor(((job.sending_at ?? job.created_at) + offsetMs) / 1_000) * 1_000
}

async function settle(tx: Tx, seen: JobRow): Promise<void> {
  const job = await jobById(tx.db, seen.id)
  if (job.state !== 'refused') return
  await move(tx, job, 'dropped', { settled_at: tx.at })
  await retireHold(tx, job.id)
  recordNow(tx, 'x', {
    event: 'ticket.answered-elsewhere',
    actionId: newId(tx.at),
    ticketId: job.ticket_id,
    brandId: job.brand_id,
    jobId: job.id,
    undoable: false,
  })
}

/**
 * Settles every refused reply whose ticket was answered on X since.
 * @param offsetMs X's clock minus ours · @returns how many still wait for such an answer
 */
export async function settleAnswered(database: Database, offsetMs: number): Promise<number> {
  const refused = await database.read
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'refused')
    .where('settled_at', 'is', null)
    .where('ticket_id', 'is not', null)
    .where('kind', 'in', ['reply', 'chain'])
    .execute()
  let waiting = 0
  for (const job of refused) {
    if (!isClosed(job)) continue
    if (await isAnswered(database.read, job, offsetMs)) await database.write((tx) => settle(tx, job))
    else waiting++
  }
  return waiting
}
