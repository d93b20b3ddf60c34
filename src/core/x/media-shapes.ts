/**
 * @file X's JSON about pictures and films: what posts show, and how an upload stands. Lenient as shapes.ts is.
 */
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import type { MediaRecord } from '../posts/records.ts'

const Variant = z.object({
  bit_rate: z.number().optional().catch(undefined),
  content_type: z.string(),
  url: z.string(),
})

const XMedia = z.object({
  media_key: z.string().min(1),
  type: z.enum(['photo', 'animated_gif', 'video']),
  url: z.string().optional().catch(undefined),
  preview_image_url: z.string().optional().catch(undefined),
  width: z.number().int().positive().optional().catch(undefined),
  height: z.number().int().positive().optional().catch(undefined),
  alt_text: z.string().optional().catch(undefined),
  duration_ms: z.number().optional().catch(undefined),
  variants: z.array(z.unknown()).optional().catch(undefined),
})

/** More than this is finer than a pane shows, and only takes longer; bits per second. */
const enoughBitRate = 2_500_000

/** The film that suits a console: the finest that is not too heavy, else the lightest. */
function filmOf(variants: readonly unknown[]): string | null {
  const films = variants
    .map((raw) => Variant.safeParse(raw))
    .flatMap((known) => (known.success && known.data.content_type === 'video/mp4' ? [known.data] : []))
    .sort((a, b) => (a.bit_rate ?? 0) - (b.bit_rate ?? 0))
  return (films.findLast((film) => (film.bit_rate ?? 0) <= enoughBitRate) ?? films[0])?.url ?? null
}

const kinds = { photo: 'photo', animated_gif: 'gif', video: 'video' } as const

/** What an answer's `includes.media` tells, by X's media key. */
export function includedMedia(raw: readonly unknown[] | undefined): ReadonlyMap<string, MediaRecord> {
  const media = new Map<string, MediaRecord>()
  for (const one of raw ?? []) {
    const known = XMedia.safeParse(one)
    if (!known.success) continue
    const { media_key: key, type, variants, ...told } = known.data
    media.set(key, {
      key,
      kind: kinds[type],
      url: type === 'photo' ? (told.url ?? null) : filmOf(variants ?? []),
      previewUrl: type === 'photo' ? null : (told.preview_image_url ?? null),
      width: told.width ?? null,
      height: told.height ?? null,
      alt: told.alt_text ?? null,
      durationMs: told.duration_ms ?? null,
    })
  }
  return media
}

/** What an item shows, in its order; nothing at all where the answer did not tell of every one. */
export function shownMedia(
  keys: readonly string[] | undefined,
  included: ReadonlyMap<string, MediaRecord>,
): { media?: readonly MediaRecord[] } {
  const media = (keys ?? []).flatMap((key) => included.get(key) ?? [])
  return media.length > 0 && media.length === keys?.length ? { media } : {}
}

/** How an upload stands at X. `checkAfterMs`: X is still looking at it, ask again then. */
export type UploadStatus = {
  mediaId: string
  state: 'ready' | 'processing' | 'failed'
  checkAfterMs: number
  /** All of it is there: X has been told that it is whole. */
  isClosed: boolean
  /** How long X keeps it for use. */
  expiresAfterMs: number
  /** 0 to 1, while X works on it. */
  progress: number
  /** X's words for why it failed. */
  detail: string
}

const XUpload = z.object({
  data: z.object({
    id: z.string().regex(/^[0-9]{1,19}$/),
    size: z.number().optional().catch(undefined),
    expires_after_secs: z.number().optional().catch(undefined),
    processing_info: z
      .object({
        state: z.enum(['pending', 'in_progress', 'succeeded', 'failed']).optional(),
        check_after_secs: z.number().optional(),
        progress_percent: z.number().optional(),
        error: z
          .object({ message: z.string().optional(), name: z.string().optional() })
          .optional()
          .catch(undefined),
      })
      .optional(),
  }),
})

/** X keeps uploads for a day, as far as its documents say. */
const usualLifeMs = 86_400_000
const usualWaitMs = 2_000

/** @throws Failure `x.malformed` */
export function uploadStatus(json: string, endpoint: string): UploadStatus {
  const known = XUpload.safeParse(parsed(json, endpoint))
  if (!known.success) throw new Failure('x.malformed', { endpoint }, 'no upload')
  const { id, size, expires_after_secs, processing_info: info } = known.data.data
  const state =
    info?.state === 'failed'
      ? 'failed'
      : info?.state === 'pending' || info?.state === 'in_progress'
        ? 'processing'
        : 'ready'
  return {
    mediaId: id,
    state,
    isClosed: size !== undefined || info !== undefined,
    checkAfterMs: info?.check_after_secs === undefined ? usualWaitMs : info.check_after_secs * 1_000,
    expiresAfterMs: expires_after_secs === undefined ? usualLifeMs : expires_after_secs * 1_000,
    progress: (info?.progress_percent ?? 0) / 100,
    detail: (info?.error?.message ?? info?.error?.name ?? '').slice(0, 300),
  }
}

function parsed(json: string, endpoint: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('x.malformed', { endpoint }, 'not JSON')
    throw error
  }
}
