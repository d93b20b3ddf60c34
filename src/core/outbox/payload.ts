/** @file What an outgoing message carries in the database, by kind. One entry a kind: schema and lane. */
import { z } from 'zod'
import { XId } from '../../shared/ids.ts'

/** A public reply under one post. */
export const ReplyPayload = z.object({ text: z.string(), targetPostId: XId })
/** A direct message to the customer. */
export const DmPayload = z.object({ text: z.string(), participantId: XId })

export const payloads = { reply: ReplyPayload, dm: DmPayload }
export type JobKind = keyof typeof payloads

/** Order is kept and one message is in flight per lane: brand and family of endpoints. */
export const laneOf = (brandId: string, kind: JobKind): string =>
  `${brandId}/${kind === 'reply' ? 'posts' : 'dms'}`
