/** @file New messages in columns of tickets that make themselves known: what is told, to whom it belongs, and what is not. */
import { afterEach, expect, test } from 'vitest'
import { plainLook, type ColumnLook } from '../../src/shared/domain/deck.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const second = 1_000
const before = '2026-11-17T11:50:00Z'
const lines = [{ type: 'post', by: 'mara', text: '@northair my suitcase never came', at: before }]

const begin = async (): Promise<void> => {
  desk = await flow({ handles: ['northair', 'lumen'], lines })
}
const style = (deckId: string, columnId: string, look: Partial<ColumnLook>) =>
  desk.call('column.style', { deckId, columnId, look: { ...plainLook, ...look } })

/** Somebody writes, it is read, and so much time goes by. */
async function writes(
  by: string,
  text: string,
  handle = 'northair',
  { ms = 4 * second, ...more }: { ms?: number; key?: string; replyTo?: string } = {},
): Promise<void> {
  await desk.control.post({ by, text, ...more })
  await desk.readNow(handle, 'mentions')
  await desk.clock.advance(ms)
  await desk.idle()
}

test('a message in a column that tells is told once, with its customer and brand; what was there is not', async () => {
  await begin()
  await style('all', 'mentions:all', { alert: true })
  await desk.clock.advance(60 * second)
  expect(desk.arrived).toEqual([])
  await writes('bex', '@northair where is the lounge?')
  const { brand } = await desk.handle('northair')
  expect(desk.arrived).toEqual([
    [
      {
        row: { kind: 'ticket', id: await desk.ticketOf('bex') },
        author: 'Bex',
        brandId: brand.id,
        brandName: 'North Air',
        loud: false,
        notice: { deckId: 'all', columnId: 'mentions:all', kind: 'mentions', title: null },
        sound: false,
      },
    ],
  ])
  await desk.clock.advance(60 * second)
  expect(desk.arrived).toHaveLength(1)
})

test('what comes within a short while is told as one', async () => {
  await begin()
  await style('all', 'mentions:all', { alert: true })
  await writes('bex', '@northair where is the lounge?')
  await writes('paulo', '@northair how can I add a bag?')
  await writes('mara', '@lumen the lamp is dark', 'lumen')
  expect(desk.arrived).toHaveLength(1)
  await desk.clock.advance(30 * second)
  expect(desk.arrived.map((told) => told.map(({ brandName }) => brandName))).toEqual([
    ['North Air'],
    ['North Air', 'Lumen'],
  ])
})

test('each column speaks for itself: its brand, its filter, a notice or a tone', async () => {
  await begin()
  const { brand } = await desk.handle('northair')
  await style(brand.id, `mentions:${brand.id}`, { alert: true })
  await style('all', 'needs-reply:all', { sound: true })
  await desk.call('column.filter', { columnId: `mentions:${brand.id}`, text: 'suitcase' })
  await writes('bex', '@northair where is the lounge?')
  await desk.clock.advance(30 * second)
  await writes('paulo', '@northair my suitcase is not here')
  await desk.clock.advance(30 * second)
  await writes('mara', '@lumen the lamp is dark', 'lumen')
  expect(
    desk.arrived.flat().map(({ brandName, notice, sound }) => [brandName, notice?.deckId ?? null, sound]),
  ).toEqual([
    ['North Air', null, true],
    ['North Air', brand.id, true],
    ['Lumen', null, true],
  ])
})

test('what agents do is not told, nor what was written while nothing ran', async () => {
  await begin()
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await desk.call('column.add', { deckId: 'all', column: { kind: 'mine', brandId: null } })
  await style('all', 'mine:all', { alert: true, sound: true })
  await writes('bex', '@northair where is the lounge?', 'northair', { ms: 60 * second, key: 'lounge' })
  const jo = must((await desk.call('ticket.assignees', {}))[0], 'who sits here')
  await desk.call('ticket.assign', { ticketIds: [await desk.ticketOf('bex')], agentId: jo.id })
  await desk.clock.advance(60 * second)
  expect(desk.arrived).toEqual([])
  await writes('bex', '@northair and is it open?', 'northair', { replyTo: 'lounge' })
  expect(desk.arrived).toHaveLength(1)

  await desk.restart(async () => {
    await desk.control.post({ by: 'bex', text: '@northair hello?' })
    desk.clock.jump(60 * second)
  })
  await desk.readNow('northair', 'mentions')
  await desk.clock.advance(60 * second)
  expect(desk.arrived).toHaveLength(1)
})

test('a matter of security is told as what breaks through quiet hours', async () => {
  await begin()
  await style('all', 'mentions:all', { alert: true })
  await writes('bex', '@northair my account was hacked, somebody booked flights with it')
  expect(desk.arrived.flat().map(({ loud }) => loud)).toEqual([true])
})
