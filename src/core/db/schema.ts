/**
 * @file The tables as Kysely types; what the columns mean is told in migrations/. Truth values are 0 and 1, see
 * values.ts; JSON is text that a schema checks where it is read.
 */
import type { Generated } from 'kysely'
import type { Role } from '../../shared/domain/agent.ts'
import type { PromiseState } from '../../shared/domain/desk.ts'
import type { JobKind, JobState } from '../../shared/domain/outbox.ts'
import type { Priority, SolvedHow, TicketStatus } from '../../shared/domain/ticket.ts'
import type {
  AbsencesTable,
  AlertsTable,
  RuleQueueTable,
  RulesTable,
  RuleWaitsTable,
  WebhookQueueTable,
  WebhooksTable,
} from './schema-rules.ts'

export type WorkspaceTable = {
  one: Generated<number>
  id: string
  x_origin: string
  created_at: number
  next_ticket_number: Generated<number>
}

export type AgentsTable = {
  id: string
  name: string
  initials: string
  created_at: number
  role: Generated<Role>
  pin: string | null
  pin_failures: Generated<number>
  pin_locked_until: number | null
  seen_at: number | null
  retired_at: number | null
}

export type SettingsTable = {
  name: string
  value: string
}

export type AppsTable = {
  id: string
  name: string
  client_id: string | null
  consumer_key: string | null
  has_secret: Generated<number>
  has_bearer: Generated<number>
  has_consumer_secret: Generated<number>
  out_of_credits_at: number | null
  credits_retry_at: number | null
  created_at: number
  owner_x_user_id: string | null
  credits_left_micros: number | null
  credits_asked_at: number | null
}

export type ClientsTable = {
  id: string
  name: string
  created_at: number
}

export type BrandsTable = {
  id: string
  client_id: string
  name: string
  initials: string
  fill: number
  position: number
  created_at: number
  removed_at: number | null
  hold_public_ms: Generated<number>
  hold_dm_ms: Generated<number>
}

export type HandlesTable = {
  id: string
  brand_id: string
  app_id: string
  x_user_id: string
  username: string
  auth: 'oauth2' | 'oauth1'
  state: 'connected' | 'memory-only' | 'reconnect' | 'removed'
  created_at: number
  connected_at: Generated<number>
}

