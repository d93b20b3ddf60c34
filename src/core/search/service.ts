/** @file Answers what somebody searches for. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { parseSearch } from '../../shared/domain/search-query.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { cardsById } from '../tickets/repo.ts'
import { search } from './search.ts'

export function searchService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, 'ticket.search'> {
  return {
    'ticket.search': async ({ text, isTyping }) => {
      const query = parseSearch(text, { isTyping })
      const { matches, more, unknown } = await search(database.long, query, clock.now())
      // By the same thread, whose cache has just held these tickets.
      const cards = await cardsById(
        database.long,
        matches.map(({ ticketId }) => ticketId),
      )
      const rows = matches.flatMap(({ ticketId, match }) => {
        const card = cards.get(ticketId)
        return card ? [{ card, match }] : []
      })
      return { rows, more, unknown }
    },
  }
}
