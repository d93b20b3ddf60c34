/** @file Media upload in its three steps, its status, and the use of what was uploaded. */
import { z } from 'zod'
import { json, refuse } from '../answer.ts'
import { bodyAs, userOf, type Call, type Endpoint } from '../call.ts'
import { wholeOf } from '../media.ts'
import { chargeWrite } from '../meter.ts'
import { mediaKey } from '../render.ts'
import type { WorldMedia, WorldUser } from '../world-data.ts'
import type { World } from '../world.ts'

const mb = 1_024 * 1_024
const lifeMs = 86_400_000
/** How long X takes to look at a video. */
const processingMs = 2_000

const Start = z.strictObject({
  media_type: z.enum([
    'video/mp4',
    'video/quicktime',
    'image/jpeg',
    'image/gif',
    'image/png',
    'image/webp',
    'image/bmp',
  ]),
  media_category: z
    .enum(['tweet_image', 'tweet_gif', 'tweet_video', 'dm_image', 'dm_gif', 'dm_video'])
    .default('tweet_image'),
  total_bytes: z.coerce.number().int().min(1),
  additional_owners: z.array(z.string()).optional(),
  shared: z.boolean().optional(),
})

const Segment = z.object({
  segment_index: z.coerce.number().int().min(0).max(999),
  media: z.string().optional(),
})

const largest = (category: string): number =>
  (/video/.test(category) ? 512 : /gif/.test(category) ? 15 : 5) * mb

const sizeOf = (world: World, id: string): number =>
  (world.mediaBytes.get(id) ?? []).reduce((sum, chunk) => sum + (chunk?.length ?? 0), 0)

function own(call: Call, id: string): WorldMedia {
  const media = call.world.data.media.find((m) => m.id === id)
  if (!media || media.ownerId !== userOf(call).id)
    throw refuse.invalid({ id: [id] }, 'The media id is not valid.')
  return media
}

function status(world: World, media: WorldMedia) {
  if (media.state === 'processing' && world.now() >= media.readyAt) media.state = 'ready'
  const video = /video/.test(media.category)
  return {
    data: {
      id: media.id,
      media_key: mediaKey(media.id, media.category),
      expires_after_secs: Math.max(0, Math.floor((media.expiresAt - world.now()) / 1_000)),
      ...(media.state === 'uploading' ? {} : { size: media.received }),
      ...(video && media.state !== 'uploading'
        ? {
            processing_info:
              media.state === 'ready'
                ? { type: 'processing', state: 'succeeded', progress_percent: 100 }
                : { type: 'processing', state: 'in_progress', check_after_secs: 1, progress_percent: 50 },
          }
        : {}),
    },
    meta: {},
  }
}

/** Throws X's 400 unless all of this is uploaded, still alive, this author's, and made for that use. */
export function takeMedia(
  world: World,
  author: WorldUser,
  ids: readonly string[],
  use: 'tweet' | 'dm',
): void {
  for (const id of ids) {
    const media = world.data.media.find((m) => m.id === id)
    if (media) status(world, media)
    const usable =
      media?.ownerId === author.id &&
      media.state === 'ready' &&
      media.expiresAt > world.now() &&
      media.category.startsWith(use)
    if (!usable) throw refuse.invalid({ media_ids: [id] }, 'Your media IDs are invalid.')
  }
}

const Metadata = z.object({
  id: z.string(),
  metadata: z.object({ alt_text: z.object({ text: z.string().max(1_000) }).optional() }),
})

const shared = { for: ['user'], scopes: ['media.write'], limit: { user: 1_875 }, paid: false } as const

export const mediaEndpoints: readonly Endpoint[] = [
  {
    ...shared,
    method: 'POST',
    path: '/2/media/upload/initialize',
    run(call) {
      const { world } = call
      const input = bodyAs(call, Start)
      if (input.total_bytes > largest(input.media_category))
        throw refuse.invalid(
          { total_bytes: [String(input.total_bytes)] },
          'File size exceeds the limit of this category.',
        )
      const now = world.now()
      const media: WorldMedia = {
        id: world.makeId(now + world.data.media.length),
        ownerId: userOf(call).id,
        type: input.media_type,
        category: input.media_category,
        totalBytes: input.total_bytes,
        received: 0,
        state: 'uploading',
        readyAt: now,
        expiresAt: now + lifeMs,
      }
      world.data.media.push(media)
      world.changed()
      return json(status(world, media))
    },
  },
  {
    ...shared,
    method: 'POST',
    path: '/2/media/upload/:id/append',
    run(call) {
      const media = own(call, call.params['id'] ?? '')
      const segment = bodyAs(call, Segment)
      const bytes = call.body.files.get('media') ?? Buffer.from(segment.media ?? '', 'base64')
      if (media.state !== 'uploading' || bytes.length === 0)
        throw refuse.invalid({ media: [] }, 'The segment is empty or the upload is already finished.')
      const chunks = call.world.mediaBytes.get(media.id) ?? []
      chunks[segment.segment_index] = bytes
      call.world.mediaBytes.set(media.id, chunks)
      media.received = sizeOf(call.world, media.id)
      return json({ data: { expires_at: Math.floor(media.expiresAt / 1_000) }, meta: {} })
    },
  },
  {
    ...shared,
    method: 'POST',
    path: '/2/media/upload/:id/finalize',
    run(call) {
      const media = own(call, call.params['id'] ?? '')
      if (media.received !== media.totalBytes)
        throw refuse.invalid(
          { id: [media.id] },
          `Segments do not add up to total_bytes: ${media.received} of ${media.totalBytes}.`,
        )
      const video = /video/.test(media.category)
      media.state = video ? 'processing' : 'ready'
      media.readyAt = call.world.now() + (video ? processingMs : 0)
      call.world.changed()
      return json(status(call.world, media))
    },
  },
  {
    ...shared,
    method: 'GET',
    path: '/2/media/upload',
    limit: { user: 1_000 },
    run: (call) => json(status(call.world, own(call, call.query.get('media_id') ?? ''))),
  },
  {
    ...shared,
    method: 'POST',
    path: '/2/media/metadata',
    limit: { user: 500 },
    paid: true,
    run(call) {
      const { id, metadata } = bodyAs(call, Metadata)
      const media = own(call, id)
      if (metadata.alt_text) media.alt = metadata.alt_text.text
      chargeWrite(call.world, call.caller.app, 'content.manage')
      call.world.changed()
      return json({ data: { id, associated_metadata: metadata } })
    },
  },
  {
    method: 'GET',
    path: '/2/dm_conversations/media/:dm_id/:media_id/:resource_id',
    for: ['user'],
    scopes: ['dm.read'],
    limit: { user: 1_000 },
    paid: false,
    run(call) {
      const { dm_id: dmId = '', media_id: mediaId = '' } = call.params
      // X takes no OAuth 1.0a here, which has no scopes.
      if (call.caller.scopes === null)
        throw refuse.wrongAuthentication('OAuth 1.0a User Context', ['OAuth 2.0 User Context'])
      const dm = call.world.dms.get(dmId)
      const me = userOf(call).id
      if (!dm?.mediaIds.includes(mediaId) || (dm.senderId !== me && dm.recipientId !== me))
        throw refuse.notFound()
      const whole = wholeOf(call.world, mediaId)
      if (!whole) throw refuse.notFound()
      return { status: 200, body: whole.bytes, headers: { 'content-type': 'application/octet-stream' } }
    },
  },
]
