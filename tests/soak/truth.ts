/** @file What the practice X has and had: the truth that all else is compared with. Reads its world directly. */
import { must } from '../../src/shared/must.ts'
import type { PracticeX } from '../../src/practice/server.ts'
import type { WorldDm, WorldPost } from '../../src/practice/world-data.ts'
import { hiddenFrom } from '../../src/practice/posts.ts'
import { brands, shyCustomer, type Brand } from './stage.ts'

export type Outbound = { id: string; at: number; from: string }

export type Truth = {
  /** What of a message of ours came to X. */
  outbound(token: string): Outbound[]
  /** Token → what of it came to X, deleted since or not. */
  allOutbound(): ReadonlyMap<string, Outbound[]>
  /** One of the brands wrote it. */
  isOurs(post: WorldPost): boolean
  /** When the newest edit in a conversation was made, epoch ms; 0 without one. */
  editedAt(conversationId: string): number
  /** Whether X shows a brand a post, by the first id of its history. */
  isShown(postId: string, brand: Brand): boolean
  /** Customers' posts that were deleted, by the first id of their history, with the number that their text carries. */
  deleted(): { id: string; number: string }[]
  /** What X would give a brand. */
  mentions(brand: Brand): WorldPost[]
  ownPosts(brand: Brand): WorldPost[]
  /** Posts of others that quote a post of the brand's which still stands. */
  quotes(brand: Brand): WorldPost[]
  /** Everything that somebody wrote. */
  by(username: string): WorldPost[]
  /** Posts of others in a conversation. */
  thread(conversationId: string, brand: Brand): WorldPost[]
  dms(brand: Brand): WorldDm[]
  userId(brand: Brand): string
  /**
   * Whether a customer typed the brand's handle there, as far as anybody can tell: in a leading run, what was typed and
   * what X put there look alike once the post that was answered is gone.
   */
  isMeantFor(post: WorldPost, brand: Brand): boolean
}

/** Customers' texts end with a number of their own. */
export const numberOf = (text: string): string | undefined => /\bn\d+\b/.exec(text)?.[0]

/** Each message of the agent's carries one. */
export const tokenOf = (text: string): string => /k\d+x/.exec(text)?.[0] ?? ''

export function truthOf({ world }: PracticeX): Truth {
  const userId = (brand: Brand): string => must(world.userNamed(brand), 'a brand').id
  const isNewest = (post: WorldPost): boolean => post.history.at(-1) === post.id
  const isOurs = (post: WorldPost): boolean => brands.some((one) => userId(one) === post.authorId)
  // What lists left out while the account was protected, they show with its age when it is not any more.
  const isShy = (post: WorldPost): boolean => world.users.get(post.authorId)?.username === shyCustomer
  // Heard, not read: a message that was deleted since came in all the same.
  const outbound = new Map<string, Outbound[]>()
  const add = (text: string, one: Outbound): void => {
    const token = tokenOf(text)
    if (token) outbound.set(token, [...(outbound.get(token) ?? []), one])
  }
  const deleted: { id: string; number: string }[] = []
  world.onHappening((what) => {
    if (what.kind === 'deleted') {
      const number = numberOf(what.post.text)
      if (number !== undefined) deleted.push({ id: what.post.history[0] ?? what.post.id, number })
    }
    if (what.kind === 'post' && what.post.viaApp !== null && what.post.repostOf === null) {
      const { id, text, createdAt, authorId } = what.post
      add(text, { id, at: createdAt, from: authorId })
    }
    if (what.kind === 'dm' && what.dm.viaApp !== null) {
      const { id, text, createdAt, senderId } = what.dm
      add(text, { id, at: createdAt, from: senderId })
    }
  })
  return {
    userId,
    isMeantFor(post, brand) {
      const isUnclear = post.replyTo !== null && !world.posts.has(post.replyTo) && /^@\w/.test(post.text)
      return !isOurs(post) && !isUnclear && post.typed.includes(userId(brand))
    },
    isOurs,
    editedAt: (conversationId) =>
      [...world.posts.values()].reduce(
        (newest, post) =>
          post.conversationId === conversationId && post.history.length > 1
            ? Math.max(newest, post.createdAt)
            : newest,
        0,
      ),
    isShown(postId, brand) {
      const post = world.posts.get(postId)
      return post !== undefined && hiddenFrom(world, post, userId(brand)) === null
    },
    deleted: () => deleted,
    allOutbound: () => outbound,
    outbound: (token) => outbound.get(token) ?? [],
    // A repost says nothing that its original does not, and X's search, which closes gaps, shows none since May 2026.
    mentions: (brand) =>
      world
        .postsNaming(userId(brand))
        .filter(
          (post) =>
            isNewest(post) && post.repostOf === null && post.authorId !== userId(brand) && !isShy(post),
        ),
    ownPosts: (brand) =>
      world.postsBy(userId(brand)).filter((post) => isNewest(post) && post.repostOf === null),
    quotes: (brand) =>
      [...world.posts.values()].filter(
        (post) =>
          isNewest(post) &&
          post.authorId !== userId(brand) &&
          !isShy(post) &&
          post.quoteOf !== null &&
          world.posts.get(post.quoteOf)?.authorId === userId(brand),
      ),
    by: (username) =>
      world
        .postsBy(must(world.userNamed(username), 'somebody of this world').id)
        .filter((post) => isNewest(post) && post.repostOf === null),
    thread: (conversationId, brand) =>
      [...world.posts.values()].filter(
        (post) =>
          isNewest(post) &&
          post.repostOf === null &&
          post.conversationId === conversationId &&
          post.authorId !== userId(brand) &&
          !isShy(post),
      ),
    dms: (brand) => [...world.dmsOf(userId(brand))],
  }
}
