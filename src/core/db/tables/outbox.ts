/** @file The tables of drafts, of what helps to write them, and of what goes out. */
import type { Generated } from 'kysely'
import type { JobKind, JobState } from '../../../shared/domain/outbox.ts'

export type DraftsTable = {
  ticket_id: string
  channel: 'public' | 'dm' | 'note'
  text: string
  revision: number
  updated_at: number
}

export type ComposeDraftsTable = {
  brand_id: string
  handle_id: string | null
  text: string
  attachment_ids: string
  scheduled_at: number | null
  revision: number
  updated_at: number
}

export type AttachmentsTable = {
  id: string
  media_id: string
  ticket_id: string | null
  brand_id: string | null
  channel: 'public' | 'dm'
  name: string
  kind: 'photo' | 'gif' | 'video'
  type: string
  bytes: number
  received: number
  key: string
  alt: Generated<string>
  state: 'arriving' | 'ready' | 'uploading' | 'processing' | 'uploaded' | 'failed'
  failure: string | null
  created_at: number
  handle_id: string | null
  x_media_id: string | null
  x_expires_at: number | null
  segments: Generated<number>
  alt_sent: Generated<string>
  print: string | null
}

export type AnswerPagesTable = {
  id: string
  brand_id: string
  title: string
  question: string
  answer: string
  shared: Generated<number>
  created_at: number
  updated_at: number
  agent_id: string | null
  removed_at: number | null
}

export type MacrosTable = {
  id: string
  brand_id: string
  name: string
  shortcut: string | null
  lang: Generated<string>
  text: string
  actions: string
  used: Generated<number>
  last_used_at: number | null
  created_at: number
  removed_at: number | null
}

export type MacroUsesTable = {
  id: string
  macro_id: string
  ticket_id: string
  channel: 'public' | 'dm'
  actions: string
  job_id: string | null
}

export type PlaybookTicksTable = { ticket_id: string; step: string; agent_id: string | null; at: number }

export type CopiedTextsTable = { id: string; client_id: string; text: string; at: number }

export type JobsTable = {
  id: string
  kind: JobKind
  lane: string
  ticket_id: string | null
  brand_id: string
  handle_id: string
  agent_id: string | null
  payload: string
  seen: string | null
  solves: number
  state: JobState
  created_at: number
  release_at: number
  scheduled_at: number | null
  released_at: number | null
  stopped_at: number | null
  next_try_at: number | null
  tries: Generated<number>
  sending_at: number | null
  looks: Generated<number>
  failure: string | null
  asks: string | null
  progress: Generated<string>
  sent_item_id: string | null
  settled_at: number | null
  approval: string | null
  approved_by: string | null
  approved_at: number | null
}

export type JobPartsTable = { item_id: string; job_id: string }

export type SendAttemptsTable = {
  n: Generated<number>
  handle_id: string
  app_id: string
  family: 'posts' | 'dms'
  at: number
}

export type OutboxStopsTable = { brand_id: string; at: number; agent_id: string | null }

export type MarksTable = {
  mark: 'hidden' | 'reposted' | 'bookmarked' | 'muted'
  handle_id: string
  item_id: string
  at: number
}
