/** @file Events lead to reads, reads to rows, and the cursor stays with its row: the writer on a fake core and clock. */
import { expect, test } from 'vitest'
import { card, id, row } from '../../../tests/cards.ts'
import { fakeClock } from '../../../tests/fake-clock.ts'
import type { ChangeEvent } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import { applier } from './apply.ts'
import { plainLook, unfiltered, type CustomerOfBrand } from '../../shared/domain/deck.ts'
import type { Place } from '../../shared/domain/place.ts'
import type { Core } from './core.ts'
import { draftKeeper } from './drafts.ts'
import { rowsStore } from './rows.ts'
import { sessionStore } from './session.ts'

const settle = () => new Promise<void>((done) => setTimeout(done, 0))
const column = 'needs-reply:all'
const nothing: ChangeEvent = {
  kind: 'changed',
  ticketIds: [],
  brandIds: [],
  jobIds: [],
  connectIds: [],
  money: false,
  session: false,
}

function setUp() {
  const clock = fakeClock(0, settle)
  const world = {
    numbers: [1, 2, 3, 4],
    down: false,
    held: 0,
    place: null as Place | null,
    /** Whether core gives ids without their rows. */
    places: false,
    look: plainLook,
    filter: unfiltered,
  }
  const calls: string[] = []
  const told: unknown[] = []
  /** Where each page began that was asked for. */
  const pagesRead: (string | null)[] = []
  const answers: Record<
    string,
    (input: {
      after?: string | null
      until?: string | null
      limit?: number
      grouped?: { unfolded: CustomerOfBrand[] }
    }) => unknown
  > = {
    'session.get': () => null,
    'place.get': () => world.place,
    'brand.list': () => [],
    'outbox.held': () => [{ brandId: id(900), stoppedAt: null, jobs: Array(world.held).fill({}) }],
    'app.list': () => [],
    'deck.list': () => [
      {
        id: 'all',
        brandId: null,
        name: null,
        arranged: false,
        columns: [
          {
            id: column,
            kind: 'needs-reply',
            brandId: null,
            filter: world.filter,
            order: 'own',
            look: world.look,
          },
        ],
      },
    ],
    // Ordered by their numbers: a place is the number of the row at which a page ended.
    'column.page': ({ after, until, limit = 0, grouped }) => {
      pagesRead.push(after ?? null)
      if (grouped) {
        const isOpen = grouped.unfolded.length > 0
        const [first = 0, ...others] = world.numbers
        const groups = { [id(first)]: { more: others.length, unfolded: isOpen } }
        const below = Object.fromEntries(others.map((n) => [id(n), { more: 0, unfolded: true }]))
        return {
          rows: (isOpen ? world.numbers : [first]).map(row),
          next: null,
          total: 1,
          grouped: { tickets: world.numbers.length, rows: { ...groups, ...(isOpen ? below : {}) } },
        }
      }
      const { numbers } = world
      const left = numbers.filter((n) => n > Number(after ?? -1) && n <= Number(until ?? Infinity))
      const read = left.slice(0, limit)
      return {
        rows: read.map(row),
        next: read.length < left.length ? String(read.at(-1)) : null,
        total: numbers.length,
      }
    },
    'column.places': ({ after, limit = 0 }) => {
      if (!world.places) return { stretches: [], next: after }
      const left = world.numbers.filter((n) => n > Number(after))
      const read = left.slice(0, limit)
      const stretches = Map.groupBy(read, (n) => Math.floor(read.indexOf(n) / 60))
      return {
        stretches: [...stretches.values()].map((numbers) => ({
          after: String((numbers[0] ?? 0) - 1),
          ids: numbers.map(id),
        })),
        next: read.length < left.length ? String(read.at(-1)) : null,
      }
    },
  }
  const call = async (method: string, input: object) => {
    calls.push(method)
    if (world.down) throw new Failure('disk.failed', { what: method })
    return answers[method]?.(input)
  }
  const core = { call: call as Core['call'] }
  const rows = rowsStore()
  const session = sessionStore()
  const drafts = draftKeeper(
    clock,
    (draft) => Promise.resolve(draft),
    (error) => expect.fail(String(error)),
  )
  const apply = applier({ clock, core, rows, session, drafts, failed: (error) => told.push(error) })
  const shown = () =>
    rows
      .getState()
      .columns.get(column)
      ?.ids.map((one) => Number(one.slice(-12))) ?? []
  return { clock, world, calls, told, rows, session, apply, shown, answers, pagesRead }
}

