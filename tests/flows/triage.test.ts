/** @file Stories of triage: what a message is found to be after it came, what agents say instead, who pretends to be us. */
import { afterEach, expect, test } from 'vitest'
import type { TriageView } from '../../src/shared/domain/triage.ts'
import { must } from '../../src/shared/must.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const ago = (minutes: number): string => new Date(noon - minutes * minute).toISOString()
const post = (key: string, by: string, text: string, minutes: number, more: object = {}) => ({
  type: 'post',
  key,
  by,
  text,
  at: ago(minutes),
  ...more,
})
const detail = async (username = 'mara') =>
  desk.call('ticket.get', { ticketId: await desk.ticketOf(username) })
const triage = async (username = 'mara'): Promise<TriageView> =>
  must((await detail(username)).triage, 'a ticket that was looked at')

test('what arrives is looked at after its commit, explained by its words, and shown on its card', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      post(
        'bag',
        'mara',
        '@northair third time you lost my bag, this is ridiculous. I called twice, no answer. Refund!',
        10,
      ),
      post('how', 'paulo', '@northair how can I add a bag to my booking?', 9),
    ],
  })
  expect(await triage()).toMatchObject({
    category: 'complaint',
    corrected: false,
    sentiment: 'negative',
    lastResort: expect.any(String),
    reach: 'usual',
    loud: false,
  })
  const words = (await triage()).terms.map(({ term }) => term)
  expect(words).toEqual(expect.arrayContaining(['third time', 'refund']))
  expect((await triage('paulo')).category).toBe('question')
  const cards = (await desk.column('mentions')).map(({ card }) => card.triage)
  expect(cards).toMatchObject([
    { category: 'question', lastResort: false },
    { category: 'complaint', lastResort: true },
  ])
})

test('of several messages that wait the most severe decides; once answered, the newest does', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [post('bag', 'mara', '@northair you lost my bag, unacceptable', 10)],
  })
  await desk.control.post({ by: 'mara', text: '@northair how can I reach you?', replyTo: 'bag' })
  await desk.clock.advance(2 * minute)
  expect((await detail()).timeline.filter(({ kind }) => kind === 'post')).toHaveLength(2)
  expect((await triage()).category).toBe('complaint')
})

test('a correction stands, teaches this workspace, and is taken back whole', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [post('lounge', 'mara', '@northair the lounge', 10)],
  })
  const found = (await triage()).category
  expect(found).not.toBe('feedback')
  const ticketId = await desk.ticketOf('mara')
  expect(await desk.call('ticket.categorize', { ticketIds: [ticketId], category: 'feedback' })).toEqual({
    event: 'ticket.categorized',
    ticketIds: [ticketId],
  })
  expect(await triage()).toMatchObject({ category: 'feedback', corrected: true, found })
  const learned = await desk.call('triage.learned', {})
  expect(learned).toContainEqual({
    language: 'en',
    category: 'feedback',
    kind: 'trait',
    term: 'short',
    weight: 0.5,
  })
  expect(learned.every(({ category }) => category === 'feedback' || category === found)).toBe(true)
  // Saying it again changes nothing.
  expect(
    (await desk.call('ticket.categorize', { ticketIds: [ticketId], category: 'feedback' })).ticketIds,
  ).toEqual([])
  const events = (await detail()).timeline.flatMap((item) => (item.kind === 'event' ? [item.event] : []))
  expect(events).toContain('ticket.categorized')
  // Until the next of the same kind is found to be that.
  let said = 1
  for (const by of ['paulo', 'bex']) {
    await desk.control.post({ by, text: '@northair the lounge' })
    await desk.readNow('northair', 'mentions')
    const ids = [await desk.ticketOf(by)]
    said += (await desk.call('ticket.categorize', { ticketIds: ids, category: 'feedback' })).ticketIds.length
  }
  await desk.control.post({ by: 'mara', text: '@northair the lounge' })
  await desk.readNow('northair', 'mentions')
  expect((await desk.column('mentions'))[0]?.card.triage?.category).toBe('feedback')

  for (let left = said; left > 1; left--) await desk.call('undo.last', {})
  expect(await desk.call('undo.last', {})).toMatchObject({
    event: 'ticket.categorized',
    ticketIds: [ticketId],
    reach: 'restored',
  })
  expect(await desk.call('triage.learned', {})).toEqual([])
  await desk.control.post({ by: 'bex', text: '@northair the lounge' })
  await desk.readNow('northair', 'mentions')
  expect((await desk.column('mentions'))[0]?.card.triage).toMatchObject({ category: found })
})

