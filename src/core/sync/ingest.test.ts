import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import type { Database } from '../db/database.ts'
import type { DmRecord, Entities, PostRecord } from '../posts/records.ts'
import { ingestDms, ingestPosts, type PostPage } from './ingest.ts'

const open: TestDatabase[] = []
const workspace = (): TestDatabase => {
  const made = testDatabase()
  open.push(made)
  return made
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.end()
})

const minute = 60_000
/** Ids whose handles the tests connect. */
const userIds: Record<string, string> = { northwindair: '100', harborlight: '200', ann: '11', ben: '22' }

const named = (text: string): Entities => ({
  mentions: [...text.matchAll(/@(\w+)/gu)].map((match) => ({
    start: Array.from(text.slice(0, match.index)).length,
    end: Array.from(text.slice(0, match.index)).length + match[0].length,
    username: match[1] ?? '',
    userId: userIds[match[1] ?? ''] ?? null,
  })),
  urls: [],
  hashtags: [],
  cashtags: [],
})

/** A post `at` minutes after the start; a reply stands in its parent's conversation. */
function post(id: string, author: string, text: string, at: number, parent?: PostRecord): PostRecord {
  return {
    id,
    latestId: id,
    version: 1,
    authorId: userIds[author] ?? author,
    conversationId: parent?.conversationId ?? id,
    inReplyToPostId: parent?.id ?? null,
    inReplyToUserId: parent?.authorId ?? null,
    quotedPostId: null,
    repostedPostId: null,
    text,
    entities: named(text),
    lang: 'en',
    mediaCount: 0,
    likes: 0,
    reposts: 0,
    createdAt: testStart + at * minute,
  }
}

const give = (database: Database, handle: TestHandle, posts: PostRecord[], more: Partial<PostPage> = {}) =>
  database.write((tx) =>
    ingestPosts(tx, { handle, via: 'mentions', posts, included: [], people: [], ...more }),
  )

const tickets = (database: Database) =>
  database.read.selectFrom('tickets').selectAll().orderBy('opened_at').orderBy('brand_id').execute()
const items = async (database: Database) =>
  (
    await database.read.selectFrom('ticket_items').select(['item_id', 'role']).orderBy('item_id').execute()
  ).map((row) => `${row.item_id} ${row.role}`)

async function oneBrand() {
  const made = workspace()
  return { ...made, us: await addHandle(made.database, 'northwindair', '100') }
}

test('a post that types our handle opens a ticket that needs a reply within the hour', async () => {
  const { database, us, events } = await oneBrand()
  await give(database, us, [post('1', 'ann', '@northwindair my bag is gone', -5)])
  expect(await tickets(database)).toMatchObject([
    {
      number: 1001,
      brand_id: us.brandId,
      handle_id: us.id,
      customer_id: '11',
      channel: 'public',
      status: 'new',
      needs_reply: 1,
      due_at: testStart + 55 * minute,
      newest_customer_item: '1',
    },
  ])
  const [ticket] = await tickets(database)
  expect(events.at(-1)).toMatchObject({ ticketIds: [ticket?.id], brandIds: [us.brandId] })
})

test('a post that comes twice is stored once, and tells nobody the second time', async () => {
  const { database, us, events } = await oneBrand()
  const twice = [post('1', 'ann', '@northwindair hello', 0)]
  expect(await give(database, us, twice)).toEqual({ fresh: 1 })
  const told = events.length
  expect(await give(database, us, twice)).toEqual({ fresh: 0 })
  expect(events.length).toBe(told)
  expect(await database.read.selectFrom('posts').select('id').execute()).toHaveLength(1)
  expect(await items(database)).toEqual(['1 customer'])
})

test('reposts, own posts and handles inherited in talk between customers open nothing', async () => {
  const { database, us } = await oneBrand()
  const root = post('1', 'ben', '@northwindair is late again', -9)
  const repost = { ...post('2', 'ann', 'RT @ben: @northwindair is late again', 0), repostedPostId: '1' }
  const own = post('3', 'northwindair', 'Our @northwindair app is back', 0)
  const talk = post('4', 'ann', '@ben @northwindair same here, which gate?', 1, root)
  await give(database, us, [root, repost, own, talk])
  expect((await tickets(database)).map((ticket) => ticket.customer_id)).toEqual(['22'])
  expect(await items(database)).toEqual(['1 customer'])
})

