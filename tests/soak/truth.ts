/** @file What the practice X has and had: the truth that all else is compared with. Reads its world directly. */
import { must } from '../../src/shared/must.ts'
import type { PracticeX } from '../../src/practice/server.ts'
import type { WorldDm, WorldPost } from '../../src/practice/world-data.ts'
import { brands, type Brand } from './stage.ts'

export type Outbound = { id: string; at: number; from: string }

export type Truth = {
  /** What of a message of ours came to X. */
  outbound(token: string): Outbound[]
  /** Token → what of it came to X, deleted since or not. */
  allOutbound(): ReadonlyMap<string, Outbound[]>
  /** One of the brands wrote it. */
  isOurs(post: WorldPost): boolean
  /** What X would give a brand. */
  mentions(brand: Brand): WorldPost[]
  ownPosts(brand: Brand): WorldPost[]
  /** Posts of others that quote a post of the brand's which still stands. */
  quotes(brand: Brand): WorldPost[]
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

/** Each message of the agent's carries one. */
export const tokenOf = (text: string): string => /k\d+x/.exec(text)?.[0] ?? ''

export function truthOf({ world }: PracticeX): Truth {
  const userId = (brand: Brand): string => must(world.userNamed(brand), 'a brand').id
  const isNewest = (post: WorldPost): boolean => post.history.at(-1) === post.id
  const isOurs = (post: WorldPost): boolean => brands.some((one) => userId(one) === post.authorId)
  // Heard, not read: a message that was deleted since came in all the same.
  const outbound = new Map<string, Outbound[]>()
  const add = (text: string, one: Outbound): void => {
    const token = tokenOf(text)
    if (token) outbound.set(token, [...(outbound.get(token) ?? []), one])
  }
  world.onHappening((what) => {
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
    allOutbound: () => outbound,
    outbound: (token) => outbound.get(token) ?? [],
    mentions: (brand) =>
      world.postsNaming(userId(brand)).filter((post) => isNewest(post) && post.authorId !== userId(brand)),
    ownPosts: (brand) =>
      world.postsBy(userId(brand)).filter((post) => isNewest(post) && post.repostOf === null),
    quotes: (brand) =>
      [...world.posts.values()].filter(
        (post) =>
          isNewest(post) &&
          post.authorId !== userId(brand) &&
          post.quoteOf !== null &&
          world.posts.get(post.quoteOf)?.authorId === userId(brand),
      ),
    thread: (conversationId, brand) =>
      [...world.posts.values()].filter(
        (post) =>
          isNewest(post) &&
          post.repostOf === null &&
          post.conversationId === conversationId &&
          post.authorId !== userId(brand),
      ),
    dms: (brand) => [...world.dmsOf(userId(brand))],
  }
}
