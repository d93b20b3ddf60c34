/** @file Keys in a column in which each customer stands once: no key acts on a ticket that nobody went to. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { card, id } from '../../../tests/cards.ts'
import { fakeClock } from '../../../tests/fake-clock.ts'
import {
  plainLook,
  unfiltered,
  type ColumnRow,
  type ColumnView,
  type RowGroup,
} from '../../shared/domain/deck.ts'
import { must } from '../../shared/must.ts'
import { buildConsole, type Console } from '../state/console.ts'
import { followRows } from '../state/follow-rows.ts'
import { dealWith } from './chosen.ts'
import { targetTicket } from './context.ts'
import { putCursor } from './go.ts'
import { groupCommands } from './group.ts'
import { moveCommands } from './move.ts'
import { selectCommands } from './select.ts'

const column = 'needs-reply:all'
const needsReply: ColumnView = {
  id: column,
  kind: 'needs-reply',
  brandId: null,
  title: null,
  filter: unfiltered,
  order: 'newest',
  look: { ...plainLook, grouped: true },
}
/** Tickets of one customer have the same tens. */
const row = (n: number): ColumnRow => {
  const { customer, ...others } = card(n)
  return {
    kind: 'ticket',
    id: id(n),
    card: { ...others, customer: { ...customer, xUserId: `${Math.floor(n / 10)}` } },
  }
}
const numbers = [11, 12, 13, 21, 31]
const known = new Map(numbers.map((n) => [id(n), row(n)]))
const folded = (more: number): RowGroup => ({ more, unfolded: false })

/** Shows these rows, as if core had said so; the cursor follows. */
function show(c: Console, shown: readonly number[], groups: Record<number, RowGroup> = {}): void {
  const before = c.rows.getState().columns.get(column)?.ids ?? []
  const ids = shown.map(id)
  const rows = Object.fromEntries(Object.entries(groups).map(([n, group]) => [id(Number(n)), group]))
  const window = {
    next: null,
    total: ids.length,
    muted: { count: 0, many: false },
    looking: false,
    failure: null,
  }
  c.rows.setState({
    rows: new Map(ids.flatMap((one) => known.get(one) ?? []).map((one) => [one.id, one])),
    columns: new Map([[column, { ...window, ids, grouped: { tickets: numbers.length, rows } }]]),
  })
  followRows(c.session, column, { before, ids, grouped: true, held: (one) => known.get(one) })
}

/** A console over a grouped column; the cursor is where somebody put it. */
function setUp(shown: readonly number[], groups: Record<number, RowGroup>, cursor: number): Console {
  const host = {
    invoke: () => Promise.reject(new Error('no main')),
    onEvent: () => () => {},
    onPort: () => () => {},
  }
  const { console: c } = buildConsole(host, fakeClock(0))
  c.rows.setState({
    decks: [{ id: 'all', brandId: null, name: null, arranged: false, columns: [needsReply] }],
  })
  show(c, shown, groups)
  putCursor(c, column, id(cursor))
  return c
}

const cursorOf = (c: Console) => c.session.getState().cursors[column]
const meant = (c: Console) => targetTicket(c.rows.getState(), c.session.getState())
const solve = (c: Console) => dealWith(c, [meant(c) ?? ''], () => Promise.resolve())

beforeEach(() => vi.stubGlobal('document', { getElementById: () => null }))
afterEach(() => vi.unstubAllGlobals())

test('a row that is folded away leads to its customer, and keys act on what the pane shows', () => {
  const c = setUp([21, 11, 31], { 11: folded(1) }, 11)
  c.session.setState({ openTicketId: id(11) })
  show(c, [12, 21, 31], { 12: folded(1) })
  expect(cursorOf(c)).toBe(id(12))
  expect(meant(c)).toBe(id(11))
  // Again, before anybody pressed a key.
  show(c, [13, 21, 31], { 13: folded(1) })
  expect(cursorOf(c)).toBe(id(13))
  expect(meant(c)).toBe(id(11))
  solve(c)
  expect(cursorOf(c)).toBe(id(13))
  expect(meant(c)).toBe(id(13))
})