test('a name in the leading run that the parent could not hand down was typed', async () => {
  const { database, us } = await oneBrand()
  const root = post('1', 'ben', 'my flight is late', -9)
  const cry = post('2', 'ann', '@ben @northwindair mine too, help', 0, root)
  await give(database, us, [cry])
  expect(await tickets(database)).toEqual([])
  expect(await database.read.selectFrom('wanted_posts').select('post_id').execute()).toEqual([
    { post_id: '1' },
  ])
  await give(database, us, [root], { via: 'lookup' })
  expect((await tickets(database)).map((ticket) => ticket.customer_id)).toEqual(['11'])
  expect(await database.read.selectFrom('wanted_posts').selectAll().execute()).toEqual([])
})

test('a reply to a post of ours and a quote of it open tickets, also when ours arrives later', async () => {
  const { database, us } = await oneBrand()
  const ours = post('1', 'northwindair', 'New routes!', -60)
  const reply = { ...post('2', 'ann', '@northwindair never again', 0, ours) }
  const quote = { ...post('3', 'ben', 'look at this', 1), quotedPostId: '1' }
  await give(database, us, [reply, quote])
  expect((await tickets(database)).map((ticket) => ticket.customer_id)).toEqual(['11'])
  await give(database, us, [ours], { via: 'posts' })
  expect((await tickets(database)).map((ticket) => ticket.customer_id)).toEqual(['11', '22'])
})

test('a post that addresses two brands has a ticket in each, once each sees it', async () => {
  const { database, us } = await oneBrand()
  const other = await addHandle(database, 'harborlight', '200')
  const both = post('1', 'ann', '@northwindair @harborlight who has my bag?', 0)
  await give(database, us, [both])
  expect(await tickets(database)).toHaveLength(1)
  await give(database, other, [both])
  expect((await tickets(database)).map((ticket) => ticket.brand_id).sort()).toEqual(
    [us.brandId, other.brandId].sort(),
  )
})

test('an answer from another tool sets Pending, a new message reopens, solved or not', async () => {
  const { database, us } = await oneBrand()
  const complaint = post('1', 'ann', '@northwindair my bag is gone', 0)
  await give(database, us, [complaint])
  const answer = post('2', 'northwindair', '@ann on its way', 5, complaint)
  await give(database, us, [answer], { via: 'posts' })
  expect(await tickets(database)).toMatchObject([
    {
      status: 'pending',
      needs_reply: 0,
      answered_elsewhere: 1,
      due_at: null,
      newest_outbound_at: answer.createdAt,
    },
  ])
  await give(database, us, [post('3', 'ann', '@northwindair still nothing', 9, answer)])
  expect(await tickets(database)).toMatchObject([
    { status: 'open', needs_reply: 1, answered_elsewhere: 0, due_at: testStart + 69 * minute },
  ])
  await database.write((tx) =>
    tx.db.updateTable('tickets').set({ status: 'solved', needs_reply: 0 }).execute(),
  )
  await give(database, us, [post('4', 'ann', '@northwindair hello??', 12, answer)])
  expect(await tickets(database)).toMatchObject([{ status: 'open', needs_reply: 1 }])
  const history = await database.read.selectFrom('audit').select(['event', 'actor']).orderBy('id').execute()
  expect(history).toEqual([
    { event: 'ticket.answered-elsewhere', actor: 'x' },
    { event: 'ticket.reopened', actor: 'x' },
    { event: 'ticket.reopened', actor: 'x' },
  ])
})

test('an answer to one customer never answers another in the same conversation', async () => {
  const { database, us } = await oneBrand()
  const ann = post('1', 'ann', '@northwindair late again', 0)
  const ben = post('2', 'ben', '@ann ask them! @northwindair answer!', 1, ann)
  const toAnn = post('3', 'northwindair', '@ann sorry (1/2)', 2, ann)
  const goesOn = post('4', 'northwindair', 'it leaves at noon (2/2)', 3, toAnn)
  await give(database, us, [goesOn, ben, ann])
  await give(database, us, [toAnn], { via: 'posts' })
  expect(await tickets(database)).toMatchObject([
    { customer_id: '11', status: 'pending', newest_outbound_at: goesOn.createdAt },
    { customer_id: '22', status: 'new', needs_reply: 1 },
  ])
})

test('a follow-up to their own post that only inherits our handle joins the ticket that this customer has', async () => {
  const { database, us } = await oneBrand()
  const complaint = post('1', 'ann', '@northwindair my bag is gone', 0)
  const followUp = post('2', 'ann', '@northwindair still gone', 4, complaint)
  await give(database, us, [followUp])
  await give(database, us, [complaint])
  expect(await items(database)).toEqual(['1 customer', '2 customer'])
})

