/** @file Why a ticket is due when it is: each running clock with the stretches of business time of which it is the sum. */
import type { DeadlineView } from '../../shared/domain/deadline.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { policiesOf } from './policy.ts'
import { replyClock, resolutionClock, type RunningClock, type TicketFacts } from './rules.ts'

/** The running clocks of a ticket, the reply first; none while they stand. @throws Failure `ticket.missing` */
export async function explainDeadlines(read: Reads, ticketId: string): Promise<DeadlineView[]> {
  const { brandId, facts } = await factsOf(read, ticketId)
  const { zone, time, targets } = must((await policiesOf(read)).get(brandId), 'every brand has a policy')
  const view = ({ kind, from, targetMs, pauses }: RunningClock): DeadlineView => {
    const dueAt = time.plus(from, targetMs, pauses)
    return { kind, from, targetMs, dueAt, zone, parts: time.spansBetween(from, dueAt, pauses) }
  }
  return [replyClock(facts, targets), resolutionClock(facts, targets)].flatMap((clock) =>
    clock ? [view(clock)] : [],
  )
}

async function factsOf(read: Reads, ticketId: string): Promise<{ brandId: string; facts: TicketFacts }> {
  const row = await read
    .selectFrom('tickets')
    .select(['brand_id as brandId', 'status', 'priority', 'opened_at as openedAt', 'clock_from as clockFrom'])
    .select(['oldest_unanswered_at as oldestUnansweredAt', 'newest_outbound_at as newestOutboundAt'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw new Failure('ticket.missing', { ticketId })
  const pauses = await read
    .selectFrom('ticket_pauses')
    .select(['status', 'from_at as from', 'until_at as until'])
    .where('ticket_id', '=', ticketId)
    .orderBy('from_at')
    .execute()
  // What `unsettled` of core/tickets/refresh.ts asks on the writer.
  const trouble = await read
    .selectFrom('jobs')
    .select(({ fn }) => fn.min('created_at').as('at'))
    .where('ticket_id', '=', ticketId)
    .where('settled_at', 'is', null)
    .where('kind', 'in', ['reply', 'chain', 'dm'])
    .where('state', 'in', ['refused', 'unsure', 'missed', 'stopped', 'ask'])
    .executeTakeFirst()
  const { brandId, newestOutboundAt, ...columns } = row
  return {
    brandId,
    facts: {
      ...columns,
      troubleAt: trouble?.at ?? null,
      isAnsweredBefore: newestOutboundAt !== null,
      pauses,
    },
  }
}
