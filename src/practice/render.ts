/**
 * @file Posts, users and messages as X's JSON shows them: field selection, expansions, includes and the errors beside
 * them. Decides nothing about who may call.
 */
import { missing, type ResourceError } from './answer.ts'
import type { Call } from './call.ts'
import { instantOf } from './ids.ts'
import { hiddenFrom, isLatest } from './posts.ts'
import { cutLong, entitiesOf, escapeText, shorten, type Link } from './text.ts'
import { avatarOf, pictures } from './pictures.ts'
import type { WorldDm, WorldPost, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

type Json = Record<string, unknown>

/** What one call asked to see. Unknown field names are dropped without a word, as X does. */
export type View = {
  world: World
  viewerId: string | null
  post: ReadonlySet<string>
  user: ReadonlySet<string>
  dm: ReadonlySet<string>
  media: ReadonlySet<string>
  expansions: ReadonlySet<string>
  baseUrl: string
}

export function viewOf(call: Call): View {
  const set = (name: string) =>
    new Set((call.query.get(name) ?? '').split(',').filter((field) => field !== ''))
  return {
    world: call.world,
    viewerId: call.caller.user?.id ?? null,
    post: set('tweet.fields'),
    user: set('user.fields'),
    dm: set('dm_event.fields'),
    media: set('media.fields'),
    expansions: set('expansions'),
    baseUrl: call.baseUrl,
  }
}

const iso = (at: number): string => new Date(at).toISOString()
const pick = (fields: ReadonlySet<string>, all: Json): Json =>
  Object.fromEntries(Object.entries(all).filter(([key, value]) => fields.has(key) && value !== undefined))

const entities = (world: World, escaped: string, links: readonly Link[]) =>
  entitiesOf(escaped, links, (name) => world.userNamed(name))

export const mediaKey = (id: string, category: string): string =>
  `${/video/.test(category) ? 7 : /gif/.test(category) ? 16 : 3}_${id}`

const mediaKeysOf = (world: World, ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const media = world.data.media.find((m) => m.id === id)
    return media ? [mediaKey(id, media.category)] : []
  })

/** X appends a short link for what hangs on a post: the quoted post, the pictures. It counts towards no length. */
function attachedLinks(world: World, post: WorldPost): Link[] {
  const quoted = post.quoteOf === null ? undefined : world.posts.get(post.quoteOf)
  const author = (id: string) => world.users.get(id)?.username ?? 'i'
  return [
    ...(quoted
      ? [
          {
            url: `https://t.co/q${quoted.id.slice(-9)}`,
            expanded: `https://x.com/${author(quoted.authorId)}/status/${quoted.id}`,
          },
        ]
      : []),
    ...(post.mediaIds.length > 0
      ? [
          {
            url: `https://t.co/m${post.id.slice(-9)}`,
            expanded: `https://x.com/${author(post.authorId)}/status/${post.id}/photo/1`,
          },
        ]
      : []),
  ]
}

/** A stand-in for X's place ids, which say nothing of the place. */
const placeId = (place: string): string => `place-${place.length}`

/** X tells of copyright by a flag beside the countries. */
const withheldJson = ({ withheldIn }: WorldPost): Json | undefined =>
  withheldIn === undefined
    ? undefined
    : {
        copyright: withheldIn.includes('XY'),
        country_codes: withheldIn.filter((code) => code !== 'XY'),
        scope: 'tweet',
      }

