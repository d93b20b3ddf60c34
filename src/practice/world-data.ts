/** @file The shapes of everything in the practice world, as its file keeps them. No behaviour. */
import { z } from 'zod'
import { pictureNames } from './pictures.ts'

export const Instant = z.number()

export const WorldUser = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  /** Brands sign in to apps; customers only exist. */
  role: z.enum(['brand', 'customer']),
  createdAt: Instant,
  description: z.string(),
  location: z.string(),
  site: z.string().optional(),
  /** Countries in which X withholds the account; absent or empty: none. */
  withheldIn: z.array(z.string()).optional(),
  lang: z.string(),
  followers: z.number(),
  following: z.number(),
  verifiedType: z.enum(['blue', 'business', 'none']),
  /** May write long posts and edit them. */
  premium: z.boolean(),
  protected: z.boolean(),
  suspended: z.boolean(),
  dmsClosed: z.boolean(),
  /** Ids of those who may see a protected account. */
  approved: z.array(z.string()).optional(),
  /** Brands only. */
  client: z.string().optional(),
  brand: z.string().optional(),
  initials: z.string().optional(),
  color: z.string().optional(),
  app: z.string().optional(),
})
export type WorldUser = z.infer<typeof WorldUser>

export const LinkInText = z.object({
  url: z.string(),
  expanded: z.string(),
  title: z.string().optional(),
})

export const WorldPost = z.object({
  id: z.string(),
  authorId: z.string(),
  /** Whole text, unescaped, links already shortened, with the auto-populated leading run. */
  text: z.string(),
  /** How many UTF-16 units of `text` are that run. */
  runLength: z.number(),
  links: z.array(LinkInText),
  /** Whom the author typed by hand, as user ids. */
  typed: z.array(z.string()),
  /** Everybody named in `text`, typed or inherited. */
  named: z.array(z.string()),
  createdAt: Instant,
  conversationId: z.string(),
  replyTo: z.string().nullable(),
  quoteOf: z.string().nullable(),
  repostOf: z.string().nullable(),
  lang: z.string(),
  likes: z.number(),
  reposts: z.number(),
  views: z.number(),
  hidden: z.boolean(),
  /** All ids of the edit chain, oldest first; shared by all its versions. */
  history: z.array(z.string()),
  mediaIds: z.array(z.string()),
  replySettings: z.enum(['everyone', 'mentionedUsers', 'following', 'subscribers', 'verified']),
  /** Came in through the API, with the name of the app. */
  viaApp: z.string().nullable(),
  /** Where it is withheld; `XY` is by copyright. Absent: nowhere. */
  withheldIn: z.array(z.string()).optional(),
  /** The place that its author tagged, until geo data is removed from it. */
  place: z.string().optional(),
})
export type WorldPost = z.infer<typeof WorldPost>

export const WorldDm = z.object({
  id: z.string(),
  conversationId: z.string(),
  senderId: z.string(),
  recipientId: z.string(),
  text: z.string(),
  links: z.array(LinkInText),
  createdAt: Instant,
  mediaIds: z.array(z.string()),
  viaApp: z.string().nullable(),
})
export type WorldDm = z.infer<typeof WorldDm>

export const WorldApp = z.object({
  id: z.string(),
  name: z.string(),
  clientId: z.string(),
  clientSecret: z.string().nullable(),
  bearer: z.string(),
  consumerKey: z.string(),
  consumerSecret: z.string(),
  redirectUris: z.array(z.string()),
  /** The user who registered the app and so pays a fifth for reading its own timelines. */
  ownerId: z.string().nullable(),
  /** Prepaid dollars left; null never runs out. */
  credits: z.number().nullable(),
})
export type WorldApp = z.infer<typeof WorldApp>

/** All tokens that descend from one consent. */
export const TokenFamily = z.object({
  id: z.string(),
  userId: z.string(),
  app: z.string(),
  scopes: z.array(z.string()),
  access: z.array(z.object({ token: z.string(), expiresAt: Instant })),
  refresh: z.string().nullable(),
  spent: z.array(z.string()),
  revoked: z.boolean(),
})
export type TokenFamily = z.infer<typeof TokenFamily>

export const OAuth1Token = z.object({
  userId: z.string(),
  app: z.string(),
  token: z.string(),
  secret: z.string(),
  revoked: z.boolean(),
})
export type OAuth1Token = z.infer<typeof OAuth1Token>

