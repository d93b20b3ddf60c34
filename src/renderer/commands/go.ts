/** @file Going places: the steps that several commands share. Moves cursor, pane and keyboard focus; changes no ticket. */
import type { ColumnRow } from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { nextTo, type RowGroups } from '../state/groups.ts'
import { isElsewhere, isKept } from '../state/holding.ts'
import { ticketOf, type Rows } from '../state/rows.ts'
import type { DraftChannel, Session } from '../state/session.ts'
import { cardOf, columnOf, cursorRow } from './context.ts'

/** The DOM id of a column's list. */
export const columnElementId = (columnId: string): string => `column-${columnId}`
/** The hidden field behind the button that attaches. */
export const attachInputId = 'attach'

/** What the guard rails saw, and the button of the better way. */
export const guardLinesId = 'guard-lines'
export const guardBetterId = 'guard-better'
/** The button that asks the customer to delete what tells too much. */
export const guardExposedId = 'guard-exposed'
/** The button that connects the first handle of a deck whose brands have none yet. */
export const deckWaitsId = 'deck-waits'
/** The DOM id of the conversation pane. */
export const paneElementId = 'ticket-pane'

/** A window of one ticket has no deck: the ticket stands in its place. */
const isTicketAlone = (c: Console): boolean => c.session.getState().view.kind === 'ticket'

/** The list of the column that keys work on, or what stands in place of the columns; null while there is none. */
export function deckElement(c: Console): HTMLElement | null {
  if (isTicketAlone(c)) return document.getElementById(paneElementId)
  const column = columnOf(c.rows.getState(), c.session.getState())
  const list = column === null ? null : document.getElementById(columnElementId(column))
  return list ?? document.getElementById(deckWaitsId)
}

/** Gives the keyboard to the column that keys work on. */
export function focusDeck(c: Console): void {
  if (isTicketAlone(c)) return focusPane(c)
  c.session.setState({ area: 'deck' })
  deckElement(c)?.focus({ preventScroll: true })
}

/** Gives the keyboard to the ticket in the pane. */
export function focusPane(c: Console): void {
  c.session.setState({ area: 'pane' })
  document.getElementById(paneElementId)?.focus({ preventScroll: true })
}

/** Whose client a ticket is; null while neither column nor pane shows it. */
function clientOf(c: Console, ticketId: string | null): string | null {
  const rows = c.rows.getState()
  const brandId = cardOf(rows, ticketId)?.brandId
  return rows.brands.find((brand) => brand.id === brandId)?.clientId ?? null
}

/** What was chosen for the ticket that was in the pane ends with it. */
const paneAnew = { channel: null, composerWanted: null, earlierOf: null, unfolded: [] } as const

/** Somebody goes to a row on which the cursor stood without having been put there. */
function wentTo(c: Console, rowId: string): void {
  const { tookOver } = c.session.getState()
  const others = Object.entries(tookOver).filter(([, taken]) => taken.rowId !== rowId)
  if (others.length < Object.keys(tookOver).length)
    c.session.setState({ tookOver: Object.fromEntries(others) })
}

/** Shows a ticket in the pane. The keyboard stays where it is. */
export function openTicket(c: Console, ticketId: string): void {
  const { openTicketId, area } = c.session.getState()
  wentTo(c, ticketId)
  if (openTicketId === ticketId) return
  // What is typed for one client must not go on in the composer of another.
  if (area === 'composer' && clientOf(c, openTicketId) !== clientOf(c, ticketId)) focusPane(c)
  c.session.setState({ openTicketId: ticketId, openRowId: null, ...paneAnew })
  c.tally.opened(ticketId, c.clock.monotonic())
  c.apply.ticketShown()
}

/** Shows what a row stands for in the pane: its ticket, or the message or post alone. The keyboard stays where it is. */
export function openRow(c: Console, row: ColumnRow): void {
  const ticketId = ticketOf(row)
  if (ticketId !== null) openTicket(c, ticketId)
  else c.session.setState({ openTicketId: null, openRowId: row.id, ...paneAnew })
}

/** Whether the pane shows something. */
export const paneIsOpen = ({ openTicketId, openRowId }: Session): boolean =>
  openTicketId !== null || openRowId !== null

/** Empties the pane. */
export function closeTicket(c: Console): void {
  c.session.setState({ openTicketId: null, openRowId: null, ...paneAnew })
  focusDeck(c)
}

/** Whoever goes through rows quickly reads none of them: the pane follows once the cursor rests, ms. */
const restMs = 90

/** An open pane follows the cursor to `row`, unless the cursor has gone on, or something else was opened, until then. */
function follow(c: Console, row: ColumnRow): void {
  const { openTicketId, openRowId, cursors } = c.session.getState()
  c.clock.after(restMs, () => {
    const now = c.session.getState()
    const isElsewhere = now.openTicketId !== openTicketId || now.openRowId !== openRowId
    if (!isElsewhere && now.cursors === cursors && paneIsOpen(now)) openRow(c, row)
  })
}

