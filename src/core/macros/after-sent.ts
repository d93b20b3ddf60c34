/** @file What the macros of a message do to its ticket once X has it: tags and a snooze. The status goes with the answer. */
import { z } from 'zod'
import type { MacroActions } from '../../shared/domain/macro.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { recordNow } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import type { Tx } from '../db/database.ts'
import type { Flag } from '../db/values.ts'
import { refreshTicket } from '../tickets/refresh.ts'

/** The line of history: which tags are new, and the snooze before and after. */
const Done = z.object({
  tags: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  snoozed_until: z.number().nullable(),
  snoozed_for_reply: z.union([z.literal(0), z.literal(1)]),
})

const hourMs = 3_600_000

type Message = { id: string; ticket_id: string | null; brand_id: string; agent_id: string | null }

/**
 * Tags and snoozes. A customer who wrote since is not put to sleep.
 * @param isOver whether nothing of the customer's waits
 */
export async function doActions(
  tx: Tx,
  job: Message,
  actionId: string,
  { tags, snooze }: MacroActions,
  isOver: boolean,
): Promise<void> {
  const ticketId = job.ticket_id
  if (ticketId === null || (tags.length === 0 && (snooze === null || !isOver))) return
  const before = await tx.db
    .selectFrom('tickets')
    .select(['snoozed_until', 'snoozed_for_reply'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const added: string[] = []
  const add = tx.raw('INSERT INTO ticket_tags (ticket_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const tag of tags) if (add.run(ticketId, tag).changes === 1) added.push(tag)
  const sleeps =
    snooze === null || !isOver
      ? before
      : {
          snoozed_until: snooze.hours === null ? null : tx.at + snooze.hours * hourMs,
          snoozed_for_reply: (snooze.forReply || snooze.hours === null ? 1 : 0) satisfies Flag,
        }
  await tx.db.updateTable('tickets').set(sleeps).where('id', '=', ticketId).execute()
  recordNow(tx, job.agent_id ?? 'core', {
    event: 'macro.done',
    actionId,
    ticketId,
    brandId: job.brand_id,
    jobId: job.id,
    before: { tags: '[]', ...before },
    after: { tags: JSON.stringify(added), ...sleeps },
    undoable: true,
  })
  await refreshTicket(tx, ticketId)
}

/** Takes tags and snooze of one message's macros back. @throws Failure `undo.conflict` when the snooze was changed since */
export async function undoMacroDone(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = must(row.ticket_id, 'a macro works on a ticket')
  const read = (json: string | null) => Done.parse(JSON.parse(must(json, 'what a macro did is written down')))
  const before = read(row.before)
  const after = read(row.after)
  const now = await tx.db
    .selectFrom('tickets')
    .select(['snoozed_until', 'snoozed_for_reply'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (now?.snoozed_until !== after.snoozed_until || now.snoozed_for_reply !== after.snoozed_for_reply)
    throw new Failure('undo.conflict', { action: row.event })
  if (after.tags.length > 0)
    await tx.db
      .deleteFrom('ticket_tags')
      .where('ticket_id', '=', ticketId)
      .where('tag', 'in', after.tags)
      .execute()
  const { snoozed_until, snoozed_for_reply } = before
  await tx.db
    .updateTable('tickets')
    .set({ snoozed_until, snoozed_for_reply })
    .where('id', '=', ticketId)
    .execute()
  await refreshTicket(tx, ticketId)
  return { event: row.event, ticketIds: [ticketId], reach: 'reply-stays', channel: null }
}
