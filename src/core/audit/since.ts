/** @file What stands in the way of an undo: the newest thing that happened to the same ticket or brand since. */
import { Failure } from '../../shared/errors.ts'
import type { Reads } from '../db/database.ts'
import type { AuditTable } from '../db/schema.ts'

/** Lines that tell of other lines, and change nothing by themselves. */
export const onlyTells: readonly string[] = [
  'action.undone',
  'reply.settled',
  'deadline.warned',
  'deadline.missed',
  'guard.held-back',
]

/** The failure of an undo that comes too late, with what came in between and who did it, as far as history knows. */
export async function conflictOf(db: Reads, row: AuditTable): Promise<Failure<'undo.conflict'>> {
  const later = await db
    .selectFrom('audit')
    .leftJoin('agents', 'agents.id', 'audit.actor')
    .select(['audit.event', 'agents.name'])
    .where('audit.id', '>', row.id)
    .where('audit.action_id', '<>', row.action_id)
    .where('audit.undone_by', 'is', null)
    .where('audit.event', 'not in', onlyTells)
    .where((where) =>
      row.ticket_id === null
        ? where.and([where('audit.brand_id', '=', row.brand_id), where('audit.event', '=', row.event)])
        : where('audit.ticket_id', '=', row.ticket_id),
    )
    .orderBy('audit.id', 'desc')
    .executeTakeFirst()
  return new Failure('undo.conflict', {
    action: row.event,
    since: later?.event ?? null,
    by: later?.name ?? null,
  })
}
