/** @file Columns of what the handles of a brand wrote, and of what quotes it: by brand and over all, page by page. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const lines = [
  { type: 'post', by: 'northair', key: 'notice', text: 'Gate B12 is closed', at: '2026-11-17T11:00:00Z' },
  { type: 'post', by: 'mara', key: 'bag', text: '@northair my bag?', at: '2026-11-17T11:10:00Z' },
  { type: 'post', by: 'northair', text: 'On its way, Mara.', replyTo: 'bag', at: '2026-11-17T11:20:00Z' },
  { type: 'post', by: 'metro', key: 'lamp', text: 'Lines are back', at: '2026-11-17T11:30:00Z' },
  { type: 'post', by: 'bex', text: '@northair again?', quote: 'notice', at: '2026-11-17T11:40:00Z' },
  { type: 'post', by: 'mara', text: '@northair sigh', quote: 'notice', at: '2026-11-17T11:50:00Z' },
]

const texts = async (columnId: string, after: string | null = null, limit = 50) => {
  const page = await desk.call('column.page', { columnId, after, limit })
  const posts = page.rows.flatMap((row) => (row.kind === 'post' ? [row.post] : []))
  return {
    texts: posts.map(({ runs }) => runs.map(({ text }) => text).join('')),
    tickets: posts.map(({ ticketId }) => ticketId !== null),
    next: page.next,
    total: page.total,
  }
}

async function added(kind: 'own-posts' | 'quotes', brandId: string | null): Promise<string> {
  return (await desk.call('column.add', { deckId: 'all', column: { kind, brandId } })).columnId
}

test('own posts and quotes stand newest first, of one brand or of all, and go on over pages', async () => {
  desk = await flow({ handles: ['northair', 'metro'], lines })
  const { brand } = await desk.handle('northair')
  const own = await added('own-posts', brand.id)
  expect((await texts(own)).texts).toEqual(['@mara On its way, Mara.', 'Gate B12 is closed'])
  expect((await texts(own)).tickets).toEqual([true, false])
  const all = await added('own-posts', null)
  const first = await texts(all, null, 2)
  const second = await texts(all, first.next, 2)
  expect([...first.texts, ...second.texts]).toEqual([
    'Lines are back',
    '@mara On its way, Mara.',
    'Gate B12 is closed',
  ])
  expect([first.total, second.next]).toEqual([3, null])

  const quotes = await added('quotes', brand.id)
  expect((await texts(quotes)).texts).toEqual([
    expect.stringContaining('@northair sigh'),
    expect.stringContaining('@northair again?'),
  ])
  expect((await texts(await added('quotes', (await desk.handle('metro')).brand.id))).texts).toEqual([])
})

test('they go with a deck into a file and come back from it', async () => {
  desk = await flow({ handles: ['northair'], lines })
  const { brand } = await desk.handle('northair')
  const { deckId } = await desk.call('deck.create', { name: 'Newsroom', like: null })
  for (const kind of ['own-posts', 'quotes'] as const)
    await desk.call('column.add', { deckId, column: { kind, brandId: brand.id } })
  const file = await desk.call('deck.export', { deckId, name: 'Newsroom' })
  const taken = await desk.call('deck.import', { content: file.content })
  const columns = (await desk.call('deck.list', {})).find(({ id }) => id === taken.deckId)?.columns
  expect(columns?.map(({ kind, brandId }) => [kind, brandId])).toEqual([
    ['own-posts', brand.id],
    ['quotes', brand.id],
  ])
})
