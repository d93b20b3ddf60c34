/** @file A column in which each customer of each brand stands once: nothing in it is lost, and order stays core's. */
import { afterEach, expect, test } from 'vitest'
import type { CustomerOfBrand } from '../../src/shared/domain/deck.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = (minute: number) => `2026-11-17T11:${minute}:00Z`
const says = (minute: number, by: string, text: string) => ({ type: 'post', by, text, at: at(minute) })
const lines = [
  says(30, 'mara', '@northair my suitcase never came'),
  says(31, 'bex', '@northair the gate is shut'),
  says(32, 'mara', '@lumen the suitcase lamp is dark'),
  says(33, 'mara', '@northair and the lounge was shut'),
  says(34, 'mara', '@northair and nobody answers the phone'),
  says(35, 'bex', '@lumen where is my lamp'),
]
const column = 'needs-reply:all'
const begin = async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
}

type Asked = { after?: string | null; until?: string | null; limit?: number; unfolded?: CustomerOfBrand[] }
const page = ({ after = null, until = null, limit = 50, unfolded = [] }: Asked = {}, columnId = column) =>
  desk.call('column.page', { columnId, after, until, limit, grouped: { unfolded } })
const brandOf = async (username: string) => (await desk.handle(username)).brand.id
async function customer(username: string, handle: string): Promise<CustomerOfBrand> {
  const { card } = await desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })
  return { brandId: await brandOf(handle), xUserId: card.customer.xUserId }
}
/** Who stands in a page, with how many more, or `below` another. */
async function rowsOf(asked: Asked = {}, columnId = column): Promise<string[]> {
  const { rows, grouped } = await page(asked, columnId)
  const lumen = await brandOf('lumen')
  return rows.map(({ id, card }) => {
    const { brandId, customer: who } = must(card, 'a card')
    const group = grouped?.rows[id]
    const more = group === undefined ? '' : group.more === 0 ? ' below' : ` +${group.more}`
    return `${who.username} ${brandId === lumen ? 'lumen' : 'north'}${more}`
  })
}
const sizes = async (asked: Asked = {}) => {
  const { total, grouped } = await page(asked)
  return { total, tickets: grouped?.tickets }
}

test('each customer of each brand is one row, the one due first, and says how many more there are', async () => {
  await begin()
  expect(await rowsOf()).toEqual(['mara north +2', 'bex north', 'mara lumen', 'bex lumen'])
  expect(await sizes()).toEqual({ total: 4, tickets: 6 })
  const plain = await desk.column('needs-reply')
  expect((await page()).rows[0]?.id).toBe(plain[0]?.id)
  // Newest first it is their newest.
  await desk.call('column.order', { columnId: column, order: 'newest' })
  expect(await rowsOf()).toEqual(['bex lumen', 'mara north +2', 'mara lumen', 'bex north'])
  const newest = must((await page()).rows[1]?.card, 'a card')
  expect(newest.runs).toEqual(
    expect.arrayContaining([expect.objectContaining({ text: expect.stringMatching(/phone/) })]),
  )
})

test('unfolded, further tickets stand below the first one in the order of the column, of this brand alone', async () => {
  await begin()
  const unfolded = [await customer('mara', 'northair')]
  expect(await rowsOf({ unfolded })).toEqual([
    'mara north +2',
    'mara north below',
    'mara north below',
    'bex north',
    'mara lumen',
    'bex lumen',
  ])
  expect(await sizes({ unfolded })).toEqual({ total: 6, tickets: 6 })
  const { rows } = await page({ unfolded })
  const due = rows.slice(0, 3).map(({ card }) => card?.dueAt ?? 0)
  expect(due).toEqual(due.toSorted((a, b) => a - b))
})

test('pages and stretches between two places are the column, also where somebody is unfolded', async () => {
  await begin()
  const mara = await customer('mara', 'northair')
  for (const order of ['own', 'newest', 'reach'] as const) {
    await desk.call('column.order', { columnId: column, order })
    for (const unfolded of [[], [mara]]) {
      const places: (string | null)[] = [null]
      for (let next = places[0] ?? null; ;) {
        next = (await page({ after: next, limit: 1, unfolded })).next
        if (next === null) break
        places.push(next)
      }
      expect(places).toHaveLength(4)
      const found: string[] = []
      for (const [n, after] of places.entries())
        found.push(...(await rowsOf({ after, until: places[n + 1] ?? null, unfolded })))
      expect(found).toEqual(await rowsOf({ unfolded }))
    }
  }
})

