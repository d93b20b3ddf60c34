/** @file Deadlines through the day: told once each, recomputed when a brand changes its mind, right after a sleep. */
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openConnection } from '../../src/core/db/connection.ts'
import type { BrandSettingName } from '../../src/shared/domain/brand-settings.ts'
import { HoursSetting } from '../../src/shared/domain/deadline-settings.ts'
import type { Card } from '../../src/shared/domain/ticket.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

const minute = 60_000
const hour = 60 * minute
/** Tuesday, 17 November. */
const at = (time: string, day = 17): number => Date.parse(`2026-11-${day}T${time}:00Z`)

const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}
const begin = async (): Promise<void> => {
  f = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
}
const card = async (): Promise<Card> => {
  const ticketId = await f.ticketOf('mara')
  return (await f.call('ticket.get', { ticketId })).card
}
const settle = async (name: BrandSettingName, value: unknown): Promise<void> => {
  const { brand } = await f.handle('northair')
  await f.call('brand.set', { brandId: brand.id, name, value })
  await f.idle()
}

/** Much time in one step, as for a computer that slept; the last minute of it goes by awake. */
async function later(ms: number): Promise<void> {
  f.clock.jump(ms - minute)
  f.core.power('resume')
  await f.idle()
  await f.clock.advance(minute)
}

/** What history says of deadlines, oldest first. */
function told(): string[] {
  const reader = openConnection(
    join(f.workspace.folder, databaseFileName),
    f.workspace.databaseKey,
    'read',
    () => {},
  )
  try {
    return reader
      .prepare<{ event: string; about: string }>(
        "SELECT event, after ->> 'about' AS about FROM audit WHERE event LIKE 'deadline.%' ORDER BY id",
      )
      .all()
      .map(({ event, about }) => `${event} ${about}`)
  } finally {
    reader.close()
  }
}

/** When a ticket is to be solved, as its row keeps it. */
function resolveDueAt(): number | null {
  const reader = openConnection(
    join(f.workspace.folder, databaseFileName),
    f.workspace.databaseKey,
    'read',
    () => {},
  )
  try {
    const row = reader.prepare<{ at: number | null }>('SELECT resolve_due_at AS at FROM tickets').get()
    return must(row, 'a ticket').at
  } finally {
    reader.close()
  }
}

test('a reply is told as near, then as late, once each, also over a restart; the system says so once', async () => {
  await begin()
  expect((await card()).dueAt).toBe(at('12:50'))
  await later(34 * minute)
  expect(told()).toEqual([])
  expect(f.badges.at(-1)?.pressing).toBe(false)
  await f.clock.advance(2 * minute)
  expect(told()).toEqual(['deadline.warned reply'])
  expect(f.badges.at(-1)?.pressing).toBe(true)
  await f.restart()
  await later(20 * minute)
  await f.restart()
  await later(hour)
  expect(told()).toEqual(['deadline.warned reply', 'deadline.missed reply'])
  expect(f.fellDue).toMatchObject([{ brands: [{ name: 'North Air', count: 1 }] }])
})

test('other targets, hours and holidays move what waits; undo moves it back', async () => {
  await begin()
  await settle('targets', { firstReply: { normal: 30 } })
  expect((await card()).dueAt).toBe(at('12:20'))
  await settle('hours', { zone: 'America/New_York' })
  // Not yet seven there: its half hour begins at nine.
  expect((await card()).dueAt).toBe(at('14:30'))
  await settle('holidays', {
    days: [{ name: 'Founding day', date: '2026-11-17', days: 1, rule: null, except: [] }],
  })
  expect((await card()).dueAt).toBe(at('14:30', 18))
  for (let n = 0; n < 3; n++) await f.call('undo.last', {})
  await f.idle()
  expect((await card()).dueAt).toBe(at('12:50'))
})

test('settings that make no sense are refused, and nothing moves', async () => {
  await begin()
  const closed = Object.fromEntries(Object.keys(HoursSetting.parse({}).week).map((day) => [day, []]))
  for (const [name, value] of [
    ['hours', { zone: 'Mars/Olympus' }],
    ['hours', { week: closed }],
    ['hours', { week: { mon: [{ from: '18:00', to: '09:00' }] } }],
    ['targets', { firstReply: { normal: 0 } }],
    ['holidays', { days: [{ name: 'x', date: '2026-02-30', days: 1, rule: null, except: [] }] }],
  ] as const)
    await expect(settle(name, value)).rejects.toMatchObject({ code: 'input.invalid' })
  expect((await card()).dueAt).toBe(at('12:50'))
})

