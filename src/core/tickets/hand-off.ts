/** @file Tickets that are settled somewhere else: handed to the phone, e-mail, a shop or another system. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeTickets } from './change.ts'
import { movedByAgent } from './status.ts'

export function handOffService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'ticket.hand-off'> {
  return {
    'ticket.hand-off': ({ ticketIds, to, reference }) =>
      database.write(async (tx) => {
        const event = 'ticket.handed-off'
        const outcome = JSON.stringify({ to, reference })
        const changed = await changeTickets(tx, {
          event,
          ticketIds,
          columnsFor(ticket) {
            const moved = movedByAgent(ticket, 'solved', tx.at, 'handed-off')
            // One that is solved already is told apart from silence afterwards.
            if (moved) return { ...moved, outcome }
            return ticket.status === 'solved' ? { solved_how: 'handed-off', outcome } : null
          },
        })
        return { event, ticketIds: changed }
      }),
  }
}
