/** @file The tables of tickets and of what hangs on them. */
import type { Generated } from 'kysely'
import type { PromiseState } from '../../../shared/domain/desk.ts'
import type { Priority, SolvedHow, TicketStatus } from '../../../shared/domain/ticket.ts'

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

export type TicketItemsTable = {
  ticket_id: string
  kind: 'post' | 'dm'
  item_id: string
  role: 'customer' | 'ours'
  at: number
  heard_at: number | null
}

export type TicketTagsTable = { ticket_id: string; tag: string }

export type TicketFollowersTable = { ticket_id: string; agent_id: string; since: number }

export type TicketFieldsTable = { ticket_id: string; field_id: string; value: string }

export type TicketPausesTable = {
  ticket_id: string
  from_at: number
  status: Exclude<TicketStatus, 'new' | 'open'>
  until_at: number | null
}

export type DeadlinePoliciesTable = { brand_id: string; hash: string }

export type NotesTable = {
  id: string
  ticket_id: string
  agent_id: string | null
  text: string
  created_at: number
  removed_at: number | null
}

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

export type SavedSearchesTable = {
  id: string
  brand_id: string | null
  name: string
  text: string
  created_at: number
  deck_id: string | null
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