test('talk between customers that inherits our handle stays beside the ticket', async () => {
  const { database, us } = await oneBrand()
  const complaint = post('1', 'ann', '@northwindair my bag is gone', 0)
  const stranger = post('2', 'ben', '@ann @northwindair happened to me', 2, complaint)
  const chat = post('3', 'ann', '@ben @northwindair what did you do?', 4, stranger)
  await give(database, us, [chat, stranger])
  await give(database, us, [complaint])
  expect(await items(database)).toEqual(['1 customer'])
})

test('a forgotten post does not come back', async () => {
  const { database, us } = await oneBrand()
  await database.write((tx) =>
    tx.db
      .insertInto('tombstones')
      .values({ kind: 'post', item_id: '1', why: 'deleted', at: tx.at })
      .execute(),
  )
  await give(database, us, [post('1', 'ann', '@northwindair oops', 0)])
  expect(await database.read.selectFrom('posts').selectAll().execute()).toEqual([])
  expect(await tickets(database)).toEqual([])
})

test('full text finds what was written, and forgets the words of an older version', async () => {
  const { database, us } = await oneBrand()
  const first = post('1', 'ann', '@northwindair R&amp;D zanzibar', 0)
  await give(database, us, [first])
  const edited = { ...first, latestId: '9', version: 2, text: '@northwindair tanganyika' }
  await give(database, us, [edited])
  const count = (word: string) =>
    database.write(
      (tx) =>
        tx.raw<{ n: number }>('SELECT count(*) AS n FROM post_words WHERE post_words MATCH ?').get(word)?.n,
    )
  expect([await count('tanganyika'), await count('zanzibar'), await count('amp')]).toEqual([1, 0, 0])
})

test('an edit that types another handle counts for that brand, through whichever handle it is read first', async () => {
  const { database, us } = await oneBrand()
  const them = await addHandle(database, 'harborlight', '200')
  const first = post('1', 'ann', 'so much for Tuesday', 0)
  await give(database, them, [], { included: [first] })
  const edited = { ...post('1', 'ann', '@northwindair @harborlight so much', 0), latestId: '9', version: 2 }
  await give(database, us, [edited])
  await give(database, them, [edited])
  const brands = (await tickets(database)).map((ticket) => ticket.brand_id).sort()
  expect(brands).toEqual([us.brandId, them.brandId].sort())
})

const dm = (id: string, sender: string, at: number): DmRecord => ({
  id,
  conversationId: '11-100',
  senderId: userIds[sender] ?? sender,
  text: 'hello',
  entities: null,
  mediaCount: 0,
  createdAt: testStart + at * minute,
})

test('direct messages are one ticket per conversation, answered by ours and reopened by theirs', async () => {
  const { database, us } = await oneBrand()
  const giveDms = (events: DmRecord[]) =>
    database.write((tx) => ingestDms(tx, { handle: us, events, people: [] }))
  await giveDms([dm('1', 'northwindair', 0)])
  expect(await tickets(database)).toEqual([])
  await giveDms([dm('2', 'ann', 1)])
  expect(await tickets(database)).toMatchObject([{ channel: 'dm', status: 'open', needs_reply: 1 }])
  await giveDms([dm('3', 'northwindair', 2)])
  expect(await tickets(database)).toMatchObject([{ status: 'pending', needs_reply: 0 }])
  await giveDms([dm('4', 'ann', 3)])
  expect(await tickets(database)).toMatchObject([{ status: 'open', due_at: testStart + 63 * minute }])
})

test('what we sent is noted at once and corrected when X shows it', async () => {
  const { database, us } = await oneBrand()
  const complaint = post('1', 'ann', '@northwindair my bag is gone', 0)
  await give(database, us, [complaint])
  const shown = post('2', 'northwindair', '@ann on its way', 5, complaint)
  const noted = { ...shown, text: 'on its way', entities: null, createdAt: shown.createdAt + 700 }
  await give(database, us, [noted], { via: 'sent' })
  expect(await tickets(database)).toMatchObject([{ status: 'pending', newest_outbound_at: noted.createdAt }])
  await give(database, us, [shown], { via: 'posts' })
  await give(database, us, [noted], { via: 'sent' })
  expect(await database.read.selectFrom('posts').select(['text']).where('id', '=', '2').execute()).toEqual([
    { text: '@ann on its way' },
  ])
  expect(await tickets(database)).toMatchObject([{ newest_outbound_at: shown.createdAt }])
})