test('what was not looked at before an end is looked at after the next start', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [post('bag', 'mara', '@northair you lost my bag, unacceptable', 10)],
  })
  await desk.restart(async () => {
    await desk.control.post({ by: 'paulo', text: '@northair how can I add a bag?' })
  })
  await desk.readNow('northair', 'mentions')
  expect((await triage('paulo')).category).toBe('question')
  expect((await triage()).category).toBe('complaint')
})

test('direct messages have a language, and no private data that anybody else sees', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      {
        type: 'dm',
        from: 'mara',
        to: 'northair',
        text: 'Mein Koffer ist nicht angekommen, bitte rufen Sie mich an: +49 30 901820 oder mara@example.com',
        at: ago(10),
      },
      post('phone', 'paulo', '@northair call me: +49 30 901820', 9),
    ],
  })
  expect(await triage()).toMatchObject({ lang: 'de', category: 'complaint', privateData: [] })
  expect((await triage('paulo')).privateData).toContain('phone')
})

test('a message that is deleted takes what was found of it along', async () => {
  desk = await flow({
    kind: 'live',
    handles: ['northair'],
    lines: [post('bag', 'mara', '@northair you lost my bag, unacceptable', 10)],
  })
  expect((await triage()).category).toBe('complaint')
  await desk.control.delete({ post: 'bag' })
  await desk.clock.advance(11 * minute)
  await detail()
  await desk.idle()
  expect((await detail()).triage).toBeNull()
})

test('an account that answers a customer and resembles the brand is flagged, reported, and that is taken back', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      { type: 'user', username: 'northair_help', name: 'North Air Help' },
      post('bag', 'mara', '@northair you lost my bag', 10),
    ],
  })
  const before = await desk.metered()
  await desk.control.post({
    by: 'northair_help',
    text: '@mara @northair we can help, send us your card number',
    replyTo: 'bag',
  })
  await desk.clock.advance(10 * minute)
  const [impostor] = (await detail()).impostors
  expect(impostor).toMatchObject({ username: 'northair_help', resembles: 'northair', state: 'seen' })
  expect(
    (await desk.column('mentions')).find(({ card }) => card.customer.username === 'mara')?.card.triage,
  ).toMatchObject({
    impostors: 1,
  })
  expect(await desk.metered()).toBeGreaterThan(before)
  const ticketId = await desk.ticketOf('mara')
  const { xUserId } = must(impostor, 'an impostor')
  await desk.call('impostor.report', { ticketId, xUserId })
  expect(desk.opened.at(-1)).toContain('impersonation')
  expect((await detail()).impostors).toMatchObject([{ state: 'reported' }])
  await desk.call('undo.last', {})
  expect((await detail()).impostors).toMatchObject([{ state: 'seen' }])
  await desk.call('impostor.dismiss', { ticketId, xUserId })
  expect((await detail()).impostors).toMatchObject([{ state: 'dismissed' }])
  await expect(desk.call('impostor.dismiss', { ticketId, xUserId: '404' })).rejects.toMatchObject({
    code: 'impostor.missing',
  })
})

test('a person who is forgotten takes what was found of them, and what they taught, along', async () => {
  desk = await flow({
    handles: ['northair'],
    lines: [
      post('lounge', 'mara', '@northair the lounge', 10),
      post('bag', 'bex', '@northair lost my bag', 9),
    ],
  })
  const ticketId = await desk.ticketOf('mara')
  const { xUserId } = (await detail()).card.customer
  await desk.call('ticket.categorize', { ticketIds: [ticketId], category: 'feedback' })
  await desk.call('person.forget', { xUserId, confirm: 'mara', why: 'asked for it' })
  await desk.idle()
  await expect(desk.call('ticket.get', { ticketId })).rejects.toMatchObject({ code: 'ticket.missing' })
  expect(await desk.counted('triage_corrections')).toBe(0)
  expect(await desk.counted('triage_items')).toBe(1)
  expect(await desk.counted('ticket_triage')).toBe(1)
  expect((await triage('bex')).category).toBe('complaint')
})
