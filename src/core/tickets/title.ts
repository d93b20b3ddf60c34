/** @file One line that tells a ticket from the next: what its customer wrote first, of what X still shows. */
import { sql } from 'kysely'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { Entities } from '../posts/records.ts'
import { shownText } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'
import type { TicketState } from './repo.ts'

const leadingNames = /^(?:\s*[@＠][A-Za-z0-9_]{1,15})+[\s,:]*/u

type Row = { ticketId: string; title: string | null; text: string | null; entities: string | null }

/** The titles of these tickets by their ids, read at once; none of one that there is not. */
export async function titlesOf(
  read: Reads,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ticketIds.length === 0) return new Map()
  const { rows } = await sql<Row>`
    SELECT t.id AS "ticketId", t.title, coalesce(p.text, d.text) AS text, coalesce(p.entities, d.entities) AS entities
    FROM tickets t
    LEFT JOIN ticket_items i ON t.title IS NULL AND i.ticket_id = t.id AND i.item_id = (
      SELECT f.item_id FROM ticket_items f
      LEFT JOIN posts fp ON f.kind = 'post' AND fp.id = f.item_id
      LEFT JOIN dm_events fd ON f.kind = 'dm' AND fd.id = f.item_id
      WHERE f.ticket_id = t.id AND f.role = 'customer' AND (
        (fp.id IS NOT NULL AND ${isVisible('post', 'fp.id', 't.brand_id')})
        OR (fd.id IS NOT NULL AND ${isVisible('dm', 'fd.id', 't.brand_id')}))
      ORDER BY f.at, f.item_id LIMIT 1)
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id
    WHERE t.id IN (${sql.join([...ticketIds])})`.execute(read)
  return new Map(rows.map((row) => [row.ticketId, row.title ?? firstLine(row)]))
}

/** What an agent called it; else the first customer message as one line, without the names before it; empty when there are only names. */
export const titleOf = async (read: Reads, { id }: Pick<TicketState, 'id'>): Promise<string> =>
  (await titlesOf(read, [id])).get(id) ?? ''

const firstLine = ({ text, entities }: Row): string =>
  shownText(text ?? '', fromJson(Entities, entities))
    .replace(leadingNames, '')
    .replace(/\s+/gu, ' ')
    .trim()
