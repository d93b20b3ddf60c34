/** @file What a customer and a brand said in other tickets: counted, read page by page, and never another client's. */
import { afterEach, expect, test } from 'vitest'
import { clientSafe } from '../../src/renderer/state/client-safe.ts'
import type { EarlierPage, EarlierPlace } from '../../src/shared/domain/conversation.ts'
import type { Card, TicketDetail } from '../../src/shared/domain/ticket.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = (hour: number, minute: number): string =>
  new Date(Date.UTC(2026, 10, 17, hour, minute)).toISOString()

const words = 60
const bag = [
  { type: 'post', key: 'bag', by: 'bex', text: '@northair my bag is lost', at: at(9, 0) },
  ...Array.from({ length: words }, (_, n) => ({
    type: 'post',
    key: `word-${n}`,
    by: 'bex',
    replyTo: n === 0 ? 'bag' : `word-${n - 1}`,
    text: `@northair still no bag ${n}`,
    at: at(9, 1 + Math.floor(n / 2)),
  })),
]
const seat = { type: 'post', key: 'seat', by: 'bex', text: '@northair may I change my seat?', at: at(11, 50) }
const fibre = [
  { type: 'post', key: 'fibre', by: 'bex', text: '@lumen the fibre is slow', at: at(9, 30) },
  { type: 'post', key: 'router', by: 'bex', text: '@lumen the router blinks red', at: at(11, 40) },
  { type: 'dm', from: 'bex', to: 'lumen', text: 'My line number is 77', at: at(11, 55) },
]

const ticketWith = async (text: string): Promise<Card> =>
  must(
    [...(await desk.column('mentions')), ...(await desk.column('dms'))].find(({ card }) =>
      card.runs.some((run) => run.text.includes(text)),
    ),
    `a ticket with “${text}”`,
  ).card
const open = (ticketId: string): Promise<TicketDetail> => desk.call('ticket.get', { ticketId })

async function pages(ticketId: string, limit = 50): Promise<EarlierPage[]> {
  const found: EarlierPage[] = []
  let after: EarlierPlace | null = null
  do {
    const page: EarlierPage = await desk.call('ticket.earlier', { ticketId, after, limit })
    found.push(page)
    after = page.next
  } while (after !== null)
  return found
}

/** Everything, as it is read: from the newest ticket back, in each the newest first. */
const read = async (ticketId: string, limit?: number) =>
  (await pages(ticketId, limit)).flatMap(({ tickets }) =>
    tickets.toReversed().flatMap(({ number, items }) => items.toReversed().map((item) => ({ number, item }))),
  )
const saidIn = async (ticketId: string, limit?: number): Promise<string[]> =>
  (await read(ticketId, limit)).map(({ item }) =>
    item.kind === 'note'
      ? item.text
      : item.kind === 'gone'
        ? item.kind
        : item.runs.map(({ text }) => text).join(''),
  )

test('other tickets of the customer with the brand, page by page and newest first, notes with them; where an answer goes stays as it was', async () => {
  desk = await flow({ handles: ['northair'], lines: [...bag, seat] })
  const [lost, now] = [await ticketWith('still no bag'), await ticketWith('my seat')]
  await desk.call('ticket.note', { ticketId: lost.ticketId, text: 'Boston has it' })
  const before = await open(now.ticketId)
  expect(before.earlier).toEqual({
    tickets: 1,
    messages: words + 1,
    newestAt: Date.parse(at(9, 30)),
    someLater: false,
  })

  const found = await pages(now.ticketId)
  expect(found.map(({ tickets }) => tickets.flatMap(({ items }) => items).length)).toEqual([
    50,
    words + 2 - 50,
  ])
  expect(found.flatMap(({ tickets }) => tickets.map(({ number }) => number))).toEqual([
    lost.number,
    lost.number,
  ])
  const all = await saidIn(now.ticketId)
  expect(all[0]).toBe('Boston has it')
  expect(all[1]).toBe(`@northair still no bag ${words - 1}`)
  expect(all.at(-1)).toBe('@northair my bag is lost')
  expect(new Set(all).size).toBe(words + 2)
  // However long a page is, it is the same conversation.
  for (const limit of [1, 7, 1_000]) expect(await saidIn(now.ticketId, limit)).toEqual(all)

  const after = await open(now.ticketId)
  expect(after.routes).toEqual(before.routes)
  expect(after.timeline).toEqual(before.timeline)
  // From the earlier one, the other began later.
  expect((await open(lost.ticketId)).earlier).toMatchObject({ tickets: 1, messages: 1, someLater: true })
  expect(await saidIn(lost.ticketId)).toEqual(['@northair may I change my seat?'])
})

