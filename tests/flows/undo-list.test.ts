/** @file What undo would take back: one line for each action, the newest first, and no other person's secrets. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const at = '2026-11-17T11:50:00Z'
const lines = [
  { type: 'post', by: 'mara', text: '@northair my suitcase never came', at },
  { type: 'post', by: 'bex', text: '@northair my lamp is dark', at },
]
const list = () => desk.call('undo.list', {})

test('each action is one line, however many tickets it was about; what was taken back is none', async () => {
  desk = await flow({ handles: ['northair'], lines })
  expect(await list()).toEqual([])
  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const mara = await desk.ticketOf('mara')
  const both = [mara, await desk.ticketOf('bex')]
  await desk.call('ticket.prioritise', { ticketIds: [mara], priority: 'urgent' })
  await desk.call('ticket.solve', { ticketIds: both })
  await desk.call('deck.create', { name: 'Night', like: null })
  const { card } = await desk.call('ticket.get', { ticketId: mara })
  const told = await list()
  expect(told.map(({ event, tickets, by }) => [event, tickets, by])).toEqual([
    ['deck.created', 0, jo.name],
    ['ticket.solved', 2, jo.name],
    ['ticket.prioritised', 1, jo.name],
  ])
  expect(told.map(({ ticket }) => ticket)).toEqual([
    null,
    null,
    { id: mara, number: card.number, customer: card.customer.name },
  ])
  await desk.call('undo.last', {})
  await desk.call('undo.last', {})
  expect((await list()).map(({ event }) => event)).toEqual(['ticket.prioritised'])
})

test('what only a lead takes back is told to leads alone', async () => {
  desk = await flow({ handles: ['northair'], lines })
  const { brand } = await desk.handle('northair')
  await desk.call('agent.sit', { name: 'Lea Lead', initials: 'LL' })
  const ana = await desk.call('agent.add', { name: 'Ana Reis', initials: 'AR', role: 'agent' })
  await desk.call('brand.set', { brandId: brand.id, name: 'voice', value: { tone: 'Warm', neverSay: [] } })
  expect((await list())[0]?.event).toBe('brand.set')
  await desk.call('agent.sit', { agentId: ana.id })
  expect((await list()).map(({ event }) => event)).not.toContain('brand.set')
})
