/**
 * @file The endpoints of X that core calls, one entry each: where, how long to wait, what X charges for it. The name of
 * an entry is the route that rate limits are counted by.
 */
import type { ResourceKind, SpendStream } from '../../shared/domain/money.ts'

export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  /** Costs credits: refused locally while the app has none. */
  paid: boolean
  /** May be the one read that tries whether credits are back. */
  probes: boolean
  /** A lost answer leaves the outcome unknown. */
  writes: boolean
  /** Under what its cost stands in the ledger, where the caller names no other purpose. */
  stream: SpendStream
  /** What X charges for: each resource returned, or the request of a write. Null: free. */
  charges: ResourceKind | null
  /** Costs a fifth for the handle that registered the app. */
  owned: boolean
  /** What it answers may show pictures and films: X is asked to tell of them. */
  showsMedia?: boolean
}

const read = { method: 'GET', paid: true, probes: false, writes: false, owned: false } as const
const write = { method: 'POST', paid: true, probes: false, writes: true, owned: false } as const
/** X's time lines of the handle itself. */
const timeline = { ...read, probes: true, charges: 'post', owned: true, showsMedia: true } as const

/** A step of an upload: nobody sees anything of it, so it may be repeated and given up at any moment. */
const upload = {
  method: 'POST',
  paid: false,
  probes: false,
  writes: false,
  owned: false,
  stream: 'media',
  charges: null,
} as const

/** Asks about the stream, whose deliveries are what costs. */
const free = { ...read, paid: false, stream: 'stream', charges: null } as const

export const endpoints = {
  // X answered this one even to apps without credits, so it neither waits for them nor tells about them; but it is charged.
  me: { ...read, path: '/2/users/me', paid: false, stream: 'people', charges: 'person' },
  mentions: { ...timeline, path: '/2/users/:id/mentions', stream: 'mentions' },
  ownPosts: { ...timeline, path: '/2/users/:id/tweets', stream: 'posts' },
  search: {
    ...read,
    path: '/2/tweets/search/recent',
    probes: true,
    stream: 'search',
    charges: 'post',
    showsMedia: true,
  },
  list: {
    ...read,
    path: '/2/lists/:id/tweets',
    probes: true,
    stream: 'list',
    charges: 'post',
    showsMedia: true,
  },
  dms: { ...read, path: '/2/dm_events', probes: true, stream: 'dms', charges: 'dm', showsMedia: true },
  dmsWith: {
    ...read,
    path: '/2/dm_conversations/with/:participant_id/dm_events',
    stream: 'look',
    charges: 'dm',
    showsMedia: true,
  },
  posts: { ...read, path: '/2/tweets', stream: 'lookup', charges: 'post', showsMedia: true },
  people: { ...read, path: '/2/users', stream: 'people', charges: 'person' },
  // Posts, replies and edits alike: X counts them together.
  reply: { ...write, path: '/2/tweets', stream: 'send', charges: 'post.create' },
  dm: {
    ...write,
    path: '/2/dm_conversations/with/:participant_id/messages',
    stream: 'send',
    charges: 'dm.create',
  },
  deletePost: {
    ...write,
    method: 'DELETE',
    path: '/2/tweets/:id',
    stream: 'send',
    charges: 'interaction.delete',
  },
  hide: {
    ...write,
    method: 'PUT',
    path: '/2/tweets/:tweet_id/hidden',
    stream: 'send',
    charges: 'content.manage',
  },
  repost: { ...write, path: '/2/users/:id/retweets', stream: 'send', charges: 'interaction.create' },
  unrepost: {
    ...write,
    method: 'DELETE',
    path: '/2/users/:id/retweets/:source_tweet_id',
    stream: 'send',
    charges: 'interaction.delete',
  },
  bookmark: { ...write, path: '/2/users/:id/bookmarks', stream: 'send', charges: 'content.manage' },
  unbookmark: {
    ...write,
    method: 'DELETE',
    path: '/2/users/:id/bookmarks/:tweet_id',
    stream: 'send',
    charges: 'content.manage',
  },
  mute: { ...write, path: '/2/users/:id/muting', stream: 'send', charges: 'interaction.create' },
  unmute: {
    ...write,
    method: 'DELETE',
    path: '/2/users/:source_user_id/muting/:target_user_id',
    stream: 'send',
    charges: 'mute.delete',
  },
  // Asking twice for the same subscription gives the same one, so that a lost answer is no unknown outcome.
  subscribe: { ...free, method: 'POST', path: '/2/activity/subscriptions' },
  dmMedia: {
    ...free,
    path: '/2/dm_conversations/media/:dm_id/:media_id/:resource_id',
    stream: 'media',
  },
  uploadStart: { ...upload, path: '/2/media/upload/initialize' },
  uploadAppend: { ...upload, path: '/2/media/upload/:id/append' },
  uploadEnd: { ...upload, path: '/2/media/upload/:id/finalize' },
  uploadStatus: { ...free, path: '/2/media/upload', stream: 'media' },
  mediaDescribe: { ...upload, path: '/2/media/metadata', paid: true, charges: 'content.manage' },
} satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof endpoints

/** What an app asks by its bearer token, for no user. X charges for what the stream delivers, not for asking about it. */
export const appEndpoints = {
  /** X takes it from apps alone. */
  counts: { ...read, path: '/2/tweets/counts/recent', stream: 'backfill', charges: 'count' },
  subscriptions: { ...free, path: '/2/activity/subscriptions' },
  subscribe: { ...free, method: 'POST', path: '/2/activity/subscriptions' },
  unsubscribe: { ...free, method: 'DELETE', path: '/2/activity/subscriptions' },
  connections: { ...free, path: '/2/connections' },
  // How much the app itself has used.
  usage: { ...free, path: '/2/usage/tweets' },
  credits: { ...free, path: '/2/usage/credits' },
  endConnections: { ...free, method: 'DELETE', path: '/2/connections/all' },
} satisfies Record<string, Endpoint>
export type AppEndpointName = keyof typeof appEndpoints

export const oauthEndpoints = {
  token: { ...write, path: '/2/oauth2/token', paid: false, stream: 'lookup', charges: null },
  revoke: { ...write, path: '/2/oauth2/revoke', paid: false, writes: false, stream: 'lookup', charges: null },
} satisfies Record<string, Endpoint>

/** How long a read may take, and a write; milliseconds on the workspace clock. */
export const readTimeoutMs = 30_000
export const writeTimeoutMs = 45_000

/**
 * What is asked of each post. Ids as plain fields cost nothing; `expansions` of authors would be billed per person, so
 * none is ever asked for.
 */
export const postFields =
  'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets,withheld'
/**
 * What is asked beside posts and direct messages about what they show. X bills no expansion of media.
 */
export const mediaQuery = {
  expansions: 'attachments.media_keys',
  'media.fields': 'alt_text,duration_ms,height,media_key,preview_image_url,type,url,variants,width',
} as const
/** What is asked of each person. X bills a person, never a field. */
export const personFields =
  'created_at,description,entities,id,location,name,profile_image_url,public_metrics,url,username,verified,verified_type,withheld'
export const dmFields = 'attachments,created_at,dm_conversation_id,entities,event_type,id,sender_id,text'

/** What a sign-in asks for. A scope that is added later needs a new consent. */
export const scopes = [
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.read',
  'dm.read',
  'dm.write',
  'media.write',
  'bookmark.write',
  'mute.write',
  'list.read',
  'offline.access',
] as const
