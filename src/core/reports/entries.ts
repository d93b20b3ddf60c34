/**
 * @file From rows to entries: each names its ticket and when it counts. Every figure, share and list of tickets of a report
 * is made of these and of nothing else, so that none can disagree with another. Pure.
 *
 * [Note: What a time counts] A first or next reply took from the first message that waited to the first of ours after it,
 * a resolution from the ticket's first message to each time it was solved. In business time the clock is that of the
 * ticket's deadline: it runs while the brand is open, begins no earlier than the handle was connected, and leaves out
 * what the deadline leaves out. What waited before we were connected, what was over then and what needs no reply has no
 * time.
 */
import type { TimeClock, TimeId, TimeKind } from '../../shared/domain/report.ts'
import {
  replyClock,
  resolutionClock,
  type Pause,
  type Policy,
  type RunningClock,
  type TicketFacts,
} from '../deadlines/rules.ts'
import type { CountedRows, CsatRow, PromiseRow, ReplyRow } from './rows.ts'
import type { TicketRow } from './ticket-row.ts'

/** A ticket of the report, with what hangs on it. */
export type Counted = TicketRow & {
  replies: readonly ReplyRow[]
  promises: readonly PromiseRow[]
  csat: readonly CsatRow[]
}

/** How long one thing took, by each clock and kind of time. */
export type Took = {
  id: TimeId
  at: number
  agentId: string | null
  ms: Record<TimeClock, Record<TimeKind, number>>
  /** Whether it was within its target, by each clock. */
  within: Record<TimeClock, boolean>
}

/** What a ticket has in a stretch of time. */
export type Entries = {
  replies: ReplyRow[]
  times: Took[]
  /** When it was solved, and when it was taken up again. */
  solved: number[]
  reopened: number[]
  promises: PromiseRow[]
  asked: CsatRow[]
  rated: CsatRow[]
}

/** Puts rows to their tickets. What belongs to none of these tickets is of another brand. */
export function countedTickets({ tickets, replies, promises, csat }: CountedRows): Counted[] {
  const by = <Row extends { ticketId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> =>
    Map.groupBy(rows, ({ ticketId }) => ticketId)
  const [ofReplies, ofPromises, ofCsat] = [by(replies), by(promises), by(csat)]
  return tickets.map((ticket) => ({
    ...ticket,
    replies: ofReplies.get(ticket.id) ?? none,
    promises: ofPromises.get(ticket.id) ?? none,
    csat: ofCsat.get(ticket.id) ?? none,
  }))
}

const none: readonly never[] = []

/** What a ticket has from `from` on and before `until`. */
export function entriesOf(ticket: Counted, policy: Policy, from: number, until: number): Entries {
  const isIn = (at: number | null): boolean => at !== null && at >= from && at < until
  const solves = ticket.pauses.filter(({ status, from: at }) => status === 'solved' && isIn(at))
  const replies = ticket.replies.filter(({ at }) => isIn(at))
  const isTimed = ticket.importedAt === null && ticket.solvedHow !== 'no-reply-needed'
  return {
    replies,
    times: isTimed
      ? [
          ...replies.flatMap((reply) => replyTime(ticket, reply, policy) ?? []),
          ...solves.flatMap((pause) => resolutionTime(ticket, pause, policy) ?? []),
        ]
      : [],
    solved: solves.map(({ from: at }) => at),
    reopened: ticket.pauses.flatMap((pause) =>
      isIn(pause.until) && reopens(ticket, pause) ? [pause.until ?? 0] : [],
    ),
    promises: ticket.promises.filter(({ dueAt }) => isIn(dueAt)),
    asked: ticket.csat.filter(({ askedAt }) => isIn(askedAt)),
    rated: ticket.csat.filter(({ answeredAt, score }) => score !== null && isIn(answeredAt)),
  }
}

/** Whether a ticket was not over at an instant. */
export const isOpenAt = (ticket: Counted, at: number): boolean =>
  ticket.openedAt < at &&
  !ticket.pauses.some(
    ({ status, from, until }) => isOver(status) && from <= at && (until === null || until > at),
  )

/** Solved and then closed is one end, not an end and a beginning. */
const reopens = ({ pauses }: Counted, { status, until }: Pause): boolean =>
  isOver(status) &&
  until !== null &&
  !pauses.some((next) => isOver(next.status) && next.from >= until && next.from <= until + 1)

const isOver = (status: Pause['status']): boolean => status === 'solved' || status === 'closed'

/** The first message that waited was the ticket's first: nobody had answered before. */
const isFirst = (ticket: Counted, reply: ReplyRow): boolean => reply.since === ticket.openedAt

/** @returns null for what waited before we were connected */
function replyTime(ticket: Counted, reply: ReplyRow, policy: Policy): Took | null {
  if (reply.since < ticket.clockFrom) return null
  const isAnsweredBefore = !isFirst(ticket, reply)
  const facts = { ...factsAt(ticket, reply.at), isAnsweredBefore }
  return {
    id: isAnsweredBefore ? 'next-reply' : 'first-reply',
    at: reply.at,
    agentId: reply.agentId,
    ...byClock(reply.since, reply.heardAt, reply.at, policy, (since) =>
      replyClock({ ...facts, oldestUnansweredAt: since }, policy.targets),
    ),
  }
}

function resolutionTime(ticket: Counted, { from: at }: Pause, policy: Policy): Took | null {
  if (ticket.openedAt < ticket.clockFrom) return null
  const facts = factsAt(ticket, at)
  return {
    id: 'resolution',
    at,
    agentId: ticket.ownerId,
    ...byClock(ticket.openedAt, ticket.heardAt, at, policy, (since) =>
      resolutionClock({ ...facts, openedAt: since }, policy.targets),
    ),
  }
}

/** A ticket as its deadlines saw it just before an instant: at work, after the pauses that it had had. */
const factsAt = (ticket: Counted, at: number): TicketFacts => ({
  status: 'open',
  priority: ticket.priority,
  openedAt: ticket.openedAt,
  clockFrom: ticket.clockFrom,
  oldestUnansweredAt: null,
  troubleAt: null,
  isAnsweredBefore: false,
  pauses: ticket.pauses.flatMap(({ status, from, until }): Pause[] =>
    from < at ? [{ status, from, until: Math.min(until ?? at, at) }] : [],
  ),
})

function byClock(
  posted: number,
  heardAt: number | null,
  at: number,
  policy: Policy,
  clockFor: (since: number) => RunningClock | null,
): Pick<Took, 'ms' | 'within'> {
  const from = (since: number) => {
    const clock = clockFor(since)
    const business = clock === null ? 0 : policy.time.between(clock.from, at, clock.pauses)
    return {
      ms: { wall: Math.max(0, at - since), business },
      within: clock === null || business <= clock.targetMs,
    }
  }
  // What we sent ourselves may be heard of before X's own time of the message.
  const delivered = Math.max(posted, heardAt ?? posted)
  const byPosted = from(posted)
  const byDelivered = delivered === posted ? byPosted : from(delivered)
  return {
    ms: { posted: byPosted.ms, delivered: byDelivered.ms },
    within: { posted: byPosted.within, delivered: byDelivered.within },
  }
}
