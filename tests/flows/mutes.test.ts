/** @file Columns leave out what is muted and say so, until its time is over; what must not be missed breaks through. */
import { afterEach, expect, test } from 'vitest'
import type { NewMute } from '../../src/shared/domain/mute.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const ago = (minutes: number): string => new Date(noon - minutes * minute).toISOString()
const lines = [
  { type: 'user', username: 'noor', name: 'Noor Abdi', followers: 48_200, verified: 'blue' },
  { type: 'post', key: 'win', by: 'mara', text: '@northair I want to win the Gewinnspiel café', at: ago(5) },
  { type: 'post', by: 'noor', text: '@northair gate change, please help', at: ago(4) },
  { type: 'post', by: 'bex', text: '@lumen the lamp is winning', at: ago(3) },
  { type: 'dm', from: 'paulo', to: 'northair', text: 'Where is the CAFE, I want to win', at: ago(2) },
]
const column = 'needs-reply:all'
const begin = async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
}
const mute = (what: NewMute, columnId: string | null = null, until: number | null = null) =>
  desk.call('mute.add', { mute: what, columnId, until })
const page = (columnId = column, muted = false) =>
  desk.call('column.page', { columnId, after: null, limit: 50, muted })
const who = async (columnId = column, muted = false) =>
  (await page(columnId, muted)).rows.map(({ card }) => must(card, 'a card').customer.username)
const word = (words: string): NewMute => ({ kind: 'word', words })
const everybody = ['mara', 'noor', 'bex', 'paulo']

test('a word is muted whole, whatever its case and accents, and the column says how much it leaves out', async () => {
  await begin()
  expect(await who()).toEqual(everybody)
  expect((await page()).muted).toEqual({ count: 0, many: false })
  const { id } = await mute(word('café'))
  expect(await who()).toEqual(['noor', 'bex'])
  expect(await page()).toMatchObject({ total: 2, muted: { count: 2, many: false } })
  expect(await who('dms:all')).toEqual([])
  // Shown for a moment, it is counted like everything else.
  expect(await who(column, true)).toEqual(everybody)
  expect(await page(column, true)).toMatchObject({ total: 4, muted: { count: 2 } })
  await desk.call('mute.remove', { id })
  expect(await who()).toEqual(everybody)
  // A part of a word is none, and a phrase has its order.
  await mute(word('win'))
  expect(await who()).toEqual(['noor', 'bex'])
  await mute(word('want to win'), 'mentions:all')
  await mute(word('win to want'), 'dms:all')
  expect((await desk.call('mute.list', {})).map(({ name }) => name)).toEqual([
    'win to want',
    'want to win',
    'win',
  ])
})

test('a person is muted in one column or in all of them, by handle or by row, and nothing else of them changes', async () => {
  await begin()
  const badge = desk.badges.at(-1)
  await mute({ kind: 'person', username: 'MARA' }, column)
  expect(await who()).toEqual(['noor', 'bex', 'paulo'])
  expect(await who('mentions:all')).toContain('mara')
  const { card } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('bex') })
  await mute({ kind: 'person', xUserId: card.customer.xUserId })
  expect(await who()).toEqual(['noor', 'paulo'])
  expect(await who('mentions:all')).toEqual(['noor', 'mara'])
  // Who is asked for by name is shown whole.
  expect(await who(`person:${card.customer.xUserId}`)).toEqual(['bex'])
  const { brand } = await desk.handle('lumen')
  expect(brand.needsReply).toBe(1)
  expect(desk.badges.at(-1)).toEqual(badge)
  await expect(mute({ kind: 'person', username: 'nobody_here' })).rejects.toMatchObject({
    code: 'mute.nobody',
    data: { username: 'nobody_here' },
  })
})

test('choosing a whole column chooses what it shows', async () => {
  await begin()
  await mute(word('win'))
  expect((await desk.call('column.tickets', { columnId: column })).ticketIds).toHaveLength(2)
  expect((await desk.call('column.tickets', { columnId: column, muted: true })).ticketIds).toHaveLength(4)
  await desk.call('column.filter', { columnId: column, text: 'from:mara' })
  expect(await page()).toMatchObject({ rows: [], total: null, muted: { count: 1 } })
  expect(await who(column, true)).toEqual(['mara'])
})

test('when its time is over a mute counts no more, and the windows are told', async () => {
  await begin()
  await mute(word('win'), null, desk.clock.now() + 10 * minute)
  await desk.clock.advance(9 * minute)
  expect(await who()).toEqual(['noor', 'bex'])
  const told = desk.events.length
  await desk.clock.advance(minute)
  expect(desk.events.slice(told).some(({ session }) => session)).toBe(true)
  expect(await who()).toEqual(everybody)
  expect(await desk.call('mute.list', {})).toEqual([])
  // It is over, not taken back: undo does not reach for it.
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
  await expect(mute(word('win'), null, desk.clock.now())).rejects.toMatchObject({ code: 'input.invalid' })
})

