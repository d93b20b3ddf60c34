/** @file Posts of a brand's own, and what can be done at X with a post or a person. Part of the contract. */
import { z } from 'zod'
import { OwnId, XId } from '../ids.ts'
import { Override } from '../domain/guard.ts'
import { OwnPost } from '../domain/own-post.ts'
import { ComposeDraft, JobView } from '../domain/outbox.ts'
import { beside } from './common.ts'

/** One post that stands at X, and the handle that acts on it. `ticketId`: whose history tells of it. */
const actOnPost = {
  input: z.object({ handleId: OwnId, postId: XId, ticketId: OwnId.nullish() }),
  output: JobView,
}

const actOnPerson = {
  input: z.object({ handleId: OwnId, xUserId: XId, ticketId: OwnId.nullish() }),
  output: JobView,
}

export const postsContract = {
  /** Puts a post of the brand's own into the outbox; two or more parts are a chain. Its compose draft goes with it. */
  'post.compose': {
    input: z.object({
      brandId: OwnId,
      handleId: OwnId,
      parts: z.array(z.string().max(25_000)).min(1).max(25),
      ...beside,
    }),
    output: JobView,
  },
  'compose.get': { input: z.object({ brandId: OwnId }), output: ComposeDraft },
  /** Keeps what is typed. An older `revision` than the stored one, or the same with other words, is refused (`draft.stale`). Empty forgets it. */
  'compose.save': { input: ComposeDraft, output: ComposeDraft },
  /** The newest posts of the brand's handles, newest first. */
  'post.own': { input: z.object({ brandId: OwnId }), output: z.array(OwnPost) },
  /** Own posts alone. Final: people may have seen it. */
  'post.delete': actOnPost,
  /** A new version of an own post that replies to nobody, within an hour and up to five times, Premium handles alone. */
  'post.edit': {
    input: z.object({
      ...actOnPost.input.shape,
      text: z.string().max(25_000),
      override: Override.optional(),
    }),
    output: JobView,
  },
  /** Replies in conversations that the handle began. */
  'post.hide': actOnPost,
  'post.unhide': actOnPost,
  'post.repost': actOnPost,
  'post.unrepost': actOnPost,
  'post.bookmark': actOnPost,
  'post.unbookmark': actOnPost,
  'person.mute': actOnPerson,
  'person.unmute': actOnPerson,
}
