/**
 * @file What the activity stream says about each happening: the documented shapes, odd as they are. Posts as in v2, with
 * every number twice; direct messages as in the older account activity; no whole text of long posts.
 */
import { entitiesOf, escapeText } from './text.ts'
import { postJson, userJson, type View } from './render.ts'
import type { WorldDm, WorldSubscription, WorldUser } from './world-data.ts'
import type { Happening, World } from './world.ts'

type Json = Record<string, unknown>
export type ActivityEvent = { uuid: string; payload: Json; includes?: Json }

const all = (fields: string): ReadonlySet<string> => new Set(fields.split(' '))

const viewOf = (world: World, viewerId: string): View => ({
  world,
  viewerId,
  post: all(
    'attachments author_id conversation_id created_at display_text_range edit_controls entities in_reply_to_user_id lang possibly_sensitive public_metrics referenced_tweets reply_settings',
  ),
  user: all(
    'created_at description entities location profile_image_url protected public_metrics url verified verified_type withheld',
  ),
  dm: all(''),
  media: all(''),
  expansions: new Set(),
  baseUrl: '',
})

/** X repeats every number as text beside it. */
function twice(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(twice)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, of]) => [
      [key, twice(of)],
      ...(typeof of === 'number' ? [[`${key}_str`, String(of)]] : []),
    ]),
  )
}
const doubled = (json: Json): Json =>
  Object.fromEntries(Object.entries(json).map(([key, of]) => [key, twice(of)]))

/** The event of a happening for one subscription. */
export function eventOf(
  world: World,
  what: Happening,
  { userId, eventType }: WorldSubscription,
): ActivityEvent {
  const view = viewOf(world, userId)
  const person = (id: string): Json[] => {
    const user: WorldUser | undefined = world.users.get(id)
    return user ? [doubled(userJson(view, user))] : []
  }
  switch (what.kind) {
    case 'post': {
      const post = doubled(postJson(view, what.post))
      const users = [...new Set([what.post.authorId, userId])].flatMap(person)
      // The same uuid for every event of one post, whatever it is and whoever it is for.
      return { uuid: what.post.id, payload: post, includes: { users, tweets: [post] } }
    }
    case 'deleted':
      return {
        uuid: oddUuid(what.post.id, eventType),
        payload: { id: what.post.history[0] ?? what.post.id, author_id: what.post.authorId },
        includes: { users: person(what.post.authorId).map((data) => ({ data })) },
      }
    case 'dm':
      return { uuid: oddUuid(what.dm.id, eventType), payload: dmPayload(world, what.dm, person) }
    case 'chat':
      return {
        uuid: oddUuid(world.makeId(world.now()), eventType),
        payload: {
          conversation_id: `${what.fromId}-${what.toId}`,
          sender_id: what.fromId,
          encoded_event: 'AAAA',
        },
      }
    case 'revoked':
      return {
        uuid: oddUuid(world.makeId(world.now()), eventType),
        payload: {
          date_time: new Date(world.now()).toISOString().replace(/\.\d+Z$/, '+00:00'),
          user_id: what.userId,
          app_id: world.appNamed(what.app)?.id ?? '',
        },
      }
  }
}

/** Uuids of everything but posts are any 64 bits, half of them negative. */
const oddUuid = (id: string, eventType: string): string =>
  (BigInt(id) % 2n === 0n ? '-' : '') + String(BigInt(id) ^ BigInt(eventType.length * 977))

function dmPayload(world: World, dm: WorldDm, person: (id: string) => Json[]): Json {
  const text = escapeText(dm.text)
  const marks = entitiesOf(text, dm.links, (name) => world.userNamed(name)) ?? {}
  const old = (list: unknown[] | undefined, rest: (one: Record<string, unknown>) => Json): Json[] =>
    (list ?? []).map((one) => {
      const { start, end, ...fields } = one as Record<string, unknown>
      return { ...rest(fields), indices: [start, end] }
    })
  return {
    direct_message_events: [
      {
        type: 'message_create',
        id: dm.id,
        created_timestamp: String(dm.createdAt),
        message_create: {
          target: { recipient_id: dm.recipientId },
          sender_id: dm.senderId,
          message_data: {
            text,
            entities: {
              hashtags: old(marks['hashtags'], ({ tag }) => ({ text: tag })),
              symbols: old(marks['cashtags'], ({ tag }) => ({ text: tag })),
              user_mentions: old(marks['mentions'], ({ username, id }) => ({
                screen_name: username,
                id_str: id,
              })),
              urls: old(marks['urls'], (link) => link),
            },
            ...(dm.mediaIds.length > 0
              ? { attachment: { type: 'media', media: { id_str: dm.mediaIds[0] } } }
              : {}),
          },
        },
      },
    ],
    users: Object.fromEntries(
      [dm.senderId, dm.recipientId].flatMap((id) => person(id).map((data) => [id, { data }] as const)),
    ),
  }
}
