/** @file Asking a customer how it went, and what an answer does. */
import { afterEach, expect, test } from 'vitest'
import type { TicketDetail } from '../../src/shared/domain/ticket.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [{ type: 'dm', from: 'bex', to: 'northair', text: 'My bag is lost, what now?', at }]

const open = async (): Promise<TicketDetail> =>
  desk.call('ticket.get', { ticketId: await desk.ticketOf('bex') })
const events = async () =>
  (await open()).timeline.flatMap((item) => (item.kind === 'event' ? [item.event] : []))

async function begin(): Promise<{ ticketId: string; brandId: string }> {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
  const { brand } = await desk.handle('northair')
  await desk.call('brand.set', { brandId: brand.id, name: 'csat', value: { on: true } })
  return { ticketId: await desk.ticketOf('bex'), brandId: brand.id }
}

async function answer(text: string): Promise<void> {
  await desk.control.dm({ from: 'bex', to: 'northair', text })
  await desk.readNow('northair', 'dms')
}

async function asked(ticketId: string): Promise<void> {
  await desk.call('ticket.solve', { ticketIds: [ticketId] })
  await desk.call('csat.ask', { ticketId })
  for (let second = 0; second < 20; second++) await desk.clock.advance(1_000)
}

test('a good answer is kept, and what was solved stays solved', async () => {
  const { ticketId, brandId } = await begin()
  await asked(ticketId)
  expect((await desk.control.sent()).dms).toMatchObject([{ to: 'bex' }])
  expect((await open()).card.status).toBe('solved')
  await answer('5, thank you')
  await answer('5!')
  expect((await open()).card.status).toBe('solved')
  expect(await events()).toContain('csat.answered-5')
  expect(await desk.call('csat.summary', { brandId })).toEqual({ asked: 1, answered: 1, average: 5 })
})

test('a bad answer brings the ticket back with a label, once', async () => {
  const { ticketId } = await begin()
  await asked(ticketId)
  await answer('1')
  expect((await open()).card).toMatchObject({ status: 'open', needsReply: true })
  expect((await events()).filter((event) => event === 'csat.answered-1')).toHaveLength(1)
  await desk.restart()
  expect((await events()).filter((event) => event === 'csat.answered-1')).toHaveLength(1)
})

test('nobody is asked twice, nor after “stop”, nor where a brand does not ask', async () => {
  const { ticketId, brandId } = await begin()
  await asked(ticketId)
  await answer('stop')
  expect(await events()).toContain('csat.stopped')
  const ask = () => desk.call('csat.ask', { ticketId })
  await expect(ask()).rejects.toMatchObject({ data: { reason: 'stop' } })
  await desk.call('brand.set', { brandId, name: 'csat', value: { on: false } })
  await expect(ask()).rejects.toMatchObject({ data: { reason: 'off' } })
})

test('a question that was taken back was never asked', async () => {
  const { ticketId } = await begin()
  await desk.call('csat.ask', { ticketId })
  await expect(desk.call('csat.ask', { ticketId })).rejects.toMatchObject({ code: 'csat.not-now' })
  await desk.call('undo.last', {})
  await expect(desk.call('csat.ask', { ticketId })).resolves.toMatchObject({ state: 'held' })
})

test('a conversation that the brand opened is none to ask in', async () => {
  desk = await flow({
    handles: ['northair', 'lumen'],
    lines: [
      { type: 'dm', from: 'northair', to: 'bex', text: 'Hello Bex', at: '2026-11-17T11:40:00Z' },
      ...lines,
    ],
  })
  const { brand } = await desk.handle('northair')
  await desk.call('brand.set', { brandId: brand.id, name: 'csat', value: { on: true } })
  const ticketId = await desk.ticketOf('bex')
  await expect(desk.call('csat.ask', { ticketId })).rejects.toMatchObject({ data: { reason: 'not-theirs' } })
})
