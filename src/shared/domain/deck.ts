/** @file Decks and columns: shapes only. Which row stands in which column is decided by SQL in core alone. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { JobView } from './outbox.ts'
import { LinkLine, TextRun } from './text.ts'
import { Card, Person } from './ticket.ts'

/** Columns that every deck has: their rows are tickets, or messages on their way. */
export const StandingColumnKind = z.enum(['needs-reply', 'mentions', 'dms', 'waiting', 'outbox'])

/**
 * Columns that are shown when they are asked for. `debts`: follow-ups and promises. `notes-to-me`: notes that name who
 * sits here. `quiet`: solved tickets whose customers thanked since.
 */
export const ExtraColumnKind = z.enum(['mine', 'unowned', 'snoozed', 'debts', 'notes-to-me', 'quiet'])
export type ExtraColumnKind = z.infer<typeof ExtraColumnKind>

export const TicketColumnKind = z.enum([...StandingColumnKind.options, ...ExtraColumnKind.options])
export type TicketColumnKind = z.infer<typeof TicketColumnKind>

/** Columns of the tickets of one incident, or of one person, whatever became of them. */
export const SubjectColumnKind = z.enum(['incident', 'person'])
export type SubjectColumnKind = z.infer<typeof SubjectColumnKind>

/** Columns of what a brand listens to: their rows are posts. */
export const PostColumnKind = z.enum(['search', 'list'])
export type PostColumnKind = z.infer<typeof PostColumnKind>

/** Columns of what the handles of a brand wrote, and of what quotes that: their rows are posts. */
export const OwnColumnKind = z.enum(['own-posts', 'quotes'])
export type OwnColumnKind = z.infer<typeof OwnColumnKind>

/** Whether the rows of a column are posts, with or without a ticket. */
export const holdsPosts = (kind: ColumnKind): boolean =>
  PostColumnKind.safeParse(kind).success || OwnColumnKind.safeParse(kind).success

/** `saved`: what a search finds, newest first, of the deck that it was kept in. */
export const ColumnKind = z.enum([
  ...TicketColumnKind.options,
  ...SubjectColumnKind.options,
  ...PostColumnKind.options,
  ...OwnColumnKind.options,
  'saved',
])
export type ColumnKind = z.infer<typeof ColumnKind>

/** `own`: the order that the kind of column has by itself. `reach`: who is followed by most first. */
export const ColumnOrder = z.enum(['own', 'due', 'newest', 'oldest', 'reach'])
export type ColumnOrder = z.infer<typeof ColumnOrder>

/**
 * How a column is drawn: how wide, as a strip with its name alone, its rows in few lines; and how it makes itself known:
 * `alert` by a notice of the system, `sound` by a tone. `grouped`: each customer of each brand stands in it once.
 */
export const ColumnLook = z.object({
  width: z.enum(['narrow', 'normal', 'wide']),
  folded: z.boolean(),
  compact: z.boolean(),
  alert: z.boolean().default(false),
  sound: z.boolean().default(false),
  grouped: z.boolean().default(false),
})
export type ColumnLook = z.infer<typeof ColumnLook>

export const plainLook: ColumnLook = {
  width: 'normal',
  folded: false,
  compact: false,
  alert: false,
  sound: false,
  grouped: false,
}

/** A column that can be put into a deck. `brandId` null: over all brands. */
export const NewColumn = z.union([
  z.object({
    kind: z.enum([...TicketColumnKind.options, ...OwnColumnKind.options]),
    brandId: OwnId.nullable(),
  }),
  z.object({ kind: z.literal('incident'), incidentId: OwnId }),
  z.object({ kind: z.literal('person'), xUserId: XId }),
  z.object({ kind: PostColumnKind, listeningId: OwnId }),
])
export type NewColumn = z.infer<typeof NewColumn>

/**
 * `brandId` null: over all brands. `<kind>:<brandId or 'all'>` names a column of tickets, `<kind>:<id>` one of an
 * incident, a person or something that is listened to, `saved:<id>` a search. The same column in another place has the
 * id of that place behind it, after another colon.
 */
export const ColumnView = z.object({
  id: z.string(),
  kind: ColumnKind,
  brandId: OwnId.nullable(),
  /** The name of what is listened to, of an incident or a person, or of a search; null for the other kinds. */
  title: z.string().nullable(),
  /** Which of its rows are shown, in the words of a search; empty: all. `unknown`: what of it means nothing here. */
  filter: z.object({ text: z.string(), unknown: z.array(z.string()) }),
  order: ColumnOrder,
  look: ColumnLook,
})
export type ColumnView = z.infer<typeof ColumnView>

/** The filter of a column that shows everything. */
export const unfiltered: ColumnView['filter'] = { text: '', unknown: [] }

/** The deck over all brands, which is always there. */
export const allDeckId = 'all'

/** That over all brands, that of one brand (named by its id), or one that somebody made. */
export const DeckId = z.union([z.literal(allDeckId), OwnId])

export const DeckName = z.string().trim().min(1).max(40)