test('a fresh connection reads the workspace and the columns of its deck', async () => {
  const { apply, clock, shown, rows } = setUp()
  apply.reload()
  await clock.advance(50)
  expect(shown()).toEqual([1, 2, 3, 4])
  expect(rows.getState().columns.get(column)?.total).toBe(4)
})

test('at the start nothing is asked for before the first column but what it takes to draw it', async () => {
  const { apply, clock, calls } = setUp()
  apply.reload()
  await clock.advance(50)
  const at = calls.indexOf('column.page')
  expect(calls.slice(0, at).toSorted()).toEqual(['deck.list', 'place.get', 'session.get'])
  expect(calls.slice(at + 1)).toContain('brand.list')
  // Without decks there is no first column to wait for.
  const failing = setUp()
  failing.world.down = true
  failing.apply.reload()
  await failing.clock.advance(50)
  expect(failing.calls).toContain('brand.list')
})

test('what a filter has found by now is shown while it looks further', async () => {
  const { apply, clock, rows, shown, answers } = setUp()
  const pages = [
    { rows: [row(1)], next: 'a', total: null },
    { rows: [], next: 'b', total: null },
    { rows: [row(2)], next: null, total: null },
  ]
  const seen: unknown[] = []
  rows.subscribe(({ columns }) => {
    const state = columns.get(column)
    seen.push([state?.ids.length, state?.looking])
  })
  answers['column.page'] = () => pages.shift()
  apply.reload()
  await clock.advance(50)
  expect(seen).toContainEqual([1, true])
  expect(shown()).toEqual([1, 2])
  expect(rows.getState().columns.get(column)).toMatchObject({ total: null, looking: false, next: null })
})

test('a column that begins anew says at once that it looks, and shows what it found once the cursor is among it', async () => {
  const { apply, clock, rows, session, world, shown, answers } = setUp()
  apply.reload()
  await clock.advance(50)
  session.setState({ cursors: { [column]: id(2) } })
  const pages = [
    { rows: [row(1)], next: 'a', total: null },
    { rows: [row(2)], next: 'b', total: null },
    { rows: [row(4)], next: null, total: null },
  ]
  const seen = new Set<string>()
  rows.subscribe(({ columns }) => {
    const state = columns.get(column)
    seen.add(`${state?.ids.length} ${state?.looking}`)
  })
  answers['column.page'] = () => pages.shift()
  world.filter = { ...unfiltered, text: 'gate' }
  apply.changed({ ...nothing, session: true })
  await clock.advance(500)
  expect([...seen]).toEqual(['4 false', '4 true', '2 true', '3 false'])
  expect(shown()).toEqual([1, 2, 4])
  expect(session.getState().cursors[column]).toBe(id(2))
})

test('the cursor goes with its row, and to the next survivor when the row leaves', async () => {
  const { apply, clock, session, world, shown } = setUp()
  apply.reload()
  await clock.advance(200)
  session.setState({ cursors: { [column]: id(2) } })
  world.numbers = [0, 1, 2, 3, 4, 9]
  apply.changed({ ...nothing, ticketIds: [id(9)] })
  await clock.advance(200)
  expect(shown()).toEqual([0, 1, 2, 3, 4, 9])
  expect(session.getState().cursors[column]).toBe(id(2))
  world.numbers = [0, 1, 4, 9]
  apply.changed({ ...nothing, ticketIds: [id(2), id(3)] })
  await clock.advance(200)
  expect(session.getState().cursors[column]).toBe(id(4))
})

