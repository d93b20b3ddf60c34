import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  addHandle,
  silentLog,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import type { Routes } from '../../shared/domain/ticket.ts'
import { must } from '../../shared/must.ts'
import { sit } from '../agents/repo.ts'
import { undoLast } from '../audit/undo.ts'
import { needsReplyCounts } from '../brands/counts.ts'
import { columnService } from '../columns/service.ts'
import { listDecks } from '../decks/repo.ts'
import { newId } from '../db/uuid.ts'
import type { PostRecord } from '../posts/records.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { ticketService } from './service.ts'
import { statusService } from './status.ts'
import { wakeTickets } from './wake.ts'

const minute = 60_000
const context = { connectionId: 'w1' }
const xWebOrigin = 'https://x.test'
const routes: Routes = {
  username: 'northwindair',
  public: { open: 'no', reason: 'no-public-post', targetPostId: null, targetAt: null, targetIsOlder: false },
  dm: { open: false, reason: 'no-dm-conversation' },
  webIntentUrl: null,
  suggested: 'web',
}

let t: TestDatabase
let air: TestHandle
let harbor: TestHandle
beforeEach(async () => {
  t = testDatabase()
  air = await addHandle(t.database, 'northwindair', '100')
  harbor = await addHandle(t.database, 'harborlight', '200')
})
afterEach(() => t.end())

const service = () => ({
  ...ticketService({ database: t.database, routesOf: async () => routes, onOpened: () => {}, xWebOrigin }),
  ...statusService({ database: t.database }),
})
const columns = () => columnService({ database: t.database, clock: t.clock })
const page = (columnId: string, after: string | null = null, limit = 50) =>
  columns()['column.page']({ columnId, after, until: null, limit, muted: false }, context)
const idsOf = async (columnId: string): Promise<string[]> =>
  (await page(columnId)).rows.map((row) => row.card?.messageAt + '')

const post = (id: string, at: number, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  latestId: id,
  version: 1,
  authorId: '11',
  conversationId: id,
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text: '@northwindair my bag is &lt;gone&gt;',
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: testStart + at * minute,
  ...more,
})
const give = (posts: PostRecord[], handle = air) =>
  t.database.write((tx) =>
    ingestPosts(tx, {
      handle,
      via: 'mentions',
      posts,
      included: [],
      people: [
        { xUserId: '11', name: 'Ann', username: 'ann', avatarUrl: null, followers: 7, verified: false },
        {
          xUserId: '100',
          name: 'Northwind',
          username: 'northwindair',
          avatarUrl: null,
          followers: 9,
          verified: true,
        },
      ],
    }),
  )
const ticketOf = async (conversationId: string) =>
  t.database.read
    .selectFrom('tickets')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow()

