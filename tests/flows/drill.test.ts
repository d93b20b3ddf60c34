/** @file The practice drill, played by the contract alone: fifty tickets, a clock, and each of the four misses. */
import { afterEach, expect, test } from 'vitest'
import { drillSize } from '../../src/shared/domain/drill.ts'
import { must } from '../../src/shared/must.ts'
import { stage } from './playing.ts'

const on = stage()
const { play, open, answer } = on
afterEach(() => on.desk.end())

const minute = 60_000
const drill = async () => must((await on.desk.call('drill.get', {})).drill, 'a drill')
const misses = async () =>
  (await drill()).misses.map(({ kind, caught, ticket }) => [kind, caught, ticket?.customer ?? null])

test('its world is fifty tickets, nine of them due within a quarter of an hour, and two impostors', async () => {
  await play('drill')
  expect(await on.desk.call('drill.get', {})).toEqual({ drill: null })
  const begun = await on.desk.call('drill.begin', {})
  expect(begun).toMatchObject({ total: drillSize, left: drillSize, answered: 0, endedAt: null, misses: [] })
  const due = (await on.desk.column('needs-reply')).map(({ card }) => card.dueAt ?? Infinity)
  expect(due.filter((at) => at < begun.beganAt + 15 * minute)).toHaveLength(9)
  expect((await open('femi_ade')).impostors).toMatchObject([{ username: 'northwind_help' }])
  // Who pretends to be a brand is offered to nobody who types its name.
  const { ticketId } = (await open('femi_ade')).card
  const to = { kind: 'ticket' as const, ticketId, channel: 'public' as const }
  expect(
    (await on.desk.call('person.mentionable', { to, query: 'north' })).map(({ username }) => username),
  ).toEqual([])
  expect(await on.desk.call('person.mentionable', { to, query: 'femi' })).toMatchObject([
    { username: 'femi_ade' },
  ])
  expect((await open('carys_wynn')).impostors).toMatchObject([{ username: 'lumenhe1p' }])
})

test('what goes wrong is scored once, with its ticket; what a guard caught is told apart', async () => {
  await play('drill')
  await on.desk.call('drill.begin', {})

  const named = answer('leopold_m', 'The one in the Northwind Air lounge is the Copper 2.')
  await expect(named).rejects.toMatchObject({ code: 'guard.stopped' })
  await expect(answer('leopold_m', 'Northwind Air has the Copper 2.')).rejects.toMatchObject({
    code: 'guard.stopped',
  })
  await answer('leopold_m', 'That is the Copper 2, Leopold. In the shop from Monday.', { solves: true })
  expect(await misses()).toEqual([['wrong-brand', true, 'Leopold M']])

  const { card, routes } = await open('ottilie_b')
  const leak = {
    ticketId: card.ticketId,
    channel: 'public' as const,
    text: 'We ring you on +44 20 7946 0321, Ottilie.',
    targetPostId: routes.public.targetPostId,
    solves: false,
  }
  await expect(on.desk.call('reply.send', leak)).rejects.toMatchObject({ code: 'guard.stopped' })
  const { findings } = await on.desk.call('draft.check', {
    to: { kind: 'ticket', ticketId: card.ticketId, channel: 'public' },
    text: leak.text,
  })
  const override = { findings: findings.map(({ key }) => key), reason: 'she posted it herself' }
  await on.desk.call('reply.send', { ...leak, override })
  expect(await misses()).toEqual([
    ['wrong-brand', true, 'Leopold M'],
    ['leaked-number', false, 'Ottilie B'],
  ])

  // Answered while the account that asks for a password is still at large.
  await answer('carys_wynn', 'Carys, unplug it for a minute, please. We see your line now.')
  expect(await misses()).toContainEqual(['impostor', false, 'Carys Wynn'])
  const femi = await open('femi_ade')
  const { xUserId } = must(femi.impostors[0], 'an impostor')
  await on.desk.call('impostor.report', { ticketId: femi.card.ticketId, xUserId })
  await answer('femi_ade', 'Femi, that account is not ours: we reported it. Your refund left today.')
  expect((await misses()).filter(([kind]) => kind === 'impostor')).toHaveLength(1)

  await on.desk.clock.advance(4 * minute)
  const late = (await misses()).filter(([kind]) => kind === 'missed-deadline')
  expect(late).toContainEqual(['missed-deadline', false, 'Hollis Vane'])
  expect(late).not.toContainEqual(['missed-deadline', false, 'Femi Ade'])
  expect((await drill()).answered).toBe(4)
  const told = await on.desk.call('ticket.history', { ticketId: (await open('leopold_m')).card.ticketId })
  expect(told.filter(({ event }) => event === 'guard.held-back')).toHaveLength(2)
})

test('once it is ended its clock stands: what happens later changes nothing', async () => {
  await play('drill')
  await on.desk.call('drill.begin', {})
  const waiting = (await on.desk.column('needs-reply')).map(({ card }) => card.ticketId)
  const [first = '', ...others] = waiting
  await on.desk.call('ticket.no-reply-needed', { ticketIds: others })
  expect(await drill()).toMatchObject({ left: 1, total: drillSize })
  await on.desk.call('ticket.solve', { ticketIds: [first] })
  const ended = await on.desk.call('drill.end', {})
  expect(ended).toMatchObject({ left: 0, answered: 0 })
  expect(ended.misses.map(({ kind }) => kind)).toEqual(['impostor', 'impostor'])
  const { impostors, card } = await open('femi_ade')
  const { xUserId } = must(impostors[0], 'an impostor')
  await on.desk.call('impostor.report', { ticketId: card.ticketId, xUserId })
  await answer('hollis_v', 'Gate 14, Hollis. We are sorry about the board.')
  await on.desk.clock.advance(20 * minute)
  expect(await drill()).toEqual(ended)
  await expect(on.desk.call('drill.end', {})).rejects.toMatchObject({ code: 'input.invalid' })
})