export function postJson(view: View, post: WorldPost): Json {
  const { world } = view
  const attached = attachedLinks(world, post)
  const links = [...post.links, ...attached]
  const tail = attached.map((link) => ` ${link.url}`).join('')
  const cut = post.repostOf ? null : cutLong(post.text, post.runLength)
  const text = escapeText(cut ?? post.text) + tail
  const full = escapeText(post.text)
  const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo)
  const around = post.history.flatMap((id) => world.pointingAt(id)).filter(isLatest)
  const count = (at: 'replyTo' | 'quoteOf' | 'repostOf') =>
    around.filter((p) => p[at] !== null && post.history.includes(p[at])).length
  const implied = new Set([...view.post, ...(view.expansions.has('author_id') ? ['author_id'] : [])])
  if ([...view.expansions].some((name) => name.startsWith('referenced_tweets.id')))
    implied.add('referenced_tweets')
  if (view.expansions.has('in_reply_to_user_id')) implied.add('in_reply_to_user_id')
  if (view.expansions.has('attachments.media_keys')) implied.add('attachments')
  const references = [
    ...(post.repostOf ? [{ type: 'retweeted', id: post.repostOf }] : []),
    ...(post.quoteOf ? [{ type: 'quoted', id: post.quoteOf }] : []),
    ...(post.replyTo ? [{ type: 'replied_to', id: post.replyTo }] : []),
  ]
  const toOthers = post.replyTo !== null && parent?.authorId !== post.authorId
  return {
    id: post.id,
    text,
    edit_history_tweet_ids: post.history,
    ...pick(implied, {
      author_id: post.authorId,
      conversation_id: post.conversationId,
      created_at: iso(post.createdAt),
      in_reply_to_user_id: parent?.authorId ?? (post.replyTo ? post.named[0] : undefined),
      lang: post.lang,
      geo: post.place === undefined ? undefined : { place_id: placeId(post.place) },
      withheld: withheldJson(post),
      possibly_sensitive: false,
      reply_settings: post.replySettings,
      source: post.viaApp ?? 'X Web App',
      display_text_range: [
        [...escapeText(post.text.slice(0, post.runLength))].length,
        [...escapeText(cut ?? post.text)].length,
      ],
      referenced_tweets: references.length > 0 ? references : undefined,
      entities: entities(world, text, links),
      attachments: post.mediaIds.length > 0 ? { media_keys: mediaKeysOf(world, post.mediaIds) } : undefined,
      note_tweet: cut === null ? undefined : { text: full, entities: entities(world, full, post.links) },
      public_metrics: {
        retweet_count: post.reposts + count('repostOf'),
        reply_count: count('replyTo'),
        like_count: post.likes,
        quote_count: count('quoteOf'),
        bookmark_count: 0,
        impression_count: post.views,
      },
      edit_controls: {
        edits_remaining: 6 - post.history.length,
        is_edit_eligible: (world.users.get(post.authorId)?.premium ?? false) && !toOthers,
        editable_until: iso(instantOf(post.history[0] ?? post.id) + 3_600_000),
      },
    }),
  }
}

function avatarAddress({ baseUrl }: View, user: WorldUser): string {
  const face = user.role === 'customer' ? avatarOf(user.username) : null
  return face === null
    ? 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png'
    : `${baseUrl}/avatars/${face}_normal.png`
}

/** The link of a profile, and what X found in its description. */
function profileEntities(world: World, { text, links }: { text: string; links: Link[] }, site: string) {
  const description = entities(world, escapeText(text), links)
  const link = site === '' ? null : shorten(site)
  const url = link === null ? undefined : entities(world, link.text, link.links)
  return description === undefined && url === undefined ? undefined : { description, url }
}

export function userJson(view: View, user: WorldUser): Json {
  const said = shorten(user.description)
  return {
    id: user.id,
    name: user.name,
    username: user.username,
    ...pick(view.user, {
      created_at: iso(user.createdAt),
      description: escapeText(said.text),
      entities: profileEntities(view.world, said, user.site ?? ''),
      withheld:
        user.withheldIn === undefined || user.withheldIn.length === 0
          ? undefined
          : { country_codes: user.withheldIn, scope: 'user' },
      url: user.site === undefined ? undefined : shorten(user.site).text,
      location: user.location === '' ? undefined : user.location,
      profile_image_url: avatarAddress(view, user),
      protected: user.protected,
      verified: user.verifiedType !== 'none',
      verified_type: user.verifiedType,
      subscription_type: view.viewerId === user.id ? (user.premium ? 'Premium' : 'None') : undefined,
      receives_your_dm: view.viewerId === null ? undefined : !user.dmsClosed,
      connection_status: view.viewerId === null ? undefined : [],
      most_recent_tweet_id: view.world.postsBy(user.id).at(-1)?.id,
      public_metrics: {
        followers_count: user.followers,
        following_count: user.following,
        tweet_count: view.world.postsBy(user.id).length,
        listed_count: Math.floor(user.followers / 400),
        like_count: user.following * 3,
      },
    }),
  }
}

export function dmJson(view: View, dm: WorldDm): Json {
  const text = escapeText(dm.text)
  const marks = entities(view.world, text, dm.links)
  const asked = new Set([...view.dm, ...(view.expansions.has('sender_id') ? ['sender_id'] : [])])
  return {
    id: dm.id,
    event_type: 'MessageCreate',
    text,
    ...pick(asked, {
      created_at: iso(dm.createdAt),
      dm_conversation_id: dm.conversationId,
      sender_id: dm.senderId,
      attachments: dm.mediaIds.length > 0 ? { media_keys: mediaKeysOf(view.world, dm.mediaIds) } : undefined,
    }),
    ...(asked.has('entities') ? (marks ?? {}) : {}),
  }
}