test('solved, undone, reopened: each is one action with one event and a line of history', async () => {
  await t.database.write((tx) => sit(tx, 'Ada Park', 'AP'))
  await give([post('1', -5), post('2', -4)])
  const ids = [(await ticketOf('1')).id, (await ticketOf('2')).id]
  t.events.length = 0
  expect(await service()['ticket.solve']({ ticketIds: ids }, context)).toEqual({
    event: 'ticket.solved',
    ticketIds: ids,
    unanswered: 2,
  })
  expect(t.events).toMatchObject([{ ticketIds: ids, brandIds: [air.brandId] }])
  expect(await ticketOf('1')).toMatchObject({
    status: 'solved',
    solved_at: t.clock.now(),
    solved_how: 'unanswered',
    needs_reply: 0,
  })
  const undone = await undoLast(t.database, {})
  expect(undone).toMatchObject({ event: 'ticket.solved', reach: 'restored', channel: null })
  expect([...undone.ticketIds].sort()).toEqual([...ids].sort())
  expect(await ticketOf('1')).toMatchObject({ status: 'new', needs_reply: 1 })
  expect(await ticketOf('2')).toMatchObject({ status: 'new', needs_reply: 1 })
  await expect(undoLast(t.database, {})).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('two tickets, one of them missing: neither changes', async () => {
  await give([post('1', -5)])
  const { id } = await ticketOf('1')
  const missing = newId(testStart)
  await expect(service()['ticket.solve']({ ticketIds: [id, missing] }, context)).rejects.toMatchObject({
    code: 'ticket.missing',
    data: { ticketId: missing },
  })
  expect(await ticketOf('1')).toMatchObject({ status: 'new' })
})

test('undo says conflict when the row has changed since, and reaches the action before it the next time', async () => {
  await give([post('1', -5), post('2', -4)])
  const [first, second] = [await ticketOf('1'), await ticketOf('2')]
  await service()['ticket.note']({ ticketId: first.id, text: 'asked Boston' }, context)
  await service()['ticket.solve']({ ticketIds: [first.id, second.id] }, context)
  await give([post('3', 1, { conversationId: '1', inReplyToPostId: '1', inReplyToUserId: '100' })])
  await expect(undoLast(t.database, {})).rejects.toMatchObject({
    code: 'undo.conflict',
    data: { action: 'ticket.solved', since: 'ticket.reopened', by: null },
  })
  expect(await ticketOf('2')).toMatchObject({ status: 'solved' })
  expect(await undoLast(t.database, {})).toMatchObject({ event: 'ticket.noted', channel: 'note' })
})

test('a ticket shows its whole conversation, notes and history, in order', async () => {
  await t.database.write((tx) => sit(tx, 'Ada Park', 'AP'))
  const root = post('1', -5)
  const other = post('2', -4, {
    authorId: '33',
    conversationId: '1',
    inReplyToPostId: '1',
    text: '@ann @northwindair me too',
    inReplyToUserId: '11',
  })
  const ours = post('3', -3, {
    authorId: '100',
    conversationId: '1',
    inReplyToPostId: '1',
    inReplyToUserId: '11',
    text: '@ann sorry',
  })
  await give([root, other, ours])
  await t.database.write((tx) =>
    ingestDms(tx, {
      handle: air,
      people: [],
      events: [
        {
          id: '9',
          conversationId: '11-100',
          senderId: '11',
          text: 'psst',
          entities: null,
          mediaCount: 0,
          createdAt: testStart - minute,
        },
      ],
    }),
  )
  const { id } = await ticketOf('1')
  await service()['ticket.note']({ ticketId: id, text: 'asked Boston' }, context)
  const detail = await service()['ticket.get']({ ticketId: id }, context)
  expect(detail).toMatchObject({
    title: 'my bag is <gone>',
    customerTicketCount: 1,
    // The direct message came after our answer, and belongs to the same ticket.
    card: { status: 'open', channel: 'dm', answeredElsewhere: false },
  })
  expect(detail.timeline).toMatchObject([
    {
      kind: 'post',
      id: '1',
      context: false,
      ours: false,
      author: { username: 'ann' },
      permalink: 'https://x.test/ann/status/1',
    },
    { kind: 'post', id: '2', context: true, author: { username: '_' } },
    { kind: 'post', id: '3', context: false, ours: true, agentName: null },
    { kind: 'dm', id: '9' },
    { kind: 'event', event: 'ticket.answered-elsewhere', agentName: null },
    { kind: 'event', event: 'ticket.reopened', agentName: null },
    { kind: 'note', text: 'asked Boston', agentName: 'Ada Park', agentInitials: 'AP' },
  ])
  await undoLast(t.database, {})
  const after = await service()['ticket.get']({ ticketId: id }, context)
  expect(after.timeline.filter((item) => item.kind === 'note')).toEqual([])
})

test('a draft keeps its newest revision, and empty text forgets it', async () => {
  await give([post('1', -5)])
  const { id: ticketId } = await ticketOf('1')
  const save = (text: string, revision: number) =>
    service()['draft.save']({ ticketId, channel: 'public', text, revision }, context)
  expect(await save('Hel', 0)).toMatchObject({ revision: 1 })
  expect(await save('Hello', 2)).toMatchObject({ revision: 2 })
  // Said once more it is nothing new; two windows that count alike and type differently are.
  expect(await save('Hello', 2)).toMatchObject({ revision: 2 })
  await expect(save('Help', 2)).rejects.toMatchObject({ code: 'draft.stale', data: { revision: 2 } })
  await expect(save('Hell', 1)).rejects.toMatchObject({ code: 'draft.stale', data: { revision: 2 } })
  expect((await service()['ticket.get']({ ticketId }, context)).drafts).toMatchObject([
    { text: 'Hello', revision: 2 },
  ])
  await save('', 3)
  expect((await service()['ticket.get']({ ticketId }, context)).drafts).toEqual([])
  await expect(
    service()['draft.save']({ ticketId: newId(1), channel: 'dm', text: 'x', revision: 0 }, context),
  ).rejects.toMatchObject({
    code: 'ticket.missing',
  })
})

test('waiting for a post on X: out of the column, back after half an hour without a poll', async () => {
  await give([post('1', -5)])
  const { id } = await ticketOf('1')
  const waker = wakeTickets({ database: t.database, clock: t.clock, log: silentLog })
  await waker.idle()
  await service()['ticket.wait-on-x']({ ticketId: id }, context)
  waker.wake()
  await waker.idle()
  expect((await page('needs-reply:all')).total).toBe(0)
  expect((await page('waiting:all')).rows).toMatchObject([
    { card: { waitingOnXUntil: testStart + 30 * minute } },
  ])
  t.events.length = 0
  await t.clock.advance(31 * minute)
  await waker.idle()
  expect((await page('needs-reply:all')).total).toBe(1)
  expect((await page('waiting:all')).total).toBe(0)
  expect(t.events.filter((event) => event.ticketIds.length > 0)).toHaveLength(1)
  await waker.stop()
})

test('the post that was waited for ends the wait and answers the ticket', async () => {
  await give([post('1', -5)])
  const { id } = await ticketOf('1')
  await service()['ticket.wait-on-x']({ ticketId: id }, context)
  await give([
    post('3', 2, { authorId: '100', conversationId: '1', inReplyToPostId: '1', inReplyToUserId: '11' }),
  ])
  expect(await ticketOf('1')).toMatchObject({
    status: 'pending',
    waiting_on_x_until: null,
    answered_elsewhere: 1,
  })
})

test('columns: what is due first, what is newest first, and a page at a time without a gap', async () => {
  await give(
    Array.from({ length: 7 }, (_, index) =>
      post(String(index + 1), -index, { authorId: String(50 + index) }),
    ),
  )
  await give([post('20', 3, { text: '@harborlight hello', authorId: '70' })], harbor)
  const due = await idsOf('needs-reply:all')
  expect(due).toEqual([...due].sort())
  const newest = await idsOf('mentions:all')
  expect(newest).toEqual([...newest].sort().reverse())
  expect(newest).toHaveLength(8)
  expect((await page(`mentions:${harbor.brandId}`)).total).toBe(1)

  const read: string[] = []
  let after: string | null = null
  do {
    const part: Awaited<ReturnType<typeof page>> = await page('needs-reply:all', after, 3)
    read.push(...part.rows.map((row) => `${row.card?.messageAt}`))
    after = part.next
  } while (after !== null)
  expect(read).toEqual(due)
})

test('a card has the newest customer message as runs, its customer and its other brands', async () => {
  const both = post('1', -5, { text: '@northwindair &amp; @harborlight help' })
  await give([both])
  await give([both], harbor)
  const { rows } = await page(`mentions:${air.brandId}`)
  expect(rows).toMatchObject([
    {
      kind: 'ticket',
      card: {
        number: 1001,
        customer: { name: 'Ann', username: 'ann', followers: 7 },
        runs: [{ kind: 'text', text: '@northwindair & @harborlight help' }],
        linkedBrandIds: [harbor.brandId],
        needsReply: true,
        job: null,
      },
    },
  ])
})

test('the outbox shows what is not settled, and what was sent within the hour', async () => {
  await give([post('1', -5)])
  const ticket = await ticketOf('1')
  const job = (state: 'held' | 'sent' | 'dropped', settledAt: number | null) =>
    t.database.write((tx) =>
      tx.db
        .insertInto('jobs')
        .values({
          id: newId(tx.at),
          kind: 'reply',
          lane: 'lane',
          ticket_id: ticket.id,
          brand_id: air.brandId,
          handle_id: air.id,
          payload: JSON.stringify({ text: state, targetPostId: '1' }),
          solves: 0,
          state,
          created_at: tx.at,
          release_at: tx.at,
          settled_at: settledAt,
        })
        .execute(),
    )
  await job('sent', testStart - 61 * minute)
  await job('dropped', testStart)
  await job('sent', testStart)
  await job('held', null)
  const { rows, total } = await page('outbox:all')
  expect(rows.map((row) => (row.kind === 'job' ? row.job.text : row.kind))).toEqual(['held', 'sent'])
  expect(total).toBe(2)
  expect((await page('mentions:all')).rows).toMatchObject([
    { card: { job: { text: 'held', username: 'northwindair' } } },
  ])
})

test('the rows of a brand that was removed with its data kept stand in no column and no count', async () => {
  await give([post('1', -5)])
  await t.database.write((tx) =>
    tx.db.updateTable('brands').set({ removed_at: tx.at }).where('id', '=', air.brandId).execute(),
  )
  expect((await page('needs-reply:all')).total).toBe(0)
  expect((await page('mentions:all')).rows).toEqual([])
  expect((await needsReplyCounts(t.database.read, t.clock.now())).size).toBe(0)
  const decks = await listDecks(t.database.read, t.clock.now())
  expect(decks.map((deck) => deck.brandId)).toEqual([null, harbor.brandId])
  expect(must(decks[0], 'the first deck').columns.map((column) => column.kind)).toEqual([
    'needs-reply',
    'mentions',
    'dms',
    'waiting',
    'outbox',
  ])
})

test('a column or a place that does not exist is bad input', async () => {
  await expect(page('nonsense:all')).rejects.toMatchObject({ code: 'input.invalid' })
  await expect(page('mentions:all', 'x')).rejects.toMatchObject({ code: 'input.invalid' })
})

test.each([
  ['needs-reply:all', 'tickets_due'],
  ['needs-reply:brand', 'tickets_due_by_brand'],
  ['mentions:all', 'tickets_newest'],
  ['mentions:brand', 'tickets_newest_by_brand'],
  ['waiting:all', 'tickets_waiting'],
  ['waiting:brand', 'tickets_waiting_by_brand'],
])('%s is read along its index, without sorting', async (column, index) => {
  const asked = vi.spyOn(t.database.read.getExecutor(), 'executeQuery')
  await page(column.replace('brand', air.brandId))
  const queries = asked.mock.calls.map(([query]) => query)
  const { sql, parameters } = must(
    queries.find((query) => query.sql.includes('"sortAt"')),
    'the query of the page',
  )
  const plan = await t.database.write((tx) =>
    tx.raw<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters),
  )
  const steps = plan.map(({ detail }) => detail)
  expect(steps.filter((step) => /\bt\b/u.test(step))[0]).toMatch(new RegExp(` ${index}( |$)`, 'u'))
  expect(steps).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})
