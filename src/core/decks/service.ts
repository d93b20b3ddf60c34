/** @file Decks and the places of their columns, for the console. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { decksAtMost, type DeckView } from '../../shared/domain/deck.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { newColumnId } from '../columns/column-id.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { keepSearch } from '../search/saved.ts'
import { copiedInto, fileOfDeck, takeDeckFile } from './files.ts'
import { added, looking, movedTo, without } from './places.ts'
import { arrange, keepDeck, keepDeckOrder, listDecks, renameDeck } from './repo.ts'

type Methods =
  | 'deck.list'
  | 'deck.create'
  | 'deck.rename'
  | 'deck.move'
  | 'deck.remove'
  | 'deck.reset'
  | 'deck.export'
  | 'deck.import'
  | 'column.add'
  | 'column.save'
  | 'column.hide'
  | 'column.move'
  | 'column.style'

/** @throws Failure `deck.missing` */
async function deckNamed(tx: Tx, deckId: string): Promise<DeckView> {
  const deck = (await listDecks(tx.db, tx.at)).find(({ id }) => id === deckId)
  if (!deck) throw new Failure('deck.missing', {})
  return deck
}

/** @throws Failure `deck.too-many` */
async function refuseTooMany(tx: Tx): Promise<void> {
  const made = await tx.db.selectFrom('decks').select('id').execute()
  if (made.length >= decksAtMost) throw new Failure('deck.too-many', { most: decksAtMost })
}

export function deckService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'deck.list': () => listDecks(database.read, clock.now()),

    'deck.create': ({ name, like }) =>
      database.write(async (tx) => {
        await refuseTooMany(tx)
        const deckId = newId(tx.at)
        const columns = like === null ? [] : (await deckNamed(tx, like)).columns
        const places = await copiedInto(tx, deckId, columns)
        await keepDeck(tx, 'deck.created', deckId, { name, places })
        return { deckId }
      }),

    'deck.rename': async ({ deckId, name }) => {
      await database.write((tx) => renameDeck(tx, deckId, name))
      return {}
    },

    'deck.move': async ({ deckId, to }) => {
      await database.write(async (tx) => {
        const ids = (await listDecks(tx.db, tx.at)).map(({ id }) => id)
        if (!ids.includes(deckId)) throw new Failure('deck.missing', {})
        const others = ids.filter((id) => id !== deckId)
        await keepDeckOrder(tx, others.toSpliced(to, 0, deckId))
      })
      return {}
    },

    'deck.remove': async ({ deckId }) => {
      await database.write(async (tx) => {
        const { name } = await deckNamed(tx, deckId)
        if (name === null) throw new Failure('deck.standing', {})
        await keepDeck(tx, 'deck.removed', deckId, null)
      })
      return {}
    },

    'deck.reset': async ({ deckId }) => {
      await database.write(async (tx) => {
        const { name } = await deckNamed(tx, deckId)
        if (name !== null) throw new Failure('deck.standing', {})
        await keepDeck(tx, 'deck.reset', deckId, { name: null, places: [] })
      })
      return {}
    },

    'deck.export': ({ deckId, name }) => fileOfDeck(database.read, deckId, name, clock.now()),

    'deck.import': ({ content }) =>
      database.write(async (tx) => {
        await refuseTooMany(tx)
        return takeDeckFile(tx, content)
      }),

    'column.add': ({ deckId, column }) =>
      database.write(async (tx) => {
        const deck = await deckNamed(tx, deckId)
        const plain = newColumnId(column, null)
        // In a deck that somebody made a column is its own, with a filter of its own.
        const isTaken = deck.name !== null || deck.columns.some(({ id }) => id === plain)
        const columnId = isTaken ? newColumnId(column, newId(tx.at)) : plain
        await arrange(tx, 'column.added', deckId, (places) => added(places, columnId))
        return { columnId }
      }),

    'column.save': ({ text, deckId }) =>
      database.write(async (tx) => {
        const { name, brandId } = await deckNamed(tx, deckId)
        const columnId = await keepSearch(tx, { text, brandId, deckId: name === null ? null : deckId })
        await arrange(tx, 'column.added', deckId, (places) => added(places, columnId))
        return { columnId }
      }),

    'column.hide': async ({ deckId, columnId }) => {
      await database.write((tx) =>
        arrange(tx, 'column.hidden', deckId, (places, own) => without(places, columnId, own)),
      )
      return {}
    },

    'column.move': async ({ deckId, columnId, to }) => {
      await database.write((tx) =>
        arrange(tx, 'column.moved', deckId, (places) => movedTo(places, columnId, to)),
      )
      return {}
    },

    'column.style': async ({ deckId, columnId, look }) => {
      await database.write((tx) =>
        arrange(tx, 'column.styled', deckId, (places) => looking(places, columnId, look)),
      )
      return {}
    },
  }
}
