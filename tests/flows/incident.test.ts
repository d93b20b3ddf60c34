/** @file An incident from the first complaint to the all-clear, over forty customers, and what may go wrong on the way. */
import { afterEach, expect, test } from 'vitest'
import type { IncidentView } from '../../src/shared/domain/incident.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const customers = 40
const lines = Array.from({ length: customers }, (_, n) => [
  { type: 'user', username: `guest${n}`, name: `${n % 2 === 0 ? 'Ada' : 'Ben'} Guest` },
  {
    type: 'post',
    key: `down${n}`,
    by: `guest${n}`,
    at: '2026-11-17T11:50:00Z',
    text: `@northair the check-in page is down for me, flight ${n}`,
  },
]).flat()
const beside = [
  { type: 'user', username: 'calm', name: 'Cal Mann' },
  {
    type: 'post',
    key: 'calm',
    by: 'calm',
    at: '2026-11-17T11:40:00Z',
    text: '@northair may I bring a violin?',
  },
  { type: 'post', key: 'light', by: 'calm', at: '2026-11-17T11:41:00Z', text: '@lumen is the page down?' },
]

const words = {
  title: 'Check-in is down',
  terms: ['down', 'check-in'],
  statusText: 'Back by 14:00, we expect.',
}
const wordings = [
  'Hi {{customer.first_name|there}}, we know that check-in does not work. {{incident.status}}',
  'Sorry, {{customer.first_name|there}}: online check-in fails just now, the desks at the airport are open.',
  'Our team is on it, {{customer.first_name|there}}. You lose nothing: your seat stays yours.',
]
const reason = 'official notice, agreed with the client'

async function begin(): Promise<{ incident: IncidentView; brandId: string }> {
  desk = await flow({ lines: [...lines, ...beside], handles: ['northair', 'lumen'] })
  await desk.call('agent.sit', { name: 'Jo Doe', initials: 'JD' })
  const { brand } = await desk.handle('northair')
  const first = await desk.ticketOf('guest0')
  const incident = await desk.call('incident.open', { brandId: brand.id, ticketIds: [first], ...words })
  return { incident, brandId: brand.id }
}

async function gatherAll(incidentId: string): Promise<void> {
  const { suggested } = await desk.call('incident.get', { incidentId })
  await desk.call('incident.gather', {
    incidentId,
    ticketIds: suggested.map(({ ticketId }) => ticketId),
  })
}

const leave = async (): Promise<void> => {
  for (let second = 0; second < 60; second++) await desk.clock.advance(1_000)
}
const repliesTo = async (n: number): Promise<number> =>
  (await desk.control.sent()).posts.filter(({ text }) => text.includes(`@guest${n} `)).length

test('from the first complaint to the all-clear: forty customers, each told once, all tickets solved', async () => {
  const { incident } = await begin()
  const { suggested } = await desk.call('incident.get', { incidentId: incident.id })
  expect(suggested.map(({ customer }) => customer.username).toSorted()).toEqual(
    Array.from({ length: customers - 1 }, (_, n) => `guest${n + 1}`).toSorted(),
  )
  await gatherAll(incident.id)

  const answer = { incidentId: incident.id, kind: 'answer' as const, wordings, reason }
  const preview = await desk.call('incident.preview', answer)
  expect(preview.tellings.map(({ skip }) => skip)).toEqual(Array.from({ length: customers }, () => null))
  expect(preview.tellings[0]?.text).toContain('Hi Ada, we know that check-in does not work. Back by 14:00')
  expect((await desk.control.sent()).posts).toEqual([])

  const told = await desk.call('incident.tell', answer)
  expect(told.sent).toHaveLength(customers)
  await leave()
  const during = await desk.call('incident.get', { incidentId: incident.id })
  expect(during.incident.answered).toBe(customers)
  // A second time nobody is told again.
  const again = await desk.call('incident.tell', answer)
  expect(again.sent).toEqual([])
  expect(new Set(again.skipped.map(({ skip }) => skip?.why))).toEqual(new Set(['told']))

  const clear = await desk.call('incident.tell', {
    incidentId: incident.id,
    kind: 'all-clear',
    wordings: ['{{customer.first_name|There}}, check-in works again. Thank you for your patience!'],
    reason,
  })
  expect(clear.sent).toHaveLength(customers)
  await leave()
  await desk.call('incident.end', { incidentId: incident.id })
  const over = await desk.call('incident.get', { incidentId: incident.id })
  expect(over.incident.told).toBe(customers)
  expect(new Set(over.members.map(({ card }) => card.status))).toEqual(new Set(['solved']))
  for (const n of [0, 7, 39]) expect(await repliesTo(n)).toBe(2)
})

test('the same words to more than three people want a reason; several wordings push that off', async () => {
  const { incident } = await begin()
  await gatherAll(incident.id)
  const ask = async (texts: string[]): Promise<number> => {
    const { tellings } = await desk.call('incident.preview', {
      incidentId: incident.id,
      kind: 'answer',
      wordings: texts,
      reason: null,
    })
    const alike = tellings.filter(({ skip }) => skip?.why === 'alike')
    return tellings.length - alike.length
  }
  expect(await ask(wordings.slice(0, 1))).toBe(3)
  expect(await ask(wordings)).toBe(9)
})

