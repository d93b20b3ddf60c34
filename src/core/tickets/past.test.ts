/** @file What a handle's past becomes: which tickets are owed a reply on the day it is connected, in any order of arrival. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import type { DmRecord, PostRecord } from '../posts/records.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'

const hour = 3_600_000
/** What a brand that settled nothing promises for a first and a next reply. */
const replyTargetMs = hour
const connectedAt = testStart
const open: TestDatabase[] = []
afterEach(async () => {
  for (const made of open.splice(0)) await made.end()
})

async function connected(): Promise<{ t: TestDatabase; air: TestHandle }> {
  const t = testDatabase()
  open.push(t)
  const air = await addHandle(t.database, 'air', '100')
  await t.database.write((tx) =>
    tx.db.updateTable('handles').set({ connected_at: connectedAt }).where('id', '=', air.id).execute(),
  )
  return { t, air }
}

/** Post `n` of a conversation, written so many hours after the handle was connected. */
const post = (by: 'ann' | 'air', hours: number, n: number, conversation = 0): PostRecord => ({
  id: String(conversation * 100 + n),
  latestId: String(conversation * 100 + n),
  version: 1,
  authorId: by === 'ann' ? '11' : '100',
  conversationId: String(conversation * 100 + 1),
  inReplyToPostId: n === 1 ? null : String(conversation * 100 + 1),
  inReplyToUserId: n === 1 ? null : '11',
  quotedPostId: null,
  repostedPostId: null,
  text: by === 'ann' ? 'where is my bag, @air?' : '@ann on its way',
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: connectedAt + hours * hour,
})

const give = (t: TestDatabase, air: TestHandle, posts: PostRecord[]) =>
  t.database.write((tx) => ingestPosts(tx, { handle: air, via: 'mentions', posts, included: [], people: [] }))
const ticket = (t: TestDatabase, conversationId = '1') =>
  t.database.read
    .selectFrom('tickets')
    .select(['status', 'due_at', 'needs_reply', 'oldest_unanswered_at', 'imported_at'])
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()

test.each<[string, ['ann' | 'air', number][], object]>([
  [
    'older than a day',
    [['ann', -25]],
    { status: 'closed', needs_reply: 0, due_at: null, imported_at: testStart },
  ],
  [
    'younger, unanswered: its clock starts now',
    [['ann', -23]],
    { status: 'new', needs_reply: 1, due_at: connectedAt + replyTargetMs, imported_at: null },
  ],
  [
    'younger, answered',
    [
      ['ann', -3],
      ['air', -2],
    ],
    { status: 'closed', needs_reply: 0, due_at: null, imported_at: testStart },
  ],
  [
    'answered, then asked again within the day',
    [
      ['ann', -50],
      ['air', -40],
      ['ann', -3],
    ],
    { status: 'open', needs_reply: 1, due_at: connectedAt + replyTargetMs, imported_at: null },
  ],
  [
    'old and unanswered, asked again within the day: only that waits',
    [
      ['ann', -50],
      ['ann', -3],
    ],
    { status: 'new', needs_reply: 1, oldest_unanswered_at: connectedAt - 3 * hour },
  ],
  [
    'written since',
    [['ann', 1]],
    { status: 'new', needs_reply: 1, due_at: connectedAt + hour + replyTargetMs, imported_at: null },
  ],
])('%s', async (_, said, expected) => {
  const { t, air } = await connected()
  await give(
    t,
    air,
    said.map(([by, hours], index) => post(by, hours, index + 1)),
  )
  expect(await ticket(t)).toMatchObject(expected)
})

test('a customer who writes again takes the ticket out of the past, with a clock of its own', async () => {
  const { t, air } = await connected()
  await give(t, air, [post('ann', -200, 1)])
  expect(await ticket(t)).toMatchObject({ status: 'closed', imported_at: testStart })
  await give(t, air, [post('ann', 2, 2)])
  expect(await ticket(t)).toMatchObject({
    status: 'new',
    needs_reply: 1,
    oldest_unanswered_at: connectedAt + 2 * hour,
    due_at: connectedAt + 2 * hour + replyTargetMs,
  })
})

test('direct messages of the past are closed too, and asked nothing more for', async () => {
  const { t, air } = await connected()
  const dm = (id: string, hours: number): DmRecord => ({
    id,
    conversationId: '11-100',
    senderId: '11',
    text: 'psst',
    entities: null,
    mediaCount: 0,
    createdAt: connectedAt + hours * hour,
  })
  await t.database.write((tx) => ingestDms(tx, { handle: air, people: [], events: [dm('9', -48)] }))
  expect(await ticket(t, '11-100')).toMatchObject({ status: 'closed', needs_reply: 0 })
  await give(t, air, [{ ...post('ann', -48, 5), inReplyToPostId: '4', quotedPostId: '3' }])
  expect(await t.database.read.selectFrom('wanted_posts').selectAll().execute()).toEqual([])
})

test('any order of arrival gives the same ticket', async () => {
  const { t, air } = await connected()
  let conversation = 0
  const message = fc.record({
    by: fc.constantFrom('ann' as const, 'air' as const),
    hours: fc.integer({ min: -60, max: 3 }),
  })
  const story = fc
    .uniqueArray(message, { minLength: 1, maxLength: 5, selector: ({ hours }) => hours })
    .map((said) => said.toSorted((a, b) => a.hours - b.hours))
    .chain((said) =>
      fc.record({
        said: fc.constant(said),
        order: fc.shuffledSubarray([...said.keys()], { minLength: said.length }),
      }),
    )
  await fc.assert(
    fc.asyncProperty(story, async ({ said, order }) => {
      const posts = (at: number): PostRecord[] =>
        said.map(({ by, hours }, index) => post(by, hours, index + 1, at))
      const [whole, single] = [++conversation, ++conversation]
      await give(t, air, posts(whole))
      for (const index of order) await give(t, air, posts(single).slice(index, index + 1))
      expect(await ticket(t, `${single}01`)).toEqual(await ticket(t, `${whole}01`))
    }),
  )
})

test('a ticket of the past that comes alive is owed its solution from then on', async () => {
  const { t, air } = await connected()
  await give(t, air, [post('ann', -30, 1)])
  expect(await ticket(t)).toMatchObject({ status: 'closed' })
  await give(t, air, [post('ann', 1, 2)])
  const { resolve_due_at: due } = await t.database.read
    .selectFrom('tickets')
    .select('resolve_due_at')
    .executeTakeFirstOrThrow()
  // Tuesday, 11:07, and 24 hours of nine to six.
  expect(due).toBe(Date.UTC(2026, 10, 12, 17, 7))
})
