/** @file Who may do what with a post, as X will see it. Pure; each reason has its sentence in the catalogue (`act.<reason>`). */
import type { ActReason } from '../../shared/domain/outbox.ts'

/** A post as far as the question needs it; `us` is the handle that would act. */
export type ActedPost = {
  authorId: string
  us: string
  inReplyToPostId: string | null
  inReplyToUserId: string | null
  /** Who began its conversation; null where that post is not here. */
  rootAuthorId: string | null
}

/** X edits within an hour, five times. */
const editWithinMs = 3_600_000
const editsAtMost = 5

/** Why X would refuse this; null when it would not, or when only X can tell. */
export function mayAct(
  kind: 'delete' | 'hide' | 'unhide' | 'repost' | 'unrepost' | 'bookmark' | 'unbookmark',
  post: ActedPost,
): ActReason | null {
  const isOurs = post.authorId === post.us
  if (kind === 'delete') return isOurs ? null : 'not-ours'
  if (kind === 'hide' || kind === 'unhide') {
    if (isOurs || post.inReplyToPostId === null) return 'no-reply'
    return post.rootAuthorId === null || post.rootAuthorId === post.us ? null : 'not-our-conversation'
  }
  return null
}

/**
 * Why X would refuse a new version.
 * @param now on X's clock, epoch ms; `verified`: X shows a badge, which Premium and verified organisations have
 */
export function mayEdit(
  post: ActedPost & { createdAt: number; version: number; verified: number | null },
  now: number,
): ActReason | null {
  if (post.authorId !== post.us) return 'not-ours'
  if (post.inReplyToPostId !== null && post.inReplyToUserId !== post.us) return 'is-reply'
  if (post.verified === 0) return 'no-premium'
  if (now - post.createdAt > editWithinMs || post.version > editsAtMost) return 'edit-over'
  return null
}
