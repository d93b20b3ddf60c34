/** @file What agents do about where a ticket stands: solve it with or without an answer, hold it, set it, reopen it. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { SolvedHow, TicketStatus } from '../../shared/domain/ticket.ts'
import { isOver, mayMove, standing } from '../../shared/domain/transitions.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { TicketColumns } from '../audit/ticket-columns.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeTickets } from './change.ts'
import { followUpDone } from './debt-rules.ts'
import { ticketState, type TicketState } from './repo.ts'

type Methods =
  'ticket.solve' | 'ticket.no-reply-needed' | 'ticket.hold' | 'ticket.set-status' | 'ticket.reopen'

/** How a ticket is solved by a key alone: with what was answered already, or without a word. */
export const solvedHow = (ticket: Pick<TicketState, 'newestOutboundAt'>): SolvedHow =>
  ticket.newestOutboundAt === null ? 'unanswered' : 'answered'

/** A ticket that an agent moves: what was put aside, or waited for, does not any more. Null: the move is none. */
export function movedByAgent(
  ticket: TicketState,
  to: TicketStatus,
  at: number,
  how: SolvedHow = solvedHow(ticket),
): TicketColumns | null {
  // What was merged away has no messages: only undo brings it back.
  if (ticket.own.merged_into_id !== null || !mayMove(ticket.status, to, 'agent')) return null
  return {
    ...standing(ticket.own, to, { at, how }),
    ...(isOver(to) ? followUpDone(ticket.own) : {}),
    waiting_on_x_until: null,
    snoozed_until: null,
    snoozed_for_reply: 0,
  }
}

/** The methods that move a ticket; which moves there are is told in shared/domain/transitions.ts. */
export function statusService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const move = (
    event: string,
    ticketIds: readonly string[],
    columnsFor: (ticket: TicketState, at: number) => TicketColumns | null,
  ) =>
    database.write(async (tx) => ({
      event,
      ticketIds: await changeTickets(tx, {
        event,
        ticketIds,
        columnsFor: (ticket) => columnsFor(ticket, tx.at),
      }),
    }))

  return {
    'ticket.solve': async ({ ticketIds }) => {
      const { unanswered, ...done } = await database.write(async (tx) => {
        let count = 0
        const changed = await changeTickets(tx, {
          event: 'ticket.solved',
          ticketIds,
          columnsFor(ticket) {
            if (ticket.status === 'closed') return null
            const columns = movedByAgent(ticket, 'solved', tx.at)
            if (columns?.solved_how === 'unanswered') count += 1
            return columns
          },
        })
        return { event: 'ticket.solved', ticketIds: changed, unanswered: count }
      })
      return { ...done, unanswered }
    },

    'ticket.no-reply-needed': ({ ticketIds }) =>
      move('ticket.no-reply-needed', ticketIds, (ticket, at) =>
        movedByAgent(ticket, 'solved', at, 'no-reply-needed'),
      ),

    'ticket.hold': ({ ticketIds }) =>
      move('ticket.on-hold', ticketIds, (ticket, at) => movedByAgent(ticket, 'on-hold', at)),

    'ticket.set-status': async ({ ticketIds, status }) => {
      const done = await move('ticket.status-set', ticketIds, (ticket, at) =>
        movedByAgent(ticket, status, at),
      )
      const [first] = ticketIds
      if (done.ticketIds.length > 0 || first === undefined) return done
      const { status: from } = await ticketState(database.read, first)
      if (from === status) return done
      throw new Failure('ticket.no-such-move', { from, to: status })
    },

    'ticket.reopen': ({ ticketIds }) =>
      move('ticket.reopened', ticketIds, (ticket, at) =>
        ticket.status === 'new' || ticket.status === 'open'
          ? ticket.waitingOnXUntil === null
            ? null
            : { status: 'open', waiting_on_x_until: null }
          : movedByAgent(ticket, 'open', at),
      ),
  }
}
