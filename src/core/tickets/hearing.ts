/**
 * @file What a customer's post is to a brand, asked of the mirror: whom it names, quotes and replies to, as far as that
 * is known here. The rule itself stands in rules.ts.
 */
import type { Tx } from '../db/database.ts'
import { addressing, type AddressedPost, type ParentPost, type Us } from '../posts/addressing.ts'
import type { PostRecord } from '../posts/records.ts'
import * as sql from './intake-sql.ts'
import { bearing, type RepliesTo } from './rules.ts'

/** The handle through which something became visible. */
export type HandleRef = { id: string; brandId: string; xUserId: string; username: string }

/** A post as far as tickets are concerned. */
export type IntakePost = Omit<
  PostRecord,
  'latestId' | 'version' | 'lang' | 'mediaCount' | 'likes' | 'reposts'
>

export type Hearing = {
  bearingOf(post: IntakePost, us: HandleRef): ReturnType<typeof bearing>
  /** Our handle stands in the leading run alone: only the parent tells whether it was typed. */
  perhaps(post: IntakePost, us: HandleRef): boolean
}

const whoIs = ({ xUserId, username }: HandleRef): Us => ({ userId: xUserId, username })

export function hearing(
  tx: Tx,
  known: {
    isOurs: (xUserId: string | null, brandId: string) => boolean
    postById: (id: string) => ParentPost | null
  },
): Hearing {
  const { isOurs, postById } = known

  function askedOf(post: IntakePost): AddressedPost {
    const quoted =
      post.quotedPostId === null
        ? null
        : tx.raw<{ authorId: string }>(sql.authorOf).get(post.quotedPostId, post.quotedPostId)
    return {
      text: post.text,
      entities: post.entities,
      isReply: post.inReplyToPostId !== null,
      quotedAuthorId: quoted?.authorId ?? null,
      inReplyToUserId: post.inReplyToUserId,
    }
  }

  const isPerhaps = (asked: AddressedPost, us: HandleRef): boolean =>
    !isOurs(asked.inReplyToUserId, us.brandId) && addressing(asked, whoIs(us)) === 'inherited'

  return {
    bearingOf(post, us) {
      const asked = askedOf(post)
      const parent =
        post.inReplyToPostId !== null && isPerhaps(asked, us) ? postById(post.inReplyToPostId) : null
      const isToUs = isOurs(post.inReplyToUserId, us.brandId) || isOurs(asked.quotedAuthorId, us.brandId)
      return bearing(addressing(asked, whoIs(us), parent), repliesToOf(post, isToUs))
    },
    perhaps: (post, us) => isPerhaps(askedOf(post), us),
  }
}

function repliesToOf(post: IntakePost, isToUs: boolean): RepliesTo {
  if (isToUs) return 'us'
  if (post.inReplyToUserId === null) return 'nobody'
  return post.inReplyToUserId === post.authorId ? 'self' : 'somebody else'
}
