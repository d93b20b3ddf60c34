/**
 * @file X's JSON turned into core's records. Lenient: one item that cannot be understood is counted, never fatal; an
 * answer that is no answer at all is `x.malformed`. Reads the tweet dialect, in which core always asks.
 */
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { XId } from '../../shared/ids.ts'
import type { About, DmRecord, Entities, MediaRecord, PersonRecord, PostRecord } from '../posts/records.ts'
import { instantOf } from './dates.ts'
import type { Lookup, Page } from './gateway.ts'
import { includedMedia, shownMedia } from './media-shapes.ts'
import { linkedPage } from './link-page.ts'
import { isOwnMedia, type Hanging } from './own-media.ts'

const span = { start: z.number().int().min(0), end: z.number().int().min(0) }
const lenientList = <T extends z.ZodType>(item: T) => z.array(item).optional().catch(undefined)

const XEntities = z.object({
  mentions: lenientList(z.object({ ...span, username: z.string(), id: z.string().optional() })),
  urls: lenientList(
    z.object({
      ...span,
      url: z.string(),
      display_url: z.string().optional(),
      expanded_url: z.string().optional().catch(undefined),
      media_key: z.string().optional().catch(undefined),
      title: z.string().optional().catch(undefined),
      unwound_url: z.string().optional().catch(undefined),
    }),
  ),
  hashtags: lenientList(z.object({ ...span, tag: z.string() })),
  cashtags: lenientList(z.object({ ...span, tag: z.string() })),
})

const Attachments = z
  .object({ media_keys: z.array(z.string()).optional() })
  .optional()
  .catch(undefined)