test('an answer stops the clocks from X’s time on, the next message starts the reply anew and goes on with the solution', async () => {
  await begin()
  expect(resolveDueAt()).toBe(at('17:50', 19))
  await later(10 * minute)
  await f.control.post({ by: 'northair', text: 'On it, Mara.', replyTo: 'bag' })
  await f.readNow('northair', 'posts')
  expect(await card()).toMatchObject({ status: 'pending', dueAt: null })
  expect(resolveDueAt()).toBeNull()
  await later(2 * hour)
  await f.control.post({ by: 'mara', text: '@northair still nothing', replyTo: 'bag' })
  await later(20 * minute)
  await f.readNow('northair', 'mentions')
  expect(await card()).toMatchObject({ status: 'open', dueAt: at('15:10') })
  // Two hours of it waited for the customer.
  expect(resolveDueAt()).toBe(at('10:50', 20))
})

test('solving stops the clocks; undo sets them back as if nothing had been', async () => {
  await begin()
  const ticketId = await f.ticketOf('mara')
  await f.call('ticket.solve', { ticketIds: [ticketId] })
  expect(resolveDueAt()).toBeNull()
  await later(3 * hour)
  await f.call('undo.last', {})
  expect((await card()).dueAt).toBe(at('12:50'))
  expect(resolveDueAt()).toBe(at('17:50', 19))
  await f.call('ticket.solve', { ticketIds: [ticketId] })
  await later(hour)
  await f.call('ticket.reopen', { ticketIds: [ticketId] })
  expect((await card()).dueAt).toBe(at('17:00'))
  expect(resolveDueAt()).toBe(at('09:50', 20))
})

test('asleep from before a deadline until after it: told on waking, as late alone', async () => {
  await begin()
  f.clock.jump(5 * hour)
  f.core.power('resume')
  await f.idle()
  expect(told()).toEqual(['deadline.missed reply'])
  expect(f.fellDue).toHaveLength(1)
})

test('the clock of the computer is set forward: seen without a change or a wake-up', async () => {
  await begin()
  f.clock.jump(50 * minute)
  await f.clock.advance(6 * minute)
  expect(told()).toEqual(['deadline.missed reply'])
})

test('a brand that wants no notice gets none; history knows all the same', async () => {
  await begin()
  await settle('targets', { notify: false })
  await later(hour)
  expect(told()).toEqual(['deadline.missed reply'])
  expect(f.fellDue).toEqual([])
})

test('time, notes, drafts and further messages leave a deadline where it is', async () => {
  await begin()
  const ticketId = await f.ticketOf('mara')
  const before = [(await card()).dueAt, resolveDueAt()]
  await f.call('ticket.note', { ticketId, text: 'asked the airport' })
  await f.call('draft.save', { ticketId, channel: 'public', text: 'So sorry', revision: 1 })
  for (const text of ['@northair hello?', '@northair HELLO']) {
    await later(25 * minute)
    await f.control.post({ by: 'mara', text, replyTo: 'bag' })
    await f.readNow('northair', 'mentions')
    expect([(await card()).dueAt, resolveDueAt()]).toEqual(before)
  }
  await f.restart()
  expect([(await card()).dueAt, resolveDueAt()]).toEqual(before)
})

test('an answer “at opening” leaves when the brand opens, and each deadline says its sum', async () => {
  f = await flow({ handles: ['northair', 'lumen'], lines: [complaint] })
  await settle('hours', { zone: 'America/New_York' })
  const { hours } = (await f.handle('northair')).brand
  expect(hours).toEqual({
    zone: 'America/New_York',
    open: false,
    changesAt: at('14:00'),
    opensAt: at('14:00'),
  })
  const ticketId = await f.ticketOf('mara')
  expect(await f.call('ticket.deadlines', { ticketId })).toMatchObject([
    {
      kind: 'first-reply',
      from: at('11:50'),
      dueAt: at('15:00'),
      parts: [{ from: at('14:00'), until: at('15:00') }],
    },
    { kind: 'resolution', parts: [{ from: at('14:00'), until: at('23:00') }, {}, {}] },
  ])
  const { routes } = await f.call('ticket.get', { ticketId })
  await f.call('reply.send', {
    ticketId,
    channel: 'public',
    text: 'Good morning, Mara. We look into it.',
    targetPostId: routes.public.targetPostId,
    solves: false,
    scheduledAt: must(hours.opensAt, 'an opening'),
  })
  await later(2 * hour - 2 * minute)
  expect((await f.control.sent()).posts).toEqual([])
  await f.clock.advance(5 * minute)
  expect((await f.control.sent()).posts).toHaveLength(1)
  expect((await f.handle('northair')).brand.hours).toMatchObject({ open: true, changesAt: at('23:00') })
  expect(await f.call('ticket.deadlines', { ticketId })).toEqual([])
})
