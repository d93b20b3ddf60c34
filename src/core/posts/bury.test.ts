import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { buryDm, buryPost, withdrawPost } from './bury.ts'
import type { PostRecord } from './records.ts'

let made: TestDatabase
let air: TestHandle
let lake: TestHandle
beforeEach(async () => {
  made = testDatabase()
  air = await addHandle(made.database, 'northwindair', '100')
  lake = await addHandle(made.database, 'lakeside', '200')
})
afterEach(() => made.end())

const post = (id: string, text: string, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  latestId: id,
  version: 1,
  authorId: '11',
  conversationId: '1',
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text,
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: testStart,
  ...more,
})
const typed = (text: string, userId = '100', username = 'northwindair') => ({
  text: `@${username} ${text}`,
  entities: {
    mentions: [{ start: 0, end: username.length + 1, username, userId }],
    urls: [],
    hashtags: [],
    cashtags: [],
  },
})
const give = (handle: TestHandle, posts: PostRecord[], at = testStart) =>
  made.database.write((tx) =>
    ingestPosts(tx, { handle, via: 'mentions', posts, included: [], people: [], observedAt: at }),
  )
const rows = (
  table: 'posts' | 'post_versions' | 'visible_to' | 'withdrawn' | 'tombstones' | 'ticket_items',
) => made.database.read.selectFrom(table).selectAll().execute()
const found = async (word: string): Promise<number> => {
  const hits = await made.database.write((tx) =>
    tx.raw('SELECT rowid FROM post_words WHERE post_words MATCH ?').all(word),
  )
  return hits.length
}

test('a deletion that is told by the id of an edit comes before the post, which then never comes', async () => {
  await made.database.write((tx) => buryPost(tx, '12', 'deleted'))
  await give(air, [post('1', 'late', { latestId: '12', version: 2 })])
  expect(await rows('posts')).toEqual([])
})

test('a deleted post leaves nothing but its place in the ticket, by any id of its history', async () => {
  for (const id of ['1', '12', '13']) {
    await made.end()
    made = testDatabase()
    air = await addHandle(made.database, 'northwindair', '100')
    await give(air, [post('1', 'x', typed('zanzibarfish'))])
    await give(
      air,
      [post('1', 'x', { ...typed('zanzibarfish two'), latestId: '12', version: 2 })],
      testStart + 1,
    )
    await give(air, [post('1', 'x', { ...typed('three'), latestId: '13', version: 3 })], testStart + 2)
    expect(await rows('post_versions')).toHaveLength(2)
    await made.database.write((tx) => buryPost(tx, id, 'deleted'))
    expect(await rows('posts')).toEqual([])
    expect(await rows('post_versions')).toEqual([])
    expect(await rows('visible_to')).toEqual([])
    expect(await found('three')).toBe(0)
    expect(await rows('ticket_items')).toMatchObject([{ item_id: '1', role: 'customer' }])
    expect(await rows('tombstones')).toMatchObject([
      { item_id: '1', why: 'deleted', conversation_id: '1', written_at: testStart },
    ])
    const [ticket] = await made.database.read.selectFrom('tickets').select('id').execute()
    expect(made.events.at(-1)?.ticketIds).toEqual([ticket?.id])
    await give(air, [post('1', 'x', typed('zanzibarfish'))], testStart + 9)
    expect(await rows('posts')).toEqual([])
  }
})

test('a plain repost goes with the post whose words it holds, also one of an older version', async () => {
  await give(air, [post('1', 'x', typed('zanzibarfish'))])
  await give(air, [post('1', 'x', { ...typed('edited'), latestId: '12', version: 2 })], testStart + 1)
  await give(air, [
    post('5', 'RT @ann: zanzibarfish', { authorId: '100', repostedPostId: '1', conversationId: '5' }),
    post('6', 'RT @ann: edited', { authorId: '100', repostedPostId: '12', conversationId: '6' }),
  ])
  await made.database.write((tx) => buryPost(tx, '12', 'deleted'))
  expect(await rows('posts')).toEqual([])
  expect(await found('edited')).toBe(0)
})

