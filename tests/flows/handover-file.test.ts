/** @file A handover between two computers: written by one core, looked at and taken in by another; and what is refused. */
import { afterEach, expect, test } from 'vitest'
import { handoverFileAtMost, HandoverFile } from '../../src/shared/domain/handover-file.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let there: Flow
let here: Flow
afterEach(async () => {
  await there.end()
  await here.end()
})

const minute = 60_000
const hour = 60 * minute
const texts = {
  mara: '@northair where is my purple suitcase?',
  paulo: '@northair minha poltrona quebrou',
  bex: '@northair the lounge smells of cinnamon',
  dm: 'My booking is marmalade seventeen.',
}
const lines = [
  { type: 'post', key: 'mara', by: 'mara', at: '2026-11-17T11:50:00Z', text: texts.mara },
  { type: 'post', key: 'paulo', by: 'paulo', at: '2026-11-17T11:51:00Z', text: texts.paulo },
  { type: 'post', key: 'bex', by: 'bex', at: '2026-11-17T11:52:00Z', text: texts.bex },
  {
    type: 'post',
    key: 'bex2',
    by: 'bex',
    at: '2026-11-17T11:53:00Z',
    text: 'cinnamon, I say',
    replyTo: 'bex',
  },
]
const open = () => flow({ handles: ['northair'], lines })
const file = async (desk: Flow): Promise<string> => (await desk.call('handover.export', {})).content
const detail = async (desk: Flow, customer: string) =>
  desk.call('ticket.get', { ticketId: await desk.ticketOf(customer) })
const taken = (desk: Flow, content: string) => desk.call('handover.import', { content })

async function both(): Promise<void> {
  there = await open()
  here = await open()
  await here.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
}

/** Jo works at the other computer, and writes the file. */
async function workedThere(): Promise<{ content: string; untilAt: number; dueAt: number }> {
  const jo = await there.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const ana = await there.call('agent.add', { name: 'ana reis', initials: 'AN', role: 'agent' })
  const [mara, paulo, bex] = [
    await there.ticketOf('mara'),
    await there.ticketOf('paulo'),
    await there.ticketOf('bex'),
  ]
  await there.clock.advance(1_000)
  const untilAt = there.clock.now() + 20 * hour
  const dueAt = there.clock.now() + 5 * hour
  await there.call('ticket.assign', { ticketIds: [mara], agentId: ana.id })
  await there.call('ticket.snooze', { ticketIds: [mara], until: untilAt, forReply: false })
  await there.call('ticket.note', { ticketId: mara, text: '@Ana the airport calls back at nine' })
  await there.call('ticket.assign', { ticketIds: [paulo], agentId: jo.id })
  await there.call('ticket.no-reply-needed', { ticketIds: [paulo] })
  await there.call('ticket.promise', { ticketId: bex, dueAt, words: 'ask the lounge' })
  await there.call('ticket.follow-up', { ticketIds: [bex], at: untilAt, reason: 'cleaning' })
  return { content: await file(there), untilAt, dueAt }
}

test('what was decided and noted there is shown first, taken in here at once, and taken back at once', async () => {
  await both()
  const { content, untilAt, dueAt } = await workedThere()
  const before = [await detail(here, 'mara'), await detail(here, 'paulo'), await detail(here, 'bex')]
  const shown = await here.call('handover.preview', { content })
  expect(shown).toMatchObject({ by: 'Jo Doe', known: 3, unknown: 0, changedCount: 3, keptCount: 0 })
  expect(shown.unknownAgents).toEqual(['Jo Doe'])
  expect(shown.changed.map(({ fields }) => fields).toSorted()).toEqual([
    ['follow-up', 'promise'],
    ['owner', 'snooze', 'note'],
    ['status'],
  ])
  // Looking changes nothing.
  expect([await detail(here, 'mara'), await detail(here, 'paulo'), await detail(here, 'bex')]).toEqual(before)

  expect(await taken(here, content)).toEqual(shown)
  const mara = await detail(here, 'mara')
  expect(mara.desk.owner).toMatchObject({ name: 'Ana Reis' })
  expect(mara.card.desk.snoozedUntil).toBe(untilAt)
  expect(mara.timeline).toContainEqual(
    expect.objectContaining({
      kind: 'note',
      text: '@Ana the airport calls back at nine',
      agentInitials: null,
    }),
  )
  // Nobody here is called Jo: the ticket is nobody's.
  const paulo = await detail(here, 'paulo')
  expect([paulo.card.status, paulo.desk.owner]).toEqual(['solved', null])
  const bex = await detail(here, 'bex')
  expect(bex.desk.promises).toMatchObject([{ state: 'open', words: 'ask the lounge', dueAt }])
  expect(bex.desk.followUp).toMatchObject({ at: untilAt, reason: 'cleaning' })
  // Nothing of it goes out.
  await here.clock.advance(minute)
  expect(await here.outbox()).toEqual([])
  expect((await here.control.sent()).posts).toEqual([])

  // Once more it says nothing new.
  expect(await here.call('handover.preview', { content })).toMatchObject({ changedCount: 0, keptCount: 0 })
  await here.call('undo.last', {})
  expect((await detail(here, 'mara')).desk.owner).toBeNull()
  expect((await detail(here, 'mara')).card.desk.snoozedUntil).toBeNull()
  expect((await detail(here, 'mara')).timeline.some(({ kind }) => kind === 'note')).toBe(false)
  expect((await detail(here, 'paulo')).card.status).toBe('new')
  expect((await detail(here, 'bex')).desk.promises).toEqual([])
})

