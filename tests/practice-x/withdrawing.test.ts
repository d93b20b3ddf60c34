/** @file What the practice X stops showing without deleting it, and to whom. */
import { afterEach, expect, test } from 'vitest'
import { noon, stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const line = { type: 'post', key: 'a', by: 'mara', text: 'hello', at: new Date(noon - 60_000).toISOString() }
const look = async (who: string, fields = '') => {
  const { keys } = await s.control.state({})
  return s.call(who, 'GET', `/2/tweets?ids=${keys['a']}${fields}`)
}

test('a withheld post is shown with its countries, and by copyright with a flag', async () => {
  s = await stage([line])
  await s.control.withhold({ post: 'a', countries: ['DE', 'FR'] })
  expect((await look('lumen', '&tweet.fields=withheld')).one).toMatchObject({
    withheld: { copyright: false, country_codes: ['DE', 'FR'], scope: 'tweet' },
  })
  expect((await look('lumen')).one).not.toHaveProperty('withheld')
  await s.control.withhold({ post: 'a', countries: ['XY'] })
  expect((await look('lumen', '&tweet.fields=withheld')).one).toMatchObject({
    withheld: { copyright: true, country_codes: [] },
  })
  await s.control.withhold({ post: 'a', countries: [] })
  expect((await look('lumen', '&tweet.fields=withheld')).one).not.toHaveProperty('withheld')
})

test('a protected account is shown to those whom it approved', async () => {
  s = await stage([line])
  await s.control.user({ username: 'mara', protected: true, approves: ['lumen'] })
  expect((await look('lumen')).list).toHaveLength(1)
  const refused = await look('northair')
  expect(refused.list).toHaveLength(0)
  expect(refused.errors).toMatchObject([{ title: 'Authorization Error' }])
})

test('geo data stands on a post until it is removed', async () => {
  s = await stage([line])
  await s.control.geo({ post: 'a', place: 'Boston' })
  expect((await look('lumen', '&tweet.fields=geo')).one).toHaveProperty('geo')
  await s.control.geo({ post: 'a', place: null })
  expect((await look('lumen', '&tweet.fields=geo')).one).not.toHaveProperty('geo')
})
