/** @file The world that the practice workspace opens with: 19 tickets wait, one is due in 4 minutes, none is late. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorldPost } from '../../src/practice/world-data.ts'
import { fakeClock } from '../fake-clock.ts'
import { stage, type Stage } from './stage.ts'

let s: Stage
const clock = fakeClock(Date.UTC(2026, 5, 1))

beforeAll(async () => {
  s = await stage(readFileSync('resources/scenarios/practice.jsonl', 'utf8'), { clock })
})
afterAll(() => s.close())

type Item = { at: number; fromBrand: boolean }

/** The console's rule, written anew: one ticket per customer, brand and conversation. */
function waiting(): { brand: string; customer: string; oldestAt: number; dm: boolean }[] {
  const { world } = s.x
  const role = (id: string) => world.users.get(id)?.role
  const brands = [...world.users.values()].filter((user) => user.role === 'brand')
  const tickets = new Map<string, Item[]>()
  const add = (brand: string, customer: string, conversation: string, item: Item) => {
    const key = `${brand}|${customer}|${conversation}`
    tickets.set(key, [...(tickets.get(key) ?? []), item])
  }
  const addresses = (post: WorldPost, brandId: string) =>
    post.typed.includes(brandId) ||
    [post.replyTo, post.quoteOf].some((id) => id !== null && world.posts.get(id)?.authorId === brandId)
  for (const post of world.posts.values()) {
    if (post.repostOf !== null || post.history.at(-1) !== post.id) continue
    for (const brand of brands) {
      if (post.authorId === brand.id && post.replyTo !== null) {
        const to = world.posts.get(post.replyTo)?.authorId ?? ''
        add(brand.username, to, post.conversationId, { at: post.createdAt, fromBrand: true })
      } else if (role(post.authorId) === 'customer' && addresses(post, brand.id))
        add(brand.username, post.authorId, post.conversationId, { at: post.createdAt, fromBrand: false })
    }
  }
  for (const dm of world.dms.values()) {
    const fromBrand = role(dm.senderId) === 'brand'
    const [brandId, customer] = fromBrand ? [dm.senderId, dm.recipientId] : [dm.recipientId, dm.senderId]
    add(world.users.get(brandId)?.username ?? '', customer, 'dm', { at: dm.createdAt, fromBrand })
  }
  return [...tickets].flatMap(([key, items]) => {
    const [brand = '', customer = '', conversation] = key.split('|')
    const ordered = [...items].sort((a, b) => a.at - b.at)
    const lastAnswer = ordered.findLastIndex((item) => item.fromBrand)
    const open = ordered.slice(lastAnswer + 1)
    if (open.length === 0) return []
    return [
      {
        brand,
        customer: world.users.get(customer)?.username ?? '',
        oldestAt: open[0]!.at,
        dm: conversation === 'dm',
      },
    ]
  })
}

test('19 tickets wait at 10:07, spread over the brands', () => {
  const now = new Date(s.x.world.now())
  expect([now.getDay(), now.getHours(), now.getMinutes()]).toEqual([2, 10, 7])
  const tickets = waiting()
  expect(tickets).toHaveLength(19)
  const perBrand = Object.groupBy(tickets, (ticket) => ticket.brand)
  expect(Object.fromEntries(Object.entries(perBrand).map(([brand, list]) => [brand, list?.length]))).toEqual({
    northwindair: 7,
    lumenhelp: 6,
    kettleandco: 4,
    metrolines: 2,
  })
  expect(tickets.filter((ticket) => ticket.dm)).toHaveLength(5)
})

test('one is due in 4 minutes and it is Mara’s; the others within 8 to 55', () => {
  const minutesLeft = (ticket: { oldestAt: number }) => 60 - (s.x.world.now() - ticket.oldestAt) / 60_000
  const [first, ...others] = waiting().sort((a, b) => a.oldestAt - b.oldestAt)
  expect(first && { ...first, left: minutesLeft(first) }).toMatchObject({
    customer: 'maraholt',
    dm: false,
    left: 4,
  })
  for (const ticket of others) {
    expect(minutesLeft(ticket)).toBeGreaterThanOrEqual(8)
    expect(minutesLeft(ticket)).toBeLessThanOrEqual(55)
  }
})

test('every waiting public ticket but one can be answered under the strict reply rule', () => {
  const { world } = s.x
  const open = waiting().filter((ticket) => !ticket.dm)
  const onlyInherited = open.filter(({ brand, customer, oldestAt }) => {
    const brandId = s.id(brand)
    const post = world.postsBy(s.id(customer)).find((p) => p.createdAt === oldestAt)
    return !post?.typed.includes(brandId)
  })
  expect(onlyInherited.map((ticket) => ticket.customer)).toEqual(['tomwalks'])
})

test('mentions over HTTP show a long post, an edited one, escaped text and a talk with inherited handles', async () => {
  const read = async (brand: string) => {
    const fields = 'tweet.fields=author_id,created_at,note_tweet,entities,referenced_tweets,lang'
    return (await s.call(brand, 'GET', `/2/users/${s.id(brand)}/mentions?max_results=100&${fields}`)).list
  }
  const metro = await read('metrolines')
  const long = metro.find((post) => post['note_tweet'])
  expect(long?.text).toMatch(/…$/)
  expect(JSON.stringify(long?.['note_tweet']).length).toBeGreaterThan(500)
  const edited = metro.filter((post) => post['author_id'] === s.id('lucasmota'))
  expect(edited).toHaveLength(1)
  expect(edited[0]?.['edit_history_tweet_ids']).toHaveLength(2)
  const lumen = await read('lumenhelp')
  expect(lumen.find((post) => post['author_id'] === s.id('bexhale'))?.text).toContain('&lt;unknown item&gt;')
  const north = await read('northwindair')
  expect(north.find((post) => post['author_id'] === s.id('brightside_b'))?.text).toMatch(
    /^@maraholt @northwindair they found/,
  )
})

test('at minute three an outage begins at Lumen', async () => {
  const before = s.x.world.postsNaming(s.id('lumenhelp')).length
  await clock.advance(179_000)
  expect(s.x.world.postsNaming(s.id('lumenhelp'))).toHaveLength(before)
  await clock.advance(7 * 60_000)
  const after = s.x.world.postsNaming(s.id('lumenhelp'))
  expect(after.length - before).toBeGreaterThanOrEqual(10)
})
