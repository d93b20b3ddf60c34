/** @file Takes back what attributes.ts does beside a ticket's own columns. */
import { z } from 'zod'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Tx } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { setFollower } from './followers.ts'
import { refreshTicket } from './refresh.ts'
import { joined, setTags, split, tagsOf } from './tags.ts'

const Tags = z.object({ tags: z.string() })
const Follower = z.object({ agent_id: z.string(), on: z.number() })

const read = <T>(schema: z.ZodType<T>, json: string | null): T =>
  schema.parse(JSON.parse(must(json, 'a line that undo takes back knows before and after')))

const conflict = (row: AuditRow): Failure => new Failure('undo.conflict', { action: row.event })

async function restored(tx: Tx, row: AuditRow, ticketId: string): Promise<UndoResult> {
  await refreshTicket(tx, ticketId)
  return { event: row.event, ticketIds: [ticketId], reach: 'restored', channel: null }
}

const ticketOf = (row: AuditRow): string => must(row.ticket_id, 'it is about a ticket')

async function undoTags(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = ticketOf(row)
  if (joined(await tagsOf(tx.db, ticketId)) !== read(Tags, row.after).tags) throw conflict(row)
  await setTags(tx, ticketId, split(read(Tags, row.before).tags))
  return restored(tx, row, ticketId)
}

async function undoFollow(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = ticketOf(row)
  const before = read(Follower, row.before)
  if (!(await setFollower(tx, ticketId, before.agent_id, isSet(before.on)))) throw conflict(row)
  return restored(tx, row, ticketId)
}

/** By audit event. */
export const deskUndoers: Undoers = {
  'ticket.tagged': undoTags,
  'ticket.untagged': undoTags,
  'ticket.followed': undoFollow,
  'ticket.unfollowed': undoFollow,
}
