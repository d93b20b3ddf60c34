/** @file Asking a customer how it went: the question goes out as a direct message like any other. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import { en } from '../../shared/messages/en.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Clock } from '../../shared/clock.ts'
import { Category } from '../../shared/domain/triage.ts'
import { record } from '../audit/audit.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database, Reads } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { hasWish } from '../guards/wishes.ts'
import { addJob } from '../outbox/jobs.ts'
import type { CallContext } from '../rpc-context.ts'
import { conversationOf, firstMessage } from './rows.ts'
import { mayNotAsk, type AskFacts } from './rules.ts'

type Methods = 'csat.ask' | 'csat.summary'

const monthMs = 30 * 86_400_000

/** A question whose message never went out was never asked. */
const neverAsked = ['recalled', 'dropped', 'refused'] as const

async function ticketToAsk(db: Reads, ticketId: string) {
  const ticket = await db
    .selectFrom('tickets')
    .innerJoin('handles', 'handles.id', 'tickets.handle_id')
    .leftJoin('ticket_triage', 'ticket_triage.ticket_id', 'tickets.id')
    .select(['tickets.brand_id as brandId', 'tickets.handle_id as handleId', 'tickets.status'])
    .select(['tickets.customer_id as xUserId', 'tickets.incident_id as incidentId'])
    .select(['handles.x_user_id as us', 'ticket_triage.category'])
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  return ticket
}

type Ticket = Awaited<ReturnType<typeof ticketToAsk>>

async function factsOf(db: Reads, ticket: Ticket): Promise<AskFacts> {
  const { brandId, xUserId } = ticket
  const { on, periodDays } = await brandSetting(db, brandId, 'csat')
  const first = await firstMessage(db, conversationOf(ticket.us, xUserId))
  const last = await db
    .selectFrom('csat_asks')
    .innerJoin('jobs', 'jobs.id', 'csat_asks.job_id')
    .select('csat_asks.asked_at as at')
    .where('csat_asks.brand_id', '=', brandId)
    .where('csat_asks.x_user_id', '=', xUserId)
    .where('jobs.state', 'not in', neverAsked)
    .orderBy('csat_asks.asked_at', 'desc')
    .executeTakeFirst()
  return {
    isOn: on,
    hasDm: first !== null,
    customerOpened: first?.senderId === xUserId,
    saidStop: (await hasWish(db, ticket, 'no-survey')) || (await hasWish(db, ticket, 'leave-alone')),
    askedAt: last?.at ?? null,
    periodDays,
    category: Category.nullable().parse(ticket.category),
    inIncident: ticket.incidentId !== null,
  }
}

export function csatService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'csat.ask': ({ ticketId }) =>
      database.write(async (tx) => {
        const ticket = await ticketToAsk(tx.db, ticketId)
        const reason = mayNotAsk(await factsOf(tx.db, ticket), tx.at)
        if (reason !== null) throw new Failure('csat.not-now', { reason })
        const live = await tx.db
          .selectFrom('jobs')
          .select('id')
          .where('ticket_id', '=', ticketId)
          .where('state', 'in', ['held', 'queued', 'sending', 'unsure', 'stopped', 'ask'])
          .executeTakeFirst()
        if (live) throw new Failure('reply.already-out', {})
        const { text } = await brandSetting(tx.db, ticket.brandId, 'csat')
        const wasSolved = ticket.status === 'solved'
        const job = await addJob(tx, {
          kind: 'dm',
          payload: { text: text === '' ? en['csat.text'] : text, participantId: ticket.xUserId },
          handleId: ticket.handleId,
          ticketId,
          // A question about what is over opens nothing.
          solves: wasSolved,
        })
        await tx.db
          .insertInto('csat_asks')
          .values({
            id: newId(tx.at),
            brand_id: ticket.brandId,
            x_user_id: ticket.xUserId,
            ticket_id: ticketId,
            job_id: job.id,
            asked_at: tx.at,
            was_solved: wasSolved ? 1 : 0,
          })
          .execute()
        await record(tx, {
          event: 'csat.asked',
          actionId: newId(tx.at),
          ticketId,
          brandId: ticket.brandId,
          jobId: job.id,
          undoable: false,
        })
        return job
      }),

    'csat.summary': async ({ brandId }) => {
      const rows = await database.read
        .selectFrom('csat_asks')
        .innerJoin('jobs', 'jobs.id', 'csat_asks.job_id')
        .select('csat_asks.score')
        .where('csat_asks.brand_id', '=', brandId)
        .where('csat_asks.asked_at', '>', clock.now() - monthMs)
        .where('jobs.state', 'not in', neverAsked)
        .execute()
      const scores = rows.flatMap(({ score }) => score ?? [])
      const sum = scores.reduce((total, score) => total + score, 0)
      return {
        asked: rows.length,
        answered: scores.length,
        average: scores.length === 0 ? null : sum / scores.length,
      }
    },
  }
}
