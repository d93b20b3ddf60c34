/** @file Commands over the columns of a deck: putting them there, moving, drawing and narrowing them, taking them away. */
import type {
  ColumnLook,
  ColumnOrder,
  ColumnView,
  DeckView,
  ExtraColumnKind,
  NewColumn,
} from '../../shared/domain/deck.ts'
import type { Console } from '../state/console.ts'
import { deckOf, type Rows } from '../state/rows.ts'
import { columnTitle } from '../titles.ts'
import { t } from '../words.ts'
import { cardOf, columnIn, columnOf, targetTicket, type Context } from './context.ts'
import { enterColumn, onceDrawn } from './go.ts'
import type { Runtime } from './runtime.ts'

const onScreen = (c: Console): DeckView | null => deckOf(c.rows.getState(), c.session.getState().deckId)

const chosen = (c: Console): ColumnView | null => columnIn(c.rows.getState(), c.session.getState())

const ofKind = (deck: DeckView, kind: ExtraColumnKind): string | null =>
  deck.columns.find((column) => column.kind === kind)?.id ?? null

const hasColumn = (columnId: string) => (rows: Rows) =>
  rows.decks.some(({ columns }) => columns.some(({ id }) => id === columnId))

/** Puts a column at the end of the deck on screen, and goes there. */
export function addColumn(c: Console, column: NewColumn): void {
  const deck = onScreen(c)
  if (!deck) return
  c.attempt(async () => {
    const { columnId } = await c.call('column.add', { deckId: deck.id, column })
    await onceDrawn(c, hasColumn(columnId))
    enterColumn(c, columnId)
  })
}

/** Goes to the column of the deck on screen; one that is not shown yet is shown first. */
const show = (kind: ExtraColumnKind): Runtime => ({
  when: (x) => x.hasDeck,
  run(c) {
    const deck = onScreen(c)
    if (!deck) return
    const there = ofKind(deck, kind)
    if (there !== null) enterColumn(c, there)
    else addColumn(c, { kind, brandId: deck.brandId })
  },
})

/** Takes a column out of the deck on screen. */
export function hideColumn(c: Console, column: ColumnView): void {
  const deck = onScreen(c)
  if (!deck) return
  c.attempt(async () => {
    await c.call('column.hide', { deckId: deck.id, columnId: column.id })
    const listens = column.kind === 'search' || column.kind === 'list'
    c.say(t(listens ? 'said.column.hidden.listens' : 'said.column.hidden', { title: columnTitle(column) }), {
      undoable: true,
    })
  })
}

/** Puts a column of the deck on screen into another place there, counted from 0. */
export function moveColumn(c: Console, columnId: string, to: number): void {
  const deck = onScreen(c)
  if (!deck || to < 0 || to >= deck.columns.length) return
  c.attempt(async () => {
    await c.call('column.move', { deckId: deck.id, columnId, to })
    await onceDrawn(c, (rows) => deckOf(rows, deck.id)?.columns[to]?.id === columnId)
    enterColumn(c, columnId)
  })
}

/** Draws a column of the deck on screen in another way. */
export function styleColumn(c: Console, column: ColumnView, change: Partial<ColumnLook>): void {
  const deck = onScreen(c)
  if (!deck) return
  const look = { ...column.look, ...change }
  c.attempt(async () => {
    await c.call('column.style', { deckId: deck.id, columnId: column.id, look })
    await onceDrawn(c, (rows) => {
      const drawn = deckOf(rows, deck.id)?.columns.find(({ id }) => id === column.id)?.look
      return drawn !== undefined && JSON.stringify(drawn) === JSON.stringify(look)
    })
    enterColumn(c, column.id)
  })
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
  const deck = onScreen(c)
  if (!deck) return
  c.attempt(async () => {
    const { columnId } = await c.call('column.save', { text, deckId: deck.id })
    await onceDrawn(c, hasColumn(columnId))
    enterColumn(c, columnId)
  })
}

const widths: readonly ColumnLook['width'][] = ['narrow', 'normal', 'wide']

const moveBy = (by: 1 | -1): Runtime => ({
  when: (x) => x.hasColumn,
  run(c) {
    const column = chosen(c)
    if (column) moveColumn(c, column.id, (onScreen(c)?.columns.indexOf(column) ?? -1) + by)
  },
})

/** What `change` makes of the column that keys work on. */
const style = (
  change: (look: ColumnLook) => Partial<ColumnLook>,
  when: Runtime['when'] = (x) => x.hasColumn,
): Runtime => ({
  when,
  run(c) {
    const column = chosen(c)
    if (column) styleColumn(c, column, change(column.look))
  },
})

/** Puts the column that keys work on into an order. */
const inOrder = (order: ColumnOrder): Runtime => ({
  when: (x) => x.onFilterable,
  run(c) {
    const column = chosen(c)
    if (!column) return
    c.attempt(async () => {
      await c.call('column.order', { columnId: column.id, order })
      enterColumn(c, column.id)
    })
  },
})

export const columnCommands = {
  'column.order-own': inOrder('own'),
  'column.order-due': inOrder('due'),
  'column.order-newest': inOrder('newest'),
  'column.order-oldest': inOrder('oldest'),
  'column.order-reach': inOrder('reach'),
  'column.mine': show('mine'),
  'column.unowned': show('unowned'),
  'column.snoozed': show('snoozed'),
  'column.debts': show('debts'),
  'column.notes-to-me': show('notes-to-me'),
  'column.quiet': show('quiet'),
  'column.add': {
    when: (x: Context) => x.hasDeck && !x.clientSafe,
    run: (c) => c.session.setState({ overlay: { kind: 'palette', only: 'new-column' } }),
  },
  'column.person': {
    when: (x: Context) => x.hasDeck && x.ticketChosen,
    run(c) {
      const rows = c.rows.getState()
      const card = cardOf(rows, targetTicket(rows, c.session.getState()))
      if (card) addColumn(c, { kind: 'person', xUserId: card.customer.xUserId })
    },
  },
  'column.filter': {
    when: (x: Context) => x.onFilterable,
    run: (c) => c.session.setState((session) => ({ filtering: columnOf(c.rows.getState(), session) })),
  },
  'column.move-left': moveBy(-1),
  'column.move-right': moveBy(1),
  'column.width': style(({ width }) => ({
    width: widths[(widths.indexOf(width) + 1) % widths.length] ?? 'normal',
    folded: false,
  })),
  'column.compact': style(({ compact }) => ({ compact: !compact })),
  'column.group': style(
    ({ grouped }) => ({ grouped: !grouped }),
    (x) => x.onGroupable,
  ),
  'column.fold': style(({ folded }) => ({ folded: !folded })),
  'column.alert': style(
    ({ alert }) => ({ alert: !alert }),
    (x) => x.onAlerting,
  ),
  'column.sound': style(
    ({ sound }) => ({ sound: !sound }),
    (x) => x.onAlerting,
  ),
  'column.hide': {
    when: (x: Context) => x.hasColumn,
    run(c) {
      const column = chosen(c)
      if (column !== null) hideColumn(c, column)
    },
  },
} as const satisfies Record<string, Runtime>
