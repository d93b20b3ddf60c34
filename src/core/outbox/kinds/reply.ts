/**
 * @file A public reply under one post. One that goes on in a notice has its post only once it is about to leave, see
 * core/notices/under.ts: without one it asks, and never leaves.
 */
import { z } from 'zod'
import { must } from '../../../shared/must.ts'
import { XId } from '../../../shared/ids.ts'
import { sentAt } from '../rules.ts'
import { shownPost, syncedPost } from './find.ts'
import { Attachments, kind } from './kind.ts'
import { standAsPost } from './stand.ts'

export const reply = kind({
  schema: z.object({ text: z.string(), targetPostId: XId.nullable(), attachmentIds: Attachments }),
  family: 'posts',
  event: 'reply.sent',
  isMessage: true,
  show: ({ text, targetPostId, attachmentIds }) => ({
    channel: 'public',
    parts: [text],
    text,
    targetPostId,
    targetPersonId: null,
    attachmentIds,
  }),
  async send({ job, x, mediaIds, purpose, xNow }, { text, targetPostId: target }) {
    const targetPostId = must(target, 'a reply that leaves has a post to stand under')
    const { postId, text: asPosted } = await x.reply(
      job.handle_id,
      { text, targetPostId, mediaIds },
      // Under the handle's own post nobody called upon it.
      { ...purpose, summoned: job.ticket_id !== null },
    )
    return { item: { itemId: postId, text: asPosted, conversationId: null, at: sentAt(postId, xNow()) } }
  },
  findSynced: (out, { text, targetPostId }) => syncedPost(out, text, targetPostId),
  confirm: (out, { text, targetPostId }) => shownPost(out, text, targetPostId),
  repeats: false,
  onRefused: () => null,
  onSent: (tx, job, { targetPostId }, { item }) =>
    standAsPost(tx, job, must(item, 'a reply that X has is a post'), targetPostId),
})
