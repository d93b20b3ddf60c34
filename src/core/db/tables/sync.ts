/** @file The tables of what is read from X, how far, and what is missing. */
import type { Generated } from 'kysely'

export type SourcesTable = {
  handle_id: string
  source: 'mentions' | 'dms' | 'posts' | 'thread' | 'quotes' | 'search' | 'list' | 'stream'
  subject: Generated<string>
  since_id: string | null
  resume_token: string | null
  chain_top_id: string | null
  chain_bottom_id: string | null
  chain_items: Generated<number>
  chain_from_at: number | null
  complete_to_at: number | null
  deep_to_at: number | null
  silent_since: number | null
  silent_rhythm_ms: number | null
  failure: string | null
  failures: Generated<number>
  next_try_at: number | null
}

export type GapsTable = {
  id: string
  handle_id: string
  source: SourcesTable['source']
  subject: Generated<string>
  from_at: number
  to_at: number
  why: 'horizon' | 'circle'
  opened_at: number
  seen_at: number | null
  closed_at: number | null
}

export type ArrivalsTable = {
  handle_id: string
  source: SourcesTable['source']
  subject: Generated<string>
  hour: number
  items: number
}

export type WatchedTable = {
  handle_id: string
  source: 'thread' | 'quotes'
  subject: string
  complete_to_at: number
}

export type ListeningTable = {
  id: string
  brand_id: string
  handle_id: string
  kind: 'search' | 'list'
  name: string
  query: string
  created_at: number
}

export type ListeningPostsTable = {
  listening_id: string
  at: number
  post_id: string
}

export type WantedPostsTable = {
  post_id: string
  handle_id: string
  depth: Generated<number>
  tries: Generated<number>
  next_try_at: number
}

export type BackfillsTable = {
  handle_id: string
  source: 'mentions' | 'posts' | 'dms'
  from_at: number
  state: 'running' | 'paused' | 'done' | 'cancelled'
  until_id: string
  token: string | null
  reached_id: string | null
  items: Generated<number>
  expected: number | null
  horizon_at: number | null
  failure: string | null
  failures: Generated<number>
  next_try_at: number | null
  started_at: number
  finished_at: number | null
}

export type StreamAppsTable = { app_id: string; heard_at: number }

export type StreamEventsTable = { app_id: string; event: string; at: number }

export type StreamSubscriptionsTable = { id: string; app_id: string }
