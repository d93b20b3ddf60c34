/** @file A night goes by, somebody else sits down: what they are told, line by line, and what whoever left says. */
import { afterEach, expect, test } from 'vitest'
import type { HandoverLine, HandoverOfBrand } from '../../src/shared/domain/handover.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const hour = 60 * minute
const zone = 'UTC'
const lines = [
  { type: 'user', username: 'noor', name: 'Noor' },
  { type: 'user', username: 'tom', name: 'Tom' },
  { type: 'user', username: 'ines', name: 'Ines' },
  { type: 'user', username: 'lou', name: 'Lou' },
  { type: 'post', by: 'mara', at: '2026-11-17T11:50:00Z', text: '@northair where is my bag?' },
  { type: 'post', by: 'paulo', at: '2026-11-17T11:51:00Z', text: '@northair my seat is broken' },
  { type: 'post', by: 'ines', at: '2026-11-17T11:52:00Z', text: '@northair is the lounge open?' },
  { type: 'post', by: 'tom', at: '2026-11-17T11:53:00Z', text: '@northair do you fly to Oslo?' },
  { type: 'post', by: 'lou', at: '2026-11-17T11:54:00Z', text: '@lumen my lamp hums' },
]

const begin = async (hereUntil: number | null = null): Promise<boolean> =>
  (await desk.call('handover.begin', { zone, hereUntil })).due
const page = () => desk.call('handover.get', { zone })
const undo = () => desk.call('undo.last', {})

async function brand(name: string): Promise<HandoverOfBrand> {
  const { brands } = await page()
  const all = await desk.call('brand.list', {})
  return must(
    brands.find(({ brandId }) => all.find(({ id }) => id === brandId)?.name === name),
    name,
  )
}
const counted = async (name: string): Promise<Partial<Record<HandoverLine, number>>> =>
  Object.fromEntries((await brand(name)).lines.map(({ line, count }) => [line, count]))

/** Whose rows a line has. */
async function rowsOf(name: string, line: HandoverLine): Promise<string[]> {
  const { sinceAt } = await page()
  const { brandId } = await brand(name)
  const { rows, count } = await desk.call('handover.rows', { zone, brandId, line, sinceAt })
  expect(count).toBe(rows.length)
  return rows.map((row) => (row.kind === 'ticket' ? row.card.customer.username : row.kind))
}

/** Time passes as it does for a computer that sleeps: nothing is read meanwhile. */
async function until(text: string): Promise<void> {
  desk.clock.jump(Date.parse(text) - desk.clock.now())
  desk.core.power('resume')
  await desk.idle()
}

async function openOffice(): Promise<void> {
  desk = await flow({ handles: ['northair', 'lumen', 'metro'], lines })
  for (const { id } of await desk.call('brand.list', {}))
    await desk.call('brand.set', { brandId: id, name: 'hours', value: { zone } })
}

// Ids rise within one process, whatever its clock shows: the earlier days come first.
test('who comes is told of what came while they were gone; who only says who they are is told nothing', async () => {
  await openOffice()
  const ana = await desk.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
  expect(await begin()).toBe(false)
  await desk.clock.advance(5 * minute)
  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  expect(await begin()).toBe(false)
  await desk.clock.advance(5 * minute)
  await desk.call('agent.sit', { agentId: ana.id })
  // Five minutes are nothing.
  expect(await begin()).toBe(false)
  await desk.clock.advance(minute)
  const leftAt = desk.clock.now()
  await desk.call('agent.sit', { agentId: jo.id })
  await until('2026-11-17T14:30:00Z')
  await desk.control.post({ by: 'bex', text: '@northair my lamp is dark' })
  await desk.readNow('northair', 'mentions')
  // The seat asked who is here, and it is still Jo.
  await desk.call('agent.leave', {})
  await until('2026-11-17T15:30:00Z')
  await desk.call('agent.sit', { agentId: jo.id })
  expect(await begin()).toBe(false)
  await desk.call('agent.sit', { agentId: ana.id })
  expect(await begin()).toBe(true)
  expect((await page()).sinceAt).toBe(leftAt)
  expect(await rowsOf('North Air', 'new')).toEqual(['bex'])
})