test('a row that undo brings back takes the cursor', async () => {
  const { apply, clock, session, world } = setUp()
  apply.reload()
  await clock.advance(200)
  session.setState({ cursors: { [column]: id(4) }, expected: id(7) })
  world.numbers = [1, 2, 3, 4, 7]
  apply.changed({ ...nothing, ticketIds: [id(7)] })
  await clock.advance(200)
  expect(session.getState().cursors[column]).toBe(id(7))
  expect(session.getState().expected).toBeNull()
})

test('what changes all the time is read a few times a second', async () => {
  const { apply, clock, calls } = setUp()
  apply.reload()
  await clock.advance(500)
  calls.length = 0
  for (let n = 0; n < 100; n++) {
    apply.changed({ ...nothing, ticketIds: [id(n)] })
    await clock.advance(10)
  }
  await clock.advance(500)
  const reads = calls.filter((method) => method === 'column.page').length
  expect(reads).toBeGreaterThanOrEqual(4)
  expect(reads).toBeLessThanOrEqual(6)
})

const many = Array.from({ length: 3_000 }, (_, n) => n + 1)

/** Loads all of `many`, as somebody does who goes down to the end. */
async function toTheEnd({ apply, clock, world, rows, shown }: ReturnType<typeof setUp>): Promise<void> {
  world.numbers = many
  apply.reload()
  await clock.advance(200)
  while (rows.getState().columns.get(column)?.next !== null) {
    apply.seen(column, { first: shown().length - 10, last: shown().length - 1 })
    apply.more(column)
    await clock.advance(200)
  }
}

test('the next page is all that is read for it', async () => {
  const { apply, clock, world, shown, pagesRead } = setUp()
  world.numbers = many
  apply.reload()
  await clock.advance(200)
  expect(shown()).toHaveLength(60)
  apply.more(column)
  await clock.advance(200)
  expect(shown()).toEqual(many.slice(0, 120))
  expect(pagesRead).toEqual([null, '60'])
})

test('a change costs what is looked at: the top, what is on screen and the cursor, however much is loaded', async () => {
  const t = setUp()
  await toTheEnd(t)
  expect(t.shown()).toEqual(many)
  t.session.setState({ cursors: { [column]: id(1_500) } })
  t.apply.seen(column, { first: 2_900, last: 2_910 })
  await t.clock.advance(200)
  t.pagesRead.length = 0
  t.apply.changed({ ...nothing, ticketIds: [id(1)] })
  await t.clock.advance(500)
  expect(t.pagesRead.length).toBeLessThanOrEqual(6)
  expect(t.pagesRead).toContain(null)
  expect(t.shown()).toEqual(many)
})

test('rows far from where somebody looks are let go of, and read again when they come on screen', async () => {
  const t = setUp()
  await toTheEnd(t)
  expect(t.rows.getState().rows.size).toBeLessThanOrEqual(2_200)
  expect(t.rows.getState().rows.has(id(500))).toBe(false)
  t.apply.seen(column, { first: 495, last: 505 })
  await t.clock.advance(200)
  expect(t.rows.getState().rows.has(id(500))).toBe(true)
  expect(t.shown()).toEqual(many)
})

test('far down ids come by the thousand, and rows where somebody stays', async () => {
  const t = setUp()
  t.world.places = true
  await toTheEnd(t)
  expect(t.shown()).toEqual(many)
  expect(t.pagesRead.length).toBeLessThanOrEqual(6)
  expect(t.rows.getState().rows.size).toBeLessThan(400)
  t.apply.seen(column, { first: 2_900, last: 2_910 })
  await t.clock.advance(200)
  expect(t.rows.getState().rows.has(id(many[2_905] ?? 0))).toBe(true)
  expect(t.rows.getState().rows.has(id(many[1_500] ?? 0))).toBe(false)
  expect(t.shown()).toEqual(many)
  // What left and what came meanwhile is seen once it is read.
  t.world.numbers = many.filter((n) => n !== many[1_500])
  t.apply.seen(column, { first: 1_495, last: 1_505 })
  await t.clock.advance(200)
  expect(t.shown()).toEqual(t.world.numbers)
})

