/**
 * @file The tables as Kysely types; what the columns mean is told in migrations/. Truth values are 0 and 1, see
 * values.ts; JSON is text that a schema checks where it is read.
 */
import type { Generated } from 'kysely'
import type { Role } from '../../shared/domain/agent.ts'
import type { MuteKind } from '../../shared/domain/mute.ts'
import type { HandoverWordsTable, StaysTable } from './tables/handover.ts'
import type { AppUsageTable, BudgetsTable, SpendSeenTable, SpendTable } from './tables/money.ts'
import type { NoticeNudgesTable, NoticePostsTable, NoticesTable } from './tables/notices.ts'
import type {
  AnswerPagesTable,
  AttachmentsTable,
  ComposeDraftsTable,
  CopiedTextsTable,
  DraftsTable,
  JobPartsTable,
  JobsTable,
  MacroUsesTable,
  MacrosTable,
  MarksTable,
  OutboxStopsTable,
  PlaybookTicksTable,
  SendAttemptsTable,
} from './tables/outbox.ts'
import type {
  DmConversationsTable,
  DmEventsTable,
  DmSignalsTable,
  MediaFilesTable,
  MediaOfTable,
  MediaTable,
  PeopleTable,
  PostVersionsTable,
  PostsTable,
  TombstonesTable,
  VisibleToTable,
  WithdrawnTable,
} from './tables/posts.ts'
import type {
  AbsencesTable,
  AlertsTable,
  RuleQueueTable,
  RuleWaitsTable,
  RulesTable,
  WebhookQueueTable,
  WebhooksTable,
} from './tables/rules.ts'
import type {
  ArrivalsTable,
  BackfillsTable,
  GapsTable,
  ListeningPostsTable,
  ListeningTable,
  SourcesTable,
  StreamAppsTable,
  StreamEventsTable,
  StreamSubscriptionsTable,
  WantedPostsTable,
  WatchedTable,
} from './tables/sync.ts'
import type {
  CsatAsksTable,
  DeadlinePoliciesTable,
  IncidentMessagesTable,
  IncidentRefusalsTable,
  IncidentsTable,
  NoteMentionsTable,
  NotesTable,
  PersonWishesTable,
  PromisesTable,
  SavedSearchesTable,
  TicketFieldsTable,
  TicketFollowersTable,
  TicketItemsTable,
  TicketPausesTable,
  TicketTagsTable,
  TicketsTable,
} from './tables/tickets.ts'
import type {
  ClientLooksTable,
  ContentExportsTable,
  DeliveredBrandsTable,
  DeliveredReportsTable,
  DeliveredTicketsTable,
  ErasedCsatTable,
  ErasedPromisesTable,
  ErasedTicketsTable,
  ReportRunsTable,
  ReportSchedulesTable,
} from './tables/reports.ts'
import type {
  ImpostorsTable,
  TicketTraitsTable,
  TicketTriageTable,
  TriageCorrectionsTable,
  TriageItemsTable,
} from './tables/triage.ts'

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

export type DecksTable = { id: string; name: string; created_at: number }

export type DeckColumnsTable = {
  deck_id: string
  column_id: string
  position: number
  hidden: Generated<number>
  width: Generated<'narrow' | 'normal' | 'wide'>
  folded: Generated<number>
  compact: Generated<number>
  alert: Generated<number>
  sound: Generated<number>
  grouped: Generated<number>
}

export type MutesTable = {
  id: string
  kind: MuteKind
  what: string
  column_id: string | null
  until: number | null
  agent_id: string | null
  created_at: number
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

export type ExpectedHandlesTable = {
  id: string
  brand_id: string
  username: string
  action_id: string
  created_at: number
}

export type BrandSettingsTable = { brand_id: string; name: string; value: string; set_at: number }

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

export type ReceiptsTable = {
  id: string
  at: number
  content: string
  file: string | null
}

export type Schema = {
  workspace: WorkspaceTable
  agents: AgentsTable
  settings: SettingsTable
  apps: AppsTable
  clients: ClientsTable
  brands: BrandsTable
  handles: HandlesTable
  expected_handles: ExpectedHandlesTable
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
  answer_pages: AnswerPagesTable
  macro_uses: MacroUsesTable
  playbook_ticks: PlaybookTicksTable
  person_wishes: PersonWishesTable
  copied_texts: CopiedTextsTable
  csat_asks: CsatAsksTable
  saved_searches: SavedSearchesTable
  decks: DecksTable
  deck_columns: DeckColumnsTable
  mutes: MutesTable
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
  ticket_traits: TicketTraitsTable
  erased_tickets: ErasedTicketsTable
  erased_items: TicketItemsTable & { agent_id: string | null }
  erased_pauses: TicketPausesTable
  erased_traits: TicketTraitsTable
  erased_tags: TicketTagsTable
  erased_promises: ErasedPromisesTable
  erased_csat: ErasedCsatTable
  delivered_reports: DeliveredReportsTable
  delivered_brands: DeliveredBrandsTable
  delivered_tickets: DeliveredTicketsTable
  client_looks: ClientLooksTable
  report_schedules: ReportSchedulesTable
  report_runs: ReportRunsTable
  content_exports: ContentExportsTable
  impostors: ImpostorsTable
  rules: RulesTable
  rule_queue: RuleQueueTable
  rule_waits: RuleWaitsTable
  alerts: AlertsTable
  webhooks: WebhooksTable
  webhook_queue: WebhookQueueTable
  absences: AbsencesTable
  stays: StaysTable
  handover_words: HandoverWordsTable
  notices: NoticesTable
  notice_posts: NoticePostsTable
  notice_nudges: NoticeNudgesTable
}
