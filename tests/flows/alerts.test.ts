/** @file What somebody has to know: suddenly many, late, loud; told here, told elsewhere, and after nobody was there. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { Duty, webhookReasons, type WebhookView } from '../../src/shared/domain/webhook.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

const minute = 60_000
const hour = 60 * minute

let desk: Flow
let other: {
  server: Server
  got: { path: string | undefined; body: string }[]
  /** Null: it takes what it is told, and never answers. */
  status: number | null
  url: string
}
beforeEach(async () => {
  const got: (typeof other)['got'] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      got.push({ path: request.url, body })
      if (other.status === null) return
      response.writeHead(other.status, { location: 'http://127.0.0.1:1/elsewhere' }).end('ignored')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = z.object({ port: z.number() }).parse(server.address() satisfies AddressInfo | string | null)
  other = { server, got, status: 200, url: `http://127.0.0.1:${address.port}/ring/s3cret` }
})
afterEach(async () => {
  await desk.end()
  other.server.closeAllConnections()
  await new Promise((resolve) => other.server.close(resolve))
})

/** An instant that has been, or how long from now. */
const whenOf = (when: string) => (when.endsWith('Z') ? { at: when } : { after: when })

const crowd = (count: number, text: string, when: string, who = 'guest') =>
  Array.from({ length: count }, (_, n) => [
    { type: 'user', username: `${who}${n}`, name: `Ada Guest${n}` },
    { type: 'post', key: `${who}${n}`, by: `${who}${n}`, ...whenOf(when), text: `${text} ${n}` },
  ]).flat()

async function way(brandId: string, duty: Duty = { kind: 'always' }, path = ''): Promise<WebhookView> {
  return desk.call('webhook.save', {
    id: null,
    brandId,
    name: 'On call',
    address: `${other.url}${path}`,
    duty,
    reasons: webhookReasons,
  })
}
const texts = (): string[] =>
  other.got.map(({ body }) => z.object({ text: z.string() }).parse(JSON.parse(body)).text)

test('suddenly many write about one thing: told once, with its tickets, and an incident ends it', async () => {
  desk = await flow({
    lines: crowd(12, '@northair the check-in page is down, row', '2026-11-17T11:50:00Z'),
    handles: ['northair'],
  })
  const spikes = (await desk.call('alert.list', {})).filter(({ reason }) => reason === 'spike')
  expect(spikes).toMatchObject([{ spike: { about: 'word', value: 'check-in page', count: 12, usual: 0 } }])
  const { ticketIds } = await desk.call('alert.tickets', { alertId: must(spikes[0], 'the spike').id })
  expect(ticketIds).toHaveLength(12)

  // Nobody is told again while it goes on.
  await desk.clock.advance(10 * minute)
  expect((await desk.call('alert.list', {})).filter(({ reason }) => reason === 'spike')).toHaveLength(1)

  const { brand } = await desk.handle('northair')
  await desk.call('incident.open', {
    brandId: brand.id,
    ticketIds,
    title: 'Check-in',
    terms: ['check-in page'],
    statusText: '',
  })
  expect(await desk.call('alert.tickets', { alertId: must(spikes[0], 'the spike').id })).toEqual({
    ticketIds: [],
  })
})

test('what an open incident gathers is told no more, however long it goes on; once it is over, it is', async () => {
  const down = '@northair the check-in page is down, row'
  desk = await flow({
    lines: [
      ...crowd(8, down, '2026-11-17T11:50:00Z'),
      ...crowd(8, down, '385m', 'evening'),
      ...crowd(8, down, '7h', 'night'),
    ],
    handles: ['northair'],
  })
  const { brand } = await desk.handle('northair')
  const spikes = async () => (await desk.call('alert.list', {})).filter(({ reason }) => reason === 'spike')
  const [spike] = await spikes()
  const { ticketIds } = await desk.call('alert.tickets', { alertId: must(spike, 'the spike').id })
  const incident = await desk.call('incident.open', {
    brandId: brand.id,
    ticketIds,
    title: 'Check-in',
    terms: ['check-in page'],
    statusText: '',
  })
  // A wave is told of again after six hours, unless something is being done about it.
  await desk.clock.advance(6.5 * hour)
  expect(await spikes()).toHaveLength(1)
  await desk.call('incident.end', { incidentId: incident.id })
  await desk.clock.advance(hour)
  expect(await spikes()).toHaveLength(2)
})

