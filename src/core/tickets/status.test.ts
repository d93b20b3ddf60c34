import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import { undoLast } from '../audit/undo.ts'
import type { PostRecord } from '../posts/records.ts'
import { ingestPosts } from '../sync/ingest.ts'
import { statusService } from './status.ts'

const minute = 60_000
const context = { connectionId: 'w1' }

let t: TestDatabase
let air: TestHandle
beforeEach(async () => {
  t = testDatabase()
  air = await addHandle(t.database, 'northwindair', '100')
})
afterEach(() => t.end())

const service = () => statusService({ database: t.database })
const post = (id: string, at: number, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  latestId: id,
  version: 1,
  authorId: '11',
  conversationId: '1',
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text: '@northwindair my bag is gone',
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: testStart + at * minute,
  ...more,
})
const ours = (id: string, at: number): PostRecord =>
  post(id, at, { authorId: '100', inReplyToPostId: '1', inReplyToUserId: '11', text: '@ann sorry' })
const give = (...posts: PostRecord[]) =>
  t.database.write((tx) => ingestPosts(tx, { handle: air, via: 'mentions', posts, included: [], people: [] }))
const ticket = () => t.database.read.selectFrom('tickets').selectAll().executeTakeFirstOrThrow()

test('each key of an agent moves a ticket, and undo gives it back exactly', async () => {
  await give(post('1', -5))
  const before = await ticket()
  const ticketIds = [before.id]
  for (const [act, after] of [
    [() => service()['ticket.solve']({ ticketIds }, context), { status: 'solved', solved_how: 'unanswered' }],
    [
      () => service()['ticket.no-reply-needed']({ ticketIds }, context),
      { status: 'solved', solved_how: 'no-reply-needed' },
    ],
    [() => service()['ticket.hold']({ ticketIds }, context), { status: 'on-hold', solved_how: null }],
    [
      () => service()['ticket.set-status']({ ticketIds, status: 'pending' }, context),
      { status: 'pending', solved_how: null },
    ],
  ] as const) {
    expect(await act()).toMatchObject({ ticketIds })
    expect(await ticket()).toMatchObject({ ...after, needs_reply: 0, first_reply_at: null })
    await undoLast(t.database, {})
    expect(await ticket()).toEqual(before)
  }
})

test('a move that is none is refused by name when it is all that was asked, else left out', async () => {
  await give(post('1', -5), post('2', -4, { authorId: '12', conversationId: '2' }))
  const [first = '', second = ''] = (
    await t.database.read.selectFrom('tickets').select('id').orderBy('opened_at').execute()
  ).map(({ id }) => id)
  await expect(
    service()['ticket.set-status']({ ticketIds: [first], status: 'closed' }, context),
  ).rejects.toMatchObject({ code: 'ticket.no-such-move', data: { from: 'new', to: 'closed' } })
  await service()['ticket.solve']({ ticketIds: [second] }, context)
  expect(
    await service()['ticket.set-status']({ ticketIds: [first, second], status: 'closed' }, context),
  ).toEqual({ event: 'ticket.status-set', ticketIds: [second] })
})

test('solved after an answer it counts as answered; the first answer keeps its time at X', async () => {
  await give(
    post('1', -9),
    ours('2', -7),
    post('3', -5, { inReplyToPostId: '2', inReplyToUserId: '100' }),
    ours('4', -3),
  )
  const { id } = await ticket()
  await service()['ticket.solve']({ ticketIds: [id] }, context)
  expect(await ticket()).toMatchObject({
    status: 'solved',
    solved_how: 'answered',
    first_reply_at: testStart - 7 * minute,
  })
  await give(post('5', 1, { inReplyToPostId: '4', inReplyToUserId: '100' }))
  expect(await ticket()).toMatchObject({ status: 'open', solved_at: null, solved_how: null })
})

test('put aside until the customer writes, it comes back with their message, not with ours', async () => {
  await give(post('1', -9))
  await t.database.write((tx) =>
    tx.raw('UPDATE tickets SET snoozed_for_reply = 1, snoozed_until = ?').run(testStart + 60 * minute),
  )
  await give(ours('2', -7))
  expect(await ticket()).toMatchObject({ snoozed_for_reply: 1, needs_reply: 0 })
  await give(post('3', 1, { inReplyToPostId: '2', inReplyToUserId: '100' }))
  expect(await ticket()).toMatchObject({ snoozed_for_reply: 0, snoozed_until: null, needs_reply: 1 })
})
