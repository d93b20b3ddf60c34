/** @file Agents whom internal notes name with an @: noted with the note, until they have seen it. */
import type { Reads, Tx } from '../db/database.ts'

type Named = { id: string; name: string; initials: string }

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')

const names = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}@])@${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text)

/**
 * The agents whom a text names: by their name, their initials, or a first name that only one of them has. Pure.
 */
export function mentionsIn<T extends Named>(text: string, agents: readonly T[]): T[] {
  const firstName = ({ name }: Named): string => name.split(/\s+/u)[0] ?? name
  const isOnly = (agent: Named): boolean =>
    agents.filter((one) => firstName(one).toLocaleLowerCase() === firstName(agent).toLocaleLowerCase())
      .length === 1
  return agents.filter(
    (agent) =>
      names(text, agent.name) ||
      names(text, agent.initials) ||
      (isOnly(agent) && names(text, firstName(agent))),
  )
}

/** Notes down whom a note is for; its writer needs no word of it, and has seen what was written to them before. */
export async function keepMentions(
  tx: Tx,
  note: { id: string; ticketId: string; text: string; writerId: string | null },
): Promise<void> {
  const agents = await tx.db
    .selectFrom('agents')
    .select(['id', 'name', 'initials'])
    .where('retired_at', 'is', null)
    .execute()
  const meant = mentionsIn(note.text, agents).filter(({ id }) => id !== note.writerId)
  if (note.writerId !== null) await seeMentions(tx, note.ticketId, note.writerId)
  for (const { id } of meant)
    await tx.db
      .insertInto('note_mentions')
      .values({ note_id: note.id, agent_id: id, ticket_id: note.ticketId, at: tx.at, seen_at: null })
      .execute()
}

/** An agent has seen the notes of a ticket that name them. */
export async function seeMentions(tx: Tx, ticketId: string, agentId: string): Promise<void> {
  await tx.db
    .updateTable('note_mentions')
    .set({ seen_at: tx.at })
    .where('ticket_id', '=', ticketId)
    .where('agent_id', '=', agentId)
    .where('seen_at', 'is', null)
    .execute()
  tx.touch.ticket(ticketId)
}

/** Names of the agents whom the notes of a ticket name, by note. */
export async function mentionsOn(read: Reads, ticketId: string): Promise<Map<string, string[]>> {
  const rows = await read
    .selectFrom('note_mentions')
    .innerJoin('agents', 'agents.id', 'note_mentions.agent_id')
    .select(['note_mentions.note_id as noteId', 'agents.name'])
    .where('note_mentions.ticket_id', '=', ticketId)
    .orderBy('agents.name')
    .execute()
  const byNote = new Map<string, string[]>()
  for (const { noteId, name } of rows) byNote.set(noteId, [...(byNote.get(noteId) ?? []), name])
  return byNote
}

/** The newest note of a ticket that names this agent, and that they have not seen; null: none. */
export async function unseenNote(
  read: Reads,
  ticketId: string,
  agentId: string,
): Promise<{ by: string | null } | null> {
  const row = await read
    .selectFrom('note_mentions')
    .innerJoin('notes', 'notes.id', 'note_mentions.note_id')
    .leftJoin('agents', 'agents.id', 'notes.agent_id')
    .select('agents.name')
    .where('note_mentions.ticket_id', '=', ticketId)
    .where('note_mentions.agent_id', '=', agentId)
    .where('note_mentions.seen_at', 'is', null)
    .where('notes.removed_at', 'is', null)
    .orderBy('note_mentions.at', 'desc')
    .executeTakeFirst()
  return row ? { by: row.name } : null
}
