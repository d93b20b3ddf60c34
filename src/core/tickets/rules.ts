/**
 * @file What makes a ticket, what moves its status, and when it needs a reply. Pure.
 */
import type { TicketStatus } from '../../shared/domain/ticket.ts'
import { moved } from '../../shared/domain/transitions.ts'
import type { Addressing } from '../posts/addressing.ts'

/** How long a ticket waits for a post that an agent went to write on X itself. */
export const waitOnXMs = 30 * 60_000
/** What is older than this when its handle is connected waits for nobody any more. */
export const pastAfterMs = 24 * 60 * 60_000
/** How far up from a ticket's post its parents are read: each step costs a read. */
export const parentsAtMost = 5

/** One message of a ticket, as far as order matters. */
export type Moment = { at: number; itemId: string }

/** Whether `a` was written after `b`. X counts whole seconds; within one, ids tell. */
export const isAfter = (a: Moment, b: Moment | null): boolean =>
  b === null || a.at > b.at || (a.at === b.at && a.itemId > b.itemId)

/** Whom a customer's post replies to, as far as it matters here. */
export type RepliesTo = 'us' | 'self' | 'somebody else' | 'nobody'

/**
 * What a customer's post is to one brand. `opens`: a ticket is opened or joined. `joins`: it goes to a ticket that this
 * customer already has here, otherwise it is context, like `context`. A handle that is merely inherited means us only
 * where customers go on with what they wrote themselves; towards somebody else it is talk between customers.
 */
export function bearing(addressing: Addressing, repliesTo: RepliesTo): 'opens' | 'joins' | 'context' {
  if (
    repliesTo === 'us' ||
    addressing === 'typed' ||
    addressing === 'quotes-us' ||
    addressing === 'replies-to-us'
  )
    return 'opens'
  return addressing === 'inherited' && repliesTo === 'self' ? 'joins' : 'context'
}

/** What arrived for a ticket, and where it stands with it. */
export type Arrival = {
  newestCustomer: Moment
  newestOutbound: Moment | null
  /** The newest customer message that just became known. */
  arrivedCustomer: Moment | null
  /** A message of ours just became known. */
  arrivedOurs: boolean
  /** `isPast`, and whether an agent acted on the ticket all the same. */
  past: 'no' | 'yes' | 'in hand'
  /** It is closed because it was over when its handle was connected, not because somebody closed it. */
  imported: boolean
}

/** From when on a customer's message waits for a reply. @param clockFrom when the handle was connected, epoch ms */
export const owedFrom = (clockFrom: number): number => clockFrom - pastAfterMs

/**
 * Whether all that is known of a ticket was over when its handle was connected: the customer wrote before that, and was
 * answered by then or wrote more than a day earlier. What comes later takes a ticket out of the past again.
 */
export function isPast(clockFrom: number, newestCustomer: Moment, newestOutbound: Moment | null): boolean {
  if (newestCustomer.at >= clockFrom) return false
  if (newestCustomer.at < owedFrom(clockFrom)) return true
  return newestOutbound !== null && newestOutbound.at < clockFrom && !isAfter(newestCustomer, newestOutbound)
}

/**
 * The status after messages arrived. Depends on what is known, never on the order in which it became known: a customer
 * message that we have not answered reopens, an answer of ours sets Pending, and what is solved or on hold stays so when
 * only our answer shows up.
 */
export function statusAfter(status: TicketStatus, arrival: Arrival): TicketStatus {
  const { newestCustomer, newestOutbound, arrivedCustomer, arrivedOurs, past, imported } = arrival
  // What an agent took in hand is ended by an agent.
  if (past !== 'no') return past === 'yes' ? moved(status, 'closed', 'past') : status
  if (arrivedCustomer && isAfter(arrivedCustomer, newestOutbound)) {
    const isUntouched = newestOutbound === null && (status === 'new' || imported)
    return moved(status, isUntouched ? 'new' : 'open', imported ? 'past' : 'customer')
  }
  const isAnswered = !isAfter(newestCustomer, newestOutbound)
  if (isAnswered && (arrivedOurs || imported)) return moved(status, 'pending', imported ? 'past' : 'answer')
  return status === 'new' && newestOutbound !== null ? moved(status, 'open', 'answer') : status
}

/**
 * The status once an answer of ours was deleted: a customer whom nothing answers any more waits again, also where the
 * ticket was solved with that answer. A ticket that it did not answer stays as an agent left it.
 */
export function statusWithout(
  status: TicketStatus,
  { gone, newestCustomer, isUnanswered }: { gone: Moment; newestCustomer: Moment; isUnanswered: boolean },
): TicketStatus {
  const wasAnswer = !isAfter(newestCustomer, gone)
  return wasAnswer && isUnanswered ? moved(status, 'open', 'answer-gone') : status
}

export type Need = {
  status: TicketStatus
  now: number
  snoozedUntil: number | null
  /** Put aside until the customer writes; with `snoozedUntil`, until whichever is first. */
  snoozedForReply: boolean
  waitingOnXUntil: number | null
  /** A message is held, queued or on its way. */
  isSending: boolean
  /** The oldest customer message after our last outbound from anywhere that waits for a reply, see `owedFrom`. */
  oldestUnansweredAt: number | null
  /** When the oldest message that X refused, or whose fate is not known, was written. */
  troubleAt: number | null
  /** A follow-up or promise whose time has come, and which no message of ours has settled. */
  owedAt: number | null
}

/** Whether an agent put it aside, and nothing of what they named has come. */
export const isSnoozed = ({
  now,
  snoozedUntil,
  snoozedForReply,
}: Pick<Need, 'now' | 'snoozedUntil' | 'snoozedForReply'>): boolean =>
  snoozedUntil === null ? snoozedForReply : snoozedUntil > now

/** The one definition of "needs a reply"; badges and headers count exactly these tickets. */
export function needsReply(need: Need): boolean {
  if (need.status !== 'new' && need.status !== 'open') return false
  if (isSnoozed(need)) return false
  if (need.waitingOnXUntil !== null && need.waitingOnXUntil > need.now) return false
  if (need.isSending) return false
  return need.oldestUnansweredAt !== null || need.troubleAt !== null || need.owedAt !== null
}