/** Columns in one deck, and decks that somebody made: more than anybody can look through. */
export const columnsAtMost = 40
export const decksAtMost = 100

export const DeckView = z.object({
  id: DeckId,
  /** Null: not the deck of one brand. */
  brandId: OwnId.nullable(),
  /** What somebody called it; null: one that is there by itself. */
  name: z.string().nullable(),
  /** Somebody arranged its columns: it can be put back to how it began. */
  arranged: z.boolean(),
  columns: z.array(ColumnView),
})
export type DeckView = z.infer<typeof DeckView>

/** A deck as a file. Brands are named by their handles, so that another computer knows them. */
export const DeckFile = z.strictObject({
  format: z.literal('switchboard.deck'),
  version: z.literal(1),
  name: DeckName,
  columns: z
    .array(
      z.strictObject({
        kind: ColumnKind,
        /** A handle of its brand; null: over all brands. */
        handle: Username.nullable(),
        /** The words of a search, or what is listened to. */
        query: z.string().max(1_000).nullable(),
        filter: z.string().max(300),
        order: ColumnOrder,
        look: ColumnLook,
      }),
    )
    .max(columnsAtMost),
})
export type DeckFile = z.infer<typeof DeckFile>

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
  /** The first page that it links to of which X told; null: of none. */
  link: LinkLine.nullable(),
  likes: z.number(),
  reposts: z.number(),
  /** The ticket that the post stands in with this brand; null: it is nobody's request. */
  ticketId: OwnId.nullable(),
})
export type PostCard = z.infer<typeof PostCard>

/** What a notice leads to in its column. */
export const ToldRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), id: OwnId }),
  z.object({ kind: z.literal('post'), id: XId }),
])
export type ToldRow = z.infer<typeof ToldRow>

export const ColumnRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), id: OwnId, card: Card }),
  /** `card` null: the job belongs to no ticket. */
  z.object({ kind: z.literal('job'), id: OwnId, job: JobView, card: Card.nullable() }),
  z.object({ kind: z.literal('post'), id: XId, post: PostCard, card: z.null() }),
])
export type ColumnRow = z.infer<typeof ColumnRow>

/** Whether a column can be narrowed and put in order: one of tickets that no search put together. */
export const isFilterable = (kind: ColumnKind): boolean =>
  kind !== 'outbox' && (TicketColumnKind.safeParse(kind).success || SubjectColumnKind.safeParse(kind).success)

/**
 * Whether the tickets of one customer and brand can stand in a column as one row. In a column of one person that would be
 * a row for each brand, which is no column any more.
 */
export const isGroupable = (kind: ColumnKind): boolean => isFilterable(kind) && kind !== 'person'

/** Whether a column shows one row for each customer of each brand. */
export const isGrouped = ({ kind, look }: Pick<ColumnView, 'kind' | 'look'>): boolean =>
  look.grouped && isGroupable(kind)

/** Whose tickets one row of a grouped column stands for. */
export const CustomerOfBrand = z.object({ brandId: OwnId, xUserId: XId })
export type CustomerOfBrand = z.infer<typeof CustomerOfBrand>

/** Customers who are unfolded in one column at a time: the one that was unfolded first is folded again. */
export const unfoldedAtMost = 20

/** `more`: how many further tickets of its customer and brand the column holds; 0: it is one of those, unfolded. */
export const RowGroup = z.object({ more: z.number(), unfolded: z.boolean() })
export type RowGroup = z.infer<typeof RowGroup>

/** Whether a column can tell of new messages: its rows are tickets or posts, and no search of ours put them together. */
export const canAlert = (kind: ColumnKind): boolean => isFilterable(kind) || holdsPosts(kind)

const mutable: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'needs-reply',
  'mentions',
  'dms',
  'waiting',
  'unowned',
  'quiet',
  'search',
  'list',
  'quotes',
  'saved',
])

/**
 * Whether mutes leave anything out of a column: of those that show what comes in. What somebody here has taken on, put
 * off or sent, and what was opened about one person or incident, is always shown whole.
 */
export const isMutable = (kind: ColumnKind): boolean => mutable.has(kind)

/** Rows of a column are counted up to here: nobody works by the last hundred of 200,000, and counting them takes time. */
export const countedAtMost = 1_000

export const ColumnPage = z.object({
  rows: z.array(ColumnRow),
  /** Pass back to read on; null at the end. */
  next: z.string().nullable(),
  /**
   * How many rows the column has in all; `countedAtMost` stands for so many or more. Null: a filter counts nothing, nor
   * do mutes in a column that long; of a grouped column only the first page tells.
   */
  total: z.number().nullable(),
  /** How many rows mutes leave out, or would if they were not shown; `many`: at least so many. */
  muted: z.object({ count: z.number(), many: z.boolean() }),
  /**
   * Of a grouped column: how many tickets its rows stand for, counted as `total` is; and by id those rows of the page that
   * stand for more than themselves, with those that are unfolded below them.
   */
  grouped: z.object({ tickets: z.number().nullable(), rows: z.record(OwnId, RowGroup) }).optional(),
})
export type ColumnPage = z.infer<typeof ColumnPage>