/** Puts the cursor on a row; a pane that is open follows it. */
export function putCursor(c: Console, columnId: string, rowId: string | null): void {
  const session = c.session.getState()
  const { cursors } = session
  if (rowId !== null) {
    wentTo(c, rowId)
    // Whoever moves on waits no more for what an undo brings back.
    c.session.setState({ columnId, cursors: { ...cursors, [columnId]: rowId }, expected: null })
  } else c.session.setState({ columnId })
  const row = rowId === null ? undefined : c.rows.getState().rows.get(rowId)
  if (row && paneIsOpen(session)) follow(c, row)
}

/** Makes a column the one that keys work on, with a cursor in it. */
export function enterColumn(c: Console, columnId: string): void {
  const { columns } = c.rows.getState()
  const cursor = c.session.getState().cursors[columnId] ?? columns.get(columnId)?.ids[0] ?? null
  putCursor(c, columnId, cursor)
  focusDeck(c)
}

/** Resolves when the rows are as is asked, and drawn so. @param withinMs then it resolves however they are; null: never */
export function onceDrawn(
  c: Console,
  isSo: (rows: Rows) => boolean,
  withinMs: number | null = null,
): Promise<void> {
  return new Promise((resolve) => {
    // It is drawn after the change of the rows.
    const drawn = () => requestAnimationFrame(() => resolve())
    if (isSo(c.rows.getState())) return drawn()
    const end = (): void => {
      stop()
      cancel()
      drawn()
    }
    const cancel = withinMs === null ? () => {} : c.clock.after(withinMs, end)
    const stop = c.rows.subscribe((rows) => {
      if (isSo(rows)) end()
    })
  })
}

/** Rows that are dealt with stand there until the columns are read again; so many are remembered. */
const dealtWithAtMost = 200

const groupsIn = (rows: Rows, column: string | null): RowGroups =>
  (column === null ? null : rows.columns.get(column)?.grouped?.rows) ?? {}

/** After tickets are dealt with: the cursor and the pane go on to the row that follows the last of them, or the one before. */
export function goOn(c: Console, ticketIds: readonly [string, ...string[]]): void {
  if (isTicketAlone(c)) return focusPane(c)
  const dealtWith = [...new Set([...c.session.getState().dealtWith, ...ticketIds])].slice(-dealtWithAtMost)
  c.session.setState({ dealtWith })
  const rows = c.rows.getState()
  const column = columnOf(rows, c.session.getState())
  const ids = column === null ? [] : (rows.columns.get(column)?.ids ?? [])
  const isDone = (id: string): boolean => {
    const ticketId = rows.rows.get(id)?.card?.ticketId
    return ticketId !== undefined && dealtWith.includes(ticketId)
  }
  const under = cursorRow(rows, c.session.getState())
  const isNow = (id: string): boolean => ticketIds.includes(rows.rows.get(id)?.card?.ticketId ?? '')
  const next = ids.some(isNow) ? nextTo(ids, groupsIn(rows, column), isNow, isDone) : (under?.id ?? null)
  const row = next === null ? undefined : rows.rows.get(next)
  const { openTicketId } = c.session.getState()
  if (column !== null && row && !isDone(row.id)) {
    if (paneIsOpen(c.session.getState())) openRow(c, row)
    putCursor(c, column, row.id)
    focusDeck(c)
  } else if (openTicketId !== null && ticketIds.includes(openTicketId)) closeTicket(c)
  else focusDeck(c)
}

/**
 * Opens a window for a ticket, or goes to the window that has its composer; what was typed is with core by then. Where core
 * could not take it, it stays here.
 */
export function goToWindowOf(c: Console, ticketId: string): void {
  c.attempt(async () => {
    if (await isKept(c, ticketId)) await c.host.invoke('window.open-ticket', { ticketId })
  })
}

/** Whether a ticket is written to in another window: then that one is gone to. */
export function isWrittenElsewhere(c: Console, ticketId: string): boolean {
  const elsewhere = isElsewhere(c.session.getState(), ticketId)
  if (elsewhere) goToWindowOf(c, ticketId)
  return elsewhere
}

/** Opens the composer of a ticket, wherever it is; what is typed before it is there is kept for it. */
export function openComposer(c: Console, ticketId: string, channel: DraftChannel): void {
  openTicket(c, ticketId)
  if (isWrittenElsewhere(c, ticketId)) return
  c.session.setState({ channel, composerWanted: { ticketId, typed: '' } })
}

/** Opens the new version of an own post that was taken back, with its words. */
export function showEdit(c: Console, brandId: string, postId: string): void {
  c.session.setState({ overlay: { kind: 'own-posts', brandId, editing: postId } })
}
