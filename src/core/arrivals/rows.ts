/** @file What the engine of arrivals reads: columns that make themselves known, and messages that came just now. */
import { sql } from 'kysely'
import { canAlert } from '../../shared/domain/deck.ts'
import type { Arrival } from '../../shared/host-protocol.ts'
import type { Reads } from '../db/database.ts'
import { listDecks } from '../decks/repo.ts'
import { isVisible } from '../posts/visible.ts'

/** A column that makes itself known, in the deck where it does. */
export type LoudColumn = NonNullable<Arrival['notice']> & { alert: boolean; sound: boolean }

/** In the order of the decks. @param now epoch ms */
export async function loudColumns(read: Reads, now: number): Promise<LoudColumn[]> {
  const some = await read
    .selectFrom('deck_columns')
    .select('column_id')
    .where((where) => where.or([where('alert', '=', 1), where('sound', '=', 1)]))
    .limit(1)
    .executeTakeFirst()
  if (!some) return []
  return (await listDecks(read, now)).flatMap((deck) =>
    deck.columns
      .filter(({ kind, look }) => canAlert(kind) && (look.alert || look.sound))
      .map(({ id, kind, title, look: { alert, sound } }) => ({
        deckId: deck.id,
        columnId: id,
        kind,
        title,
        alert,
        sound,
      })),
  )
}

/** A customer's message. `observedAt`: when it was stored, by core's clock. */
export type Message = {
  itemId: string
  ticketId: string
  customer: string
  brandId: string
  brandName: string
  loud: number
  observedAt: number
}

/** What customers wrote in these tickets from `since` on, epoch ms by X's clock; oldest first. None of an imported past. */
export async function messagesOf(
  read: Reads,
  ticketIds: readonly string[],
  since: number,
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    SELECT i.item_id AS "itemId", t.id AS "ticketId", coalesce(c.name, '') AS customer, t.brand_id AS "brandId",
      b.name AS "brandName", coalesce(tt.loud, 0) AS loud, coalesce(p.observed_at, d.observed_at) AS "observedAt"
    FROM tickets t CROSS JOIN ticket_items i CROSS JOIN brands b
    LEFT JOIN people c ON c.x_user_id = t.customer_id
    LEFT JOIN ticket_triage tt ON tt.ticket_id = t.id
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id AND ${isVisible('post', 'p.id', 't.brand_id')}
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id AND ${isVisible('dm', 'd.id', 't.brand_id')}
    WHERE t.id IN (${sql.join(ticketIds)}) AND t.imported_at IS NULL AND i.ticket_id = t.id AND i.role = 'customer'
      AND i.at >= ${since} AND b.id = t.brand_id AND b.removed_at IS NULL
      AND coalesce(p.observed_at, d.observed_at) IS NOT NULL
    ORDER BY i.at, i.item_id`.execute(read)
  return rows
}