/** Everything that follows from what X showed, without what follows from when it was shown. */
async function picture(database: Database): Promise<unknown> {
  const posts = await database.read.selectFrom('posts').selectAll().orderBy('id').execute()
  const ticketRows = await tickets(database)
  const keyOf = new Map(
    ticketRows.map((row) => [row.id, `${row.brand_id} ${row.customer_id} ${row.conversation_id}`]),
  )
  return {
    posts: posts.map((row) => ({ ...row, n: null })),
    people: await database.read.selectFrom('people').selectAll().orderBy('x_user_id').execute(),
    visible: await database.read
      .selectFrom('visible_to')
      .selectAll()
      .orderBy('item_id')
      .orderBy('handle_id')
      .execute(),
    versions: (await database.read.selectFrom('post_versions').selectAll().execute())
      .map((row) => JSON.stringify(row))
      .sort(),
    tickets: ticketRows
      .map((row) => ({ ...row, key: keyOf.get(row.id), id: null, number: null }))
      .sort((a, b) => (a.key ?? '').localeCompare(b.key ?? '')),
    items: (await database.read.selectFrom('ticket_items').selectAll().execute())
      .map((row) => `${keyOf.get(row.ticket_id)} ${row.item_id} ${row.role} ${row.at}`)
      .sort(),
  }
}

const authors = ['ann', 'ben', 'northwindair', 'harborlight'] as const
const phrases = [
  'help',
  '@northwindair help',
  '@ann @northwindair yes',
  '@harborlight and @northwindair',
  '@ben no',
]

/** A little world: posts that answer and quote earlier ones, some edited, each looked at twice. */
const world = fc
  .array(
    fc.record({
      author: fc.constantFrom(...authors),
      text: fc.constantFrom(...phrases),
      parent: fc.option(fc.nat(20), { nil: null }),
      quoted: fc.option(fc.nat(20), { nil: null, freq: 3 }),
      edited: fc.boolean(),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((seeds) => {
    const posts: PostRecord[] = []
    for (const [index, seed] of seeds.entries()) {
      const parent = seed.parent === null ? undefined : posts[seed.parent]
      const quoted = seed.quoted === null ? undefined : posts[seed.quoted]
      // Two posts a minute: equal instants are told apart by id.
      const made = post(String(1_000 + index), seed.author, seed.text, Math.floor(index / 2), parent)
      posts.push({ ...made, quotedPostId: quoted?.id ?? null })
    }
    return posts.flatMap((made, index) => {
      const later = seeds[index]?.edited
        ? { ...made, latestId: `${made.id}9`, version: 2, text: `${made.text} (edited)`, likes: 7 }
        : { ...made, entities: null, likes: 5 }
      return [
        { post: made, round: 0 },
        { post: later, round: 1 },
      ]
    })
  })

test('any order of arrival, in any pages, through either brand, gives the same rows and tickets', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.boolean() }), {
        minLength: 40,
        maxLength: 40,
      }),
      async (looks, shuffle) => {
        const pictures: unknown[] = []
        for (const shuffled of [false, true]) {
          const made = testDatabase()
          const air = await addHandle(made.database, 'northwindair', '100')
          const harbor = await addHandle(made.database, 'harborlight', '200')
          const brandNames = new Map([
            [air.brandId, 'air'],
            [harbor.brandId, 'harbor'],
            [air.id, 'air-handle'],
            [harbor.id, 'harbor-handle'],
          ])
          let deliveries = looks.flatMap((look) => [air, harbor].map((handle) => ({ ...look, handle })))
          if (shuffled) {
            deliveries = deliveries
              .map((delivery, index) => ({ delivery, key: shuffle[index]?.at ?? 0 }))
              .sort((a, b) => a.key - b.key)
              .map(({ delivery }) => delivery)
          }
          const pages: (PostPage & { round: number })[] = []
          for (const [index, { handle, post: given, round }] of deliveries.entries()) {
            const page = pages.at(-1)
            if (page && page.handle === handle && page.round === round && !shuffle[index]?.cut)
              page.posts.push(given)
            else {
              const observedAt = testStart + round
              pages.push({
                handle,
                via: 'mentions',
                posts: [given],
                included: [],
                people: [],
                observedAt,
                round,
              })
            }
          }
          for (const page of pages) await made.database.write((tx) => ingestPosts(tx, page))
          const json = JSON.stringify(await picture(made.database))
          pictures.push([...brandNames].reduce((text, [id, name]) => text.replaceAll(id, name), json))
          await made.end()
        }
        expect(sorted(JSON.parse(String(pictures[1])))).toEqual(sorted(JSON.parse(String(pictures[0]))))
      },
    ),
    { numRuns: 40 },
  )
  // Each run opens two databases.
}, 60_000)

/** Lists are sets here: their order came from ids that differ between the two databases. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(item)).sort()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]))
}
