/** @file Stories of counting: how many posts fit a query, told to apps alone, at one price however many there are. */
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const hour = 3_600_000
const ago = (hours: number): string => new Date(noon - hours * hour).toISOString()
const Counted = z.object({
  data: z.array(z.object({ start: z.string(), end: z.string(), tweet_count: z.number() })),
  meta: z.object({ total_tweet_count: z.number() }),
})
const app = () => ({
  authorization: `Bearer ${s.x.grants.apps.find((one) => one.name === 'Agency')?.bearer}`,
})
const ask = (query: string, more = '') =>
  s.call(app(), 'GET', `/2/tweets/counts/recent?query=${encodeURIComponent(query)}${more}`)

test('counts what fits, by days, for half a cent a request', async () => {
  s = await stage([
    { type: 'post', by: 'mara', text: '@lumen one', at: ago(100) },
    { type: 'post', by: 'mara', text: '@lumen two', at: ago(30) },
    { type: 'post', by: 'lumen', text: 'not @lumen', at: ago(20) },
    { type: 'post', by: 'paulo', text: '@lumen three', at: ago(2) },
    { type: 'post', by: 'paulo', text: '@lumen too long ago', at: ago(24 * 8) },
  ])
  const all = Counted.parse((await ask('@lumen -from:lumen', '&granularity=day')).body)
  expect(all.meta.total_tweet_count).toBe(3)
  expect(all.data).toHaveLength(8)
  expect(all.data.reduce((sum, one) => sum + one.tweet_count, 0)).toBe(3)
  expect(all.data[0]).toMatchObject({ start: ago(24 * 7) })
  const before = Counted.parse((await ask('@lumen -from:lumen', `&end_time=${ago(24)}`)).body)
  expect(before.meta.total_tweet_count).toBe(2)
  expect((await s.control.meter()).apps['Agency']?.dollars).toBe(0.01)
})

test('handles may not ask, nor anybody for what X does not count', async () => {
  s = await stage()
  expect((await s.call('lumen', 'GET', '/2/tweets/counts/recent?query=x')).status).toBe(403)
  expect((await ask('')).status).toBe(400)
  expect((await ask('(x')).status).toBe(400)
  expect((await ask('x', '&granularity=week')).status).toBe(400)
  expect((await ask('x', `&start_time=${ago(24 * 8)}`)).status).toBe(400)
  expect((await ask('x', `&end_time=${ago(-1)}`)).status).toBe(400)
  await s.control.credits({ app: 'Agency', dollars: 0 })
  expect((await ask('x')).status).toBe(402)
})