test('who leaves says a sentence for each brand, who comes confirms it; both stand with their names', async () => {
  await openOffice()
  const { brand: air } = await desk.handle('northair')
  const { brand: lumen } = await desk.handle('lumen')
  const jo = await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await begin()
  await desk.call('handover.draft', { brandId: air.id, text: 'Mara wa' })
  await desk.call('handover.draft', { brandId: air.id, text: 'Mara waits for her bag.' })
  await desk.call('handover.draft', { brandId: lumen.id, text: 'Nothing.' })
  await desk.call('handover.draft', { brandId: lumen.id, text: '' })
  // A crash keeps it, and nobody but Jo has it.
  await desk.restart()
  expect((await brand('North Air')).draft).toBe('Mara waits for her bag.')
  await desk.call('agent.skip', {})
  expect(await desk.call('handover.leave', {})).toEqual({ brandIds: [air.id] })
  const leftAt = desk.clock.now()
  expect((await brand('North Air')).draft).toBe('')
  // To Jo it is nothing to be told of, nor to take over.
  expect(await begin()).toBe(false)
  const own = (await brand('North Air')).words.map(({ id }) => id)
  expect(await desk.call('handover.confirm', { wordIds: own })).toEqual({ count: 0 })
  await undo()
  await undo()
  expect(await brand('North Air')).toMatchObject({ draft: 'Mara waits for her bag.', words: [] })
  await desk.call('handover.leave', {})

  await desk.clock.advance(minute)
  const ana = await desk.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
  // She was never here, but something was left.
  expect(await begin()).toBe(true)
  expect((await brand('North Air')).draft).toBe('')
  const [words] = (await brand('North Air')).words
  expect(words).toMatchObject({
    text: 'Mara waits for her bag.',
    by: jo.name,
    leftAt,
    takenBy: null,
    takenAt: null,
  })
  const wordIds = [words?.id ?? '']
  expect(await desk.call('handover.confirm', { wordIds })).toEqual({ count: 1 })
  const takenAt = desk.clock.now()
  expect((await brand('North Air')).words).toMatchObject([{ takenBy: ana.name, takenAt }])
  expect((await page()).sinceAt).toBe(takenAt)
  // What was taken over cannot be taken back by who left it.
  expect(await desk.call('handover.confirm', { wordIds })).toEqual({ count: 0 })
  expect((await brand('North Air')).words).toMatchObject([{ takenBy: ana.name, takenAt }])
  await undo()
  await undo()
  expect((await brand('North Air')).words).toMatchObject([{ takenBy: null, takenAt: null }])
  expect((await page()).isFirst).toBe(true)
  expect(await desk.told('handover.left')).toHaveLength(2)
  expect(await desk.told('handover.words-taken')).toHaveLength(1)
})

