/** @file The tables of who was here from when, and of what they leave to each other. */
import type { Generated } from 'kysely'

export type StaysTable = {
  who: string
  since_at: number | null
  begun_at: number
  here_at: Generated<number | null>
  shown_at: Generated<number | null>
}

export type HandoverWordsTable = {
  id: string
  brand_id: string
  agent_id: string | null
  text: string
  written_at: number
  left_at: Generated<number | null>
  taken_by: Generated<string | null>
  taken_at: Generated<number | null>
}
