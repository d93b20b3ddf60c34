/** @file Answers what somebody searches for, and keeps searches as columns. */
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { parseSearch } from '../../shared/domain/search-query.ts'
import { Failure } from '../../shared/errors.ts'
import { OwnId } from '../../shared/ids.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { cardsById } from '../tickets/repo.ts'
import { dropSearch, keepSearch } from './saved.ts'
import { search } from './search.ts'

const SavedColumnId = z
  .string()
  .startsWith('saved:')
  .transform((id) => id.slice('saved:'.length))
  .pipe(OwnId)

type Methods = 'ticket.search' | 'column.save' | 'column.drop'

export function searchService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, Methods> {
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

    'column.save': async (search) => ({ columnId: await database.write((tx) => keepSearch(tx, search)) }),

    'column.drop': async ({ columnId }) => {
      const id = SavedColumnId.safeParse(columnId)
      if (!id.success) throw new Failure('input.invalid', { method: 'column.drop', issues: [columnId] })
      await database.write((tx) => dropSearch(tx, id.data))
      return {}
    },
  }
}
