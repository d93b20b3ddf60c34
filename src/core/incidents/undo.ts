/** @file Takes back what agents did to an incident itself; its tickets come back by their own lines. */
import { z } from 'zod'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Tx } from '../db/database.ts'
import { incidentRow } from './repo.ts'
import { touchIncident } from './touch.ts'

const Opened = z.object({ id: z.string() })
const Words = z.object({ id: z.string(), title: z.string(), terms: z.string(), status_text: z.string() })
const Over = z.object({ id: z.string(), over_at: z.number().nullable() })
const Declined = z.object({ incident_id: z.string() })

const read = <T>(schema: z.ZodType<T>, json: string | null): T =>
  schema.parse(JSON.parse(must(json, 'a line that undo takes back knows what it did')))

const conflict = (row: AuditRow): Failure => new Failure('undo.conflict', { action: row.event })
const restored = ({ event, ticket_id: ticketId }: AuditRow): UndoResult => ({
  event,
  ticketIds: ticketId === null ? [] : [ticketId],
  reach: 'restored',
  channel: null,
})

/** An incident that somebody heard of stays. */
async function undoOpened(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const { id } = read(Opened, row.after)
  const incident = await incidentRow(tx.db, id)
  const message = await tx.db
    .selectFrom('incident_messages')
    .select('job_id')
    .where('incident_id', '=', id)
    .executeTakeFirst()
  if (message || incident.notice_job_id !== null) throw conflict(row)
  const { count } = await tx.db
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('incident_id', '=', id)
    .executeTakeFirstOrThrow()
  if (count > 0) throw conflict(row)
  await tx.db.deleteFrom('incidents').where('id', '=', id).execute()
  tx.touch.brand(incident.brand_id)
  return restored(row)
}

async function undoWords(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const { id, ...before } = read(Words, row.before)
  const after = read(Words, row.after)
  const now = await incidentRow(tx.db, id)
  if (now.title !== after.title || now.terms !== after.terms || now.status_text !== after.status_text)
    throw conflict(row)
  await tx.db.updateTable('incidents').set(before).where('id', '=', id).execute()
  await touchIncident(tx, now)
  return restored(row)
}

async function undoEnd(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const { id, over_at: before } = read(Over, row.before)
  const now = await incidentRow(tx.db, id)
  if (now.over_at !== read(Over, row.after).over_at) throw conflict(row)
  await tx.db.updateTable('incidents').set({ over_at: before }).where('id', '=', id).execute()
  await touchIncident(tx, now)
  return restored(row)
}

async function undoDeclined(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = must(row.ticket_id, 'it is about a ticket')
  tx.raw('DELETE FROM incident_refusals WHERE incident_id = ? AND ticket_id = ?').run(
    read(Declined, row.after).incident_id,
    ticketId,
  )
  tx.touch.brand(must(row.brand_id, 'a ticket is of a brand'))
  return restored(row)
}

/** By audit event. */
export const incidentUndoers: Undoers = {
  'incident.opened': undoOpened,
  'incident.changed': undoWords,
  'incident.ended': undoEnd,
  'incident.resumed': undoEnd,
  'incident.declined': undoDeclined,
}
