/** @file The tables of rules and of what somebody has to know. */
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
}