export type Included = { includes: Json; errors: ResourceError[]; postIds: string[]; userIds: string[] }

/** @param dmId the message that it hangs on: then its bytes need a sign-in */
function mediaJson(view: View, ids: readonly string[], dmId: string | null = null): Json[] {
  return ids.flatMap((id) => {
    const media = view.world.data.media.find((m) => m.id === id)
    if (!media) return []
    const drawn = media.shows ? pictures[media.shows] : null
    const isFilm = /video/.test(media.category)
    const type = isFilm ? 'video' : /gif/.test(media.category) ? 'animated_gif' : 'photo'
    const address = `${view.baseUrl}/media/${id}`
    const film = { url: `${address}/film.mp4`, content_type: 'video/mp4', bit_rate: isFilm ? 832_000 : 0 }
    const photo = dmId === null ? address : `${view.baseUrl}/1.1/ton/data/dm/${dmId}/${id}/picture.jpg`
    const more = {
      width: drawn?.width,
      height: drawn?.height,
      alt_text: media.alt,
      ...(type === 'photo'
        ? { url: photo }
        : { preview_image_url: `${address}/still.jpg`, variants: [film] }),
      duration_ms: isFilm ? (drawn?.durationMs ?? 1_000) : undefined,
    }
    return [{ media_key: mediaKey(id, media.category), type, ...pick(view.media, more) }]
  })
}

const compact = (users: Json[], tweets: Json[], media: Json[]): Json =>
  Object.fromEntries(Object.entries({ users, tweets, media }).filter(([, list]) => list.length > 0))

/** What the asked expansions add to a page of posts. */
export function includedWith(view: View, page: readonly WorldPost[]): Included {
  const { world, expansions: asked } = view
  const errors: ResourceError[] = []
  const userIds = new Set<string>()
  const posts = new Map<string, WorldPost>()
  if ([...asked].some((name) => name.startsWith('referenced_tweets.id')))
    for (const post of page)
      for (const id of [post.repostOf, post.quoteOf, post.replyTo]) {
        if (!id) continue
        const target = world.posts.get(id)
        const why = target ? hiddenFrom(world, target, view.viewerId) : 'gone'
        if (target && why === null) posts.set(id, target)
        else if (!errors.some((error) => error.resource_id === id))
          errors.push(
            why === 'gone'
              ? missing.notFound('tweet', 'referenced_tweets.id', id)
              : missing.notAuthorized('tweet', 'referenced_tweets.id', id, 'includes'),
          )
      }
  if (asked.has('edit_history_tweet_ids'))
    for (const post of page)
      for (const id of post.history) {
        const version = world.posts.get(id)
        if (version && id !== post.id) posts.set(id, version)
      }
  if (asked.has('author_id')) for (const post of page) userIds.add(post.authorId)
  if (asked.has('referenced_tweets.id.author_id'))
    for (const post of posts.values()) userIds.add(post.authorId)
  if (asked.has('entities.mentions.username'))
    for (const post of page) for (const id of post.named) userIds.add(id)
  if (asked.has('in_reply_to_user_id'))
    for (const post of page) {
      const author = post.replyTo === null ? undefined : world.posts.get(post.replyTo)?.authorId
      if (author) userIds.add(author)
    }
  const users = [...userIds].flatMap((id) => world.users.get(id) ?? []).filter((user) => !user.suspended)
  const media = asked.has('attachments.media_keys')
    ? mediaJson(
        view,
        page.flatMap((post) => post.mediaIds),
      )
    : []
  return {
    includes: compact(
      users.map((user) => userJson(view, user)),
      [...posts.values()].map((post) => postJson(view, post)),
      media,
    ),
    errors,
    postIds: [...posts.keys()],
    userIds: users.map((user) => user.id),
  }
}

/** What the asked expansions add to a page of messages. */
export function includedWithDms(view: View, page: readonly WorldDm[]): Included {
  const ids = new Set<string>()
  if (view.expansions.has('sender_id')) for (const dm of page) ids.add(dm.senderId)
  if (view.expansions.has('participant_ids')) for (const dm of page) ids.add(dm.senderId).add(dm.recipientId)
  const users = [...ids].flatMap((id) => view.world.users.get(id) ?? [])
  const media = view.expansions.has('attachments.media_keys')
    ? page.flatMap((dm) => mediaJson(view, dm.mediaIds, dm.id))
    : []
  return {
    includes: compact(
      users.map((user) => userJson(view, user)),
      [],
      media,
    ),
    errors: [],
    postIds: [],
    userIds: users.map((user) => user.id),
  }
}
