/** @file The state of the console as named facts: the one pure function that commands' conditions are written over. */
import type { Scope } from '../../shared/commands.ts'
import {
  canAlert,
  isFilterable,
  isGroupable,
  isMutable,
  type ColumnRow,
  type ColumnView,
  type PostCard,
} from '../../shared/domain/deck.ts'
import type { Card, Routes } from '../../shared/domain/ticket.ts'
import { deckOf, isOurs, isStopped, ticketOf, type Rows } from '../state/rows.ts'
import type { DraftChannel, Session } from '../state/session.ts'
import { isElsewhere } from '../state/holding.ts'
import { isFoldable } from '../state/thread-parts.ts'

/** True and false only; `when` conditions read nothing else. */
export type Context = Readonly<{
  workspaceOpen: boolean
  /** The window stands beside the main one. */
  beside: boolean
  overlayOpen: boolean
  composing: boolean
  hasColumn: boolean
  hasDeck: boolean
  /** The deck is one that somebody made; its columns were arranged. */
  onMadeDeck: boolean
  onArrangedDeck: boolean
  /** The column can be narrowed. */
  onFilterable: boolean
  /** Customers can stand in the column once; the row under the cursor stands for several tickets, or is one of them. */
  onGroupable: boolean
  onGroup: boolean
  /** The column can tell of new messages. */
  onAlerting: boolean
  /** Mutes leave things out of the column, or would. */
  onMutable: boolean
  /** Something is muted in the column. */
  hasMuted: boolean
  hasRows: boolean
  manyDecks: boolean
  /** One brand alone is shown. */
  clientSafe: boolean
  ticketChosen: boolean
  /** Tickets are chosen together. */
  manyChosen: boolean
  /** Chosen tickets are answered one after the other. */
  inRound: boolean
  /** A post in a column of posts, and whether it is somebody else's and nobody's request. */
  postChosen: boolean
  postAlone: boolean
  ticketOpen: boolean
  /** The open ticket is written to in another window. */
  elsewhere: boolean
  ticketSolved: boolean
  /** Put off, until an instant or an answer. */
  ticketSnoozed: boolean
  ticketOwned: boolean
  /** The composer holds something to send: words, or files that need none. */
  hasText: boolean
  /** Something was answered before to what the open ticket asks. */
  hasSimilar: boolean
  isNote: boolean
  isDm: boolean
  canReplyPublicly: boolean
  canReplyByDm: boolean
  canReplyOnX: boolean
  /** The open conversation has a public post of the customer's, or of ours. */
  hasTheirPost: boolean
  hasOurPost: boolean
  /** The customer of the open ticket and its brand said more to each other than stands in its timeline. */
  hasEarlier: boolean
  /** Something in the pane is long enough to be folded. */
  hasFolds: boolean
  stopped: boolean
  /** A handle that somebody wrote down is not connected yet. */
  handleWaits: boolean
  /** Notices and tones pause. */
  paused: boolean
  /** Other computers hold an app's stream. */
  streamHeld: boolean
  practice: boolean
  /** The first steps are shown, or what the first answers took. */
  inTour: boolean
  /** A practice drill goes on. */
  inDrill: boolean
  live: boolean
}>

/** The column that keys work on: the chosen one of the deck on screen, else its first. */
export function columnOf(rows: Rows, session: Session): string | null {
  const deck = deckOf(rows, session.deckId)
  const chosen = deck?.columns.find((column) => column.id === session.columnId)
  return chosen?.id ?? deck?.columns[0]?.id ?? null
}

/** The column that keys work on, with all that is known of it. */
export function columnIn(rows: Rows, session: Session): ColumnView | null {
  const id = columnOf(rows, session)
  return deckOf(rows, session.deckId)?.columns.find((one) => one.id === id) ?? null
}

/** The row under the cursor. */
export function cursorRow(rows: Rows, session: Session): ColumnRow | null {
  const column = columnOf(rows, session)
  const id = column === null ? undefined : session.cursors[column]
  return (id === undefined ? null : rows.rows.get(id)) ?? null
}

/** The row that was folded away under the cursor, which nobody has moved since; null: the cursor is where it was put. */
function foldedUnder(rows: Rows, session: Session): string | null {
  const column = columnOf(rows, session)
  const taken = column === null ? undefined : session.tookOver[column]
  return column !== null && taken?.rowId === session.cursors[column] ? (taken?.from ?? null) : null
}

/**
 * The ticket that commands work on: in the pane the open one, in the deck the one under the cursor. Where that was folded
 * away and another one of its customer took over, it is meant as long as the pane shows it; the other one never is,
 * before somebody goes there.
 */
export function targetTicket(rows: Rows, session: Session): string | null {
  if (session.area !== 'deck' && session.openTicketId !== null) return session.openTicketId
  if (session.area !== 'deck' && session.openRowId !== null) return null
  const folded = foldedUnder(rows, session)
  if (folded !== null) return folded === session.openTicketId ? folded : null
  const row = cursorRow(rows, session)
  return row ? ticketOf(row) : session.openTicketId
}

/** The tickets that commands work on: in the deck those chosen together, else the one of `targetTicket`. */
export function ticketsMeant(rows: Rows, session: Session): readonly string[] {
  if (session.area === 'deck' && session.selection !== null) return session.selection
  const ticketId = targetTicket(rows, session)
  return ticketId === null ? [] : [ticketId]
}

/** The post of a search or a list that commands work on: in the pane the open one, in the deck the one under the cursor. */
export function targetPost(rows: Rows, session: Session): PostCard | null {
  if (session.area !== 'deck' && session.openTicketId !== null) return null
  const open = session.openRowId === null ? undefined : rows.rows.get(session.openRowId)
  const row = session.area !== 'deck' ? open : (cursorRow(rows, session) ?? open)
  return row?.kind === 'post' ? row.post : null
}

