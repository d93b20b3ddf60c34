/**
 * @file Real conversations of public support as a workspace of solved tickets, and as questions that it never saw. The
 * posts stay outside the project; where they are absent, the tests say so and skip.
 */
import { createHash } from 'node:crypto'
import { exchangesOf } from '../../src/core/answers/exchanges.ts'
import type { PostRecord } from '../../src/core/posts/records.ts'
import { ingestPosts } from '../../src/core/sync/ingest.ts'
import { languageOf } from '../../src/core/triage/language.ts'
import { must } from '../../src/shared/must.ts'
import { filePosts, type FilePost } from '../conversations.ts'
import { addHandle, testDatabase, testStart, type TestDatabase, type TestHandle } from '../database.ts'

/** A whole thread: its root's id, and its posts in their order. */
export type Thread = { root: string; posts: readonly FilePost[] }

export function readThreads(): Thread[] {
  const rows = filePosts()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const rootOf = (row: FilePost): string => {
    const parent = row.parent === null ? undefined : byId.get(row.parent)
    return parent ? rootOf(parent) : row.id
  }
  return [...Map.groupBy(rows, rootOf)].map(([root, posts]) => ({
    root,
    posts: posts.toSorted((a, b) => a.at - b.at || Number(a.id) - Number(b.id)),
  }))
}

/** The same half for the same seed, whatever the order of the file. */
export const isInFirstHalf = ({ root }: Thread, seed: string): boolean =>
  (createHash('sha256').update(`${seed} ${root}`).digest()[0] ?? 0) < 128

/** What a customer asked a brand, and what it answered: the text of each post. */
export type Question = { brand: string; text: string; answer: readonly string[] }

/** By brand and customer, as tickets are. */
export const questionsOf = (threads: readonly Thread[]): Question[] =>
  threads.flatMap(({ posts }) => {
    const customers = posts.filter(({ isOurs }) => !isOurs).map(({ author }) => author)
    const brands = posts.filter(({ isOurs }) => isOurs).map(({ author }) => author)
    return [...new Set(brands)].flatMap((brand) =>
      [...new Set(customers)].flatMap((customer) =>
        exchangesOf(
          posts.filter(
            (post) =>
              post.author === customer || (post.author === brand && addresses(posts, post) === customer),
          ),
        ).map(({ question, answer }) => ({
          brand,
          text: question,
          answer: answer.map(({ text }) => text),
        })),
      ),
    )
  })

/** To whom a post of a brand goes: past its own posts, up the thread. */
function addresses(posts: readonly FilePost[], { parent, author }: FilePost): string | null {
  const above = posts.find(({ id }) => id === parent)
  if (!above) return null
  return above.author === author ? addresses(posts, above) : above.author
}

const xId = (small: string): string => String(900_000_000_000_000_000n + BigInt(small))
const personId = (author: string): string =>
  String(1_000_000_000n + BigInt(`0x${createHash('sha256').update(author).digest('hex').slice(0, 8)}`))

/**
 * What a customer wrote as X shows it to the brand that answered. The file hides a brand's other handles behind numbers,
 * so that whoever named one of those names nobody there: who was answered had addressed the brand.
 */
function addressed({ text, isOurs }: FilePost, brand: string): string {
  const names = new RegExp(String.raw`@${brand}(?!\w)`, 'iu')
  return isOurs || names.test(text) ? text : `${text} @${brand}`
}

const recordOf = (thread: Thread, post: FilePost, brand: string, offset: number): PostRecord => {
  const above = thread.posts.find(({ id }) => id === post.parent)
  return {
    id: xId(post.id),
    latestId: xId(post.id),
    version: 1,
    authorId: personId(post.author),
    conversationId: xId(thread.root),
    inReplyToPostId: post.parent === null ? null : xId(post.parent),
    inReplyToUserId: above ? personId(above.author) : null,
    quotedPostId: null,
    repostedPostId: null,
    text: addressed(post, brand),
    entities: null,
    lang: languageOf(post.text),
    mediaCount: 0,
    likes: 0,
    reposts: 0,
    createdAt: post.at + offset,
  }
}

/** A workspace in which core itself took these threads in; every ticket that was answered is solved. */
export async function solvedWorkspace(
  threads: readonly Thread[],
  brands: readonly string[],
): Promise<{ on: TestDatabase; handles: ReadonlyMap<string, TestHandle> }> {
  const on = testDatabase()
  const newest = Math.max(...threads.flatMap(({ posts }) => posts.map(({ at }) => at)))
  const offset = testStart - 60_000 - newest
  const handles = new Map<string, TestHandle>()
  for (const brand of brands) handles.set(brand, await addHandle(on.database, brand, personId(brand)))
  const people = [...new Set(threads.flatMap(({ posts }) => posts.map(({ author }) => author)))].map(
    (author) => ({
      xUserId: personId(author),
      name: author,
      username: author,
      avatarUrl: null,
      followers: 0,
      verified: false,
    }),
  )
  for (const [brand, handle] of handles)
    await on.database.write((tx) => {
      for (const thread of threads.filter(({ posts }) => posts.some(({ author }) => author === brand))) {
        const records = thread.posts.map((post) => recordOf(thread, post, brand, offset))
        const isOurs = ({ authorId }: PostRecord): boolean => authorId === handle.xUserId
        ingestPosts(tx, {
          handle,
          via: 'mentions',
          posts: records.filter((record) => !isOurs(record)),
          included: [],
          people,
        })
        ingestPosts(tx, { handle, via: 'posts', posts: records.filter(isOurs), included: [], people: [] })
      }
    })
  await on.database.write((tx) => {
    tx.raw(
      "UPDATE tickets SET status = 'solved', solved_how = 'answered', needs_reply = 0 WHERE first_reply_at IS NOT NULL",
    ).run()
  })
  return { on, handles }
}

/** Whether a brand is here at all. */
export const handleOf = (handles: ReadonlyMap<string, TestHandle>, brand: string): TestHandle =>
  must(handles.get(brand), 'a brand of the file')