test('a column whose order changes far down is read from its top, not as far as its ids went', async () => {
  const t = setUp()
  t.world.places = true
  await toTheEnd(t)
  t.apply.seen(column, { first: 0, last: 10 })
  t.pagesRead.length = 0
  const decks = t.rows.getState().decks
  t.answers['deck.list'] = () =>
    decks.map((deck) => ({
      ...deck,
      columns: deck.columns.map((one) => ({ ...one, order: 'newest', filter: { text: '' } })),
    }))
  t.rows.setState({
    decks: decks.map((deck) => ({
      ...deck,
      columns: deck.columns.map((one) => ({
        ...one,
        order: 'own' as const,
        filter: { text: '', unknown: [] },
      })),
    })),
  })
  t.apply.changed({ ...nothing, session: true })
  await t.clock.advance(500)
  expect(t.pagesRead.length).toBeLessThanOrEqual(8)
  expect(t.shown().length).toBeLessThan(1_300)
})

test('a row that moves to the top stands there alone, and what left is gone', async () => {
  const t = setUp()
  await toTheEnd(t)
  t.apply.seen(column, { first: 0, last: 10 })
  t.world.numbers = [0, ...many.filter((n) => n !== 30)]
  t.apply.changed({ ...nothing, ticketIds: [id(30)] })
  await t.clock.advance(500)
  expect(t.shown()).toEqual(t.world.numbers)
})

test('rows that come one by one leave a column in few stretches: a change goes on costing few pages', async () => {
  const { apply, clock, world, shown, pagesRead } = setUp()
  world.numbers = Array.from({ length: 120 }, (_, n) => n + 1_000)
  apply.reload()
  await clock.advance(50)
  apply.more(column)
  await clock.advance(2_000)
  expect(shown().length).toBe(120)
  apply.seen(column, { first: 0, last: 40 })
  for (let n = 1; n <= 60; n++) {
    world.numbers = [1_000 - n, ...world.numbers]
    pagesRead.length = 0
    apply.changed({ ...nothing, ticketIds: [id(1_000 - n)] })
    await clock.advance(2_000)
    expect(shown()).toEqual(world.numbers)
    expect(pagesRead.length).toBeLessThanOrEqual(5)
  }
})

test('a column that cannot be read says so and keeps its rows', async () => {
  const { apply, clock, world, shown, rows, told } = setUp()
  apply.reload()
  await clock.advance(200)
  world.down = true
  apply.changed({ ...nothing, ticketIds: [id(1)] })
  await clock.advance(200)
  expect(rows.getState().columns.get(column)?.failure?.code).toBe('disk.failed')
  expect(shown()).toEqual([1, 2, 3, 4])
  expect(told.length).toBeGreaterThan(0)
})

test('what waits for a decision is read again when something happens to a ticket; with nothing waiting, not', async () => {
  const { apply, clock, calls, world } = setUp()
  const reads = () => calls.filter((method) => method === 'outbox.held').length
  apply.reload()
  await clock.advance(200)
  apply.changed({ ...nothing, ticketIds: [id(1)] })
  await clock.advance(200)
  expect(reads()).toBe(1)
  world.held = 1
  apply.changed({ ...nothing, jobIds: [id(5)] })
  await clock.advance(200)
  apply.changed({ ...nothing, ticketIds: [id(1)] })
  await clock.advance(200)
  expect(reads()).toBe(3)
})

test('a column that keys entered before its first page has its cursor as soon as there is a row', async () => {
  const { apply, clock, session } = setUp()
  session.setState({ columnId: column })
  apply.reload()
  await clock.advance(50)
  expect(session.getState().cursors[column]).toBe(id(1))
})

