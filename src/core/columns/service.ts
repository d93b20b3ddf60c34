/** @file The pages of columns, what they are narrowed to, in which order they stand. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { columnPage, columnTickets, refuseUnfilterable } from './columns.ts'
import { keepColumnFilter } from './filters.ts'
import { keepColumnOrder } from './orders.ts'
import { columnPlaces } from './places.ts'

type Methods = 'column.page' | 'column.places' | 'column.tickets' | 'column.filter' | 'column.order'
type Parts = { database: Database; clock: Clock }

export function columnService({ database, clock }: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'column.filter': async ({ columnId: id, text }) => {
      refuseUnfilterable('column.filter', id)
      await database.write((tx) => keepColumnFilter(tx, id, text))
      return {}
    },
    'column.order': async ({ columnId: id, order }) => {
      refuseUnfilterable('column.order', id)
      await database.write((tx) => keepColumnOrder(tx, id, order))
      return {}
    },
    'column.tickets': async (input) => ({ ticketIds: await columnTickets(database, input, clock.now()) }),
    'column.page': (input) => columnPage(database, input, clock.now()),
    'column.places': (input) => columnPlaces(database, input, clock.now()),
  }
}
