/** @file The tables of what triage found, and of who pretends to be a brand. */
import type { Generated } from 'kysely'

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

export type TicketTraitsTable = {
  ticket_id: string
  category: string
  reach: string
  lang: string | null
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