test('no word of a post is in the file, nor of a direct message', async () => {
  const dm = [
    { type: 'user', username: 'lia', name: 'Lia' },
    { type: 'dm', from: 'lia', to: 'northair', at: '2026-11-17T11:55:00Z', text: texts.dm },
  ]
  there = await flow({ handles: ['northair'], lines: [...lines, ...dm] })
  here = await open()
  const bex = await there.ticketOf('bex')
  const { routes } = await there.call('ticket.get', { ticketId: bex })
  await there.call('reply.send', {
    ticketId: bex,
    channel: 'public',
    text: 'We will air the lounge by tomorrow noon, promised.',
    targetPostId: routes.public.targetPostId,
    solves: false,
  })
  for (let second = 0; second < 12; second++) await there.clock.advance(1_000)
  const [noticed] = (await detail(there, 'bex')).desk.promises
  await there.call('promise.confirm', { promiseId: must(noticed, 'a promise').id })
  const { content } = await workedThere()
  const written = HandoverFile.parse(JSON.parse(content))
  expect(written.tickets.map(({ first }) => first.kind).toSorted()).toEqual(['dm', 'post', 'post', 'post'])
  expect(written.tickets.flatMap(({ promises }) => promises).map(({ words }) => words)).toEqual(
    expect.arrayContaining([null, 'ask the lounge']),
  )
  const said = [...Object.values(texts), 'cinnamon, I say', 'We will air the lounge by tomorrow noon']
  const words = new Set(said.flatMap((text) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? []))
  // What agents noted may use the words of a customer: those notes are ours.
  const ours = new Set(['lounge', 'northair'])
  for (const word of words) if (!ours.has(word)) expect(content.toLowerCase(), word).not.toContain(word)
})

test('what was changed here later stays and is told; so is what only one side has read', async () => {
  await both()
  const { content } = await workedThere()
  await here.clock.advance(hour)
  const ticketIds = [await here.ticketOf('mara')]
  await here.call('ticket.solve', { ticketIds })
  await here.control.post({ by: 'paulo', text: '@northair e agora?', replyTo: 'paulo' })
  await here.readNow('northair', 'mentions')
  const shown = await here.call('handover.preview', { content })
  expect(shown.kept.map(({ customer, why, fields }) => [customer, why, fields]).toSorted()).toEqual([
    ['Mara Holt', 'changed-here', ['owner', 'snooze']],
    ['Paulo', 'newer-here', ['status']],
  ])
  await taken(here, content)
  expect((await detail(here, 'mara')).card.status).toBe('solved')
  expect((await detail(here, 'paulo')).card).toMatchObject({ status: 'new', needsReply: true })

  await there.control.post({ by: 'paulo', text: '@northair?', replyTo: 'paulo' })
  await there.readNow('northair', 'mentions')
  await there.clock.advance(1_000)
  await there.call('ticket.hold', { ticketIds: [await there.ticketOf('paulo')] })
  const behind = await here.call('handover.preview', { content: await file(there) })
  expect(behind.kept.find(({ customer }) => customer === 'Paulo')?.why).toBe('behind')
})

test('what time does here by itself is nobody’s change: what was decided there comes all the same', async () => {
  await both()
  const at = here.clock.now() + hour
  const ticketIds = [await here.ticketOf('mara')]
  await here.call('ticket.snooze', { ticketIds, until: at, forReply: false })
  await here.call('ticket.follow-up', { ticketIds: [await here.ticketOf('bex')], at, reason: 'cleaning' })
  await there.clock.advance(hour / 2)
  const solved = ['mara', 'bex', 'paulo']
  await there.call('ticket.solve', { ticketIds: await Promise.all(solved.map((one) => there.ticketOf(one))) })
  const content = await file(there)
  await here.clock.advance(hour + minute)
  expect((await detail(here, 'mara')).card.desk.snoozedUntil).toBeNull()
  // Nor does a file hold incidents.
  const { brand } = await here.handle('northair')
  const words = { title: 'Seats', terms: ['seat'], statusText: '' }
  await here.call('incident.open', { brandId: brand.id, ticketIds: [await here.ticketOf('paulo')], ...words })
  expect((await taken(here, content)).keptCount).toBe(0)
  for (const one of solved) expect((await detail(here, one)).card.status, one).toBe('solved')
})

