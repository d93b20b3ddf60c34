/** @file Decks, their columns, and the pages of those. Part of the contract. */
import { z } from 'zod'
import {
  ColumnKind,
  ColumnLook,
  ColumnOrder,
  ColumnPage,
  CustomerOfBrand,
  DeckId,
  DeckName,
  DeckView,
  NewColumn,
  unfoldedAtMost,
} from '../domain/deck.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

/** The id of a column, as a window names one. */
export const ColumnId = z.string().max(120)
const inDeck = { deckId: DeckId, columnId: ColumnId }
/** A place among others, counted from 0; past the end it is the last. */
const to = z.number().int().min(0)

export const decksContract = {
  'deck.list': { input: nothing, output: z.array(DeckView) },
  /** A new deck: empty, or with the columns of another. @throws `deck.missing`, `deck.too-many` */
  'deck.create': {
    input: z.object({ name: DeckName, like: DeckId.nullable() }),
    output: z.object({ deckId: OwnId }),
  },
  /** @throws `deck.missing`, `deck.standing` for one that is there by itself */
  'deck.rename': { input: z.object({ deckId: OwnId, name: DeckName }), output: nothing },
  /** @throws `deck.missing` */
  'deck.move': { input: z.object({ deckId: DeckId, to }), output: nothing },
  /** Takes a deck away that somebody made; what stood in it stays. @throws `deck.missing`, `deck.standing` */
  'deck.remove': { input: z.object({ deckId: OwnId }), output: nothing },
  /** Puts a deck that is there by itself back to how it began. @throws `deck.missing`, `deck.standing` for any other */
  'deck.reset': { input: z.object({ deckId: DeckId }), output: nothing },
  /** A deck as a file; `left`: columns that are of this computer alone. @throws `deck.missing` */
  'deck.export': {
    input: z.object({ deckId: DeckId, name: DeckName }),
    output: z.object({ name: z.string(), content: z.string(), left: z.number() }),
  },
  /** @throws `deck.invalid` with what is wrong with the file; `deck.nothing` when nothing of it is known here */
  'deck.import': {
    input: z.object({ content: z.string().max(1_000_000) }),
    output: z.object({
      deckId: OwnId,
      name: z.string(),
      /** Columns of handles, or of what is listened to, that are not known here. */
      left: z.array(z.object({ kind: ColumnKind, handle: z.string().nullable() })),
    }),
  },
  /** Puts a column at the end of a deck. @throws `deck.missing`, `deck.full` */
  'column.add': {
    input: z.object({ deckId: DeckId, column: NewColumn }),
    output: z.object({ columnId: ColumnId }),
  },
  /** Keeps a search as a column of a deck, which is named by its words. @throws `deck.missing`, `deck.full` */
  'column.save': {
    input: z.object({ deckId: DeckId, text: z.string().trim().min(1).max(1_000) }),
    output: z.object({ columnId: ColumnId }),
  },
  /** Takes a column out of a deck; one that is gone changes nothing. @throws `deck.missing` */
  'column.hide': { input: z.object(inDeck), output: nothing },
  /** @throws `deck.missing` */
  'column.move': { input: z.object({ ...inDeck, to }), output: nothing },
  /** How a column is drawn. @throws `deck.missing` */
  'column.style': { input: z.object({ ...inDeck, look: ColumnLook }), output: nothing },
  /**
   * Narrows a column of tickets, in the language of a search; empty shows all of it again. It stays so, for everybody.
   * @throws `input.invalid` for a column that cannot be narrowed
   */
  'column.filter': {
    input: z.object({ columnId: ColumnId, text: z.string().trim().max(300) }),
    output: nothing,
  },
  /** In which order a column of tickets stands, for everybody. @throws `input.invalid` as `column.filter` */
  'column.order': { input: z.object({ columnId: ColumnId, order: ColumnOrder }), output: nothing },
  'column.page': {
    input: z.object({
      columnId: ColumnId,
      after: z.string().max(200).nullable(),
      /** A `next` of before: nothing beyond it is read, and `next` is null there. */
      until: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(200),
      /** With what is muted. */
      muted: z.boolean().default(false),
      /**
       * One row for each customer of each brand, where such a column can be read so: their ticket that comes first. The
       * further ones of those that are unfolded stand right below it, whatever `limit` says.
       */
      grouped: z.object({ unfolded: z.array(CustomerOfBrand).max(unfoldedAtMost) }).optional(),
    }),
    output: ColumnPage,
  },
  /**
   * What lies further down a column, as ids alone, cut into stretches that `column.page` reads: far down, rows are read
   * only where somebody stays. No stretch where a column is read by pages alone (posts, saved searches, filters, mutes);
   * one that is grouped is not asked for them.
   */
  'column.places': {
    input: z.object({
      columnId: ColumnId,
      /** A `next` of before. */
      after: z.string().max(200),
      limit: z.number().int().min(1).max(20_000),
      /** With what is muted. */
      muted: z.boolean().default(false),
    }),
    output: z.object({
      /** `after`: where each begins. */
      stretches: z.array(z.object({ after: z.string(), ids: z.array(OwnId) })),
      next: z.string().nullable(),
    }),
  },
  /**
   * All tickets of a column, loaded or not, folded or not, in its order; no more than one action takes. Posts alone have
   * none. `of`: those of one customer and brand, in a column that can be grouped.
   */
  'column.tickets': {
    input: z.object({
      columnId: ColumnId,
      muted: z.boolean().default(false),
      of: CustomerOfBrand.optional(),
    }),
    output: z.object({ ticketIds: z.array(OwnId) }),
  },
}
