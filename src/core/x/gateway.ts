/**
 * @file The face of X towards the rest of core: what can be asked for one handle, in core's own records. Errors are
 * `Failure`s of the `x.*` codes. The one implementation is `core/x/client.ts`.
 */
import type { MediaKind, MediaType } from '../../shared/domain/media.ts'
import type { DmMediaRef } from '../media/hosts.ts'
import type { DmRecord, PersonRecord, PostRecord } from '../posts/records.ts'
import type { Purpose } from './charges.ts'
import type { UploadStatus } from './media-shapes.ts'

/** One page, newest first, as X pages. */
export type Page<T> = {
  items: T[]
  /** Posts that X sent along because they were named (quoted or replied to); free to keep. */
  included: PostRecord[]
  /** People that X sent along; they are billed only where they were asked for. */
  people: PersonRecord[]
  nextToken: string | null
  /** Items of this page that could not be understood: told, never dropped in silence. */
  unreadable: number
}

/** What to page through. `startAt` and `endAt` are epoch ms, which X counts in whole seconds; ends are exclusive. */
export type PageRequest = {
  sinceId?: string | null
  untilId?: string | null
  startAt?: number | null
  endAt?: number | null
  token?: string | null
  max: number
}

/** For lists of X's that page by token alone. */
export type StoppingRequest = Pick<PageRequest, 'token' | 'max'>

/**
 * Why X did not show what was asked for. `protected` is X's "not authorized", which it also says of suspended accounts;
 * `unnamed`: it gave no reason, so that nothing is known.
 */
export type Missing = 'deleted' | 'protected' | 'suspended' | 'unavailable' | 'unnamed'

/** What a lookup by ids found, and what X said is gone. */
export type Lookup<T> = {
  found: T[]
  missing: { id: string; why: Missing }[]
}

/** A subscription to one kind of event of one user, as X keeps it for the app. */
export type Subscribed = { id: string; eventType: string; xUserId: string | null; tag: string | null }

/**
 * Reads and writes for one handle. `handleId` selects token and limits, `purpose` the heading of its cost; every call
 * may throw `x.*` failures.
 */
export type XGateway = {
  me(handleId: string, purpose?: Purpose): Promise<PersonRecord>
  mentions(handleId: string, request: PageRequest, purpose?: Purpose): Promise<Page<PostRecord>>
  ownPosts(handleId: string, request: PageRequest, purpose?: Purpose): Promise<Page<PostRecord>>
  /** Recent posts, seven days back. @param query in X's words, 1 to 512 characters */
  search(handleId: string, query: string, request: PageRequest, purpose?: Purpose): Promise<Page<PostRecord>>
  /** A list of X's takes neither since_id nor times: the caller stops at the first known id. */
  list(
    handleId: string,
    listId: string,
    request: StoppingRequest,
    purpose?: Purpose,
  ): Promise<Page<PostRecord>>
  /** `/2/dm_events` has no since_id: the caller stops at the first known id. */
  dms(handleId: string, request: StoppingRequest, purpose?: Purpose): Promise<Page<DmRecord>>
  dmsWith(handleId: string, participantId: string, max: number, purpose?: Purpose): Promise<Page<DmRecord>>
  posts(handleId: string, ids: string[], purpose?: Purpose): Promise<Lookup<PostRecord>>
  people(handleId: string, ids: string[], purpose?: Purpose): Promise<Lookup<PersonRecord>>
  /**
   * Writes. `x.offline` promises that no byte left; `x.rate-limited` and `x.credits` that nothing took effect;
   * `x.refused` that X said no. Everything else (`x.timeout`, `x.server`, `x.malformed`) leaves the outcome unknown.
   */
  reply(
    handleId: string,
    message: { text: string; targetPostId: string; mediaIds?: readonly string[] },
    purpose?: Purpose,
  ): Promise<{ postId: string; text: string }>
  /** A post that answers nobody; with `previousPostId` a new version of that one. */
  post(
    handleId: string,
    message: { text: string; mediaIds?: readonly string[]; previousPostId?: string },
    purpose?: Purpose,
  ): Promise<{ postId: string; text: string }>
  dm(
    handleId: string,
    message: { text: string; participantId: string; mediaIds?: readonly string[] },
    purpose?: Purpose,
  ): Promise<{ eventId: string; conversationId: string }>
  /** Deletes the post with its whole edit history; one that is gone is refused as `not-found`. */
  deletePost(handleId: string, postId: string, purpose?: Purpose): Promise<void>
  /** Each sets something that is either so or not: asking twice is asking once, but X charges twice. */
  hide(handleId: string, postId: string, on: boolean, purpose?: Purpose): Promise<void>
  repost(handleId: string, postId: string, on: boolean, purpose?: Purpose): Promise<void>
  bookmark(handleId: string, postId: string, on: boolean, purpose?: Purpose): Promise<void>
  mute(handleId: string, xUserId: string, on: boolean, purpose?: Purpose): Promise<void>
  /** The machine clock's difference to X's, from the newest `Date` header: X's now minus ours, ms. */
  dateOffsetMs(): number
}

/** What an upload is for; X keeps the two apart. */
export type UploadUse = 'tweet' | 'dm'

/**
 * Pictures and films at X, for one handle. Nobody sees an upload before a message names it, so every step may be
 * repeated: whatever the failure, nothing was published.
 */
export type MediaGateway = {
  /** The bytes of a picture in a direct message; they are X's word and may be anything. */
  dmMedia(handleId: string, ref: DmMediaRef): Promise<Uint8Array>
  uploadStart(
    handleId: string,
    file: { type: MediaType; kind: MediaKind; use: UploadUse; bytes: number },
  ): Promise<UploadStatus>
  /** Segments have 1 MiB; the last one may have less. The same one again changes nothing. */
  uploadAppend(handleId: string, mediaId: string, segment: number, bytes: Uint8Array): Promise<void>
  uploadEnd(handleId: string, mediaId: string): Promise<UploadStatus>
  uploadStatus(handleId: string, mediaId: string): Promise<UploadStatus>
  /** Gives it an alternative text. Costs. */
  mediaDescribe(handleId: string, mediaId: string, alt: string): Promise<void>
}