test('who was answered, who is written to, who has gone and whom X lets nobody answer are skipped by name', async () => {
  const { incident } = await begin()
  await gatherAll(incident.id)
  const id = async (n: number): Promise<string> => desk.ticketOf(`guest${n}`)
  const { routes } = await desk.call('ticket.get', { ticketId: await id(1) })
  await desk.call('reply.send', {
    ticketId: await id(1),
    channel: 'public',
    text: 'We look into it for you, Ben.',
    targetPostId: routes.public.targetPostId,
    solves: false,
  })
  await desk.call('draft.save', { ticketId: await id(2), channel: 'public', text: 'Dear Ada', revision: 1 })
  await desk.call('ticket.no-reply-needed', { ticketIds: [await id(3)] })

  const text = ['{{customer.first_name|there}}: {{ticket.field.seat}}']
  const unfilled = await desk.call('incident.preview', {
    incidentId: incident.id,
    kind: 'answer',
    wordings: text,
    reason,
  })
  expect(unfilled.tellings.filter(({ skip }) => skip === null)).toEqual([])

  const { tellings } = await desk.call('incident.preview', {
    incidentId: incident.id,
    kind: 'answer',
    wordings,
    reason,
  })
  const why = (n: number): string | undefined =>
    tellings.find(({ customer }) => customer.username === `guest${n}`)?.skip?.why
  expect([why(1), why(2), why(3), why(4)]).toEqual(['on-its-way', 'draft', 'over', undefined])
  await leave()
  const told = await desk.call('incident.tell', { incidentId: incident.id, kind: 'answer', wordings, reason })
  expect(told.skipped.find(({ customer }) => customer.username === 'guest1')?.skip?.why).toBe('answered')
  expect(told.sent).toHaveLength(customers - 3)
  // The draft is as it was.
  const { drafts } = await desk.call('ticket.get', { ticketId: await id(2) })
  expect(drafts.map(({ text: kept }) => kept)).toEqual(['Dear Ada'])
})

test('a text with somebody’s number is stopped for everybody, and nobody is told', async () => {
  const { incident } = await begin()
  await gatherAll(incident.id)
  const told = await desk.call('incident.tell', {
    incidentId: incident.id,
    kind: 'answer',
    wordings: ['Call Karl at +49 170 1234567, he knows more.'],
    reason,
  })
  expect(told.sent).toEqual([])
  expect(told.skipped[0]?.skip).toMatchObject({ why: 'guarded', guards: ['private-data'] })
})

test('Stop in the middle holds the rest back; nothing is told twice after it', async () => {
  const { incident } = await begin()
  await gatherAll(incident.id)
  await desk.call('incident.tell', { incidentId: incident.id, kind: 'answer', wordings, reason })
  await desk.call('outbox.stop', {})
  await leave()
  expect((await desk.control.sent()).posts).toEqual([])
  const again = await desk.call('incident.tell', {
    incidentId: incident.id,
    kind: 'answer',
    wordings,
    reason,
  })
  expect(again.sent).toEqual([])
})

test('another brand’s ticket is refused; a suggestion that was declined does not come back; z takes all of it back', async () => {
  const { incident, brandId } = await begin()
  const other = (await desk.column('mentions')).find(({ card }) => card.brandId !== brandId)
  await expect(
    desk.call('incident.gather', { incidentId: incident.id, ticketIds: [must(other, 'a ticket').id] }),
  ).rejects.toMatchObject({ code: 'incident.other-brand' })

  const five = await desk.ticketOf('guest5')
  await desk.call('incident.release', { incidentId: incident.id, ticketIds: [five] })
  const suggested = async (): Promise<string[]> =>
    (await desk.call('incident.get', { incidentId: incident.id })).suggested.map(({ ticketId }) => ticketId)
  expect(await suggested()).not.toContain(five)
  await desk.call('undo.last', {})
  expect(await suggested()).toContain(five)

  await desk.call('undo.last', {})
  expect(await desk.call('incident.list', {})).toEqual([])
  const { incident: none } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('guest0') })
  expect(none).toBeNull()
})

test('the public notice goes out once; while the incident goes on, what agents chose a time for asks first', async () => {
  const { incident } = await begin()
  const { handle, brand } = await desk.handle('northair')
  const text = 'Online check-in is down. The desks at the airport are open.'
  const post = async () =>
    desk.call('notice.post', {
      actId: crypto.randomUUID(),
      kind: 'outage',
      title: incident.title,
      startsAt: null,
      endsAt: null,
      items: [
        {
          brandId: brand.id,
          handleId: handle.id,
          username: 'northair',
          incidentId: incident.id,
          text,
          scheduledAt: null,
          pins: false,
        },
      ],
    })
  await post()
  expect((await post())[0]?.failure).toMatchObject({ code: 'incident.noticed' })
  await leave()
  const [listed] = await desk.call('incident.list', {})
  expect(listed?.notice).toMatchObject({ state: 'sent' })

  await desk.call('post.compose', {
    brandId: brand.id,
    handleId: handle.id,
    parts: ['Fly to the sun this winter!'],
    scheduledAt: desk.clock.now() + 60_000,
  })
  await desk.clock.advance(120_000)
  const [planned] = await desk.outbox()
  expect(planned).toMatchObject({ state: 'ask', asks: ['incident'] })
})