test('a night goes by: each line counts what its rows are, the quiet brand has none', async () => {
  await openOffice()
  const { brand: air } = await desk.handle('northair')
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  expect(await begin()).toBe(false)
  const [paulo, ines, tom] = [
    await desk.ticketOf('paulo'),
    await desk.ticketOf('ines'),
    await desk.ticketOf('tom'),
  ]
  const snooze = (ticketId: string, at: string) =>
    desk.call('ticket.snooze', { ticketIds: [ticketId], until: Date.parse(at), forReply: false })
  await snooze(paulo, '2026-11-18T06:00:00Z')
  await snooze(ines, '2026-11-18T15:00:00Z')
  await desk.call('ticket.solve', { ticketIds: [tom] })
  await desk.call('ticket.follow-up', {
    ticketIds: [tom],
    at: Date.parse('2026-11-18T12:00:00Z'),
    reason: 'Oslo',
  })
  await desk.call('incident.open', {
    brandId: air.id,
    ticketIds: [],
    title: 'Check-in is down',
    terms: [],
    statusText: '',
  })
  for (const customer of ['mara', 'lou']) {
    const ticketId = await desk.ticketOf(customer)
    const { routes } = await desk.call('ticket.get', { ticketId })
    await desk.call('reply.send', {
      ticketId,
      channel: 'public',
      text: `We call you tonight, ${customer}.`,
      targetPostId: routes.public.targetPostId,
      solves: false,
      scheduledAt: Date.parse('2026-11-17T20:00:00Z'),
    })
  }
  await until('2026-11-17T17:20:00Z')
  await desk.control.post({ by: 'bex', text: '@northair my lamp is dark' })
  await desk.readNow('northair', 'mentions')
  expect(await begin()).toBe(false)
  await until('2026-11-17T17:30:00Z')
  await desk.restart(async () => {
    await desk.clock.advance(Date.parse('2026-11-18T08:00:00Z') - desk.clock.now())
    await desk.control.post({ by: 'noor', text: '@northair the app forgot me' })
  })
  await desk.readNow('northair', 'mentions')

  expect(await begin()).toBe(true)
  const { sinceAt, isFirst } = await page()
  expect([isFirst, sinceAt]).toEqual([false, Date.parse('2026-11-17T17:30:00Z')])
  expect(await counted('North Air')).toEqual({
    late: 2,
    'late-at-opening': 1,
    new: 1,
    promises: 1,
    waking: 2,
    incidents: 1,
    missed: 1,
  })
  expect(await counted('Lumen')).toEqual({ late: 1, missed: 1 })
  expect(await counted('Metro')).toEqual({})
  expect(await rowsOf('North Air', 'late')).toEqual(['mara', 'paulo'])
  expect(await rowsOf('North Air', 'late-at-opening')).toEqual(['bex'])
  expect(await rowsOf('North Air', 'new')).toEqual(['noor'])
  expect(await rowsOf('North Air', 'promises')).toEqual(['tom'])
  // Woken meanwhile, and waking today.
  expect(await rowsOf('North Air', 'waking')).toEqual(['paulo', 'ines'])
  expect(await rowsOf('North Air', 'incidents')).toEqual(['incident'])
  expect(await rowsOf('North Air', 'missed')).toEqual(['job'])
  expect(await rowsOf('Lumen', 'missed')).toEqual(['job'])
  for (const name of ['North Air', 'Lumen'])
    for (const { line, count } of (await brand(name)).lines)
      expect(await rowsOf(name, line), line).toHaveLength(count)

  // Once it was seen it does not open by itself again that day, whoever closes and opens.
  await desk.call('handover.seen', {})
  expect(await begin()).toBe(false)
  expect((await desk.call('session.get', {})).absence).toBeNull()
  await desk.restart(() => desk.clock.advance(hour))
  expect(await begin()).toBe(false)
  expect((await page()).sinceAt).toBe(sinceAt)
})

test('a new workspace, a moment away, and a night without anything tell nothing by themselves', async () => {
  desk = await flow({ handles: ['lumen'] })
  expect(await begin()).toBe(false)
  expect((await page()).isFirst).toBe(true)
  await desk.restart(() => desk.clock.advance(20 * hour))
  expect(await begin()).toBe(false)
  expect((await page()).isFirst).toBe(false)
  expect(await counted('Lumen')).toEqual({})
  await desk.control.post({ by: 'bex', text: '@lumen my lamp is dark' })
  await desk.readNow('lumen', 'mentions')
  // What came since is told as soon as it is here.
  expect(await begin()).toBe(true)
})

test('a console that stays open over night asks its window when it was touched last', async () => {
  await openOffice()
  expect(await begin()).toBe(false)
  await until('2026-11-18T08:00:00Z')
  const touchedAt = Date.parse('2026-11-17T18:00:00Z')
  expect(await begin(touchedAt)).toBe(true)
  expect((await page()).sinceAt).toBe(touchedAt)
})

test('a sentence that names somebody goes with them when they are forgotten', async () => {
  await openOffice()
  const { brand: air } = await desk.handle('northair')
  const { brand: lumen } = await desk.handle('lumen')
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  await desk.call('handover.draft', { brandId: air.id, text: 'MARA HOLT waits for her bag.' })
  await desk.call('handover.draft', { brandId: lumen.id, text: 'The lamp hums.' })
  const { card } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  const { xUserId } = card.customer
  await desk.call('person.forget', { xUserId, confirm: 'mara', why: 'asked' })
  expect((await brand('North Air')).draft).toBe('')
  expect((await brand('Lumen')).draft).toBe('The lamp hums.')
})

test('a name is found in a sentence however its letters are written', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      { type: 'user', username: 'emi', name: 'Émile Ørsted' },
      { type: 'post', by: 'emi', at: '2026-11-17T11:50:00Z', text: '@northair where is my bag?' },
    ],
  })
  const { brand: air } = await desk.handle('northair')
  await desk.call('handover.draft', { brandId: air.id, text: 'émile ørsted waits for his bag.' })
  const { card } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('emi') })
  await desk.call('person.forget', { xUserId: card.customer.xUserId, confirm: 'emi', why: 'asked' })
  expect((await brand('North Air')).draft).toBe('')
})
