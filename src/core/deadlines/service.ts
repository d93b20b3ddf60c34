/** @file What windows ask about hours, holidays and deadlines. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { explainDeadlines } from './explain.ts'

export function deadlineService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'holidays.read' | 'ticket.deadlines'> {
  return {
    'ticket.deadlines': ({ ticketId }) => explainDeadlines(database.read, ticketId),
    // The parser is loaded by whoever needs it: nobody does on most days.
    'holidays.read': async ({ text }) => (await import('./ics.ts')).holidaysOf(text),
  }
}