/** The newest card known of a ticket: the pane's, else a column's. */
export function cardOf(rows: Rows, ticketId: string | null): Card | null {
  if (ticketId === null) return null
  if (rows.detail?.card.ticketId === ticketId) return rows.detail.card
  for (const { card } of rows.rows.values()) if (card?.ticketId === ticketId) return card
  return null
}

/** The way to answer that the composer shows. */
export const channelOf = (routes: Routes, chosen: DraftChannel | null): DraftChannel =>
  chosen ?? (routes.suggested === 'dm' ? 'dm' : 'public')

/** Nothing waits here: solved, or over before it came. */
const isOver = (card: Card | null): boolean => card?.status === 'solved' || card?.status === 'closed'

const isSnoozed = (card: Card | null): boolean =>
  card !== null && (card.desk.snoozedUntil !== null || card.desk.snoozedForReply)

const isInGroup = (rows: Rows, columnId: string, rowId: string | undefined): boolean =>
  rowId !== undefined && rows.columns.get(columnId)?.grouped?.rows[rowId] !== undefined

/** @param text what the composer holds for the open ticket */
export function contextOf(rows: Rows, session: Session, text: string): Context {
  const deck = deckOf(rows, session.deckId)
  const column = columnOf(rows, session)
  const ticketId = targetTicket(rows, session)
  const meant = ticketsMeant(rows, session)
  const post = targetPost(rows, session)
  const detail = rows.detail?.card.ticketId === ticketId ? rows.detail : null
  const opened = rows.detail?.card.ticketId === session.openTicketId ? rows.detail : null
  const channel = detail ? channelOf(detail.routes, session.channel) : null
  return {
    workspaceOpen: session.workspace.state === 'open',
    beside: session.view.kind !== 'main',
    overlayOpen: session.overlay !== null,
    composing: session.area === 'composer',
    hasColumn: column !== null,
    hasDeck: deck !== null,
    onMadeDeck: typeof deck?.name === 'string',
    onArrangedDeck: deck?.arranged ?? false,
    onFilterable: isFilterable(columnIn(rows, session)?.kind ?? 'outbox'),
    onGroupable: isGroupable(columnIn(rows, session)?.kind ?? 'outbox'),
    onGroup: column !== null && isInGroup(rows, column, session.cursors[column]),
    onAlerting: canAlert(columnIn(rows, session)?.kind ?? 'outbox'),
    onMutable: isMutable(columnIn(rows, session)?.kind ?? 'outbox'),
    hasMuted: column !== null && (rows.columns.get(column)?.muted.count ?? 0) > 0,
    hasRows:
      column !== null &&
      !(columnIn(rows, session)?.look.folded ?? false) &&
      (rows.columns.get(column)?.ids.length ?? 0) > 0,
    manyDecks: rows.decks.length > 1,
    clientSafe: session.onlyBrandId !== null,
    ticketChosen: meant.length > 0,
    manyChosen: session.selection !== null,
    inRound: session.round !== null,
    postChosen: post !== null,
    postAlone: post !== null && post.ticketId === null && !isOurs(rows, post),
    ticketOpen: session.openTicketId !== null,
    elsewhere: isElsewhere(session, session.openTicketId),
    ticketSolved: meant.length > 0 && meant.every((id) => isOver(cardOf(rows, id))),
    ticketSnoozed: meant.some((id) => isSnoozed(cardOf(rows, id))),
    ticketOwned: meant.some((id) => cardOf(rows, id)?.ownerInitials !== null),
    hasText:
      !isElsewhere(session, session.openTicketId) &&
      (text.trim() !== '' || (detail?.attachments.some((file) => file.channel === channel) ?? false)),
    hasSimilar:
      session.similar !== null &&
      session.similar.ticketId === session.openTicketId &&
      session.similar.onlyBrand === (session.onlyBrandId !== null) &&
      session.similar.answers.length > 0,
    isNote: channel === 'note',
    isDm: channel === 'dm',
    canReplyPublicly: detail !== null && detail.routes.public.open !== 'no',
    canReplyByDm: detail !== null && detail.routes.dm.open,
    canReplyOnX: detail !== null && detail.routes.webIntentUrl !== null,
    hasTheirPost: detail?.timeline.some((item) => item.kind === 'post' && !item.ours) ?? false,
    hasOurPost: detail?.timeline.some((item) => item.kind === 'post' && item.ours) ?? false,
    hasEarlier: opened !== null && opened.earlier !== null,
    hasFolds:
      opened !== null &&
      (isFoldable(opened.timeline) ||
        (rows.earlier?.tickets.some(({ items }) => isFoldable(items)) ?? false)),
    stopped: isStopped(rows),
    handleWaits: rows.brands.some(({ expected }) => expected.length > 0),
    paused: typeof session.info?.presence.pausedUntil === 'number',
    streamHeld: rows.apps.some((app) => app.stream?.failure?.code === 'stream.busy'),
    practice: session.info?.kind === 'practice',
    inTour: session.tour !== null || session.summary !== null,
    inDrill: session.drill !== null && session.drill.endedAt === null,
    live: session.info?.kind === 'live',
  }
}

/** The scopes that are asked for a key, innermost first. */
export function scopesOf(session: Session): readonly Scope[] {
  // The question who is here leaves the window usable.
  if (session.overlay !== null && session.overlay.kind !== 'agent') return ['overlay']
  if (session.area === 'composer') return ['composer', 'app']
  if (session.area === 'pane') return ['ticket', 'column', 'app']
  return ['column', 'app']
}
