/**
 * @file Several posts as one unit, each under the one before. A request sends the first part that is missing; which
 * ones X has stands in `progress`, so that after any end the chain goes on where it stopped.
 */
import { z } from 'zod'
import { joinParts } from '../../../shared/domain/parts.ts'
import { XId } from '../../../shared/ids.ts'
import { must } from '../../../shared/must.ts'
import { progressOf, type JobRow } from '../row.ts'
import { nextPart, sentAt, type NextPart } from '../rules.ts'
import { shownPost, syncedPost } from './find.ts'
import { Attachments, kind } from './kind.ts'
import { standAsPost } from './stand.ts'

/** `targetPostId` null: the chain begins with a post of its own. `text` is the parts joined, for whoever compares texts. */
const ChainPayload = z.object({
  text: z.string(),
  parts: z.array(z.string()).min(2),
  targetPostId: XId.nullable(),
  attachmentIds: Attachments,
})

const missing = (job: JobRow, { parts, targetPostId }: z.infer<typeof ChainPayload>): NextPart =>
  must(nextPart(parts, targetPostId, progressOf(job)), 'a chain on its way has a missing part')

export const chain = kind({
  schema: ChainPayload,
  family: 'posts',
  event: 'reply.sent',
  isMessage: true,
  show: ({ parts, targetPostId, attachmentIds }) => ({
    channel: 'public',
    parts,
    text: joinParts(parts),
    targetPostId,
    targetPersonId: null,
    attachmentIds,
  }),
  async send({ job, x, mediaIds: files, purpose, xNow }, payload) {
    const { text, targetPostId, isFirst } = missing(job, payload)
    // Files go with the first part.
    const mediaIds = isFirst ? files : []
    const { postId, text: asPosted } =
      targetPostId === null
        ? await x.post(job.handle_id, { text, mediaIds }, purpose)
        : await x.reply(
            job.handle_id,
            { text, targetPostId, mediaIds },
            // Under its own posts nobody called upon the handle.
            { ...purpose, summoned: isFirst },
          )
    return { item: { itemId: postId, text: asPosted, conversationId: null, at: sentAt(postId, xNow()) } }
  },
  findSynced(out, payload) {
    const { text, targetPostId } = missing(out.job, payload)
    return syncedPost(out, text, targetPostId)
  },
  confirm(out, payload) {
    const { text, targetPostId } = missing(out.job, payload)
    return shownPost(out, text, targetPostId)
  },
  repeats: false,
  onRefused: () => null,
  onSent: (tx, job, payload, { item }) =>
    standAsPost(
      tx,
      job,
      must(item, 'a part of a chain that X has is a post'),
      missing(job, payload).targetPostId,
    ),
})
