/** @file A new version of an own post. Each uses up one of five, so that a lost answer is looked for, never repeated. */
import { z } from 'zod'
import { XId } from '../../../shared/ids.ts'
import { must } from '../../../shared/must.ts'
import { ingestPosts } from '../../sync/ingest.ts'
import { messageCore, sentAt } from '../rules.ts'
import { kind, type Outcome } from './kind.ts'
import { speaker } from './stand.ts'

/** `postId`: the first id of its history; `previousPostId`: the version that the agent saw. */
const EditPayload = z.object({ text: z.string(), postId: XId, previousPostId: XId })
type EditPayload = z.infer<typeof EditPayload>
type Version = { latestId: string; text: string; conversationId: string; createdAt: number }

/** The new version, where this is one. */
const asEdited = (post: Version | undefined, { text, previousPostId }: EditPayload): Outcome | null =>
  !post || post.latestId === previousPostId || messageCore(post.text) !== messageCore(text)
    ? null
    : {
        item: {
          itemId: post.latestId,
          text: post.text,
          conversationId: post.conversationId,
          at: post.createdAt,
        },
      }

export const edit = kind({
  schema: EditPayload,
  family: 'posts',
  event: 'post.edited',
  isMessage: false,
  show: ({ text, postId }) => ({
    channel: 'public',
    parts: [text],
    text,
    targetPostId: postId,
    targetPersonId: null,
    attachmentIds: [],
  }),
  async send({ job, x, purpose, xNow }, { text, previousPostId }) {
    const { postId, text: asPosted } = await x.post(job.handle_id, { text, previousPostId }, purpose)
    return { item: { itemId: postId, text: asPosted, conversationId: null, at: sentAt(postId, xNow()) } }
  },
  async findSynced({ db }, payload) {
    const post = await db
      .selectFrom('posts')
      .select(['latest_id as latestId', 'text', 'conversation_id as conversationId'])
      .select('created_at as createdAt')
      .where('id', '=', payload.postId)
      .executeTakeFirst()
    return asEdited(post, payload)
  },
  async confirm({ job, x, purpose }, payload) {
    const { found } = await x.posts(job.handle_id, [payload.postId], { ...purpose, stream: 'look' })
    return asEdited(
      found.find((one) => one.id === payload.postId),
      payload,
    )
  },
  repeats: false,
  onRefused: () => null,
  async onSent(tx, job, { postId }, outcome) {
    const item = must(outcome.item, 'an edit that X has is a version')
    const post = await tx.db.selectFrom('posts').selectAll().where('id', '=', postId).executeTakeFirst()
    if (!post || post.latest_id === item.itemId) return
    ingestPosts(tx, {
      handle: await speaker(tx, job),
      via: 'sent',
      included: [],
      people: [],
      posts: [
        {
          id: post.id,
          latestId: item.itemId,
          version: post.version + 1,
          authorId: post.author_id,
          conversationId: post.conversation_id,
          inReplyToPostId: post.in_reply_to_post_id,
          inReplyToUserId: post.in_reply_to_user_id,
          quotedPostId: post.quoted_post_id,
          repostedPostId: post.reposted_post_id,
          text: item.text,
          entities: null,
          lang: null,
          mediaCount: post.media_count,
          likes: post.likes,
          reposts: post.reposts,
          createdAt: post.created_at,
        },
      ],
    })
  },
})
