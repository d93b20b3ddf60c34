/** @file A column shows what fits its filter and hides the rest, for whole-column actions as well. */
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'user', username: 'noor', name: 'Noor Abdi', followers: 48_200, verified: 'blue' },
  { type: 'post', by: 'mara', text: '@northair my suitcase never came', at },
  { type: 'post', by: 'noor', text: '@northair thanks, love the new lounge', at: '2026-11-17T11:51:00Z' },
  { type: 'post', by: 'bex', text: '@lumen the lamp is dark', at: '2026-11-17T11:52:00Z' },
  {
    type: 'dm',
    from: 'paulo',
    to: 'northair',
    text: 'The courier lost my suitcase',
    at: '2026-11-17T11:53:00Z',
  },
]
const column = 'needs-reply:all'
const begin = async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
}

const filter = (text: string, columnId = column) => desk.call('column.filter', { columnId, text })
const shown = async (columnId = column) => {
  const names: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(columnId, after)
    for (const { card } of page.rows) names.push(must(card, 'a card').customer.username)
    after = page.next
  } while (after !== null)
  return names
}
const pageAt = (columnId: string, after: string | null) =>
  desk.call('column.page', { columnId, after, limit: 2 })
const viewOf = async (columnId = column) =>
  must(
    (await desk.call('deck.list', {})).flatMap(({ columns }) => columns).find(({ id }) => id === columnId),
    'the column',
  )

test('words in and out, people, brands and numbers narrow a column; empty shows everything again', async () => {
  await begin()
  const everybody = ['mara', 'noor', 'bex', 'paulo']
  expect(await shown()).toEqual(everybody)
  for (const [text, expected] of [
    ['suitcase', ['mara', 'paulo']],
    ['-suitcase', ['noor', 'bex']],
    ['suitcase -courier', ['mara']],
    ['-from:noor', ['mara', 'bex', 'paulo']],
    ['brand:lumen', ['bex']],
    ['is:dm', ['paulo']],
    ['followers:40k', ['noor']],
    ['is:verified', ['noor']],
    ['followers:1m', []],
    ['due:1m', []],
    ['due:99d', everybody],
  ] as const) {
    await filter(text)
    expect([text, await shown()]).toEqual([text, expected])
  }
  await filter('')
  expect(await shown()).toEqual(everybody)
  expect((await viewOf()).filter).toEqual({ text: '', unknown: [] })
})

test('a filter is of one column, is kept, names what means nothing, and counts nothing', async () => {
  await begin()
  await filter('is:odd suitcase')
  expect((await viewOf()).filter).toEqual({ text: 'is:odd suitcase', unknown: ['is:odd'] })
  expect(await shown()).toEqual(['mara', 'paulo'])
  expect((await pageAt(column, null)).total).toBeNull()
  expect((await viewOf('mentions:all')).filter.text).toBe('')
  expect(await shown('mentions:all')).toEqual(['bex', 'noor', 'mara'])
  await filter('lamp', 'mentions:all')
  expect(await shown('mentions:all')).toEqual(['bex'])
})

test('choosing a whole column chooses what it shows, and nothing that the filter hides', async () => {
  await begin()
  await filter('suitcase')
  const { ticketIds } = await desk.call('column.tickets', { columnId: column })
  expect(ticketIds).toHaveLength(2)
  await desk.call('ticket.solve', { ticketIds })
  await filter('')
  expect(await shown()).toEqual(['noor', 'bex'])
})

test('messages on their way, searches and columns that are none cannot be narrowed', async () => {
  await begin()
  for (const columnId of ['outbox:all', 'saved:019a9c1e-0000-7000-8000-000000000000', 'nothing:all'])
    await expect(filter('x', columnId)).rejects.toMatchObject({ code: 'input.invalid' })
})
