/** @file The rows of decks: which there are, what stands in each, and every change of one as an action that can be undone. */
import { z } from 'zod'
import {
  allDeckId,
  ColumnLook,
  StandingColumnKind,
  columnsAtMost,
  unfiltered,
  type ColumnView,
  type DeckView,
} from '../../shared/domain/deck.ts'
import type { ListeningView } from '../../shared/domain/listening.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import { columnId, ColumnId, savedColumnId } from '../columns/column-id.ts'
import { columnFilters, unknownIn } from '../columns/filters.ts'
import { columnOrders } from '../columns/orders.ts'
import type { Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import { newId } from '../db/uuid.ts'
import { flag } from '../db/values.ts'
import { listListening } from '../listening/repo.ts'
import { savedSearches, type SavedSearch } from '../search/saved.ts'
import { placesOf, type Place } from './places.ts'

type Deck = Pick<DeckView, 'id' | 'brandId' | 'name'>

/** What decks are put together from. */
type Known = {
  decks: readonly Deck[]
  arranged: ReadonlyMap<string, Place[]>
  brandIds: ReadonlySet<string>
  listening: ReadonlyMap<string, ListeningView>
  saved: ReadonlyMap<string, SavedSearch>
  incidents: ReadonlyMap<string, { brandId: string; title: string }>
  people: ReadonlyMap<string, { name: string }>
}

const orderName = 'deck-order'

async function decksIn(read: Reads): Promise<Deck[]> {
  const brands = await read
    .selectFrom('brands')
    .select('id')
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const made = await read.selectFrom('decks').select(['id', 'name']).orderBy('id').execute()
  const decks: Deck[] = [
    { id: allDeckId, brandId: null, name: null },
    ...brands.map(({ id }) => ({ id, brandId: id, name: null })),
    ...made.map(({ id, name }) => ({ id, brandId: null, name })),
  ]
  const order = (await setting(read, orderName, z.array(z.string()))) ?? []
  const rank = (deck: Deck): number => (order.includes(deck.id) ? order.indexOf(deck.id) : order.length)
  return decks.toSorted((a, b) => rank(a) - rank(b))
}

/** The places that somebody arranged, by deck. @param deckId of this one alone */
async function arrangedIn(read: Reads, deckId?: string): Promise<Map<string, Place[]>> {
  const rows = await read
    .selectFrom('deck_columns')
    .selectAll()
    .$if(deckId !== undefined, (query) => query.where('deck_id', '=', deckId ?? ''))
    .orderBy('position')
    .execute()
  const places = new Map<string, Place[]>()
  for (const { deck_id, column_id, hidden, width, folded, compact, alert, sound, grouped } of rows) {
    const place = {
      columnId: column_id,
      hidden: hidden === 1,
      look: {
        width,
        folded: folded === 1,
        compact: compact === 1,
        alert: alert === 1,
        sound: sound === 1,
        grouped: grouped === 1,
      },
    }
    places.set(deck_id, [...(places.get(deck_id) ?? []), place])
  }
  return places
}

async function known(read: Reads): Promise<Known> {
  const decks = await decksIn(read)
  const arranged = await arrangedIn(read)
  const subjects = [...arranged.values()].flat().flatMap((place) => {
    const column = ColumnId.safeParse(place.columnId).data
    return column?.rows === 'tickets' && column.subject !== null ? [column.subject] : []
  })
  // PostgreSQL knows no empty list; no subject is called like this.
  const named = ['', ...subjects]
  const incidents = await read
    .selectFrom('incidents')
    .select(['id', 'brand_id as brandId', 'title'])
    .where('id', 'in', named)
    .execute()
  const people = await read
    .selectFrom('people')
    .select(['x_user_id as xUserId', 'name'])
    .where('x_user_id', 'in', named)
    .execute()
  return {
    decks,
    arranged,
    brandIds: new Set(decks.flatMap(({ brandId }) => brandId ?? [])),
    listening: new Map((await listListening(read, null)).map((one) => [one.id, one])),
    saved: new Map((await savedSearches(read)).map((one) => [one.id, one])),
    incidents: new Map(incidents.map((one) => [one.id, one])),
    people: new Map(people.map((one) => [one.xUserId, one])),
  }
}

/** The columns that a deck has by itself: none in one that somebody made but the searches kept in it. */
function ownColumns({ id, brandId, name }: Deck, { listening, saved }: Known): string[] {
  const kept = [...saved.values()].filter((one) =>
    name === null ? one.deckId === null && one.brandId === brandId : one.deckId === id,
  )
  const searches = kept.map((one) => savedColumnId(one.id))
  if (name !== null) return searches
  return [
    ...StandingColumnKind.options.map((kind) => columnId(kind, brandId)),
    ...[...listening.values()].filter((one) => one.brandId === brandId).map((one) => `${one.kind}:${one.id}`),
    ...searches,
  ]
}

/** What an id names, with whose it is and what it is called; null for what is gone. */
function described(id: string, from: Known): Pick<ColumnView, 'kind' | 'brandId' | 'title'> | null {
  const column = ColumnId.safeParse(id).data
  if (!column) return null
  if (column.rows === 'saved') {
    const search = from.saved.get(column.searchId)
    return search ? { kind: 'saved', brandId: search.brandId, title: search.name } : null
  }
  if (column.rows === 'posts') {
    const listened = from.listening.get(column.listeningId)
    return listened ? { kind: listened.kind, brandId: listened.brandId, title: listened.name } : null
  }
  if (column.rows === 'own') return ofBrand(column, from)
  if (column.kind === 'incident') {
    const incident = from.incidents.get(column.subject)
    return incident ? { kind: 'incident', brandId: incident.brandId, title: incident.title } : null
  }
  if (column.kind === 'person') {
    const person = from.people.get(column.subject)
    return person ? { kind: 'person', brandId: null, title: person.name } : null
  }
  return ofBrand(column, from)
}

/** A column of one brand, or of all. */
function ofBrand(
  { kind, brandId }: Pick<ColumnView, 'kind' | 'brandId'>,
  { brandIds }: Known,
): ReturnType<typeof described> {
  return brandId === null || brandIds.has(brandId) ? { kind, brandId, title: null } : null
}

const places = (deck: Deck, from: Known): Place[] =>
  placesOf(
    from.arranged.get(deck.id) ?? [],
    ownColumns(deck, from),
    (columnId) => described(columnId, from) !== null,
  )

/** All decks in their order, with what stands in each. @param now epoch ms */
export async function listDecks(read: Reads, now: number): Promise<DeckView[]> {
  const from = await known(read)
  const filters = new Map<string, ColumnView['filter']>()
  for (const [id, text] of Object.entries(await columnFilters(read)))
    filters.set(id, { text, unknown: await unknownIn(read, text, now) })
  const orders = await columnOrders(read)
  return from.decks.map((deck) => ({
    ...deck,
    arranged: from.arranged.has(deck.id),
    columns: places(deck, from).flatMap(({ columnId: id, hidden, look }) => {
      const what = hidden ? null : described(id, from)
      return what === null
        ? []
        : [{ id, ...what, filter: filters.get(id) ?? unfiltered, order: orders[id] ?? 'own', look }]
    }),
  }))
}

/** Puts the decks into this order; those that it does not name follow. */
export async function keepDeckOrder(tx: Tx, deckIds: readonly string[]): Promise<void> {
  await keepSetting(tx, orderName, deckIds)
  tx.touch.session()
}

/** A deck as its rows say: `places` only those that were arranged. Null: it is not there. */
const Kept = z
  .object({
    name: z.string().nullable(),
    places: z.array(z.object({ columnId: z.string(), hidden: z.boolean(), look: ColumnLook })),
  })
  .nullable()
type Kept = z.infer<typeof Kept>

async function keptDeck(read: Reads, deckId: string): Promise<Kept> {
  const deck = (await decksIn(read)).find(({ id }) => id === deckId)
  if (!deck) return null
  return { name: deck.name, places: (await arrangedIn(read, deckId)).get(deckId) ?? [] }
}

async function put(tx: Tx, deckId: string, deck: Kept): Promise<void> {
  await tx.db.deleteFrom('deck_columns').where('deck_id', '=', deckId).execute()
  if (deck === null) await tx.db.deleteFrom('decks').where('id', '=', deckId).execute()
  else if (deck.name !== null)
    await tx.db
      .insertInto('decks')
      .values({ id: deckId, name: deck.name, created_at: tx.at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: deck.name ?? '' }))
      .execute()
  const rows = (deck?.places ?? []).map(({ columnId, hidden, look }, position) => ({
    deck_id: deckId,
    column_id: columnId,
    position,
    hidden: flag(hidden),
    width: look.width,
    folded: flag(look.folded),
    compact: flag(look.compact),
    alert: flag(look.alert),
    sound: flag(look.sound),
    grouped: flag(look.grouped),
  }))
  if (rows.length > 0) await tx.db.insertInto('deck_columns').values(rows).execute()
  tx.touch.session()
}