test('what is urgent, of security, or near its deadline is shown whatever is muted', async () => {
  await begin()
  const everyone = ['mara', 'noor', 'bex', 'paulo'] as const
  for (const username of everyone) await mute({ kind: 'person', username })
  expect(await who()).toEqual([])
  await desk.control.post({ by: 'bex', text: '@lumen my account was hacked, someone stole my password' })
  await desk.clock.advance(2 * minute)
  expect(await who()).toEqual(['bex'])
  await desk.call('ticket.prioritise', { ticketIds: [await ticketIn('mara')], priority: 'urgent' })
  expect((await who()).toSorted()).toEqual(['bex', 'mara'])
  const { warnAt } = (await desk.call('ticket.get', { ticketId: await ticketIn('noor') })).card
  await desk.clock.advance(must(warnAt, 'a deadline') - desk.clock.now() - 1_000)
  expect(await who()).not.toContain('noor')
  await desk.clock.advance(1_000)
  expect(await who()).toContain('noor')
})

const ticketIn = async (username: string): Promise<string> => {
  const { rows } = await page('mentions:all', true)
  const card = rows.find((row) => row.card?.customer.username === username)?.card
  return must(card, username).ticketId
}

test('undo takes a mute back, and the end of one; the same mute again is the same one, for another time', async () => {
  await begin()
  const { id } = await mute(word('win'))
  const until = desk.clock.now() + 60 * minute
  expect(await mute(word('WIN'), null, until)).toEqual({ id })
  expect(await desk.call('mute.list', {})).toMatchObject([{ id, kind: 'word', name: 'WIN', until, by: null }])
  expect(await desk.call('undo.last', {})).toMatchObject({ event: 'mute.added', reach: 'restored' })
  expect(await desk.call('mute.list', {})).toMatchObject([{ name: 'win', until: null }])
  await desk.call('mute.remove', { id })
  expect(await who()).toEqual(everybody)
  expect(await desk.call('undo.last', {})).toMatchObject({ event: 'mute.removed' })
  expect(await who()).toEqual(['noor', 'bex'])
  await desk.call('undo.last', {})
  expect(await who()).toEqual(everybody)
})

test('a source is left out of columns of posts, its own among them; columns that are shown whole cannot be muted', async () => {
  await begin()
  const { brand } = await desk.handle('northair')
  await desk.control.post({ by: 'noor', text: 'the lounge is great', key: 'lounge' })
  const { id } = await desk.call('listening.save', {
    name: 'Lounges',
    listenTo: { kind: 'search', brandId: brand.id, query: 'lounge' },
  })
  const { brand: lumen } = await desk.handle('lumen')
  const other = await desk.call('listening.save', {
    name: 'Sofas',
    listenTo: { kind: 'search', brandId: lumen.id, query: 'lounge' },
  })
  await desk.clock.advance(10 * minute)
  const searched = `search:${id}`
  expect((await page(searched)).rows).toHaveLength(1)
  await mute({ kind: 'source', listeningId: id })
  expect(await page(searched)).toMatchObject({ rows: [], total: 0, muted: { count: 1 } })
  expect((await page(searched, true)).rows).toHaveLength(1)
  const column = { kind: 'search', listeningId: id } as const
  await desk.call('column.add', { deckId: 'all', column })
  const { deckId } = await desk.call('deck.create', { name: 'Night', like: null })
  const { columnId: again } = await desk.call('column.add', { deckId, column })
  expect(again).not.toBe(searched)
  expect(await page(again)).toMatchObject({ rows: [], muted: { count: 1 } })
  // Another client listens to the same: nothing of theirs is left out.
  expect(await page(`search:${other.id}`)).toMatchObject({ total: 1, muted: { count: 0 } })
  expect(await desk.call('mute.list', {})).toMatchObject([{ kind: 'source', name: 'Lounges' }])
  await desk.call('listening.remove', { id })
  expect(await desk.call('mute.list', {})).toEqual([])
  for (const columnId of ['outbox:all', 'mine:all', 'nothing:all'])
    await expect(mute(word('x'), columnId)).rejects.toMatchObject({ code: 'input.invalid' })
})

test('who is forgotten is muted no more, and the history names them no more', async () => {
  await begin()
  const { card } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  await mute({ kind: 'person', username: 'mara' })
  await desk.call('person.forget', { xUserId: card.customer.xUserId, confirm: 'mara', why: 'asked' })
  expect(await desk.call('mute.list', {})).toEqual([])
  expect(await desk.counted('mutes')).toBe(0)
  expect((await desk.call('undo.list', {})).map(({ event }) => event)).not.toContain('mute.added')
})

test('what waits for its customer is counted too, though no deadline of it runs', async () => {
  await begin()
  const { card, routes } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  const { targetPostId } = routes.public
  const answer = { ticketId: card.ticketId, channel: 'public' as const, text: 'Which one?', targetPostId }
  await desk.call('reply.send', { ...answer, solves: false })
  await desk.clock.advance(30_000)
  expect(await who('waiting:all')).toEqual(['mara'])
  await mute({ kind: 'person', username: 'mara' })
  expect(await page('waiting:all')).toMatchObject({ rows: [], total: 0, muted: { count: 1 } })
})
