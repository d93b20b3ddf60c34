/**
 * @file Which ticket of a customer takes what they wrote, and when a new one begins. Pure; decided by when things were
 * written, never by the order in which they became known.
 */
import type { TicketStatus } from '../../shared/domain/ticket.ts'
import { isOver } from '../../shared/domain/transitions.ts'

/** A ticket that a message might go to. */
export type Candidate = {
  id: string
  /** When its first customer message was written, epoch ms. */
  openedAt: number
  status: TicketStatus
  solvedAt: number | null
  /** It is closed because it was over when its handle was connected. */
  imported: boolean
}

/** `previousId`: the earlier ticket that the new one goes on from. */
export type Place = { kind: 'joins'; id: string } | { kind: 'opens'; previousId: string | null }

/** What a customer wrote, as far as its place is concerned. `isThanks`: and nothing but thanks. */
export type Told = { at: number; isThanks: boolean }

const dayMs = 24 * 60 * 60_000

/** How long after it was solved a message reopens a ticket. @param days the brand's setting */
export const reopenMsOf = (days: number): number => days * dayMs

/**
 * Whether a ticket takes what its customer wrote at `at`: while it is alive, and until the window after solving is over.
 * What an agent closed takes nothing more; what was over before it came here goes on.
 */
export function takes(ticket: Candidate, at: number, reopenMs: number): boolean {
  if (ticket.status === 'closed') return ticket.imported
  if (ticket.status !== 'solved' || ticket.solvedAt === null) return true
  return at <= ticket.solvedAt + reopenMs
}

/** The ticket of a thread in whose time something was written: the newest that had begun, else the first. */
export const ofThatTime = <T extends Candidate>(thread: readonly T[], at: number): T | undefined =>
  thread.findLast((ticket) => ticket.openedAt <= at) ?? thread[0]

/**
 * Where a customer's message of a thread goes. A bare thanks (`isThanks`) never begins a ticket after one that is over.
 *  One that comes late to a thread that went on goes to what went on, which
 * then began earlier than was known.
 * @param thread the customer's tickets of this thread with this brand, by when they began
 */
export function placeInThread(thread: readonly Candidate[], { at, isThanks }: Told, reopenMs: number): Place {
  const own = ofThatTime(thread, at)
  if (!own) return { kind: 'opens', previousId: null }
  if (isThanks && isOver(own.status)) return { kind: 'joins', id: own.id }
  const isOpenTo = (ticket: Candidate): boolean => takes(ticket, at, reopenMs)
  const taker =
    (isOpenTo(own) ? own : undefined) ??
    thread.find((ticket) => ticket.openedAt > at && isOpenTo(ticket)) ??
    thread.findLast((ticket) => !isOver(ticket.status))
  if (taker) return { kind: 'joins', id: taker.id }
  return { kind: 'opens', previousId: own.openedAt <= at ? own.id : null }
}

/**
 * Where a customer's direct message goes: to their newest ticket that is not over, public or not; else to where these
 * direct messages stood before, by the rule of a thread.
 * @param all the customer's tickets with this brand, by when they began · @param holdsTalk those with these messages
 */
export function placeDm<T extends Candidate>(
  all: readonly T[],
  holdsTalk: (ticket: T) => boolean,
  told: Told,
  reopenMs: number,
): Place {
  const alive = all.findLast((ticket) => ticket.openedAt <= told.at && !isOver(ticket.status))
  return alive ? { kind: 'joins', id: alive.id } : placeInThread(all.filter(holdsTalk), told, reopenMs)
}
