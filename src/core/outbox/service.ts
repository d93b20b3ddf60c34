/**
 * @file What agents do with outgoing messages: send (into the hold), recall, settle. Writes rows only; the engine
 * moves them.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { routesOf } from '../replies/routes.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import type { XGateway } from '../x/gateway.ts'
import { checkLength } from './length.ts'
import { findSynced } from './confirm.ts'
import { markSent, retireHold, settleAsSent } from './outcome.ts'
import { laneOf, type JobKind } from './payload.ts'
import { jobById, jobView, liveJobs, move, type JobRow } from './repo.ts'
import { holdMs, looksAtMost, mayRepeatFrom } from './rules.ts'

type Methods = 'reply.send' | 'reply.recall' | 'reply.settle'
type Parts = { database: Database; x: Pick<XGateway, 'dateOffsetMs'>; clock: Clock; xWebOrigin: string }

/** Takes a message that has not left back into its draft; its ticket needs a reply again. */
async function recallJob(tx: Tx, job: JobRow): Promise<UndoResult> {
  // Nobody knows whether it went out: taking it back would say that it did not.
  if (job.state === 'unsure') throw new Failure('job.left', { jobId: job.id })
  await move(tx, job, 'recalled', { settled_at: tx.at })
  const channel = job.kind === 'dm' ? 'dm' : 'public'
  await toDraft(tx, job)
  await retireHold(tx, job.id)
  await record(tx, {
    event: 'reply.recalled',
    actionId: newId(tx.at),
    ticketId: job.ticket_id,
    brandId: job.brand_id,
    jobId: job.id,
    undoable: false,
  })
  return { event: 'reply.held', ticketIds: [job.ticket_id], reach: 'recalled', channel }
}

/** Undoes a held message; see `undoLast` for what an undoer promises. @throws `job.left` when it is on its way */
export const undoHeld = async (tx: Tx, row: { job_id: string | null }): Promise<UndoResult> =>
  recallJob(tx, await jobById(tx.db, must(row.job_id, 'a held message names its job')))

/** Takes every message of a brand that has not left back into its draft: its brand goes, and nothing of it may leave. */
export async function recallOfBrand(tx: Tx, brandId: string): Promise<void> {
  for (const job of await liveJobs(tx.db))
    if (job.brand_id === brandId && (job.state === 'held' || job.state === 'queued')) await recallJob(tx, job)
}

/** Puts the text before whatever was typed since; nothing typed is lost. */
async function toDraft(tx: Tx, job: JobRow): Promise<void> {
  const channel = job.kind === 'dm' ? 'dm' : 'public'
  const { text } = jobView(job, '', null)
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

export function outboxService({
  database,
  x,
  clock,
  xWebOrigin,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'reply.send': async ({ ticketId, channel, text, targetPostId, solves }) => {
      checkLength(channel, text)
      return database.write(async (tx) => {
        const ticket = await tx.db
          .selectFrom('tickets')
          .innerJoin('handles', 'handles.id', 'tickets.handle_id')
          .select([
            'tickets.brand_id',
            'tickets.handle_id',
            'tickets.customer_id',
            'tickets.status',
            'tickets.owner_agent_id',
            'handles.username',
          ])
          .where('tickets.id', '=', ticketId)
          .executeTakeFirst()
        if (!ticket) throw new Failure('ticket.missing', { ticketId })
        const live = await tx.db
          .selectFrom('jobs')
          .select(['state', 'looks'])
          .where('ticket_id', '=', ticketId)
          .where('state', 'in', ['held', 'queued', 'sending', 'unsure'])
          .executeTakeFirst()
        if (live) throw new Failure('reply.already-out', {})

        const routes = await routesOf(tx.db, ticketId, xWebOrigin)
        const kind: JobKind = channel === 'dm' ? 'dm' : 'reply'
        if (channel === 'dm' && !routes.dm.open)
          throw new Failure('reply.no-route', { reason: routes.dm.reason })
        // A newer message may have moved the target since the composer showed it: then the agent looks again.
        if (
          channel === 'public' &&
          (routes.public.open === 'no' || routes.public.targetPostId !== targetPostId)
        ) {
          throw new Failure('reply.no-route', {
            reason: routes.public.open === 'no' ? routes.public.reason : 'target-moved',
          })
        }
        const payload =
          channel === 'dm' ? { text, participantId: ticket.customer_id } : { text, targetPostId }

        const agent = await currentAgent(tx.db)
        const actionId = newId(tx.at)
        const job = await tx.db
          .insertInto('jobs')
          .values({
            id: newId(tx.at),
            kind,
            lane: laneOf(ticket.brand_id, kind),
            ticket_id: ticketId,
            brand_id: ticket.brand_id,
            handle_id: ticket.handle_id,
            agent_id: agent?.id ?? null,
            payload: JSON.stringify(payload),
            solves: solves ? 1 : 0,
            state: 'held',
            created_at: tx.at,
            release_at: tx.at + holdMs[channel],
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await tx.db
          .deleteFrom('drafts')
          .where('ticket_id', '=', ticketId)
          .where('channel', '=', channel)
          .execute()
        await tx.db
          .updateTable('tickets')
          .set({
            status: ticket.status === 'new' ? 'open' : ticket.status,
            owner_agent_id: ticket.owner_agent_id ?? agent?.id ?? null,
          })
          .where('id', '=', ticketId)
          .execute()
        await record(tx, {
          event: 'reply.held',
          actionId,
          ticketId,
          brandId: ticket.brand_id,
          jobId: job.id,
          undoable: true,
        })
        tx.touch.job(job.id)
        await refreshTicket(tx, ticketId)
        return jobView(job, ticket.username, agent?.initials ?? null)
      })
    },

    'reply.recall': ({ jobId }) => database.write(async (tx) => recallJob(tx, await jobById(tx.db, jobId))),

    'reply.settle': ({ jobId, decision }) =>
      database.write(async (tx) => {
        const job = await jobById(tx.db, jobId)
        const repeats = decision === 'send-again' || decision === 'to-draft'
        if (repeats && job.state === 'unsure') {
          // It may have shown up since the agent was told: then it is not sent a second time.
          const arrived = await findSynced(tx.db, x, job)
          if (arrived) {
            await markSent(tx, job, arrived)
            return {}
          }
          const decideAt = mayRepeatFrom(job.sending_at ?? job.created_at)
          if (job.looks < looksAtMost && clock.now() < decideAt)
            throw new Failure('job.looking', { decideAt })
        }
        switch (decision) {
          case 'was-sent':
            await settleAsSent(tx, job, (job.sending_at ?? job.created_at) + x.dateOffsetMs())
            break
          case 'send-again':
            await move(tx, job, 'queued', {
              next_try_at: null,
              looks: 0,
              failure: null,
              release_at: clock.now(),
            })
            break
          case 'to-draft':
            await toDraft(tx, job)
            await move(tx, job, 'recalled', { settled_at: tx.at })
            await retireHold(tx, job.id)
            break
          case 'drop':
            await move(tx, job, 'dropped', { settled_at: tx.at })
            await retireHold(tx, job.id)
        }
        await record(tx, {
          event: 'reply.settled',
          actionId: newId(tx.at),
          ticketId: job.ticket_id,
          brandId: job.brand_id,
          jobId,
          undoable: false,
        })
        return {}
      }),
  }
}
