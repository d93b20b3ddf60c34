/** @file A post of the brand's own, which answers nobody. */
import { z } from 'zod'
import { must } from '../../../shared/must.ts'
import { sentAt } from '../rules.ts'
import { shownPost, syncedPost } from './find.ts'
import { Attachments, kind } from './kind.ts'
import { standAsPost } from './stand.ts'

export const post = kind({
  schema: z.object({ text: z.string(), attachmentIds: Attachments }),
  family: 'posts',
  event: 'post.published',
  isMessage: true,
  show: ({ text, attachmentIds }) => ({
    channel: 'public',
    parts: [text],
    text,
    targetPostId: null,
    targetPersonId: null,
    attachmentIds,
  }),
  async send({ job, x, mediaIds, purpose, xNow }, { text }) {
    const { postId, text: asPosted } = await x.post(job.handle_id, { text, mediaIds }, purpose)
    return { item: { itemId: postId, text: asPosted, conversationId: postId, at: sentAt(postId, xNow()) } }
  },
  findSynced: (out, { text }) => syncedPost(out, text, null),
  confirm: (out, { text }) => shownPost(out, text, null),
  repeats: false,
  onRefused: () => null,
  onSent: (tx, job, _payload, { item }) => standAsPost(tx, job, must(item, 'a post that X has'), null),
})
