/** @file The pages of columns, and what they are narrowed to. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { columnPage, columnTickets, refuseUnfilterable } from './columns.ts'
import { keepColumnFilter } from './filters.ts'

type Methods = 'column.page' | 'column.tickets' | 'column.filter'
type Parts = { database: Database; clock: Clock }

export function columnService({ database, clock }: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'column.filter': async ({ columnId: id, text }) => {
      refuseUnfilterable(id)
      await database.write((tx) => keepColumnFilter(tx, id, text))
      return {}
    },
    'column.tickets': async ({ columnId: id }) => ({
      ticketIds: await columnTickets(database, id, clock.now()),
    }),
    'column.page': (input) => columnPage(database, input.columnId, input.after, input.limit, clock.now()),
  }
}
