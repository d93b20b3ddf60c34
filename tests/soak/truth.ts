/** @file What the practice X has: the truth that everything else is compared with. Reads its world directly. */
import { must } from '../../src/shared/must.ts'
import type { PracticeX } from '../../src/practice/server.ts'
import type { WorldDm, WorldPost } from '../../src/practice/world-data.ts'
import { brands, type Brand } from './stage.ts'

export type Outbound = { id: string; at: number; from: string }

export type Truth = {
  /** What X has of a message of ours. */
  outbound(token: string): Outbound[]
  /** Token → what X has of it. */
  allOutbound(): Map<string, Outbound[]>
  /** What X would give a brand. */
  mentions(brand: Brand): WorldPost[]
  ownPosts(brand: Brand): WorldPost[]
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
  const allOutbound = (): Map<string, Outbound[]> => {
    const found = new Map<string, Outbound[]>()
    const add = (text: string, one: Outbound): void => {
      const token = tokenOf(text)
      if (token) found.set(token, [...(found.get(token) ?? []), one])
    }
    for (const brand of brands) {
      const from = userId(brand)
      for (const { id, text, createdAt, viaApp } of world.postsBy(from))
        if (viaApp !== null) add(text, { id, at: createdAt, from })
      for (const { id, text, createdAt, senderId, viaApp } of world.dmsOf(from))
        if (senderId === from && viaApp !== null) add(text, { id, at: createdAt, from })
    }
    return found
  }
  return {
    userId,
    isMeantFor(post, brand) {
      const isOurs = brands.some((one) => userId(one) === post.authorId)
      const isUnclear = post.replyTo !== null && !world.posts.has(post.replyTo) && /^@\w/.test(post.text)
      return !isOurs && !isUnclear && post.typed.includes(userId(brand))
    },
    allOutbound,
    outbound: (token) => allOutbound().get(token) ?? [],
    mentions: (brand) =>
      world.postsNaming(userId(brand)).filter((post) => isNewest(post) && post.authorId !== userId(brand)),
    ownPosts: (brand) => world.postsBy(userId(brand)).filter(isNewest),
    dms: (brand) => [...world.dmsOf(userId(brand))],
  }
}
