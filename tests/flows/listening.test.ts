/** @file Stories of listening: saved searches and lists, what they show, what they cost, and what goes wrong with them. */
import { afterEach, expect, test } from 'vitest'
import { plainLook, type ColumnPage } from '../../src/shared/domain/deck.ts'
import type { ListeningView } from '../../src/shared/domain/listening.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

const minute = 60_000
const ago = (minutes: number): string => new Date(noon - minutes * minute).toISOString()
const dollars = async (): Promise<number> => must((await f.control.meter()).apps['Agency'], 'a meter').dollars
const rows = async (one: ListeningView): Promise<string[]> =>
  (await f.call('column.page', { columnId: `${one.kind}:${one.id}`, after: null, limit: 50 })).rows.flatMap(
    (row) => (row.kind === 'post' ? [row.post.runs.map((run) => run.text).join('')] : []),
  )
const listen = async (name: string, query: string): Promise<ListeningView> => {
  const { brand } = await f.handle('northair')
  const listenTo = { kind: 'search' as const, brandId: brand.id, query }
  const kept = await f.call('listening.save', { name, listenTo })
  await f.idle()
  return kept
}

test('a saved search shows what fits in a column of its brand; nobody’s request opens no ticket', async () => {
  f = await flow({
    handles: ['northair'],
    lines: [
      { type: 'post', by: 'mara', text: 'strike at the airport again', at: ago(50) },
      { type: 'post', by: 'paulo', text: 'nothing to see', at: ago(40) },
    ],
  })
  const kept = await listen('Strikes', 'strike')
  expect(await rows(kept)).toEqual(['strike at the airport again'])
  f.events.length = 0
  await f.control.post({ by: 'bex', text: 'a strike? today?' })
  await f.control.post({ by: 'bex', text: '@northair is there a strike' })
  await f.clock.advance(minute)
  expect(await rows(kept)).toEqual([
    '@northair is there a strike',
    'a strike? today?',
    'strike at the airport again',
  ])
  const { brand, handle } = await f.handle('northair')
  expect(f.events.some((event) => event.brandIds.includes(brand.id))).toBe(true)
  expect(await f.column('mentions')).toHaveLength(1)
  const decks = await f.call('deck.list', {})
  expect(decks.find((deck) => deck.brandId === brand.id)?.columns.at(-1)).toEqual({
    id: `search:${kept.id}`,
    kind: 'search',
    brandId: brand.id,
    title: 'Strikes',
    filter: { text: '', unknown: [] },
    order: 'own',
    look: plainLook,
  })
  expect(handle.sources.find((source) => source.subject === kept.id)).toMatchObject({
    source: 'search',
    title: 'Strikes',
    proof: 'search',
    state: 'ok',
  })
})

test('a column of posts is read page by page, and each post says its ticket', async () => {
  f = await flow({
    handles: ['northair'],
    lines: Array.from({ length: 9 }, (_, n) => ({
      type: 'post',
      by: 'mara',
      text: n === 4 ? '@northair word 4' : `word ${n}`,
      at: ago(90 - n),
    })),
  })
  const kept = await listen('Word', 'word')
  const read: { text: string; ticketId: string | null }[] = []
  let after: string | null = null
  do {
    const page: ColumnPage = await f.call('column.page', { columnId: `search:${kept.id}`, after, limit: 4 })
    expect(page.total).toBe(9)
    for (const row of page.rows)
      if (row.kind === 'post')
        read.push({ text: row.post.runs.map((run) => run.text).join(''), ticketId: row.post.ticketId })
    after = page.next
  } while (after !== null)
  expect(read).toHaveLength(9)
  expect(new Set(read.map(({ text }) => text)).size).toBe(9)
  for (const { text, ticketId } of read) expect(ticketId !== null).toBe(text.startsWith('@northair'))
})

