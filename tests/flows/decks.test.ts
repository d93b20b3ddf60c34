/** @file Decks that somebody makes and arranges: columns put there, moved and taken away, out to a file and back in. */
import { afterEach, expect, test } from 'vitest'
import { plainLook } from '../../src/shared/domain/deck.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'post', by: 'mara', text: '@northair my suitcase never came', at },
  { type: 'post', by: 'bex', text: '@lumen the suitcase lamp is dark', at },
]
const standing = ['needs-reply', 'mentions', 'dms', 'waiting', 'outbox']

const deck = async (deckId: string) =>
  must(
    (await desk.call('deck.list', {})).find(({ id }) => id === deckId),
    'the deck',
  )
const kinds = async (deckId: string) => (await deck(deckId)).columns.map(({ kind }) => kind)
const undo = () => desk.call('undo.last', {})
const who = async (columnId: string) =>
  (await desk.call('column.page', { columnId, after: null, limit: 50 })).rows.map(
    ({ card }) => card?.customer.username,
  )

test('the columns of one deck are arranged without touching another, each step is one undo, and a reset ends it', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
  const { brand } = await desk.handle('northair')
  const deckId = brand.id
  const { columnId } = await desk.call('column.add', { deckId, column: { kind: 'mine', brandId: deckId } })
  expect(columnId).toBe(`mine:${deckId}`)
  await desk.call('column.move', { deckId, columnId, to: 0 })
  expect(await kinds(deckId)).toEqual(['mine', ...standing])
  await desk.call('column.hide', { deckId, columnId: `waiting:${deckId}` })
  const look = { width: 'wide', folded: false, compact: true } as const
  await desk.call('column.style', { deckId, columnId, look })
  expect((await deck(deckId)).columns[0]).toMatchObject({ id: columnId, look })
  expect(await kinds(deckId)).toEqual(['mine', 'needs-reply', 'mentions', 'dms', 'outbox'])
  expect(await kinds('all')).toEqual(standing)

  await undo()
  expect((await deck(deckId)).columns[0]?.look.width).toBe('normal')
  await undo()
  expect(await kinds(deckId)).toEqual(['mine', ...standing])
  await desk.call('deck.reset', { deckId })
  expect(await deck(deckId)).toMatchObject({ arranged: false })
  expect(await kinds(deckId)).toEqual(standing)
  await undo()
  expect(await kinds(deckId)).toEqual(['mine', ...standing])

  // What is listened to from now on still comes by itself.
  await desk.call('column.save', { text: 'suitcase', deckId })
  expect(await kinds(deckId)).toEqual(['mine', ...standing, 'saved'])
})

test('a deck is made, filled over several brands, named, put first, taken away and brought back', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
  const lumen = (await desk.handle('lumen')).brand.id
  const { deckId } = await desk.call('deck.create', { name: 'Night', like: null })
  expect(await deck(deckId)).toMatchObject({ name: 'Night', brandId: null, columns: [] })
  const add = async (column: Parameters<typeof desk.call<'column.add'>>[1]['column']) =>
    (await desk.call('column.add', { deckId, column })).columnId
  const all = await add({ kind: 'needs-reply', brandId: null })
  const ofLumen = await add({ kind: 'mentions', brandId: lumen })
  const again = await add({ kind: 'needs-reply', brandId: null })
  expect(new Set([all, ofLumen, again]).size).toBe(3)
  expect((await who(all)).sort()).toEqual(['bex', 'mara'])
  expect(await who(ofLumen)).toEqual(['bex'])

  // Two places of the same column, each with a filter of its own; the deck of all brands has neither.
  await desk.call('column.filter', { columnId: again, text: 'from:mara' })
  expect(await who(again)).toEqual(['mara'])
  expect((await who(all)).sort()).toEqual(['bex', 'mara'])
  expect((await who('needs-reply:all')).sort()).toEqual(['bex', 'mara'])

  // A search is kept in this deck alone.
  const kept = await desk.call('column.save', { text: 'suitcase', deckId })
  expect((await who(kept.columnId)).sort()).toEqual(['bex', 'mara'])
  expect(await kinds('all')).toEqual(standing)

  await desk.call('deck.rename', { deckId, name: 'Late shift' })
  await desk.call('deck.move', { deckId, to: 0 })
  expect((await desk.call('deck.list', {}))[0]).toMatchObject({ name: 'Late shift' })
  await desk.call('deck.remove', { deckId })
  expect((await desk.call('deck.list', {})).map(({ name }) => name)).toEqual([null, null, null])
  await undo()
  expect((await desk.call('deck.list', {}))[0]).toMatchObject({ id: deckId, name: 'Late shift' })
  expect(await kinds(deckId)).toEqual(['needs-reply', 'mentions', 'needs-reply', 'saved'])
  expect(await who(again)).toEqual(['mara'])
})

