/** @file Decks as files and as copies: their columns in another deck, here or on another computer. */
import { sql } from 'kysely'
import {
  DeckFile,
  ExtraColumnKind,
  OwnColumnKind,
  StandingColumnKind,
  type ColumnView,
  type NewColumn,
} from '../../shared/domain/deck.ts'
import { Failure } from '../../shared/errors.ts'
import { jsonFile, jsonFileName, readJsonFile } from '../../shared/json-file.ts'
import { ColumnId, newColumnId } from '../columns/column-id.ts'
import { keepColumnFilter } from '../columns/filters.ts'
import { keepColumnOrder } from '../columns/orders.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { listListening } from '../listening/repo.ts'
import { keepSearch, savedSearches } from '../search/saved.ts'
import type { Place } from './places.ts'
import { keepDeck, listDecks } from './repo.ts'

type Column = DeckFile['columns'][number]

/** A column as it stands in another deck; a search is kept once more, for that deck. */
async function copied(tx: Tx, deckId: string, column: ColumnView): Promise<Place | null> {
  const what = ColumnId.parse(column.id)
  if (what.rows === 'saved') {
    const search = (await savedSearches(tx.db)).find(({ id }) => id === what.searchId)
    if (!search) return null
    return placed(await keepSearch(tx, { ...search, deckId }), column)
  }
  return placed(newColumnId(sameAs(what), newId(tx.at)), column)
}

function sameAs(what: Exclude<ColumnId, { rows: 'saved' }>): NewColumn {
  if (what.rows === 'posts') return { kind: what.kind, listeningId: what.listeningId }
  if (what.kind === 'incident') return { kind: 'incident', incidentId: what.subject }
  if (what.kind === 'person') return { kind: 'person', xUserId: what.subject }
  return { kind: what.kind, brandId: what.brandId }
}

const placed = (columnId: string, { look }: Pick<ColumnView, 'look'>): Place => ({
  columnId,
  hidden: false,
  look,
})

/** The columns of one deck as places of another, each with its filter and its order. */
export async function copiedInto(tx: Tx, deckId: string, columns: readonly ColumnView[]): Promise<Place[]> {
  const places: Place[] = []
  for (const column of columns) {
    const place = await copied(tx, deckId, column)
    if (place === null) continue
    if (column.filter.text !== '') await keepColumnFilter(tx, place.columnId, column.filter.text)
    if (column.order !== 'own') await keepColumnOrder(tx, place.columnId, column.order)
    places.push(place)
  }
  return places
}

/**
 * A deck as a file. Columns of an incident or a person are of this computer alone, and are left out.
 * @param name what people call the deck · @param now epoch ms · @throws Failure `deck.missing`
 */
export async function fileOfDeck(
  read: Reads,
  deckId: string,
  name: string,
  now: number,
): Promise<{ name: string; content: string; left: number }> {
  const deck = (await listDecks(read, now)).find(({ id }) => id === deckId)
  if (!deck) throw new Failure('deck.missing', {})
  const handles = await read
    .selectFrom('handles')
    .select(['brand_id as brandId', 'username'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const listening = await listListening(read, null)
  const saved = await savedSearches(read)
  const columns = deck.columns.flatMap(({ id, kind, brandId, filter, order, look }): Column[] => {
    const what = ColumnId.parse(id)
    if (what.kind === 'incident' || what.kind === 'person') return []
    const query =
      what.rows === 'saved'
        ? saved.find((one) => one.id === what.searchId)?.text
        : what.rows === 'posts'
          ? listening.find((one) => one.id === what.listeningId)?.query
          : null
    const handle = handles.find((one) => one.brandId === brandId)?.username
    return [{ kind, handle: handle ?? null, query: query ?? null, filter: filter.text, order, look }]
  })
  const file: DeckFile = { format: 'switchboard.deck', version: 1, name, columns }
  return {
    name: jsonFileName(name, 'deck'),
    content: jsonFile(file),
    left: deck.columns.length - columns.length,
  }
}

/**
 * Makes a deck of a file.
 * @returns the deck, and the columns that were left out: nothing here is called so, or nothing listens so
 * @throws Failure `deck.invalid` with what is wrong with the file; `deck.nothing` when no column of it is known here
 */
export async function takeDeckFile(
  tx: Tx,
  content: string,
): Promise<{ deckId: string; name: string; left: { kind: Column['kind']; handle: string | null }[] }> {
  const file = readJsonFile(DeckFile, content)
  if ('issues' in file) throw new Failure('deck.invalid', { issues: file.issues })
  const { name, columns } = file.value
  const deckId = newId(tx.at)
  const places: Place[] = []
  const left: Column[] = []
  for (const column of columns) {
    const columnId = await taken(tx, deckId, column)
    if (columnId === null) {
      left.push(column)
      continue
    }
    if (column.filter !== '') await keepColumnFilter(tx, columnId, column.filter)
    if (column.order !== 'own') await keepColumnOrder(tx, columnId, column.order)
    places.push(placed(columnId, column))
  }
  if (places.length === 0) throw new Failure('deck.nothing', { name })
  await keepDeck(tx, 'deck.created', deckId, { name, places })
  return { deckId, name, left: left.map(({ kind, handle }) => ({ kind, handle })) }
}

/** The id of a column of a file in a deck here; null for what is not known here. */
async function taken(tx: Tx, deckId: string, { kind, handle, query }: Column): Promise<string | null> {
  const brandId = handle === null ? null : await brandOf(tx.db, handle)
  if (brandId === undefined) return null
  const standing = StandingColumnKind.or(ExtraColumnKind).or(OwnColumnKind).safeParse(kind)
  if (standing.success) return newColumnId({ kind: standing.data, brandId }, newId(tx.at))
  if (query === null) return null
  if (kind === 'saved') return keepSearch(tx, { text: query, brandId, deckId })
  const known = (await listListening(tx.db, brandId)).find((one) => one.kind === kind && one.query === query)
  return known ? newColumnId({ kind: known.kind, listeningId: known.id }, newId(tx.at)) : null
}

/** Undefined where no handle of a brand is called so. */
async function brandOf(read: Reads, username: string): Promise<string | undefined> {
  const handle = await read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select('brands.id')
    .where(sql`lower(handles.username)`, '=', username.toLowerCase())
    .where('brands.removed_at', 'is', null)
    .executeTakeFirst()
  return handle?.id
}
