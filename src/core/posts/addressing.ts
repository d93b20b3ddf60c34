/**
 * @file How a post addresses one of our handles. Pure: what the post itself says, and, where it is known, what its
 * parent says.
 *
 * [Note: Typed or inherited] X puts the author and everybody named in the parent before the text of a reply. Within
 * that leading run nobody can see from the post alone whether a name was typed; it is `inherited`, which means
 * "perhaps". Only the parent tells: a name that it could not hand down was typed.
 */
import type { Entities } from './records.ts'

export type Addressing = 'typed' | 'inherited' | 'quotes-us' | 'replies-to-us' | 'none'

/** A post as far as the question needs it. */
export type AddressedPost = {
  /** HTML-escaped, as X gives it. */
  text: string
  /** Null when unknown: the names are then read from the text. */
  entities: Entities | null
  isReply: boolean
  /** Who wrote the quoted post; null without one, or when it is not known. */
  quotedAuthorId: string | null
  inReplyToUserId: string | null
}

/** One of our handles. */
export type Us = { userId: string; username: string }

/** The post that was replied to. */
export type ParentPost = { authorId: string; text: string; entities: Entities | null }

const leadingRun = /^\s*[@＠][A-Za-z0-9_]{1,15}(?:\s+[@＠][A-Za-z0-9_]{1,15})*(?![A-Za-z0-9_])/u
const names = /(?<![A-Za-z0-9_@＠])[@＠](?<name>[A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])/gu

/** Where the handle is named: indices into the text. Within the leading run code points and UTF-16 agree. */
function mentionsOf(post: { text: string; entities: Entities | null }, us: Us): number[] {
  const sameName = (name: string): boolean => name.toLowerCase() === us.username.toLowerCase()
  if (post.entities) {
    return post.entities.mentions
      .filter(({ userId, username }) => (userId === null ? sameName(username) : userId === us.userId))
      .map(({ start }) => start)
  }
  return [...post.text.matchAll(names)]
    .filter((match) => sameName(match.groups?.['name'] ?? ''))
    .map((match) => match.index)
}

/** Whether replying to this post would have put our handle into the reply by itself. */
const handsDown = (parent: ParentPost, us: Us): boolean =>
  parent.authorId === us.userId || mentionsOf(parent, us).length > 0

/**
 * Says how `post` addresses `us`; the surest answer wins. Handles are told apart by user id, by name only where X gave
 * no id.
 * @param parent where it is known: settles what the post alone leaves open
 */
export function addressing(post: AddressedPost, us: Us, parent: ParentPost | null = null): Addressing {
  const places = mentionsOf(post, us)
  const runEnd = post.isReply ? (leadingRun.exec(post.text)?.[0].length ?? 0) : 0
  if (places.some((place) => place >= runEnd)) return 'typed'
  if (places.length > 0 && parent && !handsDown(parent, us)) return 'typed'
  if (post.quotedAuthorId === us.userId) return 'quotes-us'
  if (places.length > 0) return 'inherited'
  return post.inReplyToUserId === us.userId ? 'replies-to-us' : 'none'
}