/** What is done to a deck, in the words of the history. */
const events = [
  'deck.created',
  'deck.renamed',
  'deck.removed',
  'deck.reset',
  'column.added',
  'column.hidden',
  'column.moved',
  'column.styled',
] as const
export type DeckEvent = (typeof events)[number]

/** @throws Failure `deck.missing`, `deck.standing` for one that is there by itself */
export async function renameDeck(tx: Tx, deckId: string, name: string): Promise<void> {
  const deck = await keptDeck(tx.db, deckId)
  if (deck === null) throw new Failure('deck.missing', {})
  if (deck.name === null) throw new Failure('deck.standing', {})
  await keepDeck(tx, 'deck.renamed', deckId, { ...deck, name })
}

/** Puts a deck in the place of the one that was there, null: of none; as an action that undo takes back. */
export async function keepDeck(tx: Tx, event: DeckEvent, deckId: string, deck: Kept): Promise<void> {
  const before = await keptDeck(tx.db, deckId)
  await put(tx, deckId, deck)
  await record(tx, {
    event,
    actionId: newId(tx.at),
    before: { deck_id: deckId, deck: JSON.stringify(before) },
    after: { deck_id: deckId, deck: JSON.stringify(deck) },
    undoable: true,
  })
}

/**
 * Changes the places of a deck.
 * @param change from all places to those that are to be; `own` are ids of what is there by itself
 * @throws Failure `deck.missing`; `deck.full` when more would be shown than anybody can look through
 */
