/** @file Decks and the pages of their columns. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import {
  StandingColumnKind,
  unfiltered,
  type ColumnView,
  type DeckView,
  type ExtraColumnKind,
} from '../../shared/domain/deck.ts'
import type { ListeningView } from '../../shared/domain/listening.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import { listListening } from '../listening/repo.ts'
import type { CallContext } from '../rpc-context.ts'
import { savedColumnId, savedSearches, type SavedSearch } from '../search/saved.ts'
import { columnId, columnPage, columnTickets, refuseUnfilterable } from './columns.ts'
import { extraColumns, keepExtraColumns } from './extras.ts'
import { columnFilters, keepColumnFilter, unknownIn } from './filters.ts'

type Methods =
  'deck.list' | 'column.page' | 'column.tickets' | 'column.show' | 'column.hide' | 'column.filter'
type Parts = { database: Database; clock: Clock }

type Filters = ReadonlyMap<string, ColumnView['filter']>

const deck = (brandId: string | null, { extras, listening, saved, filters }: Shown): DeckView => ({
  id: brandId ?? 'all',
  brandId,
  columns: [
    ...[...StandingColumnKind.options, ...extras].map((kind) => ({
      id: columnId(kind, brandId),
      kind,
      brandId,
      title: null,
      filter: filters.get(columnId(kind, brandId)) ?? unfiltered,
    })),
    ...listening
      .filter((one) => one.brandId === brandId)
      .map(({ id, kind, name }) => ({ id: `${kind}:${id}`, kind, brandId, title: name, filter: unfiltered })),
    ...saved
      .filter((one) => one.brandId === brandId)
      .map(({ id, name }) => ({
        id: savedColumnId(id),
        kind: 'saved' as const,
        brandId,
        title: name,
        filter: unfiltered,
      })),
  ],
})

type Shown = {
  extras: readonly ExtraColumnKind[]
  listening: readonly ListeningView[]
  saved: readonly SavedSearch[]
  filters: Filters
}

async function filtersShown(read: Reads, now: number): Promise<Filters> {
  const shown = new Map<string, ColumnView['filter']>()
  for (const [id, text] of Object.entries(await columnFilters(read)))
    shown.set(id, { text, unknown: await unknownIn(read, text, now) })
  return shown
}

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
      const shown = {
        extras: await extraColumns(database.read),
        listening: await listListening(database.read, null),
        saved: await savedSearches(database.read),
        filters: await filtersShown(database.read, clock.now()),
      }
      return [null, ...brands.map(({ id }) => id)].map((brandId) => deck(brandId, shown))
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
