/** @file Which open conversations are searched for when there are more of them than one pass may ask for. */
import { afterEach, expect, test } from 'vitest'
import { addHandle, testDatabase, testStart, type TestDatabase } from '../../../tests/database.ts'
import type { PostRecord } from '../posts/records.ts'
import { ingestPosts } from './ingest.ts'
import { watchedOf, writeWatched } from './watched.ts'

const minute = 60_000
let t: TestDatabase
afterEach(() => t.end())

/** The first post of a conversation, so many minutes after the start. */
const mention = (n: number): PostRecord => ({
  id: `${n}`,
  latestId: `${n}`,
  version: 1,
  authorId: `${900 + n}`,
  conversationId: `${n}`,
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text: `@air where is bag ${n}?`,
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: testStart + n * minute,
})

async function conversations(count: number) {
  t = testDatabase()
  const air = await addHandle(t.database, 'air', '100')
  const handle = { ...air, appId: '' }
  const posts = Array.from({ length: count }, (_, n) => mention(n + 1))
  await t.database.write((tx) =>
    ingestPosts(tx, { handle: air, via: 'mentions', posts, included: [], people: [] }),
  )
  /** One pass at that minute: what it searched for, and what it says of those that had to wait. */
  return async (at: number) => {
    const turn = await watchedOf(t.database.read, handle, 'thread', testStart + at * minute, 2)
    await t.database.write((tx) => writeWatched(tx, air.id, turn.watched, testStart + at * minute))
    return { searched: turn.watched.map(({ subject }) => Number(subject)).sort(), ...turn }
  }
}

test('the newest are searched for each time, and every other in turn', async () => {
  const pass = await conversations(7)
  expect((await pass(10)).searched).toEqual([1, 2, 6, 7])
  expect((await pass(12)).searched).toEqual([3, 4, 6, 7])
  expect((await pass(14)).searched).toEqual([1, 5, 6, 7])
  expect((await pass(16)).searched).toEqual([2, 3, 6, 7])
})

test('a pass is complete up to where the first of those that wait was searched', async () => {
  const pass = await conversations(7)
  expect((await pass(10)).waitingFrom).toBe(testStart + 3 * minute)
  expect((await pass(12)).waitingFrom).toBe(testStart + 5 * minute)
  expect((await pass(14)).waitingFrom).toBe(testStart + 10 * minute)
})

test('where all are asked for at once, nothing waits', async () => {
  const pass = await conversations(4)
  const { searched, waitingFrom } = await pass(10)
  expect(searched).toEqual([1, 2, 3, 4])
  expect(waitingFrom).toBeNull()
})