test('another client’s conversation with the same customer is in none of it, and hidden where one brand alone is shown', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [...bag.slice(0, 3), seat, ...fibre] })
  const [air, lumen] = [await ticketWith('my seat'), await ticketWith('line number')]
  await desk.call('ticket.note', { ticketId: lumen.ticketId, text: 'fibre cut in the street' })
  const ofAir = [await open(air.ticketId), ...(await pages(air.ticketId))]
  expect(JSON.stringify(ofAir)).not.toMatch(/fibre|router|line number|lumen/i)
  expect(await saidIn(air.ticketId)).toHaveLength(3)
  const ofLumen = [await open(lumen.ticketId), ...(await pages(lumen.ticketId))]
  expect(await saidIn(lumen.ticketId)).toContain('@lumen the fibre is slow')
  expect(JSON.stringify(ofLumen)).not.toMatch(/bag|seat|northair/i)

  const safe = clientSafe()
  safe.show(air.brandId, await desk.call('brand.list', {}))
  for (const page of await pages(air.ticketId)) expect(safe.receive('ticket.earlier', page)).toEqual(page)
  for (const page of await pages(lumen.ticketId))
    expect(() => safe.receive('ticket.earlier', page)).toThrow(
      expect.objectContaining({ code: 'brand.hidden' }),
    )
})

test('the customer card is one brand’s: its tickets and how they ended, notes on all of them, what they asked for', async () => {
  desk = await flow({ handles: ['northair', 'lumen'], lines: [...bag.slice(0, 2), seat, ...fibre] })
  const [lost, now, lumen] = [
    await ticketWith('still no bag'),
    await ticketWith('my seat'),
    await ticketWith('line number'),
  ]
  await desk.call('ticket.note', { ticketId: lost.ticketId, text: 'Boston has it' })
  await desk.call('ticket.note', { ticketId: lumen.ticketId, text: 'fibre cut in the street' })
  await desk.call('ticket.no-reply-needed', { ticketIds: [lost.ticketId] })
  await desk.call('person.leave-alone', { ticketId: now.ticketId })
  const before = await desk.metered()
  const card = await desk.call('customer.get', { ticketId: now.ticketId })
  expect(card).toMatchObject({
    brandId: now.brandId,
    customer: { username: 'bex' },
    ticketCount: 2,
    tickets: [
      { ticketId: now.ticketId, solvedAt: null, title: expect.stringContaining('my seat') as string },
      { ticketId: lost.ticketId, status: 'solved', solvedHow: 'no-reply-needed' },
    ],
    notes: [{ ticketId: lost.ticketId, text: 'Boston has it' }],
    scores: [],
    leaveAloneAt: desk.clock.now(),
    noSurveyAt: null,
  })
  expect(JSON.stringify(card)).not.toMatch(/fibre|router/)
  const other = await desk.call('customer.get', { ticketId: lumen.ticketId })
  expect(other).toMatchObject({ leaveAloneAt: null, notes: [{ text: 'fibre cut in the street' }] })
  expect(JSON.stringify(other)).not.toMatch(/bag|seat|Boston/)
  expect(await desk.metered()).toBe(before)
})

test('what was deleted on X since is a line without words, and is counted no more', async () => {
  desk = await flow({ handles: ['northair'], lines: [...bag.slice(0, 4), seat], stream: true })
  const { ticketId } = await ticketWith('my seat')
  expect((await open(ticketId)).earlier).toMatchObject({ messages: 4 })
  await desk.control.delete({ post: 'word-1' })
  await desk.clock.advance(1_000)
  expect((await open(ticketId)).earlier).toMatchObject({ messages: 3 })
  const found = await read(ticketId)
  expect(found.map(({ item }) => item.kind)).toEqual(['post', 'gone', 'post', 'post'])
  expect(JSON.stringify(found)).not.toContain('still no bag 1')
})

test('a ticket that was merged is counted once, and what stands in the ticket’s own timeline not at all', async () => {
  const gate = { type: 'post', key: 'gate', by: 'bex', text: '@northair which gate?', at: at(11, 0) }
  const dm = { type: 'dm', from: 'bex', to: 'northair', text: 'My booking is KX3', at: at(11, 56) }
  desk = await flow({ handles: ['northair'], lines: [...bag.slice(0, 2), gate, seat, dm] })
  const [lost, gates, now] = [
    await ticketWith('still no bag'),
    await ticketWith('which gate'),
    must(
      (await desk.column('dms')).find(({ card }) => card.channel === 'dm'),
      'the ticket that took the direct message',
    ).card,
  ]
  // The direct message stands in its own ticket's timeline, and in that of every other one already.
  for (const { ticketId } of [lost, gates]) {
    expect(JSON.stringify((await open(ticketId)).timeline)).toContain('KX3')
    expect(await saidIn(ticketId)).not.toContain('My booking is KX3')
  }
  expect((await open(now.ticketId)).earlier).toMatchObject({ tickets: 2, messages: 3 })
  await desk.call('ticket.merge', { ticketIds: [lost.ticketId], into: gates.ticketId })
  expect((await open(now.ticketId)).earlier).toMatchObject({ tickets: 1, messages: 3 })
  expect(await saidIn(now.ticketId)).toHaveLength(3)
  await desk.call('ticket.merge', { ticketIds: [gates.ticketId], into: now.ticketId })
  expect((await open(now.ticketId)).earlier).toBeNull()
  expect(await pages(now.ticketId)).toMatchObject([{ tickets: [], next: null }])
})