test('choosing a whole column reaches what is folded, and one customer alone what is theirs', async () => {
  await begin()
  const all = await desk.call('column.tickets', { columnId: column })
  expect(all.ticketIds).toHaveLength(6)
  const of = await customer('mara', 'northair')
  const theirs = await desk.call('column.tickets', { columnId: column, of })
  expect(theirs.ticketIds).toEqual((await page({ unfolded: [of] })).rows.slice(0, 3).map(({ id }) => id))
  // Where nothing is folded nothing more is chosen than was meant.
  expect(await desk.call('column.tickets', { columnId: 'outbox:all', of })).toEqual({ ticketIds: [] })
})

test('filters and mutes take tickets, not customers: what is left of one is their row', async () => {
  await begin()
  const of = await customer('mara', 'northair')
  await desk.call('column.filter', { columnId: column, text: 'shut' })
  expect(await rowsOf()).toEqual(['bex north', 'mara north'])
  expect(await sizes()).toEqual({ total: null, tickets: null })
  await desk.call('column.filter', { columnId: column, text: '-lounge from:mara' })
  expect(await rowsOf()).toEqual(['mara north +1', 'mara lumen'])
  expect((await desk.call('column.tickets', { columnId: column, of })).ticketIds).toHaveLength(2)
  await desk.call('column.filter', { columnId: column, text: '' })
  await desk.call('mute.add', { mute: { kind: 'word', words: 'suitcase' }, columnId: column, until: null })
  expect(await rowsOf()).toEqual(['bex north', 'mara north +1', 'bex lumen'])
  expect(await page()).toMatchObject({ total: 3, grouped: { tickets: 4 }, muted: { count: 2 } })
  const withMuted = await desk.call('column.page', {
    columnId: column,
    after: null,
    limit: 50,
    muted: true,
    grouped: { unfolded: [] },
  })
  expect(withMuted).toMatchObject({ total: 4, grouped: { tickets: 6 }, muted: { count: 2 } })
})

test('once the first one is dealt with the next one stands for the customer, and undo brings it back', async () => {
  await begin()
  const first = must((await page()).rows[0], 'a row').id
  await desk.call('ticket.solve', { ticketIds: [first] })
  expect(await rowsOf()).toEqual(['bex north', 'mara lumen', 'mara north +1', 'bex lumen'])
  await desk.call('undo.last', {})
  expect(await rowsOf()).toEqual(['mara north +2', 'bex north', 'mara lumen', 'bex lumen'])
})

test('it is a look of the column’s place: kept, copied, undone; columns that cannot be grouped are as before', async () => {
  await begin()
  const look = async () =>
    (await desk.call('deck.list', {}))[0]?.columns.find(({ id }) => id === column)?.look
  const plain = must(await look(), 'a look')
  expect(plain.grouped).toBe(false)
  await desk.call('column.style', { deckId: 'all', columnId: column, look: { ...plain, grouped: true } })
  await desk.restart()
  expect(await look()).toEqual({ ...plain, grouped: true })
  const { deckId } = await desk.call('deck.create', { name: 'Copy', like: 'all' })
  const copy = (await desk.call('deck.list', {})).find(({ id }) => id === deckId)
  expect(copy?.columns[0]?.look.grouped).toBe(true)
  await desk.call('undo.last', {})
  await desk.call('undo.last', {})
  expect(await look()).toEqual(plain)

  const { xUserId } = await customer('mara', 'northair')
  for (const columnId of ['outbox:all', `person:${xUserId}`]) {
    const asked = { columnId, after: null, limit: 50 }
    const given = await desk.call('column.page', { ...asked, grouped: { unfolded: [] } })
    expect(given).toEqual(await desk.call('column.page', asked))
  }
})
