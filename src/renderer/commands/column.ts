/** @file Commands that show columns beside those that every deck has, and take them away again. */
import { ExtraColumnKind, type ColumnView } from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { deckOf, type Rows } from '../state/rows.ts'
import { columnOf, extraColumn, type Context } from './context.ts'
import { enterColumn } from './go.ts'
import type { Runtime } from './runtime.ts'

const columnIn = (rows: Rows, c: Console, kind: ExtraColumnKind): string | null =>
  deckOf(rows, c.session.getState().deckId)?.columns.find((column) => column.kind === kind)?.id ?? null

/** Goes to a column as soon as the rows have it. @param find null while they have not */
function enterWhenDrawn(c: Console, find: (rows: Rows) => string | null): Promise<void> {
  return new Promise((resolve) => {
    const enter = (column: string): void => {
      // It is drawn after this change of the rows.
      requestAnimationFrame(() => enterColumn(c, column))
      resolve()
    }
    const there = find(c.rows.getState())
    if (there !== null) return enter(there)
    const stop = c.rows.subscribe((rows) => {
      const column = find(rows)
      if (column === null) return
      stop()
      enter(column)
    })
  })
}

/** Goes to the column of the deck on screen; one that is not shown yet is shown first. */
const show = (kind: ExtraColumnKind): Runtime => ({
  when: (x) => x.hasColumn,
  run(c) {
    const there = columnIn(c.rows.getState(), c, kind)
    if (there !== null) return enterColumn(c, there)
    c.attempt(async () => {
      await c.call('column.show', { kind })
      await enterWhenDrawn(c, (rows) => columnIn(rows, c, kind))
    })
  },
})

/** Takes a column away: from every deck, or a search from the one that it was kept in. */
export function hideColumn(c: Console, { id, kind }: ColumnView): void {
  const extra = ExtraColumnKind.safeParse(kind)
  c.attempt(() =>
    extra.success ? c.call('column.hide', { kind: extra.data }) : c.call('column.drop', { columnId: id }),
  )
}

/** Narrows a column to what fits, or shows all of it again; the keyboard goes back to its rows. */
export function filterColumn(c: Console, columnId: string, text: string): void {
  c.session.setState({ filtering: null })
  c.attempt(async () => {
    await c.call('column.filter', { columnId, text })
    enterColumn(c, columnId)
  })
}

/** Keeps a search as a column of the deck on screen, and goes there. */
export function keepSearch(c: Console, text: string): void {
  const deck = deckOf(c.rows.getState(), c.session.getState().deckId)
  c.attempt(async () => {
    const { columnId } = await c.call('column.save', { text, brandId: deck?.brandId ?? null })
    await enterWhenDrawn(c, (rows) =>
      rows.decks.some(({ columns }) => columns.some(({ id }) => id === columnId)) ? columnId : null,
    )
  })
}

export const columnCommands = {
  'column.mine': show('mine'),
  'column.unowned': show('unowned'),
  'column.snoozed': show('snoozed'),
  'column.debts': show('debts'),
  'column.notes-to-me': show('notes-to-me'),
  'column.quiet': show('quiet'),
  'column.filter': {
    when: (x: Context) => x.onFilterable,
    run: (c) => c.session.setState((session) => ({ filtering: columnOf(c.rows.getState(), session) })),
  },
  'column.hide': {
    when: (x: Context) => x.onExtraColumn,
    run(c) {
      const column = extraColumn(c.rows.getState(), c.session.getState())
      if (column !== null) hideColumn(c, column)
    },
  },
} as const satisfies Record<string, Runtime>
