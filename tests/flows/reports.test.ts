/** @file Reports over a running desk: delivered and frozen, who may see them, what forgetting and merging leave of them. */
import { afterEach, expect, test } from 'vitest'
import { ReportAsked, type Report } from '../../src/shared/domain/report.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow | undefined
afterEach(async () => f?.end())

const day = 86_400_000
const dateAt = (at: number): string => new Date(at).toISOString().slice(0, 10)
const figure = (report: Report, id: Report['figures'][number]['id']): number | null =>
  must(report.figures.find((one) => one.id === id) ?? null, id).value

const handle = (username: string, client: string) => ({
  type: 'handle',
  username,
  name: username,
  client,
  brand: username,
  app: 'Agency',
})
const lines = [
  { type: 'app', name: 'Agency' },
  handle('northwindair', 'Northwind'),
  handle('lumen', 'Lumen'),
  { type: 'user', username: 'mara', name: 'Mara Lund' },
  { type: 'user', username: 'paulo', name: 'Paulo' },
  { type: 'post', by: 'mara', after: '1s', text: '@northwindair where is my bag?' },
  { type: 'post', by: 'paulo', after: '2s', text: '@northwindair no seat again' },
  { type: 'post', by: 'paulo', after: '3s', text: '@lumen it is slow' },
]

async function desk() {
  f = await flow({ lines: lines.map((line) => JSON.stringify(line)).join('\n') })
  const running = f
  const { call } = f
  await f.clock.advance(5 * 60_000)
  await f.idle()
  const brands = await call('brand.list', {})
  const idOf = (name: string): string => must(brands.find((brand) => brand.name === name) ?? null, name).id
  const { rows } = await call('column.page', {
    columnId: 'mentions:all',
    after: null,
    until: null,
    limit: 50,
    muted: false,
  })
  const cards = rows.flatMap((row) => (row.kind === 'ticket' ? [row.card] : []))
  const cardOf = (username: string, brand: string) =>
    must(
      cards.find((card) => card.customer.username === username && card.brandId === idOf(brand)) ?? null,
      `a ticket of ${username}`,
    )
  const asked = (...names: string[]): ReportAsked =>
    ReportAsked.parse({
      scope: { brandIds: names.map(idOf) },
      period: { from: dateAt(noon), until: dateAt(noon + day) },
    })
  /** The computer sleeps over some days. */
  const later = async (ms: number): Promise<void> => {
    running.clock.jump(ms)
    running.core.power('resume')
    await running.idle()
  }
  return { flow: f, call, later, idOf, cardOf, asked }
}

test('a report of a day that is over is frozen; what changes afterwards is told, with its ticket', async () => {
  const { call, later, cardOf, asked } = await desk()
  const air = asked('northwindair')
  await expect(call('report.deliver', { ...air, words: '' })).rejects.toMatchObject({ code: 'report.early' })
  const { ticketId, number } = cardOf('paulo', 'northwindair')
  await call('ticket.solve', { ticketIds: [ticketId] })
  await later(day)
  const { reportId } = await call('report.deliver', { ...air, words: 'A calm day.' })
  const { report, delivered } = await call('report.show', { reportId, onlyBrandId: null })
  expect(delivered.words).toBe('A calm day.')
  expect(figure(report, 'resolutions')).toBe(1)
  expect(await call('report.changes', { reportId, onlyBrandId: null })).toEqual({ figures: [], tickets: [] })

  await later(60_000)
  await call('ticket.tag', { ticketIds: [ticketId], add: ['seat'], remove: [] })
  const { tickets, figures } = await call('report.changes', { reportId, onlyBrandId: null })
  expect(tickets).toMatchObject([{ ticketId, number, why: 'changed', events: [{ event: 'ticket.tagged' }] }])
  expect(figures).toContainEqual({ id: 'tag.seat.tickets', was: null, is: 1 })
  expect((await call('report.show', { reportId, onlyBrandId: null })).report).toEqual(report)
})

test('a report goes to one client, and while one brand alone is shown only its own are there', async () => {
  const { call, later, idOf, asked } = await desk()
  await later(day)
  await expect(
    call('report.deliver', { ...asked('northwindair', 'lumen'), words: '' }),
  ).rejects.toMatchObject({ code: 'report.clients' })
  const { reportId } = await call('report.deliver', { ...asked('lumen'), words: '' })
  expect(await call('report.delivered', { onlyBrandId: null })).toHaveLength(1)
  const onlyBrandId = idOf('northwindair')
  expect(await call('report.delivered', { onlyBrandId })).toEqual([])
  await expect(call('report.show', { reportId, onlyBrandId })).rejects.toMatchObject({
    code: 'report.missing',
  })
  await expect(call('report.changes', { reportId, onlyBrandId })).rejects.toMatchObject({
    code: 'report.missing',
  })
})

test('a label that nobody else had when a report was frozen goes with them, though it was taken off since', async () => {
  const { call, later, cardOf, asked, flow: running } = await desk()
  const air = asked('northwindair')
  const { ticketId, customer } = cardOf('mara', 'northwindair')
  const paulos = cardOf('paulo', 'northwindair').ticketId
  await call('ticket.tag', { ticketIds: [ticketId], add: ['maras bag', 'lost'], remove: [] })
  await call('ticket.tag', { ticketIds: [paulos], add: ['lost'], remove: [] })
  await later(day)
  const { reportId } = await call('report.deliver', { ...air, words: '' })
  await call('ticket.tag', { ticketIds: [ticketId, paulos], add: [], remove: ['maras bag', 'lost'] })
  await call('person.forget', { xUserId: customer.xUserId, confirm: '@mara', why: 'asked for it' })
  await running.idle()

  const lines = await call('report.delivered-lines', { reportId, onlyBrandId: null })
  expect(lines.map(({ tags }) => tags)).toEqual([['lost'], ['lost']])
  const { report } = await call('report.show', { reportId, onlyBrandId: null })
  expect(report.rowsBy.tag.map(({ key }) => key)).toEqual(['lost'])
})

test('who is forgotten is counted still, is open at the end of no later day, and is named by no report', async () => {
  const { call, later, cardOf, asked, flow: running } = await desk()
  const air = asked('northwindair')
  const { ticketId, customer } = cardOf('mara', 'northwindair')
  await call('ticket.tag', { ticketIds: [ticketId], add: ['maras bag'], remove: [] })
  await later(day)
  const before = await call('report.get', air)
  expect(figure(before, 'backlog')).toBe(2)
  const { reportId } = await call('report.deliver', { ...air, words: 'Mara Lund has her bag.' })
  await call('person.forget', { xUserId: customer.xUserId, confirm: '@mara', why: 'asked for it' })
  await running.idle()

  const after = await call('report.get', air)
  expect({ ...after, rowsBy: null, at: 0 }).toEqual({ ...before, rowsBy: null, at: 0, erased: 1 })
  expect(after.rowsBy.brand).toEqual(before.rowsBy.brand)
  const { report, delivered } = await call('report.show', { reportId, onlyBrandId: null })
  expect(JSON.stringify({ report, delivered })).not.toMatch(/mara/iu)
  expect(figure(report, 'tickets')).toBe(2)
  const next = { from: air.period.until, until: dateAt(noon + 3 * day) }
  await later(2 * day)
  expect(figure(await call('report.get', { ...air, period: next }), 'backlog')).toBe(1)
})
