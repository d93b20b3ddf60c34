/** @file The places of messages that X no longer shows, as lines of a conversation: why and since when, no content. */
import { sql } from 'kysely'
import { GoneReason, type GoneItem } from '../../shared/domain/ticket.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { isVisible } from '../posts/visible.ts'
import type { TicketState } from './repo.ts'

type GoneRow = {
  kind: 'post' | 'dm'
  id: string
  why: string
  countries: string | null
  at: number
  goneAt: number
  role: 'customer' | 'ours' | null
}

/**
 * What belonged to the ticket or stood in its conversation, and is deleted, or withdrawn from every handle of the brand
 * that had seen it.
 */
const goneIn = compiled<'ticketId' | 'conversationId' | 'brandId', GoneRow>(
  (value) => sql`
  SELECT g.kind, g.item_id AS id, min(g.why) AS why, min(g.countries) AS countries, min(g.at) AS "goneAt",
    min(coalesce(i.at, g.written_at)) AS at, min(i.role) AS role
  FROM (
    SELECT kind, item_id, why, CAST(NULL AS TEXT) AS countries, at, written_at,
      CAST(${value('brandId')} AS TEXT) AS brand_id
    FROM tombstones WHERE conversation_id = ${value('conversationId')}
    UNION
    SELECT t.kind, t.item_id, t.why, CAST(NULL AS TEXT), t.at, t.written_at, CAST(${value('brandId')} AS TEXT)
    FROM ticket_items ti JOIN tombstones t ON t.item_id = ti.item_id AND t.kind = ti.kind
    WHERE ti.ticket_id = ${value('ticketId')}
    UNION ALL
    SELECT w.kind, w.item_id, w.why, w.countries, w.at, w.written_at, h.brand_id
    FROM withdrawn w JOIN handles h ON h.id = w.handle_id
    WHERE h.brand_id = ${value('brandId')} AND (w.conversation_id = ${value('conversationId')} OR EXISTS (
      SELECT 1 FROM ticket_items wi
      WHERE wi.item_id = w.item_id AND wi.kind = w.kind AND wi.ticket_id = ${value('ticketId')}))
  ) g
  LEFT JOIN ticket_items i ON i.item_id = g.item_id AND i.kind = g.kind AND i.ticket_id = ${value('ticketId')}
  WHERE NOT CASE g.kind WHEN 'post' THEN ${isVisible('post', 'g.item_id', 'g.brand_id')}
    ELSE ${isVisible('dm', 'g.item_id', 'g.brand_id')} END
  GROUP BY g.kind, g.item_id`,
)

/** One line for each message of this conversation that is gone. */
export async function goneItems(
  read: Reads,
  ticket: Pick<TicketState, 'id' | 'conversationId' | 'brandId'>,
): Promise<GoneItem[]> {
  const rows = await goneIn(read, {
    ticketId: ticket.id,
    conversationId: ticket.conversationId,
    brandId: ticket.brandId,
  })
  return rows.map((row) => ({
    kind: 'gone',
    id: row.id,
    what: row.kind,
    why: GoneReason.parse(row.why),
    countries: row.countries?.split(' ') ?? [],
    at: row.at,
    goneAt: row.goneAt,
    by: row.role ?? 'somebody',
  }))
}