test('without a pane, or with another ticket in it, nothing is meant before somebody goes to the row that took over', () => {
  const c = setUp([21, 11, 31], { 11: folded(1) }, 11)
  show(c, [12, 21, 31], { 12: folded(1) })
  expect([cursorOf(c), meant(c)]).toEqual([id(12), null])
  c.session.setState({ openTicketId: id(31) })
  expect(meant(c)).toBeNull()
  c.session.setState({ openTicketId: null })
  moveCommands['row.next'].run(c)
  expect(meant(c)).toBe(id(21))
  moveCommands['row.previous'].run(c)
  expect(meant(c)).toBe(id(12))
})

test('the row that took over is meant once it was opened; the first one is again once it is back', () => {
  const c = setUp([21, 11, 31], { 11: folded(1) }, 11)
  show(c, [12, 21, 31], { 12: folded(1) })
  show(c, [21, 11, 31], { 11: folded(1) })
  expect([cursorOf(c), meant(c)]).toEqual([id(11), id(11)])
  show(c, [12, 21, 31], { 12: folded(1) })
  moveCommands['row.open'].run(c)
  c.session.setState({ area: 'deck' })
  expect(meant(c)).toBe(id(12))
})

test('where the last row was dealt with here, what takes over is meant next', () => {
  const c = setUp([11], { 11: folded(1) }, 11)
  solve(c)
  show(c, [12])
  expect([cursorOf(c), meant(c)]).toEqual([id(12), id(12)])
})

test('a row whose customer has none left leads to its neighbour', () => {
  const c = setUp([21, 11, 31], {}, 11)
  show(c, [21, 31])
  expect([cursorOf(c), meant(c)]).toEqual([id(31), id(31)])
})

const open = (more: number): RowGroup => ({ more, unfolded: true })
const unfolded = { 11: open(2), 12: open(0), 13: open(0) }

test('after the first of an unfolded customer, whose others go elsewhere, the first row of somebody else is next', () => {
  const c = setUp([11, 12, 13, 21, 31], unfolded, 11)
  solve(c)
  expect(cursorOf(c)).toBe(id(21))
})

test('after another one of an unfolded customer the next of theirs is, and so it is where there is nobody else', () => {
  const c = setUp([11, 12, 13, 21, 31], unfolded, 12)
  solve(c)
  expect(cursorOf(c)).toBe(id(13))
  const alone = setUp([11, 12, 13], unfolded, 11)
  solve(alone)
  expect(cursorOf(alone)).toBe(id(12))
})

/** What was said last, once what was begun is through. */
async function said(c: Console): Promise<string | undefined> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve()
  return c.session.getState().said?.text
}

test('choosing a whole column says that more is chosen than stands there, also where it goes on', async () => {
  const choose = async (next: string | null) => {
    const c = setUp([11, 21, 31], { 11: folded(2) }, 11)
    const { columns } = c.rows.getState()
    const window = must(columns.get(column), 'a column')
    c.rows.setState({ columns: new Map([[column, { ...window, next }]]) })
    const call = (): Promise<unknown> => Promise.resolve({ ticketIds: numbers.map(id) })
    selectCommands['select.all'].run({ ...c, call: call as Console['call'] })
    return said(c)
  }
  expect(await choose(null)).toBe('2 folded tickets are chosen as well')
  expect(await choose('further')).toBe('5 tickets are chosen, also those that are folded or further down')
})

test('that nothing is due is said only where nothing is folded', async () => {
  const c = setUp([11, 21, 31], { 11: folded(2) }, 11)
  moveCommands['ticket.most-urgent'].run(c)
  expect(await said(c)).toBe('Nothing is due among the rows shown; folded tickets may be')
  show(c, [11, 12, 13, 21, 31], unfolded)
  moveCommands['ticket.most-urgent'].run(c)
  expect(await said(c)).toBe('Nothing in this deck waits for a reply')
})

test('how many were unfolded or folded is said', async () => {
  const c = setUp([11, 21, 31], { 11: folded(2) }, 11)
  groupCommands['column.unfold-customer'].run(c)
  expect(await said(c)).toBe('2 more tickets below')
  show(c, [11, 12, 13, 21, 31], unfolded)
  putCursor(c, column, id(13))
  groupCommands['column.unfold-customer'].run(c)
  expect(await said(c)).toBe('2 tickets folded')
})
