/** @file Decks and the pages of their columns. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { ColumnKind, type DeckView } from '../../shared/domain/deck.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { columnId, columnPage } from './columns.ts'

type Methods = 'deck.list' | 'column.page'
type Parts = { database: Database; clock: Clock }

const deck = (brandId: string | null): DeckView => ({
  id: brandId ?? 'all',
  brandId,
  columns: ColumnKind.options.map((kind) => ({ id: columnId(kind, brandId), kind, brandId })),
})

export function columnService({ database, clock }: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'deck.list': async () => {
      const brands = await database.read
        .selectFrom('brands')
        .select('id')
        .where('removed_at', 'is', null)
        .orderBy('position')
        .orderBy('id')
        .execute()
      return [deck(null), ...brands.map(({ id }) => deck(id))]
    },
    'column.page': (input) =>
      columnPage(database.read, input.columnId, input.after, input.limit, clock.now()),
  }
}
