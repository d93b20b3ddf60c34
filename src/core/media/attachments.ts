/**
 * @file The rows of files that agents attach. Which message took a file along stands in the message: a file belongs to
 * its draft as long as no message carries it that was not taken back.
 */
import { sql, type Selectable } from 'kysely'
import { chunkBytes, type AttachedTo, type AttachmentView } from '../../shared/domain/media.ts'
import { Failure, WireFailure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { AttachmentsTable } from '../db/tables/outbox.ts'
import { fromJson } from '../db/values.ts'

export type AttachmentRow = Selectable<AttachmentsTable>

/** Whether a message carries the file that is not a draft again. Its payload names the file by an id that nothing else has. */
const isTaken = sql<boolean>`EXISTS (
  SELECT 1 FROM jobs
  WHERE jobs.state <> 'recalled' AND jobs.payload LIKE '%"' || attachments.id || '"%'
    AND (jobs.ticket_id = attachments.ticket_id OR jobs.brand_id = attachments.brand_id))`

const progressOf = (row: AttachmentRow): number => {
  if (row.state === 'arriving') return row.bytes === 0 ? 0 : row.received / row.bytes
  if (row.state === 'uploading') return Math.min(1, (row.segments * chunkBytes) / row.bytes)
  return 1
}

export const attachmentView = (row: AttachmentRow): AttachmentView => ({
  id: row.id,
  media: row.media_id,
  channel: row.channel,
  name: row.name,
  kind: row.kind,
  bytes: row.bytes,
  alt: row.alt,
  state: row.state,
  progress: progressOf(row),
  failure: fromJson(WireFailure, row.failure),
})

/** @throws Failure `attachment.missing` */
export async function attachmentById(read: Reads, attachmentId: string): Promise<AttachmentRow> {
  const row = await read
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  if (!row) throw new Failure('attachment.missing', { attachmentId })
  return row
}

/** Files by their ids, whatever carries them; what is gone by now is left out. */
export async function attachmentsById(
  read: Reads,
  ids: readonly string[],
): Promise<Map<string, AttachmentView>> {
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('attachments').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, attachmentView(row)]))
}

/** What hangs on a draft, in the order in which it was attached. */
export async function attachedTo(read: Reads, to: AttachedTo): Promise<AttachmentRow[]> {
  const rows = read
    .selectFrom('attachments')
    .selectAll()
    .where(sql<boolean>`NOT ${isTaken}`)
    .orderBy('id')
  return to.kind === 'ticket'
    ? rows.where('ticket_id', '=', to.ticketId).where('channel', '=', to.channel).execute()
    : rows.where('brand_id', '=', to.brandId).execute()
}

/** What hangs on the drafts of a ticket, public and private. */
export async function attachmentsOfTicket(read: Reads, ticketId: string): Promise<AttachmentView[]> {
  const rows = await read
    .selectFrom('attachments')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where(sql<boolean>`NOT ${isTaken}`)
    .orderBy('id')
    .execute()
  return rows.map(attachmentView)
}

/** Changes a row and tells whoever shows it. */
export async function setAttachment(
  tx: Tx,
  row: Pick<AttachmentRow, 'id' | 'ticket_id' | 'brand_id'>,
  columns: Partial<Omit<AttachmentRow, 'id'>>,
): Promise<void> {
  await tx.db.updateTable('attachments').set(columns).where('id', '=', row.id).execute()
  touch(tx, row)
}

/** Tells whoever shows the draft. */
export function touch(tx: Tx, row: Pick<AttachmentRow, 'ticket_id' | 'brand_id'>): void {
  if (row.ticket_id !== null) tx.touch.ticket(row.ticket_id)
  if (row.brand_id !== null) tx.touch.brand(row.brand_id)
}

/** How long a file stays that half arrived, or whose message is settled: somebody may still want to look. */
const keptMs = 86_400_000

/** Lets go of what nobody needs any more. @returns the names of all files that are still needed */
export async function outdated(tx: Tx): Promise<ReadonlySet<string>> {
  const before = tx.at - keptMs
  tx.raw(
    `DELETE FROM attachments WHERE (state = 'arriving' AND created_at < ?) OR EXISTS (
       SELECT 1 FROM jobs, json_each(jobs.payload, '$.attachmentIds') AS carried
       WHERE carried.value = attachments.id AND jobs.state IN ('sent', 'dropped') AND jobs.settled_at < ?)`,
  ).run(before, before)
  const rows = await tx.db.selectFrom('attachments').select('media_id').execute()
  return new Set(rows.map((row) => row.media_id))
}
