/**
 * @file One line of X's activity stream turned into what happened. Posts come in the shape of v2, direct messages in
 * the older one of account activity: epoch milliseconds as text, no conversation id. Lenient: what cannot be read is
 * told as such, so that the polls fetch it.
 */
import { z } from 'zod'
import { compareXIds, XId } from '../../shared/ids.ts'
import type { DmRecord, Entities, PersonRecord, PostRecord } from '../posts/records.ts'
import { isOwnMedia, type Hanging } from './own-media.ts'
import { personOf, postOf } from './shapes.ts'

/**
 * `key` tells one delivery from another: X gives events of one post the same uuid whatever they are and whoever they are
 * for, so the uuid alone would swallow the second brand that a post names.
 */
export type ActivityEvent = { key: string; xUserId: string | null } & (
  | {
      kind: 'post'
      post: PostRecord
      included: PostRecord[]
      people: PersonRecord[]
      /** A long post whose text came cut: the whole of it is to be fetched. */
      isCut: boolean
    }
  | { kind: 'dm'; events: DmRecord[]; people: PersonRecord[] }
  | { kind: 'deleted'; postId: string }
  | { kind: 'chat' }
  | { kind: 'revoked' }
  /** Nothing that is kept here: read receipts, typing, what another program subscribed to. */
  | { kind: 'other'; eventType: string }
  /** Meant for us and not understood. */
  | { kind: 'unreadable'; eventType: string }
)

/** What one line said. `problem`: X tells that it is about to end the connection. */
export type ActivityLine = ActivityEvent | { kind: 'problem' } | { kind: 'garbage' }

const Id = z.union([z.string(), z.number()]).transform(String)

const Line = z.object({
  data: z
    .object({
      event_uuid: Id,
      event_type: z.string(),
      filter: z.object({ user_id: XId.optional() }).optional().catch(undefined),
      payload: z.unknown(),
      includes: z
        .object({ tweets: z.array(z.unknown()).optional(), users: z.array(z.unknown()).optional() })
        .optional()
        .catch(undefined),
    })
    .optional(),
  errors: z.array(z.unknown()).optional(),
})
type Data = NonNullable<z.infer<typeof Line>['data']>

const postEvents = new Set(['post.mention.create', 'post.reply.create', 'post.quote.create', 'post.create'])
const dmEvents = new Set(['dm.received', 'dm.sent'])

/** Reads one line that is not empty. */
export function activityLine(text: string): ActivityLine {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'garbage' }
    throw error
  }
  const known = Line.safeParse(raw)
  if (!known.success) return { kind: 'garbage' }
  const { data, errors } = known.data
  if (!data) return { kind: errors ? 'problem' : 'garbage' }
  return eventOf(data)
}

function eventOf(data: Data): ActivityEvent {
  const eventType = data.event_type
  const xUserId = data.filter?.user_id ?? null
  const of = { key: `${data.event_uuid} ${eventType} ${xUserId ?? ''}`, xUserId }
  if (postEvents.has(eventType)) return { ...of, ...(postEvent(data) ?? { kind: 'unreadable', eventType }) }
  if (dmEvents.has(eventType)) return { ...of, ...(dmEvent(data) ?? { kind: 'unreadable', eventType }) }
  if (eventType === 'post.delete') {
    const deleted = z.object({ id: XId }).safeParse(data.payload)
    return {
      ...of,
      ...(deleted.success ? { kind: 'deleted', postId: deleted.data.id } : { kind: 'unreadable', eventType }),
    }
  }
  if (eventType === 'chat.received' || eventType === 'chat.sent') return { ...of, kind: 'chat' }
  if (eventType === 'oauth.revoke') {
    const who = z.object({ user_id: XId }).safeParse(data.payload)
    return { ...of, xUserId: who.success ? who.data.user_id : xUserId, kind: 'revoked' }
  }
  return { ...of, kind: 'other', eventType }
}

/** People come plain, or each wrapped in `data`. */
function peopleOf(raw: readonly unknown[]): PersonRecord[] {
  const Wrapped = z.object({ data: z.unknown() })
  return raw
    .map((one) => {
      const wrapped = Wrapped.safeParse(one)
      return personOf(wrapped.success && wrapped.data.data !== undefined ? wrapped.data.data : one)
    })
    .filter((person) => person !== null)
}

