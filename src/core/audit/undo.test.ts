/** @file Whatever agents do to tickets, undo gives back the exact state before it, action by action. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addHandle, testDatabase, testStart, type TestDatabase } from '../../../tests/database.ts'
import { TicketStatus } from '../../shared/domain/ticket.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { PostRecord } from '../posts/records.ts'
import { ingestPosts } from '../sync/ingest.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { statusService } from '../tickets/status.ts'
import { undoLast } from './undo.ts'

const minute = 60_000
const context = { connectionId: 'w' }
const us = '100'

const post = (id: string, authorId: string, at: number, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  latestId: id,
  version: 1,
  authorId,
  conversationId: id,
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text: '@northwindair hello?',
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: testStart + at * minute,
  ...more,
})

/** Four tickets: two that wait, one that is answered, one answered within the second in which the customer wrote. */
async function desk(): Promise<{ t: TestDatabase; ticketIds: string[] }> {
  const t = testDatabase()
  const handle = await addHandle(t.database, 'northwindair', us)
  const answer = (id: string, to: string, customer: string, at: number) =>
    post(id, us, at, {
      conversationId: to,
      inReplyToPostId: to,
      inReplyToUserId: customer,
      text: '@you sorry',
    })
  await t.database.write((tx) =>
    ingestPosts(tx, {
      handle,
      via: 'mentions',
      posts: [
        post('1', '11', -9),
        post('2', '12', -8),
        post('3', '13', -7),
        answer('5', '3', '13', -6),
        post('4', '14', -5),
        answer('6', '4', '14', -5),
      ],
      included: [],
      people: [],
    }),
  )
  const rows = await t.database.read.selectFrom('tickets').select('id').orderBy('number').execute()
  return { t, ticketIds: rows.map(({ id }) => id) }
}

const stateOf = async ({ database }: TestDatabase) => ({
  tickets: await database.read.selectFrom('tickets').selectAll().orderBy('number').execute(),
  pauses: await database.read
    .selectFrom('ticket_pauses')
    .selectAll()
    .orderBy('ticket_id')
    .orderBy('from_at')
    .execute(),
})

const which = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 })
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('ticket.solve', 'ticket.no-reply-needed', 'ticket.hold', 'ticket.reopen'),
      which,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ticket.set-status' as const),
      which,
      status: fc.constantFrom(...TicketStatus.options),
    }),
  },
)

test('each undo returns the exact state before the newest action, and then the one before that', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { t, ticketIds } = await desk()
      const service = statusService({ database: t.database })
      const before: Awaited<ReturnType<typeof stateOf>>[] = []
      const undo = async () => {
        const expected = before.pop()
        if (expected === undefined)
          return expect(undoLast(t.database, {})).rejects.toMatchObject({ code: 'undo.nothing' })
        await undoLast(t.database, {})
        expect(await stateOf(t)).toEqual(expected)
      }
      try {
        for (const one of steps) {
          await t.clock.advance(1_000)
          if (one.do === 'undo') {
            await undo()
            continue
          }
          const state = await stateOf(t)
          const chosen = { ticketIds: one.which.map((n) => must(ticketIds[n], 'a ticket')) }
          const done =
            one.do === 'ticket.set-status'
              ? service[one.do]({ ...chosen, status: one.status }, context)
              : service[one.do](chosen, context)
          const { ticketIds: changed } = await Promise.resolve(done).catch((error: unknown) => {
            if (error instanceof Failure && error.is('ticket.no-such-move')) return { ticketIds: [] }
            throw error
          })
          if (changed.length > 0) before.push(state)
          // What was reckoned from the row alone is what the messages say.
          const reckoned = await stateOf(t)
          await t.database.write(async (tx) => {
            for (const id of ticketIds) await refreshTicket(tx, id)
          })
          expect(await stateOf(t)).toEqual(reckoned)
        }
        while (before.length > 0) await undo()
      } finally {
        await t.end()
      }
    }),
    { numRuns: 12 },
  )
})
