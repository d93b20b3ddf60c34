/** @file Lists that leave out, show late and walk in circles, as X's are known to do; and lists of accounts. */
import { afterEach, expect, test } from 'vitest'
import { stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const mentions = (query = '') => s.call('northair', 'GET', `/2/users/${s.id('northair')}/mentions${query}`)
const search = (query: string) =>
  s.call('northair', 'GET', `/2/tweets/search/recent?query=${encodeURIComponent(query)}`)
const ids = (reply: Awaited<ReturnType<typeof mentions>>): string[] => reply.list.map(({ id }) => id)

test('a post that is left out of since_id answers is there without since_id, and in a search', async () => {
  s = await stage()
  const { id: first } = await s.control.post({ by: 'mara', text: '@northair first', ago: 60_000 })
  const { id: lost } = await s.control.post({ by: 'mara', text: '@northair lost', ago: 30_000 })
  const { id: last } = await s.control.post({ by: 'mara', text: '@northair last', ago: 10_000 })
  await s.control['leave-out']({ list: 'mentions', item: lost, bySinceId: true })
  expect(ids(await mentions(`?since_id=${first}`))).toEqual([last])
  expect(ids(await mentions())).toEqual([last, lost, first])
  expect(ids(await search('@northair'))).toEqual([last, lost, first])
  await s.control['flaws.clear']({})
  expect(ids(await mentions(`?since_id=${first}`))).toEqual([last, lost])
})

test('a post that is late shows up when its time has come', async () => {
  s = await stage()
  const { id } = await s.control.post({ by: 'mara', text: '@northair hello' })
  await s.control['leave-out']({ list: 'mentions', item: id, ms: 90_000 })
  expect(ids(await mentions())).toEqual([])
  await s.clock.advance(90_000)
  expect(ids(await mentions())).toEqual([id])
})

test('a token that repeats gives the same page for ever; an empty page has a token all the same', async () => {
  s = await stage()
  for (const n of [1, 2, 3, 4, 5, 6])
    await s.control.post({ by: 'mara', text: `@northair ${n}`, ago: n * 1_000 })
  await s.control['mis-page']({ list: 'mentions', flaw: 'repeat-token' })
  const first = await mentions('?max_results=5')
  const again = await mentions(`?max_results=5&pagination_token=${first.meta.next_token}`)
  expect(ids(again)).toEqual(ids(first))
  expect(again.meta.next_token).toBe(first.meta.next_token)
  await s.control['mis-page']({ list: 'mentions', flaw: 'empty-page', times: 1 })
  const empty = await mentions('?max_results=5')
  expect([empty.list, empty.meta.result_count]).toEqual([[], 0])
  expect(empty.meta.next_token).toBeDefined()
  expect(ids(await mentions())).toHaveLength(6)
})

test('direct messages are left out and repeated in the same ways', async () => {
  s = await stage()
  const { id: lost } = await s.control.dm({ from: 'mara', to: 'northair', text: 'one', ago: 5_000 })
  const { id } = await s.control.dm({ from: 'mara', to: 'northair', text: 'two' })
  await s.control['leave-out']({ list: 'dm', item: lost })
  expect(ids(await s.call('northair', 'GET', '/2/dm_events'))).toEqual([id])
  await s.control['mis-page']({ list: 'dm', flaw: 'repeat-token', times: 1 })
  expect((await s.call('northair', 'GET', '/2/dm_events')).meta.next_token).toBeDefined()
})

test('a list shows what its members write, and takes no since_id', async () => {
  s = await stage()
  const list = await s.control.list({ name: 'Customers', members: ['mara', 'paulo'] })
  const { id: mara } = await s.control.post({ by: 'mara', text: 'good morning', ago: 2_000 })
  const { id: paulo } = await s.control.post({ by: 'paulo', text: 'bom dia', ago: 1_000 })
  await s.control.post({ by: 'bex', text: 'hello' })
  const read = (query: string) => s.call('northair', 'GET', `/2/lists/${list.id}/tweets${query}`)
  const first = await read('?max_results=1')
  expect(ids(first)).toEqual([paulo])
  expect(ids(await read(`?max_results=1&pagination_token=${first.meta.next_token}`))).toEqual([mara])
  expect((await read(`?since_id=${mara}`)).status).toBe(400)
  expect((await s.call('northair', 'GET', '/2/lists/999/tweets')).errors).toHaveLength(1)
})