/** X ends what it cuts with an ellipsis, and the whole stands in `note_tweet` only where that was sent along. */
const longestUncut = 270
function isCutText(payload: unknown, text: string): boolean {
  const whole = z.object({ note_tweet: z.object({ text: z.string() }) }).safeParse(payload)
  return !whole.success && text.length >= longestUncut && /…(\s*https:\/\/t\.co\/\w+)?$/.test(text)
}

function postEvent({ payload, includes }: Data) {
  const post = postOf(payload)?.record
  if (!post) return null
  return {
    kind: 'post' as const,
    post,
    included: (includes?.tweets ?? [])
      .map((one) => postOf(one)?.record)
      .filter((one) => one !== undefined && one.id !== post.id)
      .filter((one) => one !== undefined),
    people: peopleOf(includes?.users ?? []),
    isCut: isCutText(payload, post.text),
  }
}

const Indices = z.tuple([z.number().int().min(0), z.number().int().min(0)])
const listOf = <T extends z.ZodType>(item: T) => z.array(item).optional().catch(undefined)
const OldEntities = z.object({
  user_mentions: listOf(
    z.object({ indices: Indices, screen_name: z.string(), id_str: XId.optional().catch(undefined) }),
  ),
  urls: listOf(
    z.object({
      indices: Indices,
      url: z.string(),
      display_url: z.string().optional(),
      expanded_url: z.string().optional().catch(undefined),
    }),
  ),
  hashtags: listOf(z.object({ indices: Indices, text: z.string() })),
  symbols: listOf(z.object({ indices: Indices, text: z.string() })),
})
const OldDm = z.object({
  type: z.literal('message_create'),
  id: XId,
  created_timestamp: z.union([z.string(), z.number()]).transform(Number),
  message_create: z.object({
    sender_id: XId,
    target: z.object({ recipient_id: XId }),
    message_data: z.object({
      text: z.string(),
      entities: OldEntities.optional().catch(undefined),
      attachment: z.unknown().optional(),
    }),
  }),
})
const OldDms = z.object({
  direct_message_events: z.array(OldDm).min(1),
  users: z.record(z.string(), z.unknown()).optional().catch(undefined),
})

function dmEvent({ payload }: Data) {
  const known = OldDms.safeParse(payload)
  if (
    !known.success ||
    known.data.direct_message_events.some((one) => !Number.isFinite(one.created_timestamp))
  )
    return null
  return {
    kind: 'dm' as const,
    events: known.data.direct_message_events.map(dmOf),
    people: peopleOf(Object.values(known.data.users ?? {})),
  }
}

function dmOf({
  id,
  created_timestamp: createdAt,
  message_create: message,
}: z.infer<typeof OldDm>): DmRecord {
  const { sender_id: senderId, message_data: data } = message
  // This form tells that something hangs there, without X's key of it.
  const mediaKeys = data.attachment === undefined || data.attachment === null ? [] : ['']
  return {
    id,
    conversationId: conversationOf(senderId, message.target.recipient_id),
    senderId,
    text: data.text,
    entities: data.entities ? entitiesOf(data.entities, { ids: [id], mediaKeys }) : null,
    mediaCount: mediaKeys.length,
    createdAt,
  }
}

/** X names a conversation of two by both user ids, the smaller one first. */
const conversationOf = (a: string, b: string): string => (compareXIds(a, b) <= 0 ? `${a}-${b}` : `${b}-${a}`)

function entitiesOf(raw: z.infer<typeof OldEntities>, hanging: Hanging): Entities {
  const span = ([start, end]: z.infer<typeof Indices>): { start: number; end: number } => ({ start, end })
  const tag = (one: { indices: z.infer<typeof Indices>; text: string }) => ({
    ...span(one.indices),
    tag: one.text,
  })
  return {
    mentions: (raw.user_mentions ?? []).map((one) => ({
      ...span(one.indices),
      username: one.screen_name,
      userId: one.id_str ?? null,
    })),
    urls: (raw.urls ?? []).map((one) => ({
      ...span(one.indices),
      url: one.url,
      displayUrl: one.display_url ?? one.url,
      ...(isOwnMedia(one, hanging) ? { isOwnMedia: true } : {}),
    })),
    hashtags: (raw.hashtags ?? []).map(tag),
    cashtags: (raw.symbols ?? []).map(tag),
  }
}