test('core ends before the other side answered: it is told once more, and then no more', async () => {
  desk = await flow({ lines: crowd(3, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  const { id } = await way(brand.id)
  await desk.call('webhook.try', { webhookId: id })
  other.got.length = 0
  other.status = null
  let isTold = false
  const told = new Promise<void>((resolve) =>
    other.server.once('request', () => {
      isTold = true
      resolve()
    }),
  )
  let going = desk.clock.advance(0)
  while (!isTold) {
    await going
    going = desk.clock.advance(minute)
    await Promise.race([going, told])
  }
  const answers = async () => {
    other.status = 200
  }
  await Promise.all([desk.restart(answers), going])
  await desk.clock.advance(hour)
  expect(other.got).toHaveLength(2)
  expect(other.got[1]?.body).toBe(other.got[0]?.body)
  await desk.clock.advance(hour)
  expect(other.got).toHaveLength(2)
  expect(await desk.call('webhook.list', { brandId: brand.id })).toMatchObject([
    { waiting: 0, failure: null },
  ])
})

test('a way elsewhere is off until it answered a trial, and only its host is ever shown', async () => {
  desk = await flow({ lines: crowd(1, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  other.status = 404
  const kept = await way(brand.id)
  expect(kept).toMatchObject({ isOn: false, triedAt: null, host: new URL(other.url).host })
  await expect(desk.call('webhook.turn', { webhookId: kept.id, on: true })).rejects.toMatchObject({
    code: 'webhook.untried',
  })
  await expect(desk.call('webhook.try', { webhookId: kept.id })).rejects.toMatchObject({
    code: 'webhook.failed',
    data: { why: 'refused' },
  })
  // Nothing follows a redirect: an address that was checked is the address that is told.
  other.status = 302
  await expect(desk.call('webhook.try', { webhookId: kept.id })).rejects.toMatchObject({
    code: 'webhook.failed',
  })
  other.status = 204
  expect(await desk.call('webhook.try', { webhookId: kept.id })).toMatchObject({ isOn: true })
  expect(texts().at(-1)).toContain('A trial from Switchboard')
  expect(JSON.stringify(await desk.call('webhook.list', { brandId: brand.id }))).not.toContain('s3cret')
  await desk.call('webhook.save', { ...kept, address: `${other.url}2` })
  expect(await desk.call('webhook.list', { brandId: brand.id })).toMatchObject([
    { isOn: false, triedAt: null },
  ])
})

test('a late night is one message, then one more: the brand, how many, where; nothing of a customer', async () => {
  desk = await flow({
    lines: crowd(5, '@northair my case 4711 is lost', '2026-11-17T11:50:00Z'),
    handles: ['northair'],
  })
  const { brand } = await desk.handle('northair')
  const { id } = await way(brand.id)
  await desk.call('webhook.try', { webhookId: id })
  other.got.length = 0
  await desk.clock.advance(3 * hour)
  const [first, ...more] = texts()
  expect(first).toMatch(/^.+: \d+ × reply overdue\. Tickets that need a reply: 5\. http/)
  expect(more.length).toBeLessThanOrEqual(1)
  const all = other.got.map(({ body }) => body).join('\n')
  for (const secret of ['guest', 'Ada', '4711', 'case']) expect(all).not.toContain(secret)
  expect((await desk.call('alert.list', {})).filter(({ reason }) => reason === 'late')).toMatchObject([
    { count: 5 },
  ])
  const [shown] = await desk.call('webhook.list', { brandId: brand.id })
  expect(shown).toMatchObject({ waiting: 0, failure: null })
})

test('whoever is not on duty is not told, and what came in their absence is not told later', async () => {
  desk = await flow({ lines: crowd(3, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  const ways = [
    await way(brand.id, { kind: 'closed' }, '/night'),
    await way(brand.id, { kind: 'open' }, '/day'),
  ]
  for (const { id } of ways) await desk.call('webhook.try', { webhookId: id })
  other.got.length = 0
  await desk.clock.advance(2 * hour)
  expect(new Set(other.got.map(({ path }) => path))).toEqual(new Set(['/ring/s3cret/day']))
  const shown = await desk.call('webhook.list', { brandId: brand.id })
  expect(shown).toMatchObject([
    { waiting: 0, toldAt: null },
    { waiting: 0, toldAt: expect.any(Number) },
  ])
})

test('what did not arrive is told again, through a restart; three failures are told here', async () => {
  desk = await flow({ lines: crowd(3, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  const { id } = await way(brand.id)
  await desk.call('webhook.try', { webhookId: id })
  other.got.length = 0
  other.status = 503
  await desk.clock.advance(3 * hour)
  expect(other.got.length).toBeGreaterThanOrEqual(3)
  expect((await desk.call('alert.list', {})).filter(({ reason }) => reason === 'unheard')).toMatchObject([
    { words: 'On call' },
  ])
  await desk.restart()
  other.got.length = 0
  other.status = 200
  await desk.clock.advance(hour)
  expect(texts().length).toBeGreaterThanOrEqual(1)
  expect(await desk.call('webhook.list', { brandId: brand.id })).toMatchObject([
    { waiting: 0, failure: null },
  ])
})

test('off or with an address that nobody tried, it is told nothing, not even what waited', async () => {
  desk = await flow({ lines: crowd(2, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  const { id } = await way(brand.id)
  await desk.call('webhook.try', { webhookId: id })
  other.status = 503
  await desk.clock.advance(2 * hour)
  const [failing] = await desk.call('webhook.list', { brandId: brand.id })
  expect(failing?.waiting).toBeGreaterThan(0)
  // Another address is one that nobody has tried: what waits does not go there.
  other.status = 200
  other.got.length = 0
  await desk.call('webhook.save', { ...must(failing, 'the way'), address: `${other.url}/untried` })
  await desk.clock.advance(hour)
  expect(other.got).toEqual([])
  expect(await desk.call('webhook.turn', { webhookId: id, on: false })).toMatchObject({ waiting: 0 })
})

test('a brand that goes takes its ways with it, addresses and all', async () => {
  desk = await flow({ lines: crowd(1, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  const { id } = await way(brand.id)
  expect(await desk.vault.read(`webhook/${id}`)).toBe(other.url)
  await desk.call('brand.remove', { brandId: brand.id, keepData: true })
  expect(await desk.vault.read(`webhook/${id}`)).toBeNull()
  expect(await desk.counted('webhooks')).toBe(0)
})

test('after sleep a page says what nobody saw; ten minutes are no absence', async () => {
  desk = await flow({ lines: crowd(2, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  const { brand } = await desk.handle('northair')
  desk.core.power('suspend')
  await desk.clock.advance(5 * minute)
  desk.core.power('resume')
  await desk.idle()
  expect(await desk.call('absence.get', {})).toBeNull()

  desk.core.power('suspend')
  await desk.idle()
  await desk.clock.advance(3 * hour)
  desk.core.power('resume')
  await desk.idle()
  const absence = must(await desk.call('absence.get', {}), 'an absence')
  expect(absence).toMatchObject({ why: 'slept', seenAt: null, brands: [{ brandId: brand.id, late: 2 }] })
  expect(absence.untilAt - absence.fromAt).toBe(3 * hour)
  expect((await desk.call('session.get', {})).absence).toBe(absence.id)
  await desk.call('absence.seen', { absenceId: absence.id })
  expect((await desk.call('session.get', {})).absence).toBeNull()
})

test('a console that was closed over night says so when it opens', async () => {
  desk = await flow({ lines: crowd(2, '@northair help', '2026-11-17T11:50:00Z'), handles: ['northair'] })
  await desk.restart(() => desk.clock.advance(14 * hour))
  expect(await desk.call('absence.get', {})).toMatchObject({ why: 'closed', brands: [{ late: 2 }] })
})
