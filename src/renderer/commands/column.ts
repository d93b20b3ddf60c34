/** @file Commands that show columns beside those that every deck has, and take them away again. */
import type { ExtraColumnKind } from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { deckOf, type Rows } from '../state/rows.ts'
import { extraColumn, type Context } from './context.ts'
import { enterColumn } from './go.ts'
import type { Runtime } from './runtime.ts'

const columnIn = (rows: Rows, c: Console, kind: ExtraColumnKind): string | null =>
  deckOf(rows, c.session.getState().deckId)?.columns.find((column) => column.kind === kind)?.id ?? null

/** Goes to the column of the deck on screen; one that is not shown yet is shown first. */
const show = (kind: ExtraColumnKind): Runtime => ({
  when: (x) => x.hasColumn,
  run(c) {
    const there = columnIn(c.rows.getState(), c, kind)
    if (there !== null) return enterColumn(c, there)
    c.attempt(async () => {
      const stop = c.rows.subscribe((rows) => {
        const column = columnIn(rows, c, kind)
        if (column === null) return
        stop()
        // The column is drawn after this change of the rows.
        requestAnimationFrame(() => enterColumn(c, column))
      })
      try {
        await c.call('column.show', { kind })
      } catch (error) {
        stop()
        throw error
      }
    })
  },
})

/** Takes a column away from every deck. */
export function hideColumn(c: Console, kind: ExtraColumnKind): void {
  c.attempt(() => c.call('column.hide', { kind }))
}

export const columnCommands = {
  'column.mine': show('mine'),
  'column.unowned': show('unowned'),
  'column.snoozed': show('snoozed'),
  'column.debts': show('debts'),
  'column.notes-to-me': show('notes-to-me'),
  'column.quiet': show('quiet'),
  'column.hide': {
    when: (x: Context) => x.onExtraColumn,
    run(c) {
      const kind = extraColumn(c.rows.getState(), c.session.getState())
      if (kind !== null) hideColumn(c, kind)
    },
  },
} as const satisfies Record<string, Runtime>
