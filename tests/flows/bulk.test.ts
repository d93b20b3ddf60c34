/** @file Many tickets at once: told before, done in one action, taken back in one. */
import { afterEach, expect, test } from 'vitest'
import { askBeyond, skipped } from '../../src/shared/domain/bulk.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const customers = 30
const lines = Array.from({ length: customers }, (_, n) => [
  { type: 'user', username: `customer${n}`, name: `Customer ${n}` },
  {
    type: 'post',
    key: `post${n}`,
    by: `customer${n}`,
    at: '2026-11-17T11:50:00Z',
    text: `@northair flight ${n} is late`,
  },
]).flat()

const statuses = async (): Promise<string[]> =>
  (await desk.column('mentions')).map(({ card }) => card?.status ?? 'none')

test('all of a column are solved in one action; those solved before are skipped and told; z takes all of it back', async () => {
  desk = await flow({ lines, handles: ['northair'] })
  const { ticketIds } = await desk.call('column.tickets', { columnId: 'mentions:all' })
  expect(ticketIds).toHaveLength(customers)
  expect(ticketIds).toEqual((await desk.column('mentions')).map(({ id }) => id))
  expect(ticketIds.length).toBeGreaterThan(askBeyond)
  const [first = '', second = ''] = ticketIds
  await desk.call('ticket.solve', { ticketIds: [first, second] })

  const { brand } = await desk.handle('northair')
  const tally = await desk.call('ticket.tally', { ticketIds })
  expect(tally.total).toBe(customers)
  expect(tally.brands).toEqual([{ brandId: brand.id, count: customers }])
  expect(skipped('ticket.solve', tally)).toEqual([{ status: 'solved', count: 2 }])

  desk.events.length = 0
  const done = await desk.call('ticket.solve', { ticketIds })
  expect(done.ticketIds).toHaveLength(customers - 2)
  expect(desk.events).toHaveLength(1)
  expect(new Set(await statuses())).toEqual(new Set(['solved']))

  const undone = await desk.call('undo.last', {})
  expect(new Set(undone.ticketIds)).toEqual(new Set(done.ticketIds))
  expect((await statuses()).filter((status) => status === 'solved')).toHaveLength(2)
  await desk.call('undo.last', {})
  expect(new Set(await statuses())).toEqual(new Set(['new']))
})

test('a customer who writes after the bulk keeps all of it as it is, and undo says why', async () => {
  desk = await flow({ lines, handles: ['northair'] })
  await desk.call('agent.sit', { name: 'Ada', initials: 'AD' })
  const { ticketIds } = await desk.call('column.tickets', { columnId: 'mentions:all' })
  await desk.call('ticket.solve', { ticketIds })
  await desk.control.post({ by: 'customer3', text: '@northair and now?', replyTo: 'post3' })
  await desk.readNow('northair', 'mentions')
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({
    code: 'undo.conflict',
    data: { action: 'ticket.solved', since: 'ticket.reopened', by: null },
  })
  expect((await statuses()).filter((status) => status === 'solved')).toHaveLength(customers - 1)
  await expect(desk.call('undo.last', {})).rejects.toMatchObject({ code: 'undo.nothing' })
})
