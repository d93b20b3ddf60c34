/** @file A direct message to a customer. */
import { z } from 'zod'
import { must } from '../../../shared/must.ts'
import { XId } from '../../../shared/ids.ts'
import { sentAt } from '../rules.ts'
import { shownDm, syncedDm } from './find.ts'
import { Attachments, kind } from './kind.ts'
import { standAsDm } from './stand.ts'

export const dm = kind({
  schema: z.object({ text: z.string(), participantId: XId, attachmentIds: Attachments }),
  family: 'dms',
  event: 'reply.sent',
  isMessage: true,
  show: ({ text, participantId, attachmentIds }) => ({
    channel: 'dm',
    parts: [text],
    text,
    targetPostId: null,
    targetPersonId: participantId,
    attachmentIds,
  }),
  async send({ job, x, mediaIds, purpose, xNow }, { text, participantId }) {
    const { eventId, conversationId } = await x.dm(job.handle_id, { text, participantId, mediaIds }, purpose)
    return { item: { itemId: eventId, text, conversationId, at: sentAt(eventId, xNow()) } }
  },
  findSynced: (out, { text, participantId }) => syncedDm(out, text, participantId),
  confirm: (out, { text, participantId }) => shownDm(out, text, participantId),
  repeats: false,
  onRefused: () => null,
  onSent: (tx, job, _payload, { item }) =>
    standAsDm(tx, job, must(item, 'a direct message that X has is an event')),
})
