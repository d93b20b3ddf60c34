/** @file Writes the file of a handover: what agents decided and noted, by ids of X's, without a word of a message. */
import { sql } from 'kysely'
import {
  handoverFileAtMost,
  handoverFileFormat,
  handoverFileVersion,
  handoverTicketsAtMost,
  HandoverTicket,
  type HandoverFile,
} from '../../shared/domain/handover-file.ts'
import { jsonFile } from '../../shared/json-file.ts'
import { currentAgent, listAgents } from '../agents/repo.ts'
import type { Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { changedAts, notesOf, promisesOf } from './ticket-facts.ts'

/** What was solved this lately goes into the file, ms. */
const solvedMs = 7 * 24 * 3_600_000
/** Ids in one statement. */
const atOnce = 500

type Row = Omit<
  HandoverTicket,
  'first' | 'newest' | 'snoozedForReply' | 'promises' | 'notes' | 'changedAt'
> & {
  id: string
  firstKind: 'post' | 'dm'
  firstId: string
  newestKind: 'post' | 'dm'
  newestId: string
  snoozedForReply: number
}

/** What is open before what is solved, of both the newest first: where there are too many, the last ones are left out. */
const rowsOf = async (read: Reads, now: number): Promise<Row[]> =>
  (
    await sql<Row>`
    SELECT t.id, t.number, h.x_user_id AS handle, f.kind AS "firstKind", f.item_id AS "firstId",
      t.newest_customer_kind AS "newestKind", t.newest_customer_item AS "newestId", t.status,
      t.solved_at AS "solvedAt", t.solved_how AS "solvedHow", t.owner_agent_id AS "ownerId",
      t.snoozed_until AS "snoozedUntil", t.snoozed_for_reply AS "snoozedForReply",
      t.follow_up_at AS "followUpAt", t.follow_up_reason AS "followUpReason"
    FROM tickets t
      JOIN brands b ON b.id = t.brand_id AND b.removed_at IS NULL
      JOIN handles h ON h.id = t.handle_id
      JOIN ticket_items f ON f.ticket_id = t.id AND f.item_id = (
        SELECT i.item_id FROM ticket_items i WHERE i.ticket_id = t.id AND i.role = 'customer'
        ORDER BY i.at, i.item_id LIMIT 1)
    WHERE t.merged_into_id IS NULL AND (t.status IN ('new', 'open', 'pending', 'on-hold')
      OR (t.status = 'solved' AND (t.solved_at >= ${now - solvedMs} OR t.debt_at IS NOT NULL)))
    ORDER BY CASE t.status WHEN 'solved' THEN 1 ELSE 0 END, t.newest_customer_at DESC, t.id DESC
    LIMIT ${handoverTicketsAtMost + 1}`.execute(read)
  ).rows

/** @param now epoch ms @returns the file, how many tickets are in it, and whether there were more */
export async function handoverFile(
  read: Reads,
  now: number,
): Promise<{ name: string; content: string; tickets: number; more: boolean }> {
  const found = await rowsOf(read, now)
  const rows = found.slice(0, handoverTicketsAtMost)
  const tickets: HandoverTicket[] = []
  for (let from = 0; from < rows.length; from += atOnce)
    tickets.push(...(await ticketsOf(read, rows.slice(from, from + atOnce))))
  const { id, x_origin: xOrigin } = await read
    .selectFrom('workspace')
    .select(['id', 'x_origin'])
    .executeTakeFirstOrThrow()
  const file: HandoverFile = {
    format: handoverFileFormat,
    version: handoverFileVersion,
    workspaceId: id,
    xOrigin,
    writtenAt: now,
    byId: (await currentAgent(read))?.id ?? null,
    agents: (await listAgents(read)).map((agent) => ({ id: agent.id, name: agent.name })),
    tickets,
  }
  const content = fitting(file)
  return {
    name: `${new Date(now).toISOString().slice(0, 10)}.handover.json`,
    content,
    tickets: file.tickets.length,
    more: found.length > file.tickets.length,
  }
}

/** The file in letters. What would make it larger than another computer takes in is left out of it, from the end. */
function fitting(file: HandoverFile): string {
  for (;;) {
    const content = jsonFile(file)
    if (content.length <= handoverFileAtMost || file.tickets.length === 0) return content
    file.tickets = file.tickets.slice(0, Math.floor(file.tickets.length * 0.8))
  }
}

async function ticketsOf(read: Reads, rows: readonly Row[]): Promise<HandoverTicket[]> {
  const ids = rows.map(({ id }) => id)
  const [notes, promises, changed] = [
    await notesOf(read, ids),
    await promisesOf(read, ids, ['open']),
    await changedAts(read, ids),
  ]
  return rows.map(({ id, firstKind, firstId, newestKind, newestId, snoozedForReply, ...row }) => ({
    ...row,
    first: { kind: firstKind, id: firstId },
    newest: { kind: newestKind, id: newestId },
    snoozedForReply: isSet(snoozedForReply),
    // Words that were understood as a promise are a message's; those of an agent are their own.
    promises: (promises.get(id) ?? []).map(({ dueAt, item, words }) => ({
      dueAt,
      item,
      words: item === null ? words : null,
    })),
    notes: (notes.get(id) ?? [])
      .filter((note) => !note.isRemoved)
      .map((note) => ({ id: note.id, agentId: note.agentId, text: note.text, at: note.at })),
    changedAt: changed.get(id) ?? null,
  }))
}