test('a column that nobody entered has none', async () => {
  const { apply, clock, session } = setUp()
  apply.reload()
  await clock.advance(50)
  expect(session.getState().cursors[column]).toBeUndefined()
})

test('a restart begins where the agent was: deck, column, cursor as deep as it was, ticket', async () => {
  const { apply, clock, world, session, shown } = setUp()
  world.numbers = Array.from({ length: 300 }, (_, n) => n + 1)
  world.place = {
    deckId: 'all',
    columnId: column,
    cursors: { [column]: { rowId: id(151), at: 150 } },
    openTicketId: id(151),
  }
  apply.reload()
  await clock.advance(50)
  expect(session.getState()).toMatchObject({
    deckId: 'all',
    columnId: column,
    cursors: { [column]: id(151) },
    openTicketId: id(151),
    begun: true,
  })
  expect(shown().length).toBe(180)
  // Only the first read reaches so far down by itself.
  apply.reload()
  await clock.advance(500)
  expect(shown().length).toBe(180)
})

test('a place whose column is gone is none: the console begins at the top', async () => {
  const { apply, clock, world, session } = setUp()
  world.place = { deckId: 'all', columnId: 'mine:all', cursors: {}, openTicketId: id(1) }
  apply.reload()
  await clock.advance(50)
  expect(session.getState()).toMatchObject({ deckId: null, openTicketId: null, begun: false })
})

test('a column that becomes grouped begins anew, unfolds whom it is told to, and is whole again without it', async () => {
  const { apply, clock, world, shown, rows, session } = setUp()
  const turn = async (grouped: boolean) => {
    world.look = { ...plainLook, grouped }
    apply.changed({ ...nothing, session: true })
    await clock.advance(500)
  }
  const groups = () => rows.getState().columns.get(column)?.grouped ?? null
  apply.reload()
  await clock.advance(50)
  expect(groups()).toBeNull()
  await turn(true)
  expect(shown()).toEqual([1])
  expect(groups()).toEqual({ tickets: 4, rows: { [id(1)]: { more: 3, unfolded: false } } })
  const { brandId, customer } = card(1)
  session.setState({ customersUnfolded: { [column]: [{ brandId, xUserId: customer.xUserId }] } })
  apply.columnTurned(column)
  await clock.advance(200)
  expect(shown()).toEqual([1, 2, 3, 4])
  expect(groups()?.rows[id(3)]).toEqual({ more: 0, unfolded: true })
  await turn(false)
  expect(shown()).toEqual([1, 2, 3, 4])
  expect(groups()).toBeNull()
  expect(session.getState().customersUnfolded).toEqual({})
})

test('further down a grouped column nothing is counted, and what the top told stays', async () => {
  const { apply, clock, world, rows, answers } = setUp()
  world.look = { ...plainLook, grouped: true }
  answers['column.page'] = ({ after }) => ({
    rows: [row(after === 'a' ? 2 : 1)],
    next: after === 'a' ? null : 'a',
    total: after === 'a' ? null : 90,
    grouped: { tickets: after === 'a' ? null : 120, rows: {} },
  })
  const seen = new Set<string>()
  rows.subscribe(({ columns }) => {
    const state = columns.get(column)
    if (state) seen.add(`${state.total} ${state.grouped?.tickets}`)
  })
  apply.reload()
  await clock.advance(500)
  expect([...seen]).toEqual(['90 120'])
})

test('a row under the cursor that is folded away hands it to the row that took over, and that is told', async () => {
  const { apply, clock, world, session } = setUp()
  world.look = { ...plainLook, grouped: true }
  apply.reload()
  await clock.advance(50)
  session.setState({ cursors: { [column]: id(1) } })
  world.numbers = [9, 1, 2]
  apply.changed({ ...nothing, ticketIds: [id(9)] })
  await clock.advance(500)
  expect(session.getState().cursors[column]).toBe(id(9))
  expect(session.getState().tookOver).toEqual({ [column]: { rowId: id(9), from: id(1) } })
})
