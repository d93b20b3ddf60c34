/** @file Takes back what agents said of a notice; what was written is taken back with its job. */
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Undoers } from '../audit/undo.ts'
import { noticeRow } from './rows.ts'

const Pinned = z.object({ id: z.string(), pinned_text: z.string() })
const Linked = z.object({ id: z.string(), incident_id: z.string().nullable() })

const read = <T>(schema: z.ZodType<T>, json: string | null): T =>
  schema.parse(JSON.parse(must(json, 'a line that undo takes back knows what it did')))

/** By audit event. */
export const noticeUndoers: Undoers = {
  async 'notice.pinned'(tx, row) {
    const { id, ...before } = read(Pinned, row.before)
    const now = await noticeRow(tx.db, id)
    if (now.pinned_text !== read(Pinned, row.after).pinned_text)
      throw new Failure('undo.conflict', { action: row.event })
    await tx.db.updateTable('notices').set(before).where('id', '=', id).execute()
    tx.touch.brand(now.brand_id)
    return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
  },
  async 'notice.linked'(tx, row) {
    const { id, ...before } = read(Linked, row.before)
    const now = await noticeRow(tx.db, id)
    if (now.incident_id !== read(Linked, row.after).incident_id)
      throw new Failure('undo.conflict', { action: row.event })
    await tx.db.updateTable('notices').set(before).where('id', '=', id).execute()
    tx.touch.brand(now.brand_id)
    return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
  },
}