test('tickets of one person, and of one incident, are columns; what is forgotten leaves them', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
  const ticketId = await desk.ticketOf('mara')
  const { card } = await desk.call('ticket.get', { ticketId })
  const { xUserId } = card.customer
  const person = await desk.call('column.add', { deckId: 'all', column: { kind: 'person', xUserId } })
  expect(await who(person.columnId)).toEqual(['mara'])
  const { id: incidentId } = await desk.call('incident.open', {
    brandId: card.brandId,
    ticketIds: [ticketId],
    title: 'Belt 4 stands still',
    terms: [],
    statusText: '',
  })
  const incident = await desk.call('column.add', { deckId: 'all', column: { kind: 'incident', incidentId } })
  expect(await who(incident.columnId)).toEqual(['mara'])
  expect((await deck('all')).columns.slice(-2)).toMatchObject([
    { title: card.customer.name, brandId: null },
    { title: 'Belt 4 stands still', brandId: card.brandId },
  ])
  await desk.call('person.forget', { xUserId, confirm: '@mara', why: 'She asked' })
  expect(await kinds('all')).toEqual([...standing, 'incident'])
  // What undo would bring back names the person: it is left out.
  expect(await undo()).toMatchObject({ event: 'incident.opened' })
})

test('a deck goes into a file and comes back: brands by their handles, searches and filters with it', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
  const north = (await desk.handle('northair')).brand.id
  const { deckId } = await desk.call('deck.create', { name: 'Bags & belts', like: north })
  expect(await kinds(deckId)).toEqual(standing)
  await desk.call('column.save', { text: 'suitcase', deckId })
  const first = must((await deck(deckId)).columns[0], 'a column')
  await desk.call('column.filter', { columnId: first.id, text: '-refund' })
  await desk.call('column.style', {
    deckId,
    columnId: first.id,
    look: { ...first.look, width: 'wide', grouped: true },
  })
  const { xUserId } = (await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })).card.customer
  await desk.call('column.add', { deckId, column: { kind: 'person', xUserId } })
  const file = await desk.call('deck.export', { deckId, name: 'Bags & belts' })
  expect(file).toMatchObject({ name: 'bags-belts.deck.json', left: 1 })
  expect(file.content).not.toContain(north)

  const taken = await desk.call('deck.import', { content: file.content })
  expect(taken).toMatchObject({ name: 'Bags & belts', left: [] })
  const { columns } = await deck(taken.deckId)
  expect(columns.map(({ kind, brandId, title }) => [kind, brandId, title])).toEqual([
    ...standing.map((kind) => [kind, north, null]),
    ['saved', null, 'suitcase'],
  ])
  expect(columns[0]).toMatchObject({ filter: { text: '-refund' }, look: { width: 'wide', grouped: true } })
  await undo()
  expect((await desk.call('deck.list', {})).map(({ name }) => name)).toEqual([
    null,
    null,
    null,
    'Bags & belts',
  ])
})

test('a file that is no deck, or of strangers alone, changes nothing and says why', async () => {
  desk = await flow({ handles: ['northair'], lines })
  const column = {
    kind: 'mentions',
    handle: 'nobody_here',
    query: null,
    filter: '',
    order: 'own',
    look: { width: 'normal', folded: false, compact: false },
  }
  const file = (columns: unknown[]) =>
    JSON.stringify({ format: 'switchboard.deck', version: 1, name: 'Theirs', columns })
  const before = await desk.call('deck.list', {})
  for (const content of ['', '{}', '[]', file([{ ...column, kind: 'spaceship' }])])
    await expect(desk.call('deck.import', { content })).rejects.toMatchObject({ code: 'deck.invalid' })
  await expect(desk.call('deck.import', { content: file([column]) })).rejects.toMatchObject({
    code: 'deck.nothing',
  })
  expect(await desk.call('deck.list', {})).toEqual(before)
  const known = { ...column, handle: 'NorthAir' }
  const taken = await desk.call('deck.import', { content: file([column, known]) })
  expect(taken.left).toEqual([{ kind: 'mentions', handle: 'nobody_here' }])
  // It was written before anything was said about grouping.
  expect((await deck(taken.deckId)).columns[0]?.look).toEqual(plainLook)
  await expect(desk.call('deck.rename', { deckId: taken.deckId, name: ' ' })).rejects.toMatchObject({
    code: 'input.invalid',
  })
  const north = (await desk.handle('northair')).brand.id
  await expect(desk.call('deck.remove', { deckId: north })).rejects.toMatchObject({ code: 'deck.standing' })
})
