/** @file An answer that somebody deleted on X itself answers nobody any more: its ticket is open again. */
import { afterEach, expect, test } from 'vitest'
import type { Card } from '../../src/shared/domain/ticket.ts'
import { must } from '../../src/shared/must.ts'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const minute = 60_000
const complaint = {
  type: 'post',
  key: 'bag',
  by: 'mara',
  at: '2026-11-17T11:50:00Z',
  text: '@northair where is my bag?',
}

const card = async (): Promise<Card> =>
  (await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })).card

/** Answers, lets it leave, and gives the answer's id at X. */
async function answered(solves: boolean): Promise<string> {
  const { card, routes } = await desk.call('ticket.get', { ticketId: await desk.ticketOf('mara') })
  await desk.call('reply.send', {
    ticketId: card.ticketId,
    channel: 'public',
    text: 'On it, Mara.',
    targetPostId: routes.public.targetPostId,
    solves,
  })
  for (let second = 0; second < 14; second++) await desk.clock.advance(1_000)
  return must((await desk.control.sent()).posts[0], 'the answer at X').id
}

test('found when the ticket is looked at again', async () => {
  desk = await flow({ kind: 'live', handles: ['northair'], lines: [complaint] })
  const post = await answered(false)
  expect(await card()).toMatchObject({ status: 'pending', needsReply: false })
  await desk.control.delete({ post })
  await desk.clock.advance(11 * minute)
  await card()
  await desk.idle()
  expect(await card()).toMatchObject({ status: 'open', needsReply: true })
})

test('told by the stream, of a solved ticket too; said twice, it opens nothing that an agent solved since', async () => {
  desk = await flow({ handles: ['northair'], lines: [complaint], stream: true })
  const post = await answered(true)
  expect(await card()).toMatchObject({ status: 'solved' })
  await desk.control.delete({ post })
  await desk.clock.advance(1_000)
  expect(await card()).toMatchObject({ status: 'open', needsReply: true })
  const { ticketId } = await card()
  await desk.call('ticket.solve', { ticketIds: [ticketId] })
  await desk.clock.advance(30 * minute)
  expect(await card()).toMatchObject({ status: 'solved' })
})
