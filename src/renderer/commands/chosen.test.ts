/** @file Whoever works faster than core answers loses no key: what is dealt with is left at once. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainLook, unfiltered, type ColumnView } from '../../shared/domain/deck.ts'
import { id, row } from '../../../tests/cards.ts'
import { fakeClock } from '../../../tests/fake-clock.ts'
import { Failure } from '../../shared/errors.ts'
import { buildConsole, type Console } from '../state/console.ts'
import { dealWith, settled } from './chosen.ts'
import { cursorRow, targetTicket } from './context.ts'
import { moveCommands } from './move.ts'

const column = 'needs-reply:all'
const needsReply: ColumnView = {
  id: column,
  kind: 'needs-reply',
  brandId: null,
  title: null,
  filter: unfiltered,
  order: 'due',
  look: plainLook,
}

/** A console over five rows, the cursor on the first. */
function setUp(): Console {
  const host = {
    invoke: () => Promise.reject(new Error('no main')),
    onEvent: () => () => {},
    onPort: () => () => {},
  }
  const { console: c } = buildConsole(host, fakeClock(0))
  const numbers = [1, 2, 3, 4, 5]
  c.rows.setState({
    decks: [{ id: 'all', brandId: null, name: null, arranged: false, columns: [needsReply] }],
    rows: new Map(numbers.map((n) => [id(n), row(n)])),
    columns: new Map([
      [
        column,
        {
          ids: numbers.map(id),
          next: null,
          total: numbers.length,
          muted: { count: 0, many: false },
          grouped: null,
          looking: false,
          failure: null,
        },
      ],
    ]),
  })
  c.session.setState({ columnId: column, cursors: { [column]: id(1) } })
  return c
}

const under = (c: Console): number | undefined =>
  cursorRow(c.rows.getState(), c.session.getState())?.card?.number ?? undefined

beforeEach(() => vi.stubGlobal('document', { getElementById: () => null }))
afterEach(() => vi.unstubAllGlobals())

/** An action of core's that is answered when the test says so. */
function slow(): { action: () => Promise<void>; done(): Promise<void>; fail(): Promise<void> } {
  let settle: { done(): void; fail(error: unknown): void } | null = null
  const action = (): Promise<void> =>
    new Promise((done, fail) => {
      settle = { done, fail }
    })
  return {
    action,
    async done() {
      settle?.done()
      await Promise.resolve()
    },
    async fail() {
      settle?.fail(new Failure('core.gone', {}))
      for (let turn = 0; turn < 4; turn++) await Promise.resolve()
    },
  }
}

test('the next row has the cursor at once, and an answer that comes late does not lead back', async () => {
  const c = setUp()
  const [one, two] = [slow(), slow()]
  dealWith(c, [id(1)], one.action)
  expect(under(c)).toBe(2)
  moveCommands['row.next'].run(c)
  expect(under(c)).toBe(3)
  dealWith(c, [id(3)], two.action)
  expect(under(c)).toBe(4)
  moveCommands['row.next'].run(c)
  await one.done()
  expect(under(c)).toBe(5)
  await two.done()
  expect(under(c)).toBe(5)
})

test('the same key several times deals with several tickets', () => {
  const c = setUp()
  const dealt: (string | null)[] = []
  for (let press = 0; press < 4; press++) {
    const ticketId = targetTicket(c.rows.getState(), c.session.getState())
    dealt.push(ticketId)
    dealWith(c, [ticketId ?? ''], slow().action)
  }
  expect(dealt).toEqual([1, 2, 3, 4].map(id))
})

test('undo waits until core has answered what was done, also where it refused', async () => {
  const c = setUp()
  const [one, two] = [slow(), slow()]
  dealWith(c, [id(1)], one.action)
  dealWith(c, [id(2)], two.action)
  let isSettled = false
  const all = settled(c).then(() => {
    isSettled = true
  })
  await one.done()
  expect(isSettled).toBe(false)
  await two.fail()
  await all
  expect(isSettled).toBe(true)
})

test('what core refused waits as before, and is said', async () => {
  const c = setUp()
  const refused = slow()
  dealWith(c, [id(1)], refused.action)
  expect(c.session.getState().dealtWith).toEqual([id(1)])
  await refused.fail()
  expect(c.session.getState().dealtWith).toEqual([])
  expect(c.session.getState().alerts).toHaveLength(1)
})
