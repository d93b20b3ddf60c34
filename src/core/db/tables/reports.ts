/** @file The tables of reports: what is counted of people who were forgotten, and reports as they were delivered. */
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
}

export type DeliveredBrandsTable = { report_id: string; brand_id: string }

export type DeliveredTicketsTable = { report_id: string; ticket_id: string; number: number; counted: string }
