/** @file The tables of status notices. */
import type { Generated } from 'kysely'
import type { NoticeKind } from '../../../shared/domain/notice.ts'

export type NoticesTable = {
  id: string
  brand_id: string
  handle_id: string
  incident_id: string | null
  act_id: string
  title: string
  starts_at: number | null
  ends_at: number | null
  pinned_text: Generated<string>
  created_at: number
}

export type NoticePostsTable = {
  job_id: string
  notice_id: string
  kind: NoticeKind
  act_id: string
  pins: number
}

export type NoticeNudgesTable = { brand_id: string; about: string; at: number }