test('a list shows what its members write, and asks for no more than is new', async () => {
  f = await flow({
    handles: ['northair'],
    lines: Array.from({ length: 20 }, (_, n) => ({
      type: 'post',
      by: 'mara',
      text: `old ${n}`,
      at: ago(90 - n),
    })),
  })
  const { brand } = await f.handle('northair')
  const { id } = await f.control.list({ name: 'Press', members: ['mara', 'paulo'] })
  const listenTo = { kind: 'list' as const, brandId: brand.id, query: id }
  const kept = await f.call('listening.save', { name: 'Press', listenTo })
  await f.idle()
  expect(await rows(kept)).toHaveLength(20)
  const before = await dollars()
  await f.control.post({ by: 'paulo', text: 'breaking: a new route' })
  await f.clock.advance(minute)
  expect((await rows(kept))[0]).toBe('breaking: a new route')
  // One post and one person.
  expect((await dollars()) - before).toBeLessThanOrEqual(0.015 + 1e-9)
})

test('a preview says what a day would bring and cost, and what looking cost', async () => {
  f = await flow({
    handles: ['northair'],
    lines: [
      ...Array.from({ length: 7 }, (_, n) => ({
        type: 'post',
        by: 'mara',
        text: `rare ${n}`,
        at: ago(60 * 20 * n + 5),
      })),
      ...Array.from({ length: 30 }, (_, n) => ({
        type: 'post',
        by: 'bex',
        text: `often ${n}`,
        at: ago(n + 1),
      })),
    ],
  })
  const { brand } = await f.handle('northair')
  const look = (query: string) => f.call('listening.preview', { kind: 'search', brandId: brand.id, query })
  expect(await look('rare')).toEqual({
    postsPerDay: 1,
    microsPerDay: 5_000,
    isExact: true,
    paidMicros: 35_000,
  })
  const often = await look('often')
  expect(often).toMatchObject({ isExact: false, paidMicros: 50_000 })
  expect(often.postsPerDay).toBe(1_440)
  await expect(look('(broken')).rejects.toMatchObject({ code: 'x.refused' })
})

test('another query begins anew, and what is removed is read no more', async () => {
  f = await flow({
    handles: ['northair'],
    lines: [
      { type: 'post', by: 'mara', text: 'apples', at: ago(50) },
      { type: 'post', by: 'mara', text: 'pears', at: ago(40) },
    ],
  })
  const kept = await listen('Fruit', 'apples')
  const listenTo = { kind: 'search' as const, brandId: kept.brandId, query: 'pears' }
  await f.call('listening.save', { id: kept.id, name: 'Fruit', listenTo })
  await f.idle()
  expect(await rows(kept)).toEqual(['pears', 'apples'])
  await f.call('listening.remove', { id: kept.id })
  await f.control.requests({ clear: true })
  await f.clock.advance(2 * minute)
  const asked = (await f.control.requests()).requests.map(({ path }) => path)
  expect(asked.filter((path) => path.includes('search/recent'))).toEqual([])
  expect(await f.call('listening.list', { brandId: null })).toEqual([])
  expect(await rows(kept)).toEqual([])
})

test('a query that X does not take fails alone, in X’s words, and is tried less and less', async () => {
  f = await flow({ handles: ['northair'] })
  const kept = await listen('Broken', '(broken')
  const status = async () =>
    (await f.handle('northair')).handle.sources.find((one) => one.subject === kept.id)
  expect(await status()).toMatchObject({ state: 'failed', failure: { code: 'x.refused' } })
  await f.control.post({ by: 'mara', text: '@northair hello' })
  await f.clock.advance(5_000)
  expect(await f.column('mentions')).toHaveLength(1)
})

test('what is on no screen is read less often', async () => {
  f = await flow({ handles: ['northair'] })
  const mentions = async (): Promise<number> => {
    await f.control.requests({ clear: true })
    await f.clock.advance(minute)
    return (await f.control.requests()).requests.filter(({ route }) => route.endsWith('/mentions')).length
  }
  expect(await mentions()).toBe(12)
  await f.call('session.focus', { visible: false, brandId: null, ticketId: null })
  expect(await mentions()).toBeLessThanOrEqual(6)
  const { brand } = await f.handle('northair')
  await f.call('session.focus', { visible: true, brandId: brand.id, ticketId: null })
  expect(await mentions()).toBe(12)
})