export async function arrange(
  tx: Tx,
  event: DeckEvent,
  deckId: string,
  change: (all: readonly Place[], own: readonly string[]) => readonly Place[],
): Promise<void> {
  const from = await known(tx.db)
  const deck = from.decks.find(({ id }) => id === deckId)
  if (!deck) throw new Failure('deck.missing', {})
  const next = change(places(deck, from), ownColumns(deck, from))
  if (next.filter(({ hidden }) => !hidden).length > columnsAtMost)
    throw new Failure('deck.full', { most: columnsAtMost })
  await keepDeck(tx, event, deckId, { name: deck.name, places: [...next] })
}

const Line = z.object({
  deck_id: z.string(),
  deck: z.string().transform((json) => Kept.parse(JSON.parse(json))),
})

/** Takes one change of a deck back. @throws Failure `undo.conflict` when it was changed since */
async function undoDeck(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const read = (json: string | null) =>
    Line.parse(JSON.parse(must(json, 'a change of a deck is written down')))
  const { deck_id: deckId, deck: after } = read(row.after)
  if (JSON.stringify(await keptDeck(tx.db, deckId)) !== JSON.stringify(after))
    throw new Failure('undo.conflict', { action: row.event })
  await put(tx, deckId, read(row.before).deck)
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

export const deckUndoers: Undoers = Object.fromEntries(events.map((event) => [event, undoDeck]))

/** Takes the columns of a person out of every deck, and out of the history of decks. */
export function forgetColumns(tx: Tx, xUserId: string): void {
  const id = `person:${xUserId}`
  tx.raw("DELETE FROM deck_columns WHERE column_id = ? OR column_id LIKE ? || ':%'").run(id, id)
  tx.raw(
    `
    UPDATE audit SET before = NULL, after = NULL, undoable = 0
    WHERE event LIKE 'column.%' AND (before LIKE '%' || ? || '%' OR after LIKE '%' || ? || '%')`,
  ).run(id, id)
}
