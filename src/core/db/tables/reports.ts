/** @file The tables of reports: what is counted of people who were forgotten, and reports as they were delivered. */
import type { Generated } from 'kysely'
import type { Priority, SolvedHow } from '../../../shared/domain/ticket.ts'

export type ErasedTicketsTable = {
  id: string
  number: number
  brand_id: string
  customer_id: string
  channel: 'public' | 'dm'
  priority: Priority
  owner_agent_id: string | null
  opened_at: number
  clock_from: number
  solved_how: SolvedHow | null
  incident_id: string | null
  imported_at: number | null
  merged_into_id: string | null
  erased_at: number
}

export type ErasedPromisesTable = { ticket_id: string; id: string; due_at: number; state: string }

export type ErasedCsatTable = {
  ticket_id: string
  id: string
  asked_at: number
  answered_at: number | null
  score: number | null
}

export type DeliveredReportsTable = {
  id: string
  at: number
  agent_id: string | null
  asked: string
  report: string
  words: string
  lines: string | null
  is_scheduled: Generated<number>
}

export type DeliveredBrandsTable = { report_id: string; brand_id: string }

export type DeliveredTicketsTable = { report_id: string; ticket_id: string; number: number; counted: string }

export type ClientLooksTable = {
  client_id: string
  logo: string | null
  logo_width: number | null
  logo_height: number | null
  accent: string | null
}

export type ReportSchedulesTable = {
  client_id: string
  day: number
  folder: string
  words: string
  is_on: number
  next_month: string
}

export type ReportRunsTable = {
  client_id: string
  month: string
  report_id: string
  written_at: Generated<number | null>
  failure: Generated<string | null>
  failed_at: Generated<number | null>
  tries: Generated<number>
}

export type ContentExportsTable = { day: string; objects: number }
