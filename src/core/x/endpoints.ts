/**
 * @file The endpoints of X that core calls, one entry each: where, how long to wait, whether X charges for it. The
 * name of an entry is the route that rate limits are counted by.
 */

export type Endpoint = {
  method: 'GET' | 'POST' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  /** Costs credits: refused locally while the app has none. */
  paid: boolean
  /** May be the one read that tries whether credits are back. */
  probes: boolean
  /** A lost answer leaves the outcome unknown. */
  writes: boolean
}

const read = { method: 'GET', paid: true, probes: false, writes: false } as const
const write = { method: 'POST', paid: true, probes: false, writes: true } as const

export const endpoints = {
  // X answered this one even to apps without credits, so it neither waits for them nor tells about them.
  me: { ...read, path: '/2/users/me', paid: false },
  mentions: { ...read, path: '/2/users/:id/mentions', probes: true },
  ownPosts: { ...read, path: '/2/users/:id/tweets', probes: true },
  dms: { ...read, path: '/2/dm_events', probes: true },
  dmsWith: { ...read, path: '/2/dm_conversations/with/:participant_id/dm_events' },
  posts: { ...read, path: '/2/tweets' },
  people: { ...read, path: '/2/users' },
  reply: { ...write, path: '/2/tweets' },
  dm: { ...write, path: '/2/dm_conversations/with/:participant_id/messages' },
  // Asking twice for the same subscription gives the same one, so that a lost answer is no unknown outcome.
  subscribe: { ...read, method: 'POST', path: '/2/activity/subscriptions', paid: false },
} satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof endpoints

/** What an app asks by its bearer token, for no user. X charges for what the stream delivers, not for these. */
export const appEndpoints = {
  subscriptions: { ...read, path: '/2/activity/subscriptions', paid: false },
  subscribe: { ...read, method: 'POST', path: '/2/activity/subscriptions', paid: false },
  unsubscribe: { ...read, method: 'DELETE', path: '/2/activity/subscriptions', paid: false },
  connections: { ...read, path: '/2/connections', paid: false },
  endConnections: { ...read, method: 'DELETE', path: '/2/connections/all', paid: false },
} satisfies Record<string, Endpoint>
export type AppEndpointName = keyof typeof appEndpoints

export const oauthEndpoints = {
  token: { method: 'POST', path: '/2/oauth2/token', paid: false, probes: false, writes: true },
  revoke: { method: 'POST', path: '/2/oauth2/revoke', paid: false, probes: false, writes: false },
} satisfies Record<string, Endpoint>

/** How long a read may take, and a write; milliseconds on the workspace clock. */
export const readTimeoutMs = 30_000
export const writeTimeoutMs = 45_000

/**
 * What is asked of each post. Ids as plain fields cost nothing; `expansions` of authors would be billed per person, so
 * none is ever asked for.
 */
export const postFields =
  'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets'
export const personFields = 'id,name,profile_image_url,public_metrics,username,verified,verified_type'
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
  'offline.access',
] as const
