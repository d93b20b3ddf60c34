/** @file What core owns, as last read. Written by `apply.ts` alone; views only read. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BackfillView } from '../../shared/domain/backfill.ts'
import type { AppView, BrandView, ConnectView } from '../../shared/domain/brand.ts'
import type { ColumnPage, ColumnRow, DeckView, PostCard } from '../../shared/domain/deck.ts'
import type { SpendToday, SpendView } from '../../shared/domain/money.ts'
import type { HeldOfBrand, OutboxLimits } from '../../shared/domain/outbox.ts'
import type { PaletteUse } from '../../shared/domain/palette.ts'
import type { SessionView } from '../../shared/domain/session.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Earlier } from './earlier-reader.ts'
import { plainKeymap, type Keymap } from '../../shared/keymap.ts'

/** The loaded window of one column: always a run from its top. */
export type ColumnWindow = {
  /** Row ids in the order that core gave. */
  ids: readonly string[]
  next: string | null
  /** All rows that the column has, loaded or not; null where a filter leaves them uncounted. */
  total: number | null
  /** What mutes leave out of it, also while it is shown. */
  muted: ColumnPage['muted']
  /** Of a grouped column: the tickets that its rows stand for, and which rows stand for more than themselves. Else null. */
  grouped: Exclude<ColumnPage['grouped'], undefined> | null
  /** More of it is looked through for what fits its filter. */
  looking: boolean
  failure: Failure | null
}

/** A column before it was read. */
export const noWindow: ColumnWindow = {
  ids: [],
  next: null,
  total: 0,
  muted: { count: 0, many: false },
  grouped: null,
  looking: false,
  failure: null,
}

/** Columns that stand in another order than before, or with another filter. */
export function reorderedIn(before: readonly DeckView[], now: readonly DeckView[]): readonly string[] {
  const known = new Map(before.flatMap((deck) => deck.columns.map((column) => [column.id, column])))
  return now.flatMap((deck) =>
    deck.columns.flatMap(({ id, order, filter }) => {
      const was = known.get(id)
      return !was || (was.order === order && was.filter.text === filter.text) ? [] : [id]
    }),
  )
}

export type Rows = {
  /** How many times each was read: what hangs on them is read again with them, even where they are as before. */
  reads: { brands: number; session: number }
  session: SessionView | null
  brands: readonly BrandView[]
  apps: readonly AppView[]
  decks: readonly DeckView[]
  /** Rows of all columns by their id (a ticket's, in the outbox a job's), as far as they are held. */
  rows: ReadonlyMap<string, ColumnRow>
  columns: ReadonlyMap<string, ColumnWindow>
  /** The ticket in the pane; null while it is read. */
  detail: TicketDetail | null
  /** What is loaded of its customer's other tickets; null while they are folded. */
  earlier: Earlier | null
  /** Why the ticket in the pane could not be read. */
  detailFailure: Failure | null
  connects: ReadonlyMap<string, ConnectView>
  /** Handles whose past is read, or was. */
  backfills: readonly BackfillView[]
  /** What today has cost; null before it is read. */
  spend: SpendToday | null
  /** What the spending panel shows; null before it is read. */
  spending: SpendView | null
  /** What waits for a decision before it leaves, by brand. */
  held: readonly HeldOfBrand[]
  /** X's limits on sending as counted by core; null before the first read. */
  limits: OutboxLimits | null
  /** What who sits here chose in the palette before. */
  paletteUses: readonly PaletteUse[]
}

export const noRows: Rows = {
  reads: { brands: 0, session: 0 },
  session: null,
  brands: [],
  apps: [],
  decks: [],
  rows: new Map(),
  columns: new Map(),
  detail: null,
  earlier: null,
  detailFailure: null,
  connects: new Map(),
  backfills: [],
  spend: null,
  spending: null,
  held: [],
  limits: null,
  paletteUses: [],
}

export type RowsStore = StoreApi<Rows>
export const rowsStore = (): RowsStore => createStore<Rows>(() => noRows)

/** The rows with some put in and some left out; the same map where that changes nothing. */
export function withRows(
  rows: Rows['rows'],
  come: readonly ColumnRow[],
  left: ReadonlySet<string>,
): Rows['rows'] {
  if (come.length === 0 && left.size === 0) return rows
  const all = new Map(rows)
  for (const row of come) all.set(row.id, row)
  for (const id of left) all.delete(id)
  return all
}

/** The deck on screen: the chosen one, else the first. */
export const deckOf = (rows: Rows, deckId: string | null): DeckView | null =>
  rows.decks.find((deck) => deck.id === deckId) ?? rows.decks[0] ?? null

/** The ticket that a row stands for; null for a post that is nobody's request and for a job that belongs to none. */
export const ticketOf = (row: ColumnRow): string | null =>
  row.kind === 'post' ? row.post.ticketId : (row.card?.ticketId ?? null)

/** Whether a handle of its brand wrote a post. */
export const isOurs = ({ brands }: Rows, { brandId, author }: PostCard): boolean =>
  brands.some(
    ({ id, handles }) => id === brandId && handles.some(({ xUserId }) => xUserId === author.xUserId),
  )

/** The keys of who sits here. */
export const keymapOf = (rows: Rows): Keymap => rows.session?.keymap ?? plainKeymap

/** Whether Stop holds what any brand would send. */
export const isStopped = (rows: Rows): boolean => (rows.session?.stopped ?? null) !== null
