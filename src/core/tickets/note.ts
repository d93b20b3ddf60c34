/** @file Writes a note on a ticket, for everybody here, in the name of who sits here. */
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { keepMentions } from './mentions.ts'
import { addNote } from './repo.ts'

/** With its line of history, which undo takes back, and with whom it names. */
export async function noteDown(
  tx: Tx,
  {
    ticketId,
    brandId,
    text,
    actionId,
  }: { ticketId: string; brandId: string; text: string; actionId: string },
): Promise<void> {
  const writerId = (await currentAgent(tx.db))?.id ?? null
  const noteId = await addNote(tx, ticketId, writerId, text)
  await keepMentions(tx, { id: noteId, ticketId, text, writerId })
  await record(tx, {
    event: 'ticket.noted',
    actionId,
    ticketId,
    brandId,
    after: { note_id: noteId },
    undoable: true,
  })
}

/**
 * A note that was written on another computer, once: one of a file that was taken back comes again on its ticket. What
 * else is known by its id stays as it is, without a line that undo would take back.
 * @param note `writerId`: who wrote it, as they are called here; null: nobody here · `at`: when, epoch ms
 */
export async function bringNote(
  tx: Tx,
  note: {
    id: string
    ticketId: string
    brandId: string
    text: string
    at: number
    writerId: string | null
    actionId: string
  },
): Promise<void> {
  const { id, ticketId, brandId, text, at, writerId, actionId } = note
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('notes')
    .values({ id, ticket_id: ticketId, agent_id: writerId, text, created_at: at })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ removed_at: null })
        .where('notes.ticket_id', '=', ticketId)
        .where('notes.removed_at', 'is not', null),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return
  await tx.db.deleteFrom('note_mentions').where('note_id', '=', id).execute()
  await keepMentions(tx, { id, ticketId, text, writerId })
  await record(tx, {
    event: 'ticket.noted',
    actionId,
    ticketId,
    brandId,
    after: { note_id: id, brought: 1 },
    undoable: true,
  })
}
