/**
 * @file Macros that stand in a message. They wait with the draft, go with its job, come back with it when it is taken
 * back, and are counted and done once X has the message.
 */
import { MacroActions, doesNothing, type MacroInDraft } from '../../shared/domain/macro.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

type Channel = 'public' | 'dm'

/** @returns the id of this use */
export async function useMacro(
  tx: Tx,
  use: { macroId: string; ticketId: string; channel: Channel; actions: MacroActions },
): Promise<string> {
  const id = newId(tx.at)
  await tx.db
    .insertInto('macro_uses')
    .values({
      id,
      macro_id: use.macroId,
      ticket_id: use.ticketId,
      channel: use.channel,
      actions: JSON.stringify(use.actions),
      job_id: null,
    })
    .execute()
  tx.touch.ticket(use.ticketId)
  return id
}

/** Those of a ticket's drafts that do something, in the order in which they were set in. */
export async function macrosInDrafts(read: Reads, ticketId: string): Promise<MacroInDraft[]> {
  const rows = await read
    .selectFrom('macro_uses')
    .innerJoin('macros', 'macros.id', 'macro_uses.macro_id')
    .select(['macro_uses.id as useId', 'macro_uses.channel', 'macro_uses.actions', 'macros.name'])
    .where('macro_uses.ticket_id', '=', ticketId)
    .where('macro_uses.job_id', 'is', null)
    .orderBy('macro_uses.id')
    .execute()
  return rows
    .map((row) => ({ ...row, actions: MacroActions.parse(JSON.parse(row.actions)) }))
    .filter((use) => !doesNothing(use.actions))
}

/** What it would do is not wanted; its words stay, and so does that it was used. */
export async function dropActions(tx: Tx, useId: string): Promise<void> {
  const use = await tx.db
    .updateTable('macro_uses')
    .set({ actions: JSON.stringify(MacroActions.parse({})) })
    .where('id', '=', useId)
    .where('job_id', 'is', null)
    .returning('ticket_id')
    .executeTakeFirst()
  if (use) tx.touch.ticket(use.ticket_id)
}

/** The draft is empty: what stood in it is gone. */
export async function forgetUses(tx: Tx, ticketId: string, channel: Channel): Promise<void> {
  await tx.db
    .deleteFrom('macro_uses')
    .where('ticket_id', '=', ticketId)
    .where('channel', '=', channel)
    .where('job_id', 'is', null)
    .execute()
}

/** What all macros of a draft do together: the last status and snooze that one of them names, and every tag. */
export async function actionsOfDraft(read: Reads, ticketId: string, channel: Channel): Promise<MacroActions> {
  const uses = (await macrosInDrafts(read, ticketId)).filter((use) => use.channel === channel)
  return together(uses.map((use) => use.actions))
}

function together(all: readonly MacroActions[]): MacroActions {
  return {
    status: all.findLast(({ status }) => status !== null)?.status ?? null,
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    snooze: all.findLast(({ snooze }) => snooze !== null)?.snooze ?? null,
  }
}

/** The draft became this job. */
export async function usesLeave(tx: Tx, ticketId: string, channel: Channel, jobId: string): Promise<void> {
  await tx.db
    .updateTable('macro_uses')
    .set({ job_id: jobId })
    .where('ticket_id', '=', ticketId)
    .where('channel', '=', channel)
    .where('job_id', 'is', null)
    .execute()
}

/** The job is a draft again. */
export async function usesReturn(tx: Tx, jobId: string): Promise<void> {
  await tx.db.updateTable('macro_uses').set({ job_id: null }).where('job_id', '=', jobId).execute()
}

/** X has the message: its macros are counted, and what they do is to be done. */
export async function takeUses(tx: Tx, jobId: string): Promise<MacroActions> {
  const uses = await tx.db
    .deleteFrom('macro_uses')
    .where('job_id', '=', jobId)
    .returning(['id', 'macro_id', 'actions'])
    .execute()
  const count = tx.raw('UPDATE macros SET used = used + 1, last_used_at = ? WHERE id = ?')
  for (const macroId of new Set(uses.map((use) => use.macro_id))) count.run(tx.at, macroId)
  const inOrder = uses.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return together(inOrder.map((use) => MacroActions.parse(JSON.parse(use.actions))))
}
