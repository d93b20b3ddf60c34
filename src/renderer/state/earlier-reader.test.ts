/** @file Pages of what came before: joined they are the whole, cut wherever, and a page of the past is never put in twice. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../../tests/cards.ts'
import type { EarlierPlace, EarlierTicket } from '../../shared/domain/conversation.ts'
import type { NoteItem } from '../../shared/domain/ticket.ts'
import type { Core } from './core.ts'
import { earlierReader, joined } from './earlier-reader.ts'
import { rowsStore } from './rows.ts'
import { sessionStore } from './session.ts'

const note = (n: number): NoteItem => ({
  kind: 'note',
  id: id(n),
  text: '',
  at: n,
  agentName: null,
  agentInitials: null,
  mentions: [],
})
const ticket = (n: number, notes: readonly number[]): EarlierTicket => ({
  ticketId: id(n),
  number: n,
  status: 'solved',
  channel: 'public',
  openedAt: n,
  newestAt: n,
  items: notes.map(note),
})

/** Tickets cut before the `at`th of their messages. */
function cut(tickets: readonly EarlierTicket[], at: number): [EarlierTicket[], EarlierTicket[]] {
  let left = at
  const [older, newer]: [EarlierTicket[], EarlierTicket[]] = [[], []]
  for (const one of tickets) {
    const [first, rest] = [one.items.slice(0, Math.max(left, 0)), one.items.slice(Math.max(left, 0))]
    if (first.length > 0) older.push({ ...one, items: first })
    if (rest.length > 0) newer.push({ ...one, items: rest })
    left -= one.items.length
  }
  return [older, newer]
}

test('two pages joined are the whole, wherever it was cut', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 })
  fc.assert(
    fc.property(sizes, fc.nat(40), (lengths, at) => {
      const all = lengths.map((length, n) =>
        ticket(
          n,
          Array.from({ length }, (_, m) => n * 10 + m),
        ),
      )
      expect(joined(...cut(all, at))).toEqual(all)
    }),
  )
})

function setUp() {
  const rows = rowsStore()
  const session = sessionStore()
  session.setState({ openTicketId: id(900), earlierOf: id(900) })
  const asked: { after: EarlierPlace | null; limit: number }[] = []
  const world = { notes: 120 }
  const call = async (_method: string, input: { after: EarlierPlace | null; limit: number }) => {
    asked.push(input)
    const end = input.after === null ? world.notes : input.after.at
    const from = Math.max(end - input.limit, 0)
    const items = Array.from({ length: end - from }, (_, n) => from + n)
    const next = from === 0 ? null : { openedAt: 1, ticketId: id(1), at: from, id: id(from) }
    return { brandId: id(800), tickets: [ticket(1, items)], next }
  }
  const reader = earlierReader({ core: { call: call as Core['call'] }, rows, session })
  const shown = () => rows.getState().earlier?.tickets.flatMap(({ items }) => items.map(({ at }) => at)) ?? []
  return { reader, rows, session, asked, world, shown }
}

test('reads fifty, then fifty more, and after a change as much as it had', async () => {
  const { reader, asked, world, shown, rows } = setUp()
  await reader.read()
  await reader.more()
  expect(shown()).toEqual(Array.from({ length: 100 }, (_, n) => n + 20))
  const before = rows.getState().earlier
  await reader.read()
  expect(rows.getState().earlier).toBe(before)
  world.notes += 1
  await reader.read()
  expect(asked.map(({ limit }) => limit)).toEqual([50, 50, 100, 100])
  await reader.more()
  await reader.more()
  expect(shown()).toEqual(Array.from({ length: 121 }, (_, n) => n))
})

test('what was folded meanwhile, or belongs to a ticket that is open no more, is not shown', async () => {
  const { reader, rows, session } = setUp()
  const reading = reader.read()
  session.setState({ openTicketId: id(901) })
  await reading
  expect(rows.getState().earlier).toBeNull()
  expect(reader.shows([id(1), id(900)])).toBe(false)
  session.setState({ openTicketId: id(900) })
  await reader.read()
  expect(reader.shows([id(1)])).toBe(true)
  expect(reader.shows([id(2)])).toBe(false)
  session.setState({ earlierOf: null })
  await reader.read()
  expect(rows.getState().earlier).toBeNull()
})