test('a post that is nobody’s request is answered on X’s own site; one that is not here leads nowhere', async () => {
  f = await flow({
    handles: ['northair'],
    lines: [{ type: 'post', by: 'mara', text: 'strike at the airport', at: ago(50) }],
  })
  const kept = await listen('Strikes', 'strike')
  const page = await f.call('column.page', { columnId: `search:${kept.id}`, after: null, limit: 1 })
  const postId = must(page.rows[0], 'the post').id
  await f.call('link.open', { kind: 'reply-intent', postId })
  expect(f.opened.at(-1)).toMatch(new RegExp(`/intent/tweet\\?in_reply_to=${postId}$`))
  await expect(f.call('link.open', { kind: 'reply-intent', postId: '1' })).rejects.toMatchObject({
    code: 'reply.no-route',
  })
})

test('a sign-in from before lists says that it lacks the right to read them', async () => {
  f = await flow({ handles: ['northair'] })
  const { brand, handle } = await f.handle('northair')
  const family = must(
    f.s.x.world.data.families.find((one) => one.userId === handle.xUserId),
    'a sign-in',
  )
  family.scopes = family.scopes.filter((scope) => scope !== 'list.read')
  const { id } = await f.control.list({ name: 'Press', members: ['mara'] })
  const listenTo = { kind: 'list' as const, brandId: brand.id, query: id }
  const lacks = { code: 'x.refused', data: { reason: 'missing-permission' } }
  await expect(f.call('listening.preview', listenTo)).rejects.toMatchObject(lacks)
  const kept = await f.call('listening.save', { name: 'Press', listenTo })
  await f.idle()
  const status = (await f.handle('northair')).handle.sources.find((one) => one.subject === kept.id)
  expect(status).toMatchObject({ state: 'failed', failure: lacks })
})

test('a post that is nobody’s request becomes a ticket by hand, once, and is worked on like any other', async () => {
  f = await flow({
    handles: ['northair'],
    lines: [{ type: 'post', key: 'strike', by: 'mara', text: 'strike at the airport again', at: ago(50) }],
  })
  const kept = await listen('Strikes', 'strike')
  const page = () => f.call('column.page', { columnId: `search:${kept.id}`, after: null, limit: 50 })
  const [row] = (await page()).rows
  const post = must(row?.kind === 'post' ? row.post : null, 'the post')
  expect(post.ticketId).toBeNull()
  const { brand } = await f.handle('northair')
  const open = { postId: post.postId, brandId: brand.id }
  const { ticketId } = await f.call('ticket.open', open)
  expect(await f.call('ticket.open', open)).toEqual({ ticketId })
  expect(await f.column('needs-reply')).toMatchObject([{ id: ticketId }])
  const { card, routes } = await f.call('ticket.get', { ticketId })
  expect(card.customer.username).toBe('mara')
  // X still lets us answer on its own site alone.
  expect(routes.public.open).toBe('no')
  await f.call('ticket.solve', { ticketIds: [ticketId] })
  expect(await f.column('needs-reply')).toEqual([])

  await f.control.post({ by: 'northair', text: 'no strike with us today' })
  await f.clock.advance(3 * minute)
  const ours = (await page()).rows.find(
    (one) => one.kind === 'post' && one.post.author.username === 'northair',
  )
  const own = must(ours?.kind === 'post' ? ours.post : null, 'our post')
  await expect(f.call('ticket.open', { ...open, postId: own.postId })).rejects.toMatchObject({
    code: 'post.ours',
  })
  await expect(f.call('ticket.open', { ...open, postId: '1' })).rejects.toMatchObject({
    code: 'post.missing',
  })
})