test('a post of which nobody knew is remembered as deleted, and does not come late', async () => {
  await made.database.write((tx) => {
    buryPost(tx, '7', 'deleted')
    buryDm(tx, '8', 'deleted')
  })
  await give(air, [post('7', 'x', typed('late'))])
  await made.database.write((tx) =>
    ingestDms(tx, {
      handle: air,
      people: [],
      events: [
        {
          id: '8',
          conversationId: '11-100',
          senderId: '11',
          text: 'late',
          entities: null,
          mediaCount: 0,
          createdAt: testStart,
        },
      ],
    }),
  )
  expect(await rows('posts')).toEqual([])
  expect(await made.database.read.selectFrom('dm_events').selectAll().execute()).toEqual([])
})

test('what X withdraws from one handle stays for the other, and returns when X shows it again', async () => {
  const both = post('1', 'x', typed('zanzibarfish'))
  await give(air, [both])
  await give(lake, [both])
  const hide = (handle: TestHandle) =>
    made.database.write((tx) => withdrawPost(tx, handle.id, '1', { why: 'protected' }))
  await hide(air)
  expect(await rows('posts')).toHaveLength(1)
  expect(await rows('visible_to')).toMatchObject([{ handle_id: lake.id }])
  await hide(lake)
  expect(await rows('posts')).toEqual([])
  expect(await found('zanzibarfish')).toBe(0)
  expect(await rows('withdrawn')).toHaveLength(2)

  await give(air, [both], testStart + 60_000)
  expect(await rows('posts')).toHaveLength(1)
  expect(await rows('withdrawn')).toMatchObject([{ handle_id: lake.id }])
  const [ticket] = await made.database.read
    .selectFrom('tickets')
    .select('id')
    .where('brand_id', '=', air.brandId)
    .execute()
  expect(made.events.at(-1)?.ticketIds).toEqual([ticket?.id])
})

test('a withheld post is not stored, and one that is here goes', async () => {
  const shown = post('1', 'x', typed('zanzibarfish'))
  await give(air, [{ ...shown, withheldIn: ['DE', 'FR'] }])
  expect(await rows('posts')).toEqual([])
  await give(air, [shown])
  await give(air, [{ ...shown, withheldIn: ['DE', 'FR'] }], testStart + 1)
  expect(await rows('posts')).toEqual([])
  expect(await rows('withdrawn')).toMatchObject([{ why: 'withheld', countries: 'DE FR' }])
})

type Deed = { what: 'show' | 'withdraw' | 'delete'; handle: 0 | 1 }
const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('show', 'withdraw', 'delete'),
  handle: fc.constantFrom(0, 1),
})

test('whatever happens to a post, its words are here exactly while somebody may see it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
      const one = testDatabase()
      const handles = [
        await addHandle(one.database, 'northwindair', '100'),
        await addHandle(one.database, 'lakeside', '200'),
      ] as const
      const sees = new Set<number>()
      let deleted = false
      for (const [step, { what, handle }] of deeds.entries()) {
        await one.database.write((tx) => {
          const { id } = handles[handle]
          if (what === 'delete') buryPost(tx, '1', 'deleted')
          else if (what === 'withdraw') withdrawPost(tx, id, '1', { why: 'suspended' })
          else
            ingestPosts(tx, {
              handle: handles[handle],
              via: 'recheck',
              posts: [post('1', 'zanzibarfish')],
              included: [],
              people: [],
              observedAt: testStart + step,
            })
        })
        if (what === 'delete') deleted = true
        if (what === 'withdraw') sees.delete(handle)
        if (what === 'show') sees.add(handle)
        const isHere = !deleted && sees.size > 0
        const stored = await one.database.read.selectFrom('posts').selectAll().execute()
        expect(stored).toHaveLength(isHere ? 1 : 0)
        const words = await one.database.write((tx) =>
          tx.raw("SELECT rowid FROM post_words WHERE post_words MATCH 'zanzibarfish'").all(),
        )
        expect(words).toHaveLength(isHere ? 1 : 0)
      }
      await one.end()
    }),
    { numRuns: 40 },
  )
})
