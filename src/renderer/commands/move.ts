/** @file Commands that move the cursor and close layers. */
import type { ColumnRow } from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { moved } from '../state/cursor.ts'
import { deckOf } from '../state/rows.ts'
import { t } from '../words.ts'
import { letGo } from './chosen.ts'
import { columnOf, cursorRow } from './context.ts'
import { closeTicket, enterColumn, focusDeck, focusPane, openRow, paneIsOpen, putCursor } from './go.ts'
import { always, type Runtime } from './runtime.ts'

function step(c: Console, by: 1 | -1): void {
  const rows = c.rows.getState()
  const session = c.session.getState()
  const column = columnOf(rows, session)
  if (column === null) return
  const ids = rows.columns.get(column)?.ids ?? []
  const under = cursorRow(rows, session)
  // The ticket in the pane left the column (it was just answered) and the cursor stands on its successor already: the
  // first press down only goes there.
  const leftBehind =
    session.area !== 'deck' &&
    by === 1 &&
    under !== null &&
    session.openTicketId !== null &&
    !ids.some((id) => rows.rows.get(id)?.card?.ticketId === session.openTicketId)
  putCursor(c, column, leftBehind ? under.id : moved(ids, session.cursors[column] ?? null, by))
  focusDeck(c)
}

function jump(c: Console, to: (columns: readonly string[], at: number) => string | undefined): void {
  const rows = c.rows.getState()
  const session = c.session.getState()
  const ids = deckOf(rows, session.deckId)?.columns.map((column) => column.id) ?? []
  const column = to(ids, ids.indexOf(columnOf(rows, session) ?? ''))
  if (column !== undefined) enterColumn(c, column)
}

const jumpTo = (n: number): Runtime => ({
  when: (x) => x.hasColumn,
  run: (c) => jump(c, (columns) => columns[n - 1]),
})

function close(c: Console): void {
  const session = c.session.getState()
  if (session.overlay !== null) {
    c.session.setState({ overlay: null })
    focusDeck(c)
  } else if (session.area === 'composer') {
    c.attempt(() => c.drafts.flush())
    focusPane(c)
  } else if (session.alerts.length > 0) c.session.setState({ alerts: session.alerts.slice(0, -1) })
  else if (session.selection !== null || session.round !== null) letGo(c)
  else if (paneIsOpen(session)) closeTicket(c)
}

/** Where what is due first stands: at the top of the column for it, else wherever a loaded row is due before all others. */
function mostUrgent(c: Console): { columnId: string; row: ColumnRow } | null {
  const rows = c.rows.getState()
  const { deckId, dealtWith } = c.session.getState()
  const columns = deckOf(rows, deckId)?.columns ?? []
  const due = columns
    .toSorted((a, b) => Number(b.kind === 'needs-reply') - Number(a.kind === 'needs-reply'))
    .flatMap(({ id: columnId }) =>
      (rows.columns.get(columnId)?.ids ?? []).flatMap((id) => {
        const row = rows.rows.get(id)
        const card = row?.card
        if (!row || !card || card.dueAt === null || dealtWith.includes(card.ticketId)) return []
        return [{ columnId, row, dueAt: card.dueAt }]
      }),
    )
  return due.toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null
}

/** Whether a column of the deck holds tickets that stand below others, unseen: nobody here knows when those are due. */
function holdsFolded(c: Console): boolean {
  const rows = c.rows.getState()
  const columns = deckOf(rows, c.session.getState().deckId)?.columns ?? []
  return columns.some(({ id }) =>
    Object.values(rows.columns.get(id)?.grouped?.rows ?? {}).some(
      (group) => group.more > 0 && !group.unfolded,
    ),
  )
}

export const moveCommands = {
  'ticket.most-urgent': {
    when: (x) => x.hasDeck,
    run(c) {
      const found = mostUrgent(c)
      if (!found) return c.say(t(holdsFolded(c) ? 'said.nothing-due.folded' : 'said.nothing-due'))
      openRow(c, found.row)
      putCursor(c, found.columnId, found.row.id)
      focusDeck(c)
    },
  },
  'row.next': { when: (x) => x.hasRows, run: (c) => step(c, 1) },
  'row.previous': { when: (x) => x.hasRows, run: (c) => step(c, -1) },
  'row.open': {
    when: (x) => x.hasRows,
    run(c) {
      const row = cursorRow(c.rows.getState(), c.session.getState())
      if (!row) return step(c, 1)
      openRow(c, row)
      focusPane(c)
    },
  },
  'column.next': { when: (x) => x.hasColumn, run: (c) => jump(c, (columns, at) => columns[at + 1]) },
  'column.previous': { when: (x) => x.hasColumn, run: (c) => jump(c, (columns, at) => columns[at - 1]) },
  'column.jump-1': jumpTo(1),
  'column.jump-2': jumpTo(2),
  'column.jump-3': jumpTo(3),
  'column.jump-4': jumpTo(4),
  'column.jump-5': jumpTo(5),
  'column.jump-6': jumpTo(6),
  'column.jump-7': jumpTo(7),
  'column.jump-8': jumpTo(8),
  'column.jump-9': jumpTo(9),
  'column.jump-last': { when: (x) => x.hasColumn, run: (c) => jump(c, (columns) => columns.at(-1)) },
  'column.newest': {
    when: (x) => x.hasRows,
    run(c) {
      const rows = c.rows.getState()
      const column = columnOf(rows, c.session.getState())
      if (column === null) return
      c.session.setState({ topAsked: { columnId: column, n: (c.session.getState().topAsked?.n ?? 0) + 1 } })
      putCursor(c, column, rows.columns.get(column)?.ids[0] ?? null)
      focusDeck(c)
    },
  },
  'layer.close': { when: always, run: close },
} as const satisfies Record<string, Runtime>
