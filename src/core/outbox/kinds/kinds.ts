/** @file Every kind of job by its name. */
import type { JobKind } from '../../../shared/domain/outbox.ts'
import { bookmark, unbookmark } from './bookmark.ts'
import { chain } from './chain.ts'
import { deletion } from './delete.ts'
import { dm } from './dm.ts'
import { edit } from './edit.ts'
import { hide, unhide } from './hide.ts'
import type { Kind } from './kind.ts'
import { mute, unmute } from './mute.ts'
import { post } from './post.ts'
import { reply } from './reply.ts'
import { repost, unrepost } from './repost.ts'

export const kinds: Record<JobKind, Kind> = {
  reply,
  chain,
  dm,
  post,
  hide,
  unhide,
  delete: deletion,
  repost,
  unrepost,
  bookmark,
  unbookmark,
  mute,
  unmute,
  edit,
}

/** Order is kept and one request is in flight per lane: brand and family of endpoints. */
export const laneOf = (brandId: string, kind: JobKind): string => `${brandId}/${kinds[kind].family}`
