/** @file A column in another order: by when it is due, by age, by reach; page by page, with a filter, and in a copy. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const lines = [
  { type: 'user', username: 'ines_r', name: 'Inês Rocha', followers: 90_000 },
  { type: 'user', username: 'noor', name: 'Noor Abdi', followers: 12 },
  { type: 'user', username: 'kenji', name: 'Kenji', followers: 4_000 },
  { type: 'post', by: 'noor', text: '@northair the first bag', at: '2026-11-17T11:40:00Z' },
  { type: 'post', by: 'ines_r', text: '@northair the second bag', at: '2026-11-17T11:45:00Z' },
  { type: 'post', by: 'kenji', text: '@northair the third case', at: '2026-11-17T11:50:00Z' },
]
const page = (columnId: string, after: string | null = null, limit = 50) =>
  desk.call('column.page', { columnId, after, limit })
/** All of it, each stretch between two places, though the rows are other ones than when those were given. */
async function inStretches(
  columnId: string,
  places: readonly (string | null)[],
): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = []
  for (const [n, after] of places.entries()) {
    const until = places[n + 1] ?? null
    const { rows, next } = await desk.call('column.page', { columnId, after, until, limit: 50 })
    expect(next).toBeNull()
    found.push(...rows.map(({ card }) => card?.customer.username))
  }
  return found
}
const who = async (columnId: string) => (await page(columnId)).rows.map(({ card }) => card?.customer.username)

test('each order is a total one, goes on over pages, and is the column’s alone', async () => {
  desk = await flow({ handles: ['northair'], lines })
  const columnId = 'mentions:all'
  const order = (to: 'own' | 'due' | 'newest' | 'oldest' | 'reach') =>
    desk.call('column.order', { columnId, order: to })
  const age = ['noor', 'ines_r', 'kenji']
  expect(await who(columnId)).toEqual(age.toReversed())
  await order('oldest')
  expect(await who(columnId)).toEqual(age)
  expect((await desk.call('column.tickets', { columnId })).ticketIds).toEqual(
    (await page(columnId)).rows.map(({ id }) => id),
  )
  await order('reach')
  expect(await who(columnId)).toEqual(['ines_r', 'kenji', 'noor'])
  const first = await page(columnId, null, 1)
  const second = await page(columnId, first.next, 1)
  expect([first, second].flatMap(({ rows }) => rows.map(({ card }) => card?.customer.username))).toEqual([
    'ines_r',
    'kenji',
  ])
  await desk.call('column.filter', { columnId, text: 'bag' })
  expect(await who(columnId)).toEqual(['ines_r', 'noor'])
  await desk.call('column.filter', { columnId, text: '' })

  const { deckId } = await desk.call('deck.create', { name: 'Copy', like: 'all' })
  const copied = (await desk.call('deck.list', {})).find(({ id }) => id === deckId)?.columns[1]
  expect(copied).toMatchObject({ kind: 'mentions', order: 'reach' })
  await order('due')
  expect(await who(columnId)).toEqual(age)
  expect(await who(copied?.id ?? '')).toEqual(['ines_r', 'kenji', 'noor'])
  await order('own')
  expect(await who(columnId)).toEqual(age.toReversed())
  await expect(desk.call('column.order', { columnId: 'outbox:all', order: 'reach' })).rejects.toMatchObject({
    code: 'input.invalid',
  })
})

test('stretches between two places are the column, whatever came between, in every order and with a filter', async () => {
  desk = await flow({ handles: ['northair'], lines })
  const columnId = 'mentions:all'
  for (const order of ['own', 'due', 'newest', 'oldest', 'reach'] as const) {
    await desk.call('column.order', { columnId, order })
    for (const text of ['', 'bag']) {
      await desk.call('column.filter', { columnId, text })
      const first = await page(columnId, null, 1)
      const second = await page(columnId, first.next, 1)
      const places = [null, ...[first.next, second.next].filter((place) => place !== null)]
      expect(await inStretches(columnId, places)).toEqual(await who(columnId))
    }
  }
  await desk.call('column.order', { columnId, order: 'own' })
  await desk.call('column.filter', { columnId, text: '' })
  const { next } = await page(columnId, null, 2)
  await desk.control.post({ by: 'noor', text: '@northair and now the fourth bag' })
  await desk.readNow('northair', 'mentions')
  expect(await inStretches(columnId, [null, next])).toEqual(await who(columnId))
  expect((await who(columnId))[0]).toBe('noor')
})
