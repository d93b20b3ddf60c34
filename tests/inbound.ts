/** @file Messages as X gives them, between one customer and one brand, for tests of what becomes of them. */
import type { TestDatabase, TestHandle } from './database.ts'
import { testStart } from './database.ts'
import type { DmRecord, PostRecord } from '../src/core/posts/records.ts'
import { ingestDms, ingestPosts } from '../src/core/sync/ingest.ts'

export const minute = 60_000
export const day = 24 * 60 * minute

/** Mara, who writes. */
export const customerId = '11'

/** A post of hers, `at` minutes from the start; under another post where `under` names one. */
export const post = (id: string, at: number, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  latestId: id,
  version: 1,
  authorId: customerId,
  conversationId: more.inReplyToPostId ?? id,
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

/** The brand's reply under a post of hers. */
export const reply = (
  handle: Pick<TestHandle, 'xUserId'>,
  id: string,
  at: number,
  under: { id: string; conversationId: string },
): PostRecord =>
  post(id, at, {
    authorId: handle.xUserId,
    conversationId: under.conversationId,
    inReplyToPostId: under.id,
    inReplyToUserId: customerId,
    text: '@mara so sorry',
  })

/** Her answer in the same thread, under a post of the brand's. */
export const goesOn = (
  handle: Pick<TestHandle, 'xUserId'>,
  id: string,
  at: number,
  under: { id: string; conversationId: string },
  text = '@northwindair and now?',
): PostRecord =>
  post(id, at, {
    conversationId: under.conversationId,
    inReplyToPostId: under.id,
    inReplyToUserId: handle.xUserId,
    text,
  })

/** A direct message between her and the brand. */
export const dm = (
  handle: TestHandle,
  id: string,
  at: number,
  from = customerId,
  text = 'psst',
): DmRecord => ({
  id,
  conversationId: `${customerId}-${handle.xUserId}`,
  senderId: from,
  text,
  entities: null,
  mediaCount: 0,
  createdAt: testStart + at * minute,
})

/** Takes messages in, as one page each. */
export const givePosts = (t: TestDatabase, handle: TestHandle, ...posts: PostRecord[]) =>
  t.database.write((tx) => ingestPosts(tx, { handle, via: 'mentions', posts, included: [], people: [] }))
export const giveDms = (t: TestDatabase, handle: TestHandle, ...events: DmRecord[]) =>
  t.database.write((tx) => ingestDms(tx, { handle, events, people: [] }))

/** What stands in which ticket, oldest ticket first. */
export async function shelf(t: TestDatabase) {
  const tickets = await t.database.read
    .selectFrom('tickets')
    .selectAll()
    .orderBy('opened_at')
    .orderBy('number')
    .execute()
  const items = await t.database.read
    .selectFrom('ticket_items')
    .select(['ticket_id', 'item_id'])
    .orderBy('at')
    .orderBy('item_id')
    .execute()
  return tickets.map((ticket) => ({
    ...ticket,
    items: items.filter((item) => item.ticket_id === ticket.id).map((item) => item.item_id),
  }))
}
