/** @file Commands over customers who stand in a column once: unfolding their further tickets, choosing all of them. */
import { unfoldedAtMost, type CustomerOfBrand } from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { firstOf, turned } from '../state/groups.ts'
import { joined } from '../state/selection.ts'
import { t } from '../words.ts'
import { columnOf } from './context.ts'
import { focusDeck, putCursor } from './go.ts'
import type { Runtime } from './runtime.ts'

/** Whose tickets a row of a column is of; null: it is not held, or of no ticket. */
function customerAt(c: Console, rowId: string): CustomerOfBrand | null {
  const card = c.rows.getState().rows.get(rowId)?.card
  return card ? { brandId: card.brandId, xUserId: card.customer.xUserId } : null
}

/** Shows the further tickets of the customer of a row below their first one, or folds them again. */
export function turnCustomer(c: Console, columnId: string, rowId: string): void {
  const window = c.rows.getState().columns.get(columnId)
  const customer = customerAt(c, rowId)
  const first = window?.grouped ? firstOf(window.ids, window.grouped.rows, rowId) : null
  if (first === null || customer === null) return
  const { customersUnfolded } = c.session.getState()
  const unfolded = turned(customersUnfolded[columnId] ?? [], customer, unfoldedAtMost)
  c.session.setState({ customersUnfolded: { ...customersUnfolded, [columnId]: unfolded } })
  // What is folded is no row to stand on.
  putCursor(c, columnId, first)
  focusDeck(c)
  c.apply.columnTurned(columnId)
  const { more = 0, unfolded: wasUnfolded = false } = window?.grouped?.rows[first] ?? {}
  c.say(t(wasUnfolded ? 'said.folded' : 'said.unfolded', { count: more }))
}

/** Chooses all tickets that the customer of a row has in a column, folded or not, beside what is chosen. */
export function chooseCustomer(c: Console, columnId: string, rowId: string): void {
  const of = customerAt(c, rowId)
  if (of === null) return
  focusDeck(c)
  c.attempt(async () => {
    const muted = c.session.getState().mutedShown.includes(columnId)
    const { ticketIds } = await c.call('column.tickets', { columnId, muted, of })
    c.session.setState({ selection: joined(c.session.getState().selection, ticketIds) })
  })
}

/** What `run` does with the row under the cursor, where that stands for several tickets, or is one of them. */
const onGroup = (run: (c: Console, columnId: string, rowId: string) => void): Runtime => ({
  when: (x) => x.onGroup,
  run(c) {
    const session = c.session.getState()
    const column = columnOf(c.rows.getState(), session)
    const rowId = column === null ? undefined : session.cursors[column]
    if (column !== null && rowId !== undefined) run(c, column, rowId)
  },
})

export const groupCommands = {
  'column.unfold-customer': onGroup(turnCustomer),
  'select.customer': onGroup(chooseCustomer),
} as const satisfies Record<string, Runtime>
