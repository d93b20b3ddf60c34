/** @file What was said is found again: by words, by who, when and where, and nothing of what is gone. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'user', username: 'ines_r', name: 'Inês Rocha' },
  { type: 'user', username: 'noor', name: 'Noor Abdi' },
  { type: 'user', username: 'kenji', name: '田中健二' },
  { type: 'post', key: 'bag', by: 'mara', text: '@northair my grey suitcase never came off flight 417', at },
  { type: 'post', by: 'ines_r', text: '@northair a mala não chegou, São Paulo', lang: 'pt', at },
  { type: 'post', by: 'kenji', text: '@northair 東京駅でスーツケースをなくしました', lang: 'ja', at },
  { type: 'post', by: 'bex', text: '@lumen the suitcase lamp & cable are dark', at },
  {
    type: 'dm',
    from: 'paulo',
    to: 'northair',
    text: 'The courier lost my suitcase',
    at: '2026-11-17T11:52:00Z',
  },
  { type: 'post', by: 'northair', replyTo: 'bag', text: '@mara we trace it', at: '2026-11-17T11:55:00Z' },
]
const begin = async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
}

const search = (text: string, isTyping = false) => desk.call('ticket.search', { text, isTyping })
const who = async (text: string, isTyping = false): Promise<string[]> =>
  (await search(text, isTyping)).rows.map(({ card }) => card.customer.username).sort()

test('words are found in posts and direct messages, with accents or without, in every alphabet', async () => {
  await begin()
  expect(await who('suitcase')).toEqual(['bex', 'mara', 'paulo'])
  expect(await who('suitcase lost')).toEqual(['paulo'])
  expect(await who('suitc')).toEqual([])
  expect(await who('suitc', true)).toEqual(['bex', 'mara', 'paulo'])
  expect(await who('"never came"')).toEqual(['mara'])
  expect(await who('"came never"')).toEqual([])
  expect(await who('suitcase -lamp')).toEqual(['mara', 'paulo'])
  expect(await who('nao chegou')).toEqual(['ines_r'])
  expect(await who('スーツケース')).toEqual(['kenji'])
  expect(await who('駅')).toEqual(['kenji'])
  expect(await who('京都')).toEqual([])
  // What we said is a part of the ticket.
  expect(await who('trace')).toEqual(['mara'])
  // Nothing that somebody types is a query of the index.
  for (const odd of ['"', '*', 'NEAR(a b)', 'text:bag', 'a OR', "x' --", '^']) await search(odd)
})

test('a row shows the best message, its words marked, and who said it', async () => {
  await begin()
  const { rows } = await search('courier')
  const { match } = must(rows[0], 'a row')
  expect(match).toMatchObject({ kind: 'dm', isOurs: false, text: 'The courier lost my suitcase' })
  expect(match?.marks.map(({ start, end }) => match.text.slice(start, end))).toEqual(['courier'])
  expect((await search('cable')).rows[0]?.match?.text).toContain('lamp & cable')
})

test('filters: who, which brand, what state, when; one that means nothing is left out and named', async () => {
  await begin()
  expect(await who('suitcase brand:lumen')).toEqual(['bex'])
  expect(await who('suitcase from:mara')).toEqual(['mara'])
  expect(await who('from:northair trace')).toEqual(['mara'])
  expect(await who('is:dm')).toEqual(['paulo'])
  expect(await who('lang:pt')).toEqual(['ines_r'])
  expect(await who('from:Inês')).toEqual(['ines_r'])
  expect(await who('suitcase after:2026-11-18')).toEqual([])
  expect(await who('suitcase before:2026-11-18')).toEqual(['bex', 'mara', 'paulo'])
  const ticketIds = [await desk.ticketOf('paulo')]
  await desk.call('ticket.tag', { ticketIds, add: ['lost bag'], remove: [] })
  await desk.call('ticket.solve', { ticketIds })
  expect(await who('tag:"lost bag"')).toEqual(['paulo'])
  expect(await who('suitcase -tag:"lost bag"')).toEqual(['bex', 'mara'])
  expect(await who('status:solved')).toEqual(['paulo'])
  expect(await who('suitcase status:unsolved -brand:lumen')).toEqual(['mara'])
  expect(await search('suitcase status:lost is:purple')).toMatchObject({
    unknown: ['status:lost', 'is:purple'],
    rows: [{}, {}, {}],
  })
  const odd = 'status:constructor is:constructor has:toString brand:__proto__'
  expect((await search(odd)).unknown).toEqual(odd.split(' '))
  expect((await search('status:lost')).rows).toEqual([])
})

test('tickets by number and by name, and by what a note says', async () => {
  await begin()
  const ticketId = await desk.ticketOf('ines_r')
  const { card } = await desk.call('ticket.get', { ticketId })
  expect(await who(`#${card.number}`)).toEqual(['ines_r'])
  expect(await who('inê', true)).toEqual(['ines_r'])
  expect(await who('Inê', true)).toEqual(['ines_r'])
  expect(await who('@ines', true)).toEqual(['ines_r'])
  await desk.call('ticket.note', { ticketId, text: 'Carousel seven was broken' })
  expect((await search('carousel broken')).rows).toMatchObject([
    { card: { ticketId }, match: { kind: 'note', isOurs: true } },
  ])
  await desk.call('undo.last', {})
  expect(await who('carousel broken')).toEqual([])
})

test('a search that is kept is a column of its deck: newest first, page by page, with everything that comes', async () => {
  await begin()
  const { brand } = await desk.handle('northair')
  const kept = await desk.call('column.save', { text: 'suitcase', deckId: brand.id })
  expect(await desk.call('column.save', { text: 'suitcase', deckId: brand.id })).toEqual(kept)
  const all = await desk.call('column.save', { text: 'suitcase status:unsolved', deckId: 'all' })
  const columns = async (brandId: string | null) =>
    must(
      (await desk.call('deck.list', {})).find((deck) => deck.brandId === brandId),
      'the deck',
    ).columns.flatMap(({ id, title }) => (title === null ? [] : [{ id, title }]))
  expect(await columns(brand.id)).toEqual([{ id: kept.columnId, title: 'suitcase' }])
  const page = (columnId: string, after: string | null = null, limit = 50) =>
    desk.call('column.page', { columnId, after, limit })
  const names = ({ rows }: Awaited<ReturnType<typeof page>>) =>
    rows.map(({ card }) => card?.customer.username)
  expect(names(await page(kept.columnId))).toEqual(['paulo', 'mara'])
  const first = await page(all.columnId, null, 1)
  expect(first).toMatchObject({ total: 3 })
  expect(names(first)).toEqual(['paulo'])
  expect(names(await page(all.columnId, first.next)).sort()).toEqual(['bex', 'mara'])

  const { ticketIds } = await desk.call('column.tickets', { columnId: kept.columnId })
  await desk.call('ticket.solve', { ticketIds })
  expect(names(await page(all.columnId))).toEqual(['bex'])
  await desk.control.post({ by: 'noor', text: '@northair a suitcase, too' })
  await desk.clock.advance(3 * 60_000)
  expect(names(await page(all.columnId))).toEqual(['noor', 'bex'])

  // Filters that mean nothing are no column of everything.
  const odd = await desk.call('column.save', { text: 'is:odd', deckId: 'all' })
  expect(await page(odd.columnId)).toMatchObject({ rows: [], total: 0 })
  await desk.call('column.hide', { deckId: 'all', ...odd })

  await desk.call('column.hide', { deckId: 'all', ...all })
  expect(await columns(null)).toEqual([])
  // The same words bring it back.
  expect(await desk.call('column.save', { text: 'suitcase status:unsolved', deckId: 'all' })).toEqual(all)
  expect(await columns(null)).toMatchObject([{ id: all.columnId }])
})

test('what was deleted, forgotten or is a removed brand’s is not found any more', async () => {
  await begin()
  const { card } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  await desk.call('person.forget', { xUserId: card.customer.xUserId, confirm: '@mara', why: 'She asked' })
  expect(await who('suitcase')).toEqual(['bex', 'paulo'])
  const { brand } = await desk.handle('lumen')
  await desk.call('brand.remove', { brandId: brand.id, keepData: true })
  expect(await who('suitcase')).toEqual(['paulo'])
})
