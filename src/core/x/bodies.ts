/** @file Bodies of what is written to X, in X's field names. What is not there is left out: X refuses empty fields. */

type Files = readonly string[] | undefined

const mediaOf = (mediaIds: Files): Record<string, unknown> =>
  mediaIds && mediaIds.length > 0 ? { media: { media_ids: mediaIds } } : {}

/** A post; under another one, or as a new version of another one, where those are named. */
export const postBody = (post: {
  text: string
  targetPostId?: string
  previousPostId?: string
  mediaIds?: Files
}): Record<string, unknown> => ({
  text: post.text,
  ...(post.targetPostId ? { reply: { in_reply_to_tweet_id: post.targetPostId } } : {}),
  ...(post.previousPostId ? { edit_options: { previous_post_id: post.previousPostId } } : {}),
  ...mediaOf(post.mediaIds),
})

/** A direct message; X takes one file with it. */
export const dmBody = (message: { text: string; mediaIds?: Files }): Record<string, unknown> => ({
  ...(message.text === '' ? {} : { text: message.text }),
  ...(message.mediaIds && message.mediaIds.length > 0
    ? { attachments: message.mediaIds.map((id) => ({ media_id: id })) }
    : {}),
})