/** How customers answer: texts by mood; `user` is a username or `*` for everybody else of that language. */
export const Reaction = z.object({
  user: z.string(),
  lang: z.string().optional(),
  good: z.array(z.string()).min(1),
  cold: z.array(z.string()).min(1),
})
export type Reaction = z.infer<typeof Reaction>

/** A drawn picture or film that somebody shows. */
export const ShownPicture = z.strictObject({
  show: z.enum(pictureNames),
  /** What its author wrote for those who cannot see it. */
  alt: z.string().max(1_000).optional(),
})
export type ShownPicture = z.infer<typeof ShownPicture>

/** Something that will happen by itself. Names stand for users, keys for posts that may not exist yet. */
export const Upcoming = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    at: Instant,
    author: z.string(),
    text: z.string(),
    key: z.string().optional(),
    replyTo: z.string().optional(),
    quote: z.string().optional(),
    lang: z.string().optional(),
    likes: z.number().optional(),
    reposts: z.number().optional(),
    media: z.array(ShownPicture).optional(),
  }),
  z.object({
    kind: z.literal('dm'),
    at: Instant,
    from: z.string(),
    to: z.string(),
    text: z.string(),
    media: z.array(ShownPicture).optional(),
  }),
  z.object({ kind: z.literal('post.reaction'), at: Instant, postId: z.string() }),
  z.object({ kind: z.literal('dm.reaction'), at: Instant, dmId: z.string() }),
])
export type Upcoming = z.infer<typeof Upcoming>

export const WorldMedia = z.object({
  id: z.string(),
  ownerId: z.string(),
  type: z.string(),
  category: z.string(),
  totalBytes: z.number(),
  received: z.number(),
  state: z.enum(['uploading', 'processing', 'ready']),
  readyAt: Instant,
  expiresAt: Instant,
  /** One of the drawn pictures; absent for what was uploaded. */
  shows: z.enum(pictureNames).optional(),
  alt: z.string().optional(),
})
export type WorldMedia = z.infer<typeof WorldMedia>

/** Money and reads of one app. `seen` is what was paid for on `day` and is free until midnight UTC. */
export const AppMeter = z.object({
  day: z.string(),
  seen: z.array(z.string()),
  dollars: z.number(),
  kinds: z.record(z.string(), z.object({ count: z.number(), dollars: z.number() })),
  postsByDay: z.record(z.string(), z.number()),
})
export type AppMeter = z.infer<typeof AppMeter>

export const RateWindow = z.object({ startedAt: Instant, used: z.number() })
export type RateWindow = z.infer<typeof RateWindow>

/** An app's subscription to one kind of event of one user. */
export const WorldSubscription = z.object({
  id: z.string(),
  app: z.string(),
  eventType: z.string(),
  userId: z.string(),
  tag: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type WorldSubscription = z.infer<typeof WorldSubscription>

/** A list of accounts, as somebody keeps it on X. */
export const WorldList = z.object({ id: z.string(), name: z.string(), members: z.array(z.string()) })
export type WorldList = z.infer<typeof WorldList>

export const WorldData = z.object({
  version: z.literal(1),
  /** World time of the last write; reopening goes on from here. */
  now: Instant,
  summon: z.enum(['typed', 'any']),
  users: z.array(WorldUser),
  posts: z.array(WorldPost),
  dms: z.array(WorldDm),
  apps: z.array(WorldApp),
  families: z.array(TokenFamily),
  oauth1: z.array(OAuth1Token),
  /** Every secret string ever handed out. */
  issued: z.array(z.string()),
  /** Scenario key → post id. */
  keys: z.record(z.string(), z.string()),
  deleted: z.array(z.string()),
  upcoming: z.array(Upcoming),
  reactions: z.array(Reaction),
  /** Conversation and brand → how often the customer has reacted there. */
  reacted: z.record(z.string(), z.number()),
  followUps: z.number(),
  /** User → posts that they bookmarked, people whom they muted. */
  bookmarks: z.record(z.string(), z.array(z.string())).default({}),
  mutes: z.record(z.string(), z.array(z.string())).default({}),
  media: z.array(WorldMedia),
  lists: z.array(WorldList).default([]),
  meters: z.record(z.string(), AppMeter),
  windows: z.record(z.string(), RateWindow),
  /** Missing in worlds that were kept before there was a stream. */
  subscriptions: z.array(WorldSubscription).default([]),
})
export type WorldData = z.infer<typeof WorldData>
