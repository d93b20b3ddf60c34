/** @file The two ends of a brand: it writes nothing before it goes live, and leaves with its data and a receipt. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}
async function send(ticketId: string, text: string) {
  const { routes } = await desk.call('ticket.get', { ticketId })
  const { targetPostId } = routes.public
  return desk.call('reply.send', { ticketId, channel: 'public', text, targetPostId, solves: false })
}
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await desk.clock.advance(Math.min(left, 1_000))
}
const sent = async () => (await desk.control.sent()).posts

test('a brand that is read-only sends nothing, also of what waits; practice brands are live', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint] })
  const { brand } = await desk.handle('northair')
  const ticketId = await desk.ticketOf('mara')
  const live = (value: boolean) =>
    desk.call('brand.set', { brandId: brand.id, name: 'goLive', value: { live: value } })
  await send(ticketId, 'We look for it.')
  await live(false)
  await pass(15_000)
  expect(await sent()).toEqual([])
  const { drafts } = await desk.call('ticket.get', { ticketId })
  expect(drafts).toMatchObject([{ text: 'We look for it.' }])
  await expect(send(ticketId, 'We look for it.')).rejects.toMatchObject({ code: 'brand.read-only' })
  await expect(
    desk.call('post.compose', {
      brandId: brand.id,
      handleId: must(brand.handles[0], 'a handle').id,
      parts: ['Hello'],
    }),
  ).rejects.toMatchObject({ code: 'brand.read-only' })
  await live(true)
  await send(ticketId, 'We look for it.')
  await pass(15_000)
  expect(await sent()).toHaveLength(1)
})

test('the checklist tells what somebody has settled', async () => {
  desk = await flow({ handles: ['northair'] })
  const brandId = (await desk.handle('northair')).brand.id
  const done = async () =>
    (await desk.call('brand.checklist', { brandId })).filter((check) => check.done).map(({ item }) => item)
  expect(await done()).toEqual(['handles'])
  await desk.call('brand.set', { brandId, name: 'voice', value: { tone: 'Warm' } })
  await desk.call('brand.set', { brandId, name: 'signOff', value: { public: true } })
  await desk.call('macro.save', { brandId, macro: { name: 'Hi', text: 'Hello' } })
  expect(await done()).toEqual(['handles', 'macros', 'voice', 'signOff'])
})

test('a client leaves: everything as a file, sign-ins taken back, all erased, a receipt; the other brand stays', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [complaint, { ...complaint, key: 'wifi', by: 'bex', text: '@lumen my wifi is down' }],
  })
  const { brand, handle } = await desk.handle('northair')
  const ticketId = await desk.ticketOf('mara')
  await desk.call('ticket.note', { ticketId, text: 'Called the airport' })
  const text = 'Online check-in is down. The desks are open.'
  const beside = { incidentId: null, scheduledAt: null, pins: false }
  await desk.call('notice.post', {
    actId: crypto.randomUUID(),
    kind: 'outage',
    title: 'Check-in is down',
    startsAt: null,
    endsAt: null,
    items: [{ ...beside, brandId: brand.id, handleId: handle.id, username: 'northair', text }],
  })
  await desk.clock.advance(30_000)
  await desk.call('macro.save', { brandId: brand.id, macro: { name: 'Hi', text: 'Hello' } })
  const page = { title: 'Bags', question: '', answer: 'One bag.', shared: false }
  await desk.call('answer.save', { brandId: brand.id, page })
  await desk.call('handover.draft', { brandId: brand.id, text: 'Boston calls back at nine.' })
  await desk.call('handover.leave', {})
  await desk.call('handover.draft', { brandId: brand.id, text: 'not said yet' })
  const backups = join(desk.workspace.folder, 'backups')
  mkdirSync(backups, { recursive: true })
  writeFileSync(join(backups, 'old.db'), 'x')

  const { counts, handles } = await desk.call('brand.leave.preview', { brandId: brand.id })
  expect(handles).toEqual(['northair'])
  expect(counts).toMatchObject({ tickets: 1, notes: 1, macros: 1, backups: 1 })
  expect(counts.posts).toBeGreaterThan(0)

  const { file, lines } = await desk.call('brand.leave.export', { brandId: brand.id })
  const written = readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(written).toHaveLength(lines)
  expect(written.map((line) => JSON.parse(line).line)).toEqual([
    'brand',
    'answer',
    'handover',
    'notice',
    'ticket',
    'post',
    'note',
  ])
  expect(written.join('\n')).toContain('Boston calls back at nine.')
  expect(written.join('\n')).not.toContain('not said yet')
  expect(JSON.parse(must(written[3], 'a notice'))).toMatchObject({
    title: 'Check-in is down',
    handle: 'northair',
    posts: [{ kind: 'outage', state: 'sent', text }],
  })
  expect(written.join('\n')).toContain('where is my bag?')
  expect(written.join('\n')).not.toContain('wifi')

  const leave = (confirm: string) =>
    desk.call('brand.leave', { brandId: brand.id, confirm, why: 'Contract ended' })
  await expect(leave('Something else')).rejects.toMatchObject({ code: 'brand.not-confirmed' })
  const result = await leave(brand.name)
  expect(result).toMatchObject({ revoked: [{ username: 'northair', revoked: true }], counts })
  const receipt = readFileSync(must(result.receipt, 'a receipt'), 'utf8')
  expect(receipt).toContain('Contract ended')
  expect(receipt).toContain('@northair: taken back at X')
  expect(receipt).not.toContain('bag')
  expect(existsSync(join(backups, 'old.db'))).toBe(false)
  expect((await desk.call('brand.list', {})).map(({ name }) => name)).not.toContain(brand.name)
  expect(await desk.ticketOf('bex')).toBeTruthy()
  await expect(desk.ticketOf('mara')).rejects.toThrow()
})
