/** @file Decks and the pages of their columns. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { StandingColumnKind, type DeckView, type ExtraColumnKind } from '../../shared/domain/deck.ts'
import type { ListeningView } from '../../shared/domain/listening.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import { listListening } from '../listening/repo.ts'
import type { CallContext } from '../rpc-context.ts'
import { savedColumnId, savedSearches, type SavedSearch } from '../search/saved.ts'
import { columnId, columnPage, columnTickets } from './columns.ts'
import { extraColumns, keepExtraColumns } from './extras.ts'

type Methods = 'deck.list' | 'column.page' | 'column.tickets' | 'column.show' | 'column.hide'
type Parts = { database: Database; clock: Clock }

const deck = (
  brandId: string | null,
  extras: readonly ExtraColumnKind[],
  listening: readonly ListeningView[],
  saved: readonly SavedSearch[],
): DeckView => ({
  id: brandId ?? 'all',
  brandId,
  columns: [
    ...[...StandingColumnKind.options, ...extras].map((kind) => ({
      id: columnId(kind, brandId),
      kind,
      brandId,
      title: null,
    })),
    ...listening
      .filter((one) => one.brandId === brandId)
      .map(({ id, kind, name }) => ({ id: `${kind}:${id}`, kind, brandId, title: name })),
    ...saved
      .filter((one) => one.brandId === brandId)
      .map(({ id, name }) => ({ id: savedColumnId(id), kind: 'saved' as const, brandId, title: name })),
  ],
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
      const listening = await listListening(database.read, null)
      const extras = await extraColumns(database.read)
      const saved = await savedSearches(database.read)
      return [deck(null, extras, [], saved), ...brands.map(({ id }) => deck(id, extras, listening, saved))]
    },
    'column.show': async ({ kind }) => {
      await database.write(async (tx) => {
        const shown = await extraColumns(tx.db)
        if (!shown.includes(kind)) await keepExtraColumns(tx, [...shown, kind])
      })
      return {}
    },
    'column.hide': async ({ kind }) => {
      await database.write(async (tx) => {
        const shown = await extraColumns(tx.db)
        await keepExtraColumns(
          tx,
          shown.filter((one) => one !== kind),
        )
      })
      return {}
    },
    'column.tickets': async ({ columnId: id }) => ({
      ticketIds: await columnTickets(database, id, clock.now()),
    }),
    'column.page': (input) => columnPage(database, input.columnId, input.after, input.limit, clock.now()),
  }
}