export type PeopleTable = {
  x_user_id: string
  name: string
  username: string
  avatar_url: string | null
  avatar_id: string | null
  followers: number | null
  verified: Generated<number>
  hydrated_at: number | null
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

export type TicketsTable = {
  id: string
  number: number
  brand_id: string
  handle_id: string
  customer_id: string
  channel: 'public' | 'dm'
  conversation_id: string
  status: TicketStatus
  title: string | null
  priority: Generated<Priority>
  snoozed_until: number | null
  snoozed_for_reply: Generated<number>
  follow_up_at: number | null
  follow_up_reason: string | null
  waiting_on_x_until: number | null
  owner_agent_id: string | null
  opened_at: number
  solved_at: number | null
  solved_how: SolvedHow | null
  outcome: string | null
  previous_ticket_id: string | null
  merged_into_id: string | null
  incident_id: string | null
  newest_customer_at: number
  newest_customer_item: string
  newest_customer_kind: 'post' | 'dm'
  has_dm: Generated<number>
  quiet_at: number | null
  oldest_unanswered_at: number | null
  newest_outbound_at: number | null
  first_reply_at: number | null
  answered_elsewhere: Generated<number>
  due_at: number | null
  warn_at: number | null
  resolve_due_at: number | null
  resolve_warn_at: number | null
  tell_at: number | null
  needs_reply: number
  clock_from: Generated<number>
  imported_at: number | null
  debt_at: number | null
  owed_at: number | null
}

export type PersonWishesTable = {
  brand_id: string
  x_user_id: string
  wish: 'leave-alone' | 'no-survey'
  at: number
  agent_id: string | null
}

export type IncidentsTable = {
  id: string
  brand_id: string
  title: string
  terms: string
  status_text: string
  opened_at: number
  over_at: number | null
  notice_job_id: string | null
}

export type IncidentMessagesTable = {
  job_id: string
  incident_id: string
  ticket_id: string
  kind: 'answer' | 'all-clear'
}

export type IncidentRefusalsTable = {
  incident_id: string
  ticket_id: string
}

export type CsatAsksTable = {
  id: string
  brand_id: string
  x_user_id: string
  ticket_id: string
  job_id: string
  asked_at: number
  was_solved: number
  answered_at: number | null
  item_id: string | null
  score: number | null
}

export type CopiedTextsTable = { id: string; client_id: string; text: string; at: number }

export type TicketTagsTable = { ticket_id: string; tag: string }

export type TicketPausesTable = {
  ticket_id: string
  from_at: number
  status: Exclude<TicketStatus, 'new' | 'open'>
  until_at: number | null
}

export type DeadlinePoliciesTable = { brand_id: string; hash: string }

export type TicketFollowersTable = { ticket_id: string; agent_id: string; since: number }

export type NoteMentionsTable = {
  note_id: string
  agent_id: string
  ticket_id: string
  at: number
  seen_at: number | null
}

export type PromisesTable = {
  id: string
  ticket_id: string
  brand_id: string
  item_kind: 'post' | 'dm' | null
  item_id: string | null
  words: string
  made_at: number
  due_at: number
  state: PromiseState
  settled_at: number | null
  agent_id: string | null
}

export type TicketFieldsTable = { ticket_id: string; field_id: string; value: string }

export type BrandSettingsTable = { brand_id: string; name: string; value: string; set_at: number }

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

export type TicketItemsTable = {
  ticket_id: string
  kind: 'post' | 'dm'
  item_id: string
  role: 'customer' | 'ours'
  at: number
}

export type NotesTable = {
  id: string
  ticket_id: string
  agent_id: string | null
  text: string
  created_at: number
  removed_at: number | null
}

export type DraftsTable = {
  ticket_id: string
  channel: 'public' | 'dm' | 'note'
  text: string
  revision: number
  updated_at: number
}

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

export type OutboxStopsTable = { brand_id: string; at: number; agent_id: string | null }

export type SendAttemptsTable = {
  n: Generated<number>
  handle_id: string
  app_id: string
  family: 'posts' | 'dms'
  at: number
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

export type MarksTable = {
  mark: 'hidden' | 'reposted' | 'bookmarked' | 'muted'
  handle_id: string
  item_id: string
  at: number
}

export type AuditTable = {
  id: string
  at: number
  actor: string
  event: string
  action_id: string
  ticket_id: string | null
  brand_id: string | null
  job_id: string | null
  before: string | null
  after: string | null
  undoable: number
  undone_by: string | null
}

export type SpendTable = {
  app_id: string
  day: string
  brand_id: string
  handle_id: string
  stream: string
  ticket_id: string
  kind: string
  requests: number
  delivered: number
  charged: number
  micros: number
}

export type SpendSeenTable = {
  app_id: string
  day: string
  resource: string
}

export type BudgetsTable = {
  scope: 'app' | 'brand'
  scope_id: string
  day_micros: number | null
  month_micros: number | null
  day_cap_micros: number | null
  month_cap_micros: number | null
}

export type AppUsageTable = {
  app_id: string
  day: string
  posts: number
  asked_at: number
}

export type ReceiptsTable = {
  id: string
  at: number
  content: string
  file: string | null
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

export type StreamAppsTable = { app_id: string; heard_at: number }
export type StreamEventsTable = { app_id: string; event: string; at: number }
export type StreamSubscriptionsTable = { id: string; app_id: string }

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

export type TriageItemsTable = {
  brand_id: string
  kind: 'post' | 'dm'
  item_id: string
  version: number
  lang: string | null
  category: string
  terms: string
  voices: string
  sentiment: string
  urgency: string
  last_resort: string | null
  private_data: string
  at: number
}

export type TriageCorrectionsTable = {
  id: string
  brand_id: string
  ticket_id: string
  kind: 'post' | 'dm'
  item_id: string
  action_id: string
  language: string
  found: string
  said: string
  voices: string
  at: number
}

export type TicketTriageTable = {
  ticket_id: string
  kind: 'post' | 'dm'
  item_id: string
  category: string
  corrected: number
  sentiment: string
  urgency: string
  reach: string
  last_resort: string | null
  private_data: string
  loud: number
}

export type ImpostorsTable = {
  ticket_id: string
  x_user_id: string
  handle_id: string
  post_id: string
  username: string
  name: string
  why: 'handle' | 'name' | 'both'
  at: number
  state: Generated<'seen' | 'reported' | 'dismissed'>
}

export type Schema = {
  workspace: WorkspaceTable
  agents: AgentsTable
  settings: SettingsTable
  apps: AppsTable
  clients: ClientsTable
  brands: BrandsTable
  handles: HandlesTable
  people: PeopleTable
  posts: PostsTable
  dm_events: DmEventsTable
  visible_to: VisibleToTable
  tombstones: TombstonesTable
  withdrawn: WithdrawnTable
  post_versions: PostVersionsTable
  receipts: ReceiptsTable
  dm_conversations: DmConversationsTable
  dm_signals: DmSignalsTable
  sources: SourcesTable
  gaps: GapsTable
  arrivals: ArrivalsTable
  watched: WatchedTable
  listening: ListeningTable
  listening_posts: ListeningPostsTable
  wanted_posts: WantedPostsTable
  tickets: TicketsTable
  ticket_tags: TicketTagsTable
  ticket_followers: TicketFollowersTable
  note_mentions: NoteMentionsTable
  promises: PromisesTable
  ticket_fields: TicketFieldsTable
  brand_settings: BrandSettingsTable
  macros: MacrosTable
  macro_uses: MacroUsesTable
  playbook_ticks: PlaybookTicksTable
  person_wishes: PersonWishesTable
  copied_texts: CopiedTextsTable
  csat_asks: CsatAsksTable
  incidents: IncidentsTable
  incident_messages: IncidentMessagesTable
  incident_refusals: IncidentRefusalsTable
  ticket_pauses: TicketPausesTable
  deadline_policies: DeadlinePoliciesTable
  backfills: BackfillsTable
  ticket_items: TicketItemsTable
  notes: NotesTable
  drafts: DraftsTable
  jobs: JobsTable
  job_parts: JobPartsTable
  outbox_stops: OutboxStopsTable
  send_attempts: SendAttemptsTable
  compose_drafts: ComposeDraftsTable
  marks: MarksTable
  audit: AuditTable
  stream_apps: StreamAppsTable
  stream_events: StreamEventsTable
  stream_subscriptions: StreamSubscriptionsTable
  spend: SpendTable
  spend_seen: SpendSeenTable
  budgets: BudgetsTable
  app_usage: AppUsageTable
  media: MediaTable
  media_of: MediaOfTable
  media_files: MediaFilesTable
  attachments: AttachmentsTable
  triage_items: TriageItemsTable
  triage_corrections: TriageCorrectionsTable
  ticket_triage: TicketTriageTable
  impostors: ImpostorsTable
  rules: RulesTable
  rule_queue: RuleQueueTable
  rule_waits: RuleWaitsTable
  alerts: AlertsTable
  webhooks: WebhooksTable
  webhook_queue: WebhookQueueTable
  absences: AbsencesTable
}
