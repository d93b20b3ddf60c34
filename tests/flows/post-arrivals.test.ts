/** @file New posts in columns of posts that make themselves known: what is told, of which brand, and what is not told. */
import { afterEach, expect, test } from 'vitest'
import { plainLook, type ColumnLook } from '../../src/shared/domain/deck.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const lines = [
  { type: 'post', by: 'mara', text: 'strike at the airport', at: '2026-11-17T11:50:00Z' },
  { type: 'post', by: 'northair', key: 'gate', text: 'Gate B12 is closed', at: '2026-11-17T11:40:00Z' },
]
type Own = { kind: 'own-posts' | 'quotes'; brandId: string | null }

const begin = async (): Promise<string> => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
  return (await desk.handle('northair')).brand.id
}
const style = (deckId: string, columnId: string, look: Partial<ColumnLook>) =>
  desk.call('column.style', { deckId, columnId, look: { ...plainLook, ...look } })

/** A search of North Air for the word, in the deck of its brand; its column tells by a notice. */
async function listensTo(query: string, brandId: string): Promise<{ id: string; columnId: string }> {
  const listenTo = { kind: 'search' as const, brandId, query }
  const { id } = await desk.call('listening.save', { name: 'Strikes', listenTo })
  await style(brandId, `search:${id}`, { alert: true })
  return { id, columnId: `search:${id}` }
}
async function added(column: Own, look: Partial<ColumnLook> = { alert: true }): Promise<string> {
  const { columnId } = await desk.call('column.add', { deckId: 'all', column })
  await style('all', columnId, look)
  return columnId
}
/** Time goes by, in which every source is read. */
async function pass(minutes = 2): Promise<void> {
  for (let n = 0; n < minutes; n++) await desk.clock.advance(minute)
  await desk.idle()
}
/** What was told, each by who wrote it and for which column. */
const told = () =>
  desk.arrived.flat().map(({ author, notice }) => [author, notice === null ? null : notice.columnId])
const idOf = async (key: string): Promise<string> => must((await desk.control.state()).keys[key], key)

test('a post that a search brings is told once, with its author, brand and column; the first reading is not', async () => {
  const brandId = await begin()
  // Written since core came to life, and not yet listened to.
  await desk.control.post({ by: 'paulo', text: 'a strike? today?' })
  await desk.clock.advance(minute)
  const { columnId } = await listensTo('strike', brandId)
  await pass()
  expect(desk.arrived).toEqual([])
  await desk.control.post({ by: 'bex', text: 'the strike goes on', key: 'on' })
  await pass()
  expect(desk.arrived).toEqual([
    [
      {
        row: { kind: 'post', id: await idOf('on') },
        author: 'Bex',
        brandId,
        brandName: 'North Air',
        loud: false,
        notice: { deckId: brandId, columnId, kind: 'search', title: 'Strikes' },
        sound: false,
      },
    ],
  ])
  await pass(5)
  expect(desk.arrived).toHaveLength(1)
})

test('another query is read from its own beginning, and that is no news', async () => {
  const brandId = await begin()
  const { id, columnId } = await listensTo('strike', brandId)
  await pass()
  await desk.control.post({ by: 'paulo', text: 'fog over the runway' })
  await pass()
  const listenTo = { kind: 'search' as const, brandId, query: 'fog' }
  await desk.call('listening.save', { id, name: 'Fog', listenTo })
  await pass()
  expect(told()).toEqual([])
  await desk.control.post({ by: 'bex', text: 'more fog' })
  await pass()
  expect(told()).toEqual([['Bex', columnId]])
})

test('what the brand wrote itself is no news in its search; what another brand wrote is', async () => {
  const brandId = await begin()
  const { columnId } = await listensTo('strike', brandId)
  await pass()
  await desk.control.post({ by: 'northair', text: 'no strike with us' })
  await pass()
  expect(told()).toEqual([])
  await desk.control.post({ by: 'lumen', text: 'strike? we glow' })
  await pass()
  expect(told()).toEqual([['Lumen', columnId]])
})

test('a list tells of what its members write, by a tone', async () => {
  const brandId = await begin()
  const list = await desk.control.list({ name: 'Press', members: ['mara', 'paulo'] })
  const listenTo = { kind: 'list' as const, brandId, query: list.id }
  const { id } = await desk.call('listening.save', { name: 'Press', listenTo })
  await style(brandId, `list:${id}`, { sound: true })
  await pass()
  expect(desk.arrived).toEqual([])
  await desk.control.post({ by: 'paulo', text: 'breaking: a new route' })
  await pass()
  expect(desk.arrived.flat()).toMatchObject([
    { author: 'Paulo', notice: null, sound: true, row: { kind: 'post' } },
  ])
})