const XPost = z.object({
  id: XId,
  text: z.string(),
  author_id: XId,
  created_at: z.string(),
  conversation_id: XId.optional(),
  edit_history_tweet_ids: z.array(XId).min(1).optional().catch(undefined),
  in_reply_to_user_id: XId.optional(),
  referenced_tweets: lenientList(z.object({ type: z.string(), id: XId })),
  entities: XEntities.optional().catch(undefined),
  note_tweet: z
    .object({ text: z.string(), entities: XEntities.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  lang: z.string().optional().catch(undefined),
  attachments: Attachments,
  public_metrics: z
    .object({ like_count: z.number().optional(), retweet_count: z.number().optional() })
    .optional()
    .catch(undefined),
  withheld: z
    .object({ copyright: z.boolean().optional(), country_codes: z.array(z.string()).optional() })
    .optional()
    .catch(undefined),
})

const XPerson = z.object({
  id: XId,
  name: z.string(),
  // Some very old handles are longer than today's 15 characters.
  username: z.string().regex(/^[A-Za-z0-9_]{1,20}$/),
  profile_image_url: z.string().optional().catch(undefined),
  public_metrics: z.object({ followers_count: z.number().optional() }).optional().catch(undefined),
  verified: z.boolean().optional().catch(undefined),
  verified_type: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  location: z.string().optional().catch(undefined),
  created_at: z.string().optional().catch(undefined),
  entities: z
    .object({
      description: XEntities.optional().catch(undefined),
      url: z.object({ urls: XEntities.shape.urls }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  withheld: z
    .object({ country_codes: z.array(z.string()) })
    .optional()
    .catch(undefined),
})
type XPerson = z.infer<typeof XPerson>

const XDm = z.object({
  id: XId,
  event_type: z.string().optional(),
  text: z.string().optional(),
  created_at: z.string(),
  sender_id: XId,
  dm_conversation_id: z.string(),
  entities: XEntities.optional().catch(undefined),
  // X's OpenAPI file has them beside the text, the field that asks for them is called entities.
  ...XEntities.shape,
  attachments: Attachments,
})

const Problem = z.object({
  resource_id: z.string().optional(),
  value: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  type: z.string().optional(),
})
type Problem = z.infer<typeof Problem>

const Envelope = z.object({
  data: z.unknown().optional(),
  includes: z
    .object({
      tweets: z.array(z.unknown()).optional(),
      users: z.array(z.unknown()).optional(),
      media: z.array(z.unknown()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  meta: z.object({ next_token: z.string().optional() }).optional().catch(undefined),
  errors: lenientList(Problem),
})

function entitiesOf(raw: z.infer<typeof XEntities> | undefined, hanging: Hanging): Entities | null {
  if (!raw) return null
  return {
    mentions: (raw.mentions ?? []).map(({ start, end, username, id }) => ({
      start,
      end,
      username,
      userId: id ?? null,
    })),
    urls: (raw.urls ?? []).map(({ start, end, url, display_url, ...link }) => ({
      start,
      end,
      url,
      displayUrl: display_url ?? url,
      ...(isOwnMedia(link, hanging) ? { isOwnMedia: true } : {}),
      ...linkedPage(link),
    })),
    hashtags: raw.hashtags ?? [],
    cashtags: raw.cashtags ?? [],
  }
}

/** Where X withholds a post; by copyright it may name no country. */
function withheldFrom(withheld: z.infer<typeof XPost>['withheld']): string[] {
  if (!withheld) return []
  const codes = (withheld.country_codes ?? []).filter((code) => /^[A-Z]{2}$/u.test(code))
  return codes.length > 0 ? codes : [withheld.copyright ? 'XY' : 'XX']
}

/** What an answer told beside its items, by X's media key. */
type Included = ReadonlyMap<string, MediaRecord>

/** One post of X's, with every id that it goes by; null when it cannot be understood. */
export function postOf(
  raw: unknown,
  included: Included = new Map(),
): { record: PostRecord; ids: readonly string[] } | null {
  const known = XPost.safeParse(raw)
  if (!known.success) return null
  const post = known.data
  const createdAt = instantOf(post.created_at)
  if (createdAt === null) return null
  const history = post.edit_history_tweet_ids ?? [post.id]
  const id = history[0] ?? post.id
  const place = history.indexOf(post.id)
  const newest = history.at(-1) ?? post.id
  const withheldIn = withheldFrom(post.withheld)
  const referenced = (type: string): string | null =>
    post.referenced_tweets?.find((one) => one.type === type)?.id ?? null
  const ids = [...history, post.id]
  const mediaKeys = post.attachments?.media_keys ?? []
  const record: PostRecord = {
    id,
    latestId: post.id,
    version: place < 0 ? history.length + 1 : place + 1,
    authorId: post.author_id,
    conversationId: post.conversation_id ?? id,
    inReplyToPostId: referenced('replied_to'),
    inReplyToUserId: post.in_reply_to_user_id ?? null,
    quotedPostId: referenced('quoted'),
    repostedPostId: referenced('retweeted'),
    text: post.note_tweet?.text ?? post.text,
    entities: entitiesOf(post.note_tweet?.entities ?? post.entities, { ids, mediaKeys }),
    lang: post.lang ?? null,
    mediaCount: mediaKeys.length,
    ...shownMedia(post.attachments?.media_keys, included),
    likes: post.public_metrics?.like_count ?? 0,
    reposts: post.public_metrics?.retweet_count ?? 0,
    createdAt,
    ...(withheldIn.length > 0 ? { withheldIn } : {}),
    ...(newest !== post.id && place >= 0 ? { newerId: newest } : {}),
  }
  return { record, ids }
}

/** X allows 160 characters of description and 30 of location: more than these is no profile. Code points. */
const descriptionAtMost = 1_000
const lineAtMost = 200
const cut = (text: string, atMost: number): string => [...text].slice(0, atMost).join('')

/**
 * What a person says of themselves; nothing where the answer told no part of it. X leaves out what is empty, so a part
 * that is missing beside another is empty.
 */
function aboutOf({ description, location, created_at, entities, withheld }: XPerson): { about?: About } {
  if ([description, location, created_at, withheld].every((part) => part === undefined)) return {}
  if (withheld !== undefined) return { about: { description: '', entities: null, location: '', site: null } }
  const site = entities?.url?.urls?.[0]
  return {
    about: {
      description: cut(description ?? '', descriptionAtMost),
      entities: entitiesOf(entities?.description, { ids: [], mediaKeys: [] }),
      location: cut(location ?? '', lineAtMost),
      site: site ? { url: site.url, displayUrl: cut(site.display_url ?? site.url, lineAtMost) } : null,
    },
  }
}

/** One person of X's; null when they cannot be understood. */
export function personOf(raw: unknown): PersonRecord | null {
  const known = XPerson.safeParse(raw)
  if (!known.success) return null
  const person = known.data
  const joinedAt = instantOf(person.created_at ?? '')
  return {
    xUserId: person.id,
    name: person.name,
    username: person.username,
    avatarUrl: person.profile_image_url ?? null,
    followers: person.public_metrics?.followers_count ?? null,
    verified:
      person.verified_type !== undefined ? person.verified_type !== 'none' : (person.verified ?? false),
    ...aboutOf(person),
    ...(joinedAt === null ? {} : { joinedAt }),
  }
}

const besideText = (dm: z.infer<typeof XEntities>): z.infer<typeof XEntities> | undefined =>
  [dm.urls, dm.mentions, dm.hashtags, dm.cashtags].some((marks) => marks !== undefined) ? dm : undefined

function dmOf(raw: unknown, included: Included): DmRecord | null {
  const known = XDm.safeParse(raw)
  if (!known.success) return null
  const dm = known.data
  const createdAt = instantOf(dm.created_at)
  if (createdAt === null) return null
  const mediaKeys = dm.attachments?.media_keys ?? []
  return {
    id: dm.id,
    conversationId: dm.dm_conversation_id,
    senderId: dm.sender_id,
    text: dm.text ?? '',
    entities: entitiesOf(dm.entities ?? besideText(dm), { ids: [dm.id], mediaKeys }),
    mediaCount: mediaKeys.length,
    ...shownMedia(dm.attachments?.media_keys, included),
    createdAt,
  }
}

function envelopeOf(json: string, endpoint: string): z.infer<typeof Envelope> {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('x.malformed', { endpoint }, 'not JSON')
    throw error
  }
  const known = Envelope.safeParse(raw)
  if (!known.success) throw new Failure('x.malformed', { endpoint }, 'no envelope')
  const { data, meta, errors } = known.data
  // An object with none of the three is some other server's answer, such as a captive portal's.
  if (data === undefined && meta === undefined && errors === undefined)
    throw new Failure('x.malformed', { endpoint }, 'empty envelope')
  return known.data
}

function listOf(data: unknown, endpoint: string): unknown[] {
  if (data === undefined || data === null) return []
  if (Array.isArray(data)) return data
  throw new Failure('x.malformed', { endpoint }, 'data is no list')
}

function pageOf<T>(
  json: string,
  endpoint: string,
  read: (raw: unknown, included: Included) => T | null,
): Page<T> {
  const envelope = envelopeOf(json, endpoint)
  const raw = listOf(envelope.data, endpoint)
  const media = includedMedia(envelope.includes?.media)
  const items = raw.map((one) => read(one, media)).filter((item) => item !== null)
  const included = (envelope.includes?.tweets ?? [])
    .map((one) => postOf(one, media))
    .filter((post) => post !== null)
  return {
    items,
    included: included.map((post) => post.record),
    people: (envelope.includes?.users ?? []).map(personOf).filter((person) => person !== null),
    nextToken: envelope.meta?.next_token ?? null,
    unreadable: raw.length - items.length,
  }
}

/** A page of mentions or own posts. @throws Failure `x.malformed` */
export const postPage = (json: string, endpoint = 'posts'): Page<PostRecord> =>
  pageOf(json, endpoint, (raw, included) => postOf(raw, included)?.record ?? null)

/** A page of direct messages: joins and leaves, which core never asks for, are no messages and not unreadable either. */
export function dmPage(json: string, endpoint = 'dms'): Page<DmRecord> {
  const page = pageOf(json, endpoint, (raw, included) => {
    const kind = z.object({ event_type: z.string() }).safeParse(raw)
    if (kind.success && kind.data.event_type !== 'MessageCreate') return { skip: true } as const
    const dm = dmOf(raw, included)
    return dm === null ? null : ({ skip: false, dm } as const)
  })
  return { ...page, items: page.items.flatMap((item) => (item.skip ? [] : [item.dm])) }
}

function whyMissing(problem: Problem | undefined): Lookup<never>['missing'][number]['why'] {
  if (!problem) return 'unnamed'
  if (problem.detail?.toLowerCase().includes('suspended')) return 'suspended'
  if (problem.type?.endsWith('/not-authorized-for-resource')) return 'protected'
  if (problem.type?.endsWith('/resource-not-found')) return 'deleted'
  return 'unavailable'
}

function lookupOf<T>(
  json: string,
  endpoint: string,
  asked: readonly string[],
  read: (raw: unknown, included: Included) => { record: T; ids: readonly string[] } | null,
): Lookup<T> {
  const envelope = envelopeOf(json, endpoint)
  const media = includedMedia(envelope.includes?.media)
  const found = listOf(envelope.data, endpoint)
    .map((raw) => read(raw, media))
    .filter((item) => item !== null)
  const here = new Set(found.flatMap((item) => item.ids))
  const problems = new Map(
    (envelope.errors ?? []).map((problem) => [problem.resource_id ?? problem.value ?? '', problem] as const),
  )
  return {
    found: found.map((item) => item.record),
    missing: asked.filter((id) => !here.has(id)).map((id) => ({ id, why: whyMissing(problems.get(id)) })),
  }
}

/** Posts by id; an id of an older version counts as found. @throws Failure `x.malformed` */
export const postLookup = (json: string, asked: readonly string[]): Lookup<PostRecord> =>
  lookupOf(json, 'posts', asked, postOf)

/** People by id. @throws Failure `x.malformed` */
export const personLookup = (json: string, asked: readonly string[]): Lookup<PersonRecord> =>
  lookupOf(json, 'people', asked, (raw) => {
    const record = personOf(raw)
    return record === null ? null : { record, ids: [record.xUserId] }
  })

/** The one person of users/me. @throws Failure `x.malformed` */
export function mePerson(json: string): PersonRecord {
  const person = personOf(envelopeOf(json, 'me').data)
  if (person === null) throw new Failure('x.malformed', { endpoint: 'me' }, 'no person')
  return person
}

/** What X says it has made. @throws Failure `x.malformed`: for a write this leaves the outcome unknown */
export function sentPost(json: string): { postId: string; text: string } {
  const made = z.object({ id: XId, text: z.string().catch('') }).safeParse(envelopeOf(json, 'reply').data)
  if (!made.success) throw new Failure('x.malformed', { endpoint: 'reply' }, 'no post')
  return { postId: made.data.id, text: made.data.text }
}

/** @throws Failure `x.malformed` */
export function sentDm(json: string): { eventId: string; conversationId: string } {
  const made = z
    .object({ dm_event_id: XId, dm_conversation_id: z.string().min(1) })
    .safeParse(envelopeOf(json, 'dm').data)
  if (!made.success) throw new Failure('x.malformed', { endpoint: 'dm' }, 'no message')
  return { eventId: made.data.dm_event_id, conversationId: made.data.dm_conversation_id }
}
