/** @file Commands that choose tickets to be worked on together. */
import type { Console } from '../state/console.ts'
import { moved } from '../state/cursor.ts'
import { ticketOf } from '../state/rows.ts'
import { between, joined, stepped, toggled } from '../state/selection.ts'
import { t } from '../words.ts'
import { letGo } from './chosen.ts'
import { columnOf, cursorRow } from './context.ts'
import { focusDeck, putCursor } from './go.ts'
import type { Runtime } from './runtime.ts'

/** The ticket of a row; null for a row without one, and for one that is not held. */
function ticketAt(c: Console, rowId: string | null): string | null {
  const row = rowId === null ? undefined : c.rows.getState().rows.get(rowId)
  return row ? ticketOf(row) : null
}

/** Whether every one of these rows is held: else core has to say which tickets they are. */
const areHeld = (c: Console, ids: readonly string[]): boolean =>
  ids.every((id) => c.rows.getState().rows.has(id))

/** Chooses the ticket of a row, or lets it go. */
export function toggle(c: Console, rowId: string | null): void {
  const ticketId = ticketAt(c, rowId)
  if (ticketId !== null) c.session.setState({ selection: toggled(c.session.getState().selection, ticketId) })
}

/** Chooses all from the cursor of a column to a row of it. */
export function chooseTo(c: Console, columnId: string, rowId: string): void {
  const ids = c.rows.getState().columns.get(columnId)?.ids ?? []
  const { cursors, selection } = c.session.getState()
  const wanted = between(ids, cursors[columnId] ?? null, rowId)
  const choose = (chosen: readonly string[]) => c.session.setState({ selection: joined(selection, chosen) })
  if (areHeld(c, wanted)) return choose(wanted.flatMap((id) => ticketAt(c, id) ?? []))
  // Rows are let go of only in columns of tickets, whose rows are called as their tickets are.
  choose(wanted)
}

function step(c: Console, by: 1 | -1): void {
  const column = columnOf(c.rows.getState(), c.session.getState())
  if (column === null) return
  const { cursors, selection } = c.session.getState()
  const from = cursors[column] ?? null
  const to = moved(c.rows.getState().columns.get(column)?.ids ?? [], from, by)
  c.session.setState({ selection: stepped(selection, ticketAt(c, from), ticketAt(c, to)) })
  putCursor(c, column, to)
  focusDeck(c)
}

/** Also those that are not loaded yet, and those that are folded below others. */
function all(c: Console): void {
  const column = columnOf(c.rows.getState(), c.session.getState())
  if (column === null) return
  const window = c.rows.getState().columns.get(column)
  const ids = window?.ids ?? []
  const isAll = window?.next === null
  const isGrouped = (window?.grouped ?? null) !== null
  const loaded = ids.flatMap((id) => ticketAt(c, id) ?? [])
  const choose = (ticketIds: readonly string[]) => c.session.setState({ selection: joined(null, ticketIds) })
  focusDeck(c)
  if (isAll && !isGrouped && areHeld(c, ids)) return choose(loaded)
  c.attempt(async () => {
    const muted = c.session.getState().mutedShown.includes(column)
    const { ticketIds } = await c.call('column.tickets', { columnId: column, muted })
    choose(ticketIds.length === 0 ? loaded : ticketIds)
    const folded = ticketIds.filter((id) => !ids.includes(id)).length
    if (!isGrouped || folded === 0) return
    // Of rows that are not loaded nobody knows how many are folded.
    if (isAll) c.say(t('said.chosen.folded', { count: folded }))
    else c.say(t('said.chosen.further', { count: ticketIds.length }))
  })
}

export const selectCommands = {
  'select.toggle': {
    when: (x) => x.ticketChosen,
    run(c) {
      const row = cursorRow(c.rows.getState(), c.session.getState())
      toggle(c, row?.id ?? null)
      focusDeck(c)
    },
  },
  'select.next': { when: (x) => x.hasRows, run: (c) => step(c, 1) },
  'select.previous': { when: (x) => x.hasRows, run: (c) => step(c, -1) },
  'select.all': { when: (x) => x.hasRows, run: all },
  'select.none': {
    when: (x) => x.manyChosen,
    run(c) {
      letGo(c)
      c.say(t('said.let-go'))
    },
  },
} as const satisfies Record<string, Runtime>
