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