test('a promise that a file brought is no change made here: the next file goes on from it', async () => {
  await both()
  const { content } = await workedThere()
  await here.clock.advance(hour)
  await taken(here, content)
  await there.clock.advance(minute)
  await there.call('ticket.hold', { ticketIds: [await there.ticketOf('bex')] })
  expect(await taken(here, await file(there))).toMatchObject({ changedCount: 1, keptCount: 0 })
  expect((await detail(here, 'bex')).card.status).toBe('on-hold')
})

test('an older file after a newer one reverts nothing, whether or not the newer one changed anything', async () => {
  await both()
  await here.clock.advance(hour)
  const jo = await there.call('agent.sit', { name: 'Ana Reis', initials: 'AR' })
  const mara = [await there.ticketOf('mara')]
  await there.call('ticket.assign', { ticketIds: mara, agentId: jo.id })
  const monday = await file(there)
  await there.clock.advance(minute)
  await there.call('ticket.assign', { ticketIds: mara, agentId: null })
  const tuesday = await file(there)
  await there.clock.advance(minute)
  await there.call('ticket.hold', { ticketIds: mara })
  const wednesday = await file(there)

  expect(await taken(here, tuesday)).toMatchObject({ changedCount: 0, keptCount: 0 })
  expect(await taken(here, monday)).toMatchObject({ changedCount: 0, kept: [{ why: 'older-file' }] })
  expect((await detail(here, 'mara')).desk.owner).toBeNull()
  expect(await taken(here, wednesday)).toMatchObject({ changedCount: 1, keptCount: 0 })
  // One of another workspace is older only where the newer one spoke.
  const other = { ...HandoverFile.parse(JSON.parse(monday)), workspaceId: 'another' }
  expect(await taken(here, JSON.stringify(other))).toMatchObject({ kept: [{ why: 'older-file' }] })
  const elsewhere = { ...other, tickets: other.tickets.map((one) => ({ ...one, ownerId: jo.id })) }
  const shown = await here.call('handover.preview', { content: JSON.stringify(elsewhere) })
  expect([shown.changedCount, shown.keptCount]).toEqual([2, 1])
})

test('a file that was taken back is no newer one', async () => {
  await both()
  await here.clock.advance(hour)
  const mara = [await there.ticketOf('mara')]
  await there.call('ticket.hold', { ticketIds: mara })
  const first = await file(there)
  await there.clock.advance(minute)
  await there.call('ticket.solve', { ticketIds: mara })
  await taken(here, await file(there))
  expect((await detail(here, 'mara')).card.status).toBe('solved')
  await here.call('undo.last', {})
  expect((await detail(here, 'mara')).card.status).toBe('new')
  expect(await taken(here, first)).toMatchObject({ changedCount: 1, keptCount: 0 })
  expect((await detail(here, 'mara')).card.status).toBe('on-hold')
})

const notesOf = async (desk: Flow, customer: string) =>
  (await detail(desk, customer)).timeline.flatMap((one) => (one.kind === 'note' ? [one.text] : []))

test('a note of ours that we took back stays away, though another computer still has it', async () => {
  await both()
  await here.call('ticket.note', { ticketId: await here.ticketOf('mara'), text: 'wrong ticket' })
  await taken(there, await file(here))
  expect(await notesOf(there, 'mara')).toEqual(['wrong ticket'])
  await there.clock.advance(minute)
  const content = await file(there)
  await here.call('undo.last', {})
  expect(await taken(here, content)).toMatchObject({ changedCount: 0 })
  expect(await notesOf(here, 'mara')).toEqual([])
  // There it came with a file: taken back with it, it comes again with it.
  const ours = HandoverFile.parse(JSON.parse(content))
  await there.call('undo.last', {})
  expect(await notesOf(there, 'mara')).toEqual([])
  expect(await taken(there, JSON.stringify(ours))).toMatchObject({ changedCount: 1 })
  expect(await notesOf(there, 'mara')).toEqual(['wrong ticket'])
})

