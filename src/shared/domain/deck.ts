/** @file Decks and columns: shapes only. Which row stands in which column is decided by SQL in core alone. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { JobView } from './outbox.ts'
import { TextRun } from './text.ts'
import { Card, Person } from './ticket.ts'

/** Columns that every deck has: their rows are tickets, or messages on their way. */
export const StandingColumnKind = z.enum(['needs-reply', 'mentions', 'dms', 'waiting', 'outbox'])

/**
 * Columns that are shown when they are asked for, in every deck at once. `debts`: follow-ups and promises.
 * `notes-to-me`: notes that name who sits here. `quiet`: solved tickets whose customers thanked since.
 */
export const ExtraColumnKind = z.enum(['mine', 'unowned', 'snoozed', 'debts', 'notes-to-me', 'quiet'])
export type ExtraColumnKind = z.infer<typeof ExtraColumnKind>

export const TicketColumnKind = z.enum([...StandingColumnKind.options, ...ExtraColumnKind.options])
export type TicketColumnKind = z.infer<typeof TicketColumnKind>

/** Columns of what a brand listens to: their rows are posts. */
export const PostColumnKind = z.enum(['search', 'list'])
export type PostColumnKind = z.infer<typeof PostColumnKind>

/** `saved`: what a search finds, newest first, of the deck that it was kept in. */
export const ColumnKind = z.enum([...TicketColumnKind.options, ...PostColumnKind.options, 'saved'])
export type ColumnKind = z.infer<typeof ColumnKind>

/**
 * `brandId` null: over all brands. `<kind>:<brandId or 'all'>` names a column of tickets, `<kind>:<listening id>` one of
 * posts, `saved:<id>` a search.
 */
export const ColumnView = z.object({
  id: z.string(),
  kind: ColumnKind,
  brandId: OwnId.nullable(),
  /** The name of what is listened to, or of a search; null for the other kinds. */
  title: z.string().nullable(),
  /** Which of its rows are shown, in the words of a search; empty: all. `unknown`: what of it means nothing here. */
  filter: z.object({ text: z.string(), unknown: z.array(z.string()) }),
})
export type ColumnView = z.infer<typeof ColumnView>

/** The filter of a column that shows everything. */
export const unfiltered: ColumnView['filter'] = { text: '', unknown: [] }

/** `brandId` null: the first deck, over all brands. */
export const DeckView = z.object({
  id: z.string(),
  brandId: OwnId.nullable(),
  columns: z.array(ColumnView),
})
export type DeckView = z.infer<typeof DeckView>

/** A post as a row of a column, whoever wrote it. */
export const PostCard = z.object({
  postId: XId,
  brandId: OwnId,
  author: Person,
  runs: z.array(TextRun),
  lang: z.string().nullable(),
  at: z.number(),
  hasMedia: z.boolean(),
  isQuote: z.boolean(),
  likes: z.number(),
  reposts: z.number(),
  /** The ticket that the post stands in with this brand; null: it is nobody's request. */
  ticketId: OwnId.nullable(),
})
export type PostCard = z.infer<typeof PostCard>

export const ColumnRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), id: OwnId, card: Card }),
  /** `card` null: the job belongs to no ticket. */
  z.object({ kind: z.literal('job'), id: OwnId, job: JobView, card: Card.nullable() }),
  z.object({ kind: z.literal('post'), id: XId, post: PostCard, card: z.null() }),
])
export type ColumnRow = z.infer<typeof ColumnRow>

/** Whether a column can be narrowed: one of tickets that no search put together. */
export const isFilterable = (kind: ColumnKind): boolean =>
  kind !== 'outbox' && TicketColumnKind.safeParse(kind).success

/** Rows of a column are counted up to here: nobody works by the last hundred of 200,000, and counting them takes time. */
export const countedAtMost = 1_000

export const ColumnPage = z.object({
  rows: z.array(ColumnRow),
  /** Pass back to read on; null at the end. */
  next: z.string().nullable(),
  /** How many rows the column has in all; `countedAtMost` stands for so many or more. Null: a filter counts nothing. */
  total: z.number().nullable(),
})
export type ColumnPage = z.infer<typeof ColumnPage>
