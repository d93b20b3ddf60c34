/**
 * @file Posts, people and direct messages in the form in which core keeps them. `core/x` translates X's JSON into
 * these; nothing behind it sees X's field names.
 */
import { z } from 'zod'

const span = { start: z.number().int().min(0), end: z.number().int().min(0) }

/**
 * Entities as X gives them: indices count Unicode code points, end-exclusive, over the HTML-escaped text.
 * Source: twitter/twitter-text#119.
 */
export const Entities = z.object({
  mentions: z.array(z.object({ ...span, username: z.string(), userId: z.string().nullable() })),
  urls: z.array(
    z.object({
      ...span,
      url: z.string(),
      displayUrl: z.string(),
      /** X appended it for what hangs on the message itself: screens show that instead. */
      isOwnMedia: z.boolean().optional(),
      /** What X found at the page itself: its title, and the host where the link ends. */
      page: z.object({ title: z.string(), host: z.string() }).optional(),
    }),
  ),
  hashtags: z.array(z.object({ ...span, tag: z.string() })),
  cashtags: z.array(z.object({ ...span, tag: z.string() })),
})
export type Entities = z.infer<typeof Entities>

/** A picture or film as one answer of X's showed it. */
export type MediaRecord = {
  /** X's media key. */
  key: string
  kind: 'photo' | 'gif' | 'video'
  /** Where the picture is, or the film in the size that suits a console. */
  url: string | null
  /** Where the still of a film is. */
  previewUrl: string | null
  width: number | null
  height: number | null
  alt: string | null
  durationMs: number | null
}

/** A post as one answer of X's showed it. */
export type PostRecord = {
  /** First id of the edit history: the post's identity. */
  id: string
  /** The id of the version that this record shows. */
  latestId: string
  /** 1 for the unedited post, rising by one per edit. */
  version: number
  authorId: string
  conversationId: string
  inReplyToPostId: string | null
  inReplyToUserId: string | null
  quotedPostId: string | null
  repostedPostId: string | null
  /** Whole text (`note_tweet` where there is one), HTML-escaped as X gives it. */
  text: string
  entities: Entities | null
  lang: string | null
  mediaCount: number
  /** In the order of the post. Absent: this answer told nothing of them. */
  media?: readonly MediaRecord[]
  likes: number
  reposts: number
  createdAt: number
  /** The countries in which X withholds it; XX is everywhere, XY by copyright. Absent: nowhere. */
  withheldIn?: readonly string[]
  /** X named a newer version than the one that this record shows. */
  newerId?: string
}

/** What a person says of themselves on their profile. */
export const About = z.object({
  /** HTML-escaped as X gives it, like the text of a post. */
  description: z.string(),
  entities: Entities.nullable(),
  /** As they wrote it; empty where they did not. */
  location: z.string(),
  /** The one link of the profile: X's short address and how X shows it. */
  site: z.object({ url: z.string(), displayUrl: z.string() }).nullable(),
})
export type About = z.infer<typeof About>

export type PersonRecord = {
  xUserId: string
  name: string
  username: string
  avatarUrl: string | null
  followers: number | null
  verified: boolean
  /** Absent: this answer told nothing of it. Empty where X withholds the profile. */
  about?: About
  /** When they came to X, epoch ms. Absent: this answer did not tell. */
  joinedAt?: number
}

export type DmRecord = {
  id: string
  conversationId: string
  senderId: string
  text: string
  entities: Entities | null
  mediaCount: number
  media?: readonly MediaRecord[]
  createdAt: number
}