test('a note by the id of one on another ticket is not taken in, and undo leaves that one where it is', async () => {
  await both()
  await here.call('ticket.note', { ticketId: await here.ticketOf('mara'), text: 'the bag is in Boston' })
  const ours = HandoverFile.parse(JSON.parse(await file(here)))
  const note = must(ours.tickets.flatMap(({ notes }) => notes)[0], 'a note')
  const { content } = await workedThere()
  const written = HandoverFile.parse(JSON.parse(content))
  const tickets = written.tickets.map((one) => ({ ...one, notes: [...one.notes, note] }))
  const shown = await taken(here, JSON.stringify({ ...written, tickets }))
  expect(shown.changed.filter(({ fields }) => fields.includes('note'))).toHaveLength(1)
  expect(await notesOf(here, 'paulo')).toEqual([])
  expect(await notesOf(here, 'bex')).toEqual([])
  await here.call('undo.last', {})
  expect(await notesOf(here, 'mara')).toEqual(['the bag is in Boston'])
})

test('tickets that are not here yet are counted, and nothing is made of them', async () => {
  there = await open()
  here = await flow({ handles: ['lumen'], lines })
  const { content } = await workedThere()
  const tickets = await here.counted('tickets')
  expect(await taken(here, content)).toMatchObject({ known: 0, unknown: 3, changedCount: 0 })
  expect(await here.counted('tickets')).toBe(tickets)
})

test('another X, a newer version and a broken file are refused by name, and change nothing', async () => {
  await both()
  const content = await file(there)
  const lines = await here.counted('audit')
  const written = HandoverFile.parse(JSON.parse(content))
  const refused = (of: unknown) =>
    expect(taken(here, typeof of === 'string' ? of : JSON.stringify(of))).rejects
  await refused({ ...written, xOrigin: 'https://api.x.com' }).toMatchObject({
    code: 'handover.other-origin',
    data: { expected: 'practice', found: 'https://api.x.com' },
  })
  await refused({ ...written, version: 2, tickets: 'as they are then' }).toMatchObject({
    code: 'handover.newer',
    data: { found: 2, known: 1 },
  })
  await refused({ ...written, tickets: [{ number: 1 }] }).toMatchObject({ code: 'handover.invalid' })
  for (const at of [1.5, -1, 9e15]) {
    await refused({ ...written, writtenAt: at }).toMatchObject({ code: 'handover.invalid' })
    const late = { snoozedUntil: at, followUpAt: at, changedAt: at, solvedAt: at }
    for (const [name, value] of Object.entries(late)) {
      const tickets = written.tickets.map((one) => ({ ...one, [name]: value }))
      await expect(
        here.call('handover.preview', { content: JSON.stringify({ ...written, tickets }) }),
      ).rejects.toMatchObject({ code: 'handover.invalid' })
    }
  }
  await refused({ ...written, more: 1 }).toMatchObject({ code: 'handover.invalid' })
  await refused({ format: 'switchboard.deck', version: 1 }).toMatchObject({ code: 'handover.invalid' })
  await refused(content.slice(0, -20)).toMatchObject({ code: 'handover.invalid' })
  expect(await here.counted('audit')).toBe(lines)
})

test('more than one file takes: what is open goes out before what is newer and solved, and the file is taken in', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `guest_${n}`)
  const minuteOf = (n: number) => new Date(Date.UTC(2026, 10, 17, 11, 10 + n)).toISOString()
  const guests = names.flatMap((username, n) => [
    { type: 'user', username, name: `Guest ${n}` },
    { type: 'post', by: username, text: `@northair where is bag ${n}?`, at: minuteOf(n) },
  ])
  there = await flow({ handles: ['northair'], lines: guests })
  here = await flow({ handles: ['northair'], lines: guests })
  // Quotes take two letters each in the file: a tenth of it, and a little, per ticket.
  const text = '"'.repeat(10_000)
  const perTicket = Math.ceil(handoverFileAtMost / 10 / 20_000) + 2
  const tickets = await Promise.all(names.map((name) => there.ticketOf(name)))
  for (const ticketId of tickets)
    for (let n = 0; n < perTicket; n++) await there.call('ticket.note', { ticketId, text })
  await there.call('ticket.no-reply-needed', { ticketIds: tickets.slice(8) })

  const { content, tickets: count, more } = await there.call('handover.export', {})
  expect({ count, more }).toEqual({ count: 8, more: true })
  expect(content.length).toBeLessThanOrEqual(handoverFileAtMost)
  const written = HandoverFile.parse(JSON.parse(content))
  const shown = await Promise.all(tickets.map((ticketId) => there.call('ticket.get', { ticketId })))
  const numbers = shown.map(({ card }) => card.number)
  expect(written.tickets.map(({ number }) => number)).toEqual(numbers.slice(0, 8).toReversed())

  const told = await taken(here, content)
  expect(told).toMatchObject({ known: 8, unknown: 0, changedCount: 8, keptCount: 0 })
  const oldest = await detail(here, 'guest_0')
  expect(oldest.timeline.filter((item) => item.kind === 'note')).toHaveLength(perTicket)
  const solved = await detail(here, 'guest_9')
  expect(solved.timeline.filter((item) => item.kind === 'note')).toEqual([])
})
