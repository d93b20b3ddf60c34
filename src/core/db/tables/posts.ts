/** @file The tables of posts, direct messages, who wrote and who may see them, and what they show. */
import type { Generated } from 'kysely'

export type PeopleTable = {
  x_user_id: string
  name: string
  username: string
  avatar_url: string | null
  avatar_id: string | null
  followers: number | null
  verified: Generated<number>
  hydrated_at: number | null
  /** `About` as JSON. */
  about: string | null
  joined_at: number | null
}

export type PostsTable = {
  n: Generated<number>
  id: string
  latest_id: string
  version: number
  author_id: string
  conversation_id: string
  in_reply_to_post_id: string | null
  in_reply_to_user_id: string | null
  quoted_post_id: string | null
  reposted_post_id: string | null
  text: string
  entities: string | null
  lang: string | null
  media_count: Generated<number>
  likes: Generated<number>
  reposts: Generated<number>
  created_at: number
  observed_at: number
}

export type DmEventsTable = {
  n: Generated<number>
  id: string
  conversation_id: string
  sender_id: string
  text: string
  entities: string | null
  media_count: Generated<number>
  created_at: number
  observed_at: number
}

export type VisibleToTable = {
  kind: 'post' | 'dm'
  item_id: string
  handle_id: string
  seen_at: Generated<number>
}

export type TombstonesTable = {
  kind: string
  item_id: string
  why: string
  at: number
  conversation_id: string | null
  written_at: number | null
}

export type WithdrawnTable = {
  kind: 'post' | 'dm'
  item_id: string
  handle_id: string
  why: 'protected' | 'suspended' | 'withheld' | 'unavailable'
  countries: string | null
  conversation_id: string
  written_at: number
  at: number
  looked_at: number
}

export type PostVersionsTable = {
  post_id: string
  version: number
  x_id: string
  text: string
  entities: string | null
  observed_at: number
}

export type DmConversationsTable = {
  handle_id: string
  participant_id: string
  transport: 'legacy' | 'xchat'
  since: number
}

export type DmSignalsTable = {
  handle_id: string
  chat_event_at: number | null
  refused_at: number | null
}

export type MediaTable = {
  id: string
  preview_id: string | null
  x_key: string
  kind: 'photo' | 'gif' | 'video'
  url: string | null
  preview_url: string | null
  width: number | null
  height: number | null
  alt: string | null
  duration_ms: number | null
  observed_at: number
  print: string | null
}

export type MediaOfTable = {
  kind: 'post' | 'dm'
  item_id: string
  position: number
  media_id: string
}

export type MediaFilesTable = {
  id: string
  type: string
  bytes: number
  key: string
  used_at: number
}
