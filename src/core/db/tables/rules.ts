/** @file The tables of rules, of what somebody has to know, and of ways to tell somebody elsewhere. */
import type { Generated } from 'kysely'

export type RulesTable = {
  id: string
  brand_id: string | null
  position: number
  name: string
  is_on: number
  body: string
  circle: string | null
  runs: Generated<number>
  ran_at: number | null
}

export type RuleQueueTable = {
  n: Generated<number>
  ticket_id: string
  event: string
  cause: string | null
  path: Generated<string>
}

export type RuleWaitsTable = { rule_id: string; ticket_id: string; run_at: number }

export type AlertsTable = {
  id: string
  at: number
  brand_id: string
  ticket_id: string | null
  reason: string
  words: string
  seen_at: number | null
  count: Generated<number>
  spike: Generated<string | null>
}

export type WebhooksTable = {
  id: string
  brand_id: string
  name: string
  host: string
  duty: string
  reasons: string
  is_on: number
  tried_at: number | null
  told_at: Generated<number | null>
  failures: Generated<number>
  failure: Generated<string | null>
  next_at: Generated<number | null>
}

export type WebhookQueueTable = {
  n: Generated<number>
  webhook_id: string
  reason: string
  ticket_id: string | null
  at: number
}

export type AbsencesTable = {
  id: string
  why: 'slept' | 'closed'
  from_at: number
  until_at: number | null
  seen_at: number | null
}
