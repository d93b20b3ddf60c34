/** @file Pictures and films as screens get them: opaque names for `media:<id>`, never an address. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { WireFailure } from '../errors.ts'

/** The opaque name of one picture or film. */
export const MediaId = z.string().regex(/^[0-9a-f]{32}$/)

/** `gif`: X keeps it as a film without sound that runs by itself. */
export const MediaKind = z.enum(['photo', 'gif', 'video'])
export type MediaKind = z.infer<typeof MediaKind>

/** The types that are ever shown or sent. SVG and HTML are none of them. */
export const MediaType = z.enum([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'video/mp4',
  'video/quicktime',
])
export type MediaType = z.infer<typeof MediaType>

/** One picture or film of a post or direct message. */
export const MediaView = z.object({
  id: MediaId,
  kind: MediaKind,
  /** The still of a film; null for a photo, or when X told none. */
  preview: MediaId.nullable(),
  /** Pixels; null when X told none. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** What its author wrote for those who cannot see it. */
  alt: z.string().nullable(),
  durationMs: z.number().nullable(),
  /** A window told how it looks: `media.seen`. */
  isPrinted: z.boolean(),
})
export type MediaView = z.infer<typeof MediaView>

/**
 * The life of an attached file. `arriving`: its bytes come from the window · `ready`: all here, X knows nothing of it ·
 * `uploading`, `processing`, `uploaded`: at X · `failed`: X did not take it.
 */
export const AttachmentState = z.enum(['arriving', 'ready', 'uploading', 'processing', 'uploaded', 'failed'])
export type AttachmentState = z.infer<typeof AttachmentState>

/** To what a file is attached: a ticket's draft, or the post that a brand composes. */
export const AttachedTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), ticketId: OwnId, channel: z.enum(['public', 'dm']) }),
  z.object({ kind: z.literal('compose'), brandId: OwnId }),
])
export type AttachedTo = z.infer<typeof AttachedTo>

export const AttachmentView = z.object({
  id: OwnId,
  media: MediaId,
  channel: z.enum(['public', 'dm']),
  /** As its file was called where it came from. */
  name: z.string(),
  kind: MediaKind,
  bytes: z.number(),
  alt: z.string(),
  state: AttachmentState,
  /** 0 to 1: of what the state is about, arriving or uploading. */
  progress: z.number(),
  failure: WireFailure.nullable(),
})
export type AttachmentView = z.infer<typeof AttachmentView>

/** How much of a file crosses in one call, and in one segment to X, bytes. */
export const chunkBytes = 1_048_576

/** The longest alternative text that X takes, characters. */
export const altTextLimit = 1_000

const mb = 1_048_576
/** The largest file that X takes, bytes. */
export const sizeLimits: Readonly<Record<MediaKind, number>> = {
  photo: 5 * mb,
  gif: 15 * mb,
  video: 512 * mb,
}
/** The longest film that X takes. */
export const filmLimitMs = 140_000
/** Photos in one post; of everything else, and in a direct message, there is one. */
export const photosAtMost = 4
