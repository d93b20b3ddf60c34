/** @file Which status a ticket may move to, and at whose hand: the one table that every writer of a status asks. Pure. */
import type { SolvedHow, TicketStatus } from './ticket.ts'

/**
 * Whose hand moves a ticket. `agent`: a key of theirs. `customer`: a message that waits for a reply. `answer`: ours was
 * sent, or showed up at X. `answer-gone`: our answer was deleted. `past`: it was over before its handle was connected,
 * or turns out not to have been. `merge`: another ticket took its messages over. Undo asks nobody: it restores.
 */
export type Mover = 'agent' | 'customer' | 'answer' | 'answer-gone' | 'past' | 'merge'

const moves: Readonly<Record<TicketStatus, Partial<Record<TicketStatus, readonly Mover[]>>>> = {
  new: {
    open: ['agent', 'customer', 'answer'],
    pending: ['agent', 'answer'],
    'on-hold': ['agent'],
    solved: ['agent', 'answer'],
    closed: ['past', 'merge'],
  },
  open: {
    pending: ['agent', 'answer'],
    'on-hold': ['agent'],
    solved: ['agent', 'answer'],
    closed: ['past', 'merge'],
  },
  pending: {
    open: ['agent', 'customer', 'answer', 'answer-gone'],
    'on-hold': ['agent'],
    solved: ['agent', 'answer'],
    closed: ['merge'],
  },
  // It waits for somebody else: telling the customer so does not end that, the customer's next message does.
  'on-hold': {
    open: ['agent', 'customer'],
    pending: ['agent'],
    solved: ['agent', 'answer'],
    closed: ['merge'],
  },
  solved: {
    open: ['agent', 'customer', 'answer-gone'],
    pending: ['agent'],
    'on-hold': ['agent'],
    closed: ['agent', 'merge'],
  },
  // Closed by an agent it comes back by an agent alone; what was over before it came here is alive when the customer is.
  closed: {
    new: ['past'],
    open: ['agent', 'past'],
    pending: ['past'],
  },
}

/** Whether this hand may move a ticket so; staying where it is, is no move. */
export const mayMove = (from: TicketStatus, to: TicketStatus, mover: Mover): boolean =>
  moves[from][to]?.includes(mover) ?? false

/** Where a ticket stands after a move that may not be allowed: then where it was. */
export const moved = (from: TicketStatus, to: TicketStatus, mover: Mover): TicketStatus =>
  mayMove(from, to, mover) ? to : from

/** Where somebody is still at work, or waits: what X shows of it is followed. */
export const alive = ['new', 'open', 'pending', 'on-hold'] as const satisfies readonly TicketStatus[]

/** Nothing waits here any more. */
export const isOver = (status: TicketStatus): boolean => status === 'solved' || status === 'closed'

/** The columns that say where a ticket stands, named as in the table and in the history. */
export type Standing = { status: TicketStatus; solved_at: number | null; solved_how: SolvedHow | null }

/**
 * A status with the columns that go with it: what is solved knows since when and how, what is alive knows nothing of
 * that. Closing a solved ticket leaves both as they are.
 * @param at epoch ms
 */
export function standing(
  before: Standing,
  to: TicketStatus,
  { at, how }: { at: number; how: SolvedHow },
): Standing {
  if (to === 'closed' && before.solved_at !== null) return { ...before, status: to }
  return isOver(to)
    ? { status: to, solved_at: at, solved_how: how }
    : { status: to, solved_at: null, solved_how: null }
}