test('of own posts those are told that another tool sent, and windows hear of them; none that left from here', async () => {
  const brandId = await begin()
  const { handle } = await desk.handle('northair')
  const columnId = await added({ kind: 'own-posts', brandId: null })
  await desk.call('post.compose', { brandId, handleId: handle.id, parts: ['Gate B12 is open'] })
  await pass()
  expect((await desk.control.sent()).posts).toHaveLength(1)
  expect(told()).toEqual([])
  desk.events.length = 0
  await desk.control.post({ by: 'northair', text: 'Sent by a colleague in a hurry' })
  await pass()
  expect(told()).toEqual([['North Air', columnId]])
  expect(desk.events.some(({ brandIds }) => brandIds.includes(brandId))).toBe(true)
  await desk.control.post({ by: 'lumen', text: 'Glow' })
  await pass()
  expect(desk.arrived.flat().map(({ brandName }) => brandName)).toEqual(['North Air', 'Lumen'])
})

test('an own post that shows up while ours has no known end is not told: it may be ours', async () => {
  const brandId = await begin()
  const { handle } = await desk.handle('northair')
  await added({ kind: 'own-posts', brandId: null })
  await desk.control.fault({
    match: { method: 'POST', path: '/2/tweets' },
    times: 1,
    kind: 'lost-answer',
  })
  await desk.call('post.compose', { brandId, handleId: handle.id, parts: ['Gate B12 is open'] })
  await pass(5)
  expect((await desk.control.sent()).posts).toHaveLength(1)
  expect(told()).toEqual([])
})

test('a quote of ours is told, but none by ourselves; where it stands in several columns it is told once', async () => {
  const brandId = await begin()
  const columnId = await added({ kind: 'quotes', brandId })
  await pass()
  await desk.control.post({ by: 'northair', text: 'as we said', quote: 'gate' })
  await pass(3)
  expect(told()).toEqual([])
  await desk.control.post({ by: 'bex', text: 'again?', quote: 'gate', key: 'again' })
  await pass(3)
  expect(told()).toEqual([['Bex', columnId]])
  expect(desk.arrived.flat()[0]?.row).toEqual({ kind: 'post', id: await idOf('again') })
  await style('all', 'mentions:all', { alert: true })
  await desk.control.post({ by: 'mara', text: '@northair sigh', quote: 'gate' })
  await pass(3)
  expect(told().slice(1)).toEqual([['Mara Holt', 'mentions:all']])
  expect(desk.arrived.flat()[1]?.row).toEqual({ kind: 'ticket', id: await desk.ticketOf('mara') })
})

test('a mention that was told is not told again when a search finds it later', async () => {
  const brandId = await begin()
  await style('all', 'mentions:all', { alert: true })
  const { columnId } = await listensTo('strike', brandId)
  await pass()
  await desk.control.post({ by: 'bex', text: '@northair is there a strike?' })
  await desk.readNow('northair', 'mentions')
  await desk.clock.advance(4_000)
  expect(told()).toEqual([['Bex', 'mentions:all']])
  await pass()
  expect((await desk.call('column.page', { columnId, after: null, limit: 5 })).rows).toHaveLength(2)
  expect(desk.arrived).toHaveLength(1)
})

test('what is muted in the column is not told, and neither is what was written while nothing ran', async () => {
  const brandId = await begin()
  const { columnId } = await listensTo('strike', brandId)
  await pass()
  await desk.call('mute.add', { mute: { kind: 'word', words: 'raffle' }, columnId, until: null })
  await desk.control.post({ by: 'bex', text: 'strike raffle: win a flight' })
  await pass()
  expect(told()).toEqual([])
  await desk.restart(async () => {
    await desk.control.post({ by: 'bex', text: 'strike at noon' })
    desk.clock.jump(minute)
  })
  await pass()
  expect(told()).toEqual([])
  await desk.control.post({ by: 'bex', text: 'strike at one' })
  await pass()
  expect(told()).toEqual([['Bex', columnId]])
})

test('what breaks through quiet hours does so from a column of posts too', async () => {
  const brandId = await begin()
  await listensTo('hacked', brandId)
  await pass()
  await desk.control.post({
    by: 'bex',
    text: '@northair my account was hacked, somebody booked flights with it',
  })
  await pass()
  expect(desk.arrived.flat().map(({ loud }) => loud)).toEqual([true])
})

test('X is asked for nothing more than without it', async () => {
  const asked = async (look: Partial<ColumnLook>): Promise<string[]> => {
    const brandId = await begin()
    const { columnId } = await listensTo('strike', brandId)
    await style(brandId, columnId, look)
    await added({ kind: 'quotes', brandId: null }, look)
    await pass()
    await desk.control.requests({ clear: true })
    await desk.control.post({ by: 'bex', text: 'strike again', quote: 'gate' })
    await pass(3)
    return (await desk.control.requests()).requests.map(({ route }) => route).toSorted()
  }
  const silent = await asked({})
  expect(desk.arrived).toEqual([])
  await desk.end()
  const loud = await asked({ alert: true, sound: true })
  expect(desk.arrived.flat()).toHaveLength(1)
  expect(loud).toEqual(silent)
})
