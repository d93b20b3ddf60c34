/**
 * @file What a customer and a brand said to each other in other tickets than the open one: how much that is, and its
 * messages page by page. One brand and one customer, both the ticket's own; what a handle of the brand was shown, and what
 * does not stand in the ticket's own timeline. Reads only.
 */
import { sql, type RawBuilder } from 'kysely'
import type {
  EarlierItem,
  EarlierPage,
  EarlierPlace,
  EarlierTicket,
} from '../../shared/domain/conversation.ts'
import { earlierAtMost, type EarlierCount } from '../../shared/domain/ticket.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { isVisible } from '../posts/visible.ts'
import { goneItems } from './gone.ts'
import type { TicketState } from './repo.ts'
import { dmsAmong, postsAmong, type Since } from './said.ts'
import { byTime, noteItems } from './timeline.ts'

/** From which messages on the timeline of the open ticket is all there. */
type Shown = { posts: Since; dms: Since }
type ShownNames = 'ticketId' | 'postAt' | 'postId' | 'dmAt' | 'dmId'

const shownValues = (ticket: TicketState, { posts, dms }: Shown): Record<ShownNames, string | number> => ({
  ticketId: ticket.id,
  postAt: posts.at,
  postId: posts.id,
  dmAt: dms.at,
  dmId: dms.id,
})

/** Whether an item `i` of ticket `t` is shown to its brand, and stands not in the open ticket's own timeline. */
const isBeside = (value: (name: ShownNames) => unknown): RawBuilder<boolean> => sql<boolean>`
  CASE i.kind
    WHEN 'post' THEN ${isVisible('post', 'i.item_id', 't.brand_id')} AND NOT EXISTS (
      SELECT 1 FROM posts p WHERE p.id = i.item_id
        AND (p.created_at > ${value('postAt')} OR (p.created_at = ${value('postAt')} AND p.id >= ${value('postId')}))
        AND p.conversation_id IN (
          SELECT held.conversation_id FROM ticket_items own CROSS JOIN posts held
          WHERE own.ticket_id = ${value('ticketId')} AND own.kind = 'post' AND held.id = own.item_id
          UNION SELECT it.conversation_id FROM tickets it WHERE it.id = ${value('ticketId')}))
    ELSE ${isVisible('dm', 'i.item_id', 't.brand_id')}
      AND NOT (i.at > ${value('dmAt')} OR (i.at = ${value('dmAt')} AND i.item_id >= ${value('dmId')}))
  END`

type WhoseNames = 'brandId' | 'customerId'

/** The other tickets of the customer with the brand; one that was merged away has nothing of its own. */
const isOther = (value: (name: WhoseNames | ShownNames) => unknown): RawBuilder<boolean> => sql<boolean>`
  t.brand_id = ${value('brandId')} AND t.customer_id = ${value('customerId')} AND t.id <> ${value('ticketId')}
  AND t.merged_into_id IS NULL`

/** Each in the index's own order, so that the first hit is the answer. */
const newestAs = (
  role: 'customer' | 'ours',
  value: (name: ShownNames) => unknown,
): RawBuilder<number> => sql<number>`(
  SELECT i.at FROM ticket_items i
  WHERE i.ticket_id = t.id AND i.role = ${sql.lit(role)} AND ${isBeside(value)} ORDER BY i.at DESC LIMIT 1)`

type CountedTicket = { isLater: number; theirs: number | null; ours: number | null; noted: number }

const ticketsBeside = compiled<WhoseNames | ShownNames, CountedTicket>(
  (value) => sql`
  SELECT * FROM (
    SELECT CASE WHEN t.opened_at > (SELECT it.opened_at FROM tickets it WHERE it.id = ${value('ticketId')})
      THEN 1 ELSE 0 END AS "isLater", ${newestAs('customer', value)} AS theirs, ${newestAs('ours', value)} AS ours,
      (SELECT count(*) FROM notes n WHERE n.ticket_id = t.id AND n.removed_at IS NULL) AS noted
    FROM (SELECT t.id, t.brand_id, t.opened_at FROM tickets t WHERE ${isOther(value)}
      ORDER BY t.newest_customer_at DESC LIMIT ${sql.lit(earlierAtMost)}) t) one
  WHERE theirs IS NOT NULL OR ours IS NOT NULL OR noted > 0`,
)

const messagesBeside = compiled<WhoseNames | ShownNames, { count: number }>(
  (value) => sql`
  SELECT count(*) AS count FROM (
    SELECT 1 AS one FROM tickets t CROSS JOIN ticket_items i
    WHERE ${isOther(value)} AND i.ticket_id = t.id AND ${isBeside(value)} LIMIT ${sql.lit(earlierAtMost)}) found`,
)

/** How much there is beside the ticket's own timeline; null for nothing. */
export async function earlierCount(
  read: Reads,
  ticket: TicketState,
  shown: Shown,
): Promise<EarlierCount | null> {
  const { brandId, customerId } = ticket
  const values = { brandId, customerId, ...shownValues(ticket, shown) }
  const tickets = await ticketsBeside(read, values)
  if (tickets.length === 0) return null
  const [messages] = await messagesBeside(read, values)
  const newest = tickets.flatMap(({ theirs, ours }) => [theirs, ours].filter((at) => at !== null))
  return {
    tickets: tickets.length,
    messages: Number(messages?.count ?? 0),
    newestAt: newest.length === 0 ? null : Math.max(...newest),
    someLater: tickets.some(({ isLater }) => isSet(isLater)),
  }
}

type OtherTicket = Omit<EarlierTicket, 'items'> & {
  brandId: string
  customerId: string
  conversationId: string
}

const othersFrom = compiled<WhoseNames | ShownNames | 'openedAt' | 'fromId', OtherTicket>(
  (value) => sql`
  SELECT t.id AS "ticketId", t.number, t.status, t.channel, t.opened_at AS "openedAt", t.brand_id AS "brandId",
    t.customer_id AS "customerId", t.conversation_id AS "conversationId",
    CASE WHEN t.newest_outbound_at > t.newest_customer_at THEN t.newest_outbound_at ELSE t.newest_customer_at END
      AS "newestAt"
  FROM tickets t WHERE ${isOther(value)}
    AND (t.opened_at < ${value('openedAt')} OR (t.opened_at = ${value('openedAt')} AND t.id <= ${value('fromId')}))
  ORDER BY t.opened_at DESC, t.id DESC`,
)

/** One thing that was said or noted in a ticket. */
type Entry = { kind: 'post' | 'dm' | 'gone' | 'note'; id: string; at: number }

const itemsBeside = compiled<ShownNames | 'otherId' | 'at' | 'id' | 'limit', Entry>(
  (value) => sql`
  SELECT i.kind, i.item_id AS id, i.at FROM tickets t CROSS JOIN ticket_items i
  WHERE t.id = ${value('otherId')} AND i.ticket_id = t.id
    AND (i.at < ${value('at')} OR (i.at = ${value('at')} AND i.item_id < ${value('id')})) AND ${isBeside(value)}
  ORDER BY i.at DESC, i.item_id DESC LIMIT ${value('limit')}`,
)

type Place = Pick<EarlierPlace, 'at' | 'id'>
const isBefore = (one: Place, other: Place): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id)
const newestFirst = (one: Place, other: Place): number => (isBefore(one, other) ? 1 : -1)

/** After every id and every instant. */
const theEnd: Place = { at: Number.MAX_SAFE_INTEGER, id: '~' }

const isMessage = ({ by }: { by: string }): boolean => by !== 'somebody'

type Part = { items: EarlierItem[]; read: Place[]; more: boolean }

/** Up to `limit` things of another ticket that stand before a place, the newest of them; whether there are more. */
async function partOf(
  read: Reads,
  other: OtherTicket,
  asked: { ticket: TicketState; shown: Shown; xWebOrigin: string; before: Place; limit: number },
): Promise<Part> {
  const { ticket, shown, xWebOrigin, before, limit } = asked
  const whose = { ...other, id: other.ticketId }
  const place = { at: before.at, id: before.id, limit: limit + 1 }
  const [said, notes, gone] = await Promise.all([
    itemsBeside(read, { ...shownValues(ticket, shown), otherId: other.ticketId, ...place }),
    noteItems(read, other.ticketId),
    // Of one and the same thread, the ticket's own timeline says it.
    other.conversationId === ticket.conversationId ? [] : goneItems(read, whose),
  ])
  const beside = [...notes, ...gone.filter(isMessage)]
  const entries = [...said, ...beside.filter((item) => isBefore(item, before))].sort(newestFirst)
  const kept = entries.slice(0, limit)
  const ids = (kind: Entry['kind']): string[] =>
    kept.flatMap((entry) => (entry.kind === kind ? [entry.id] : []))
  const here = new Set(kept.map(({ id }) => id))
  const [posts, dms] = await Promise.all([
    postsAmong(read, whose, xWebOrigin, ids('post')),
    dmsAmong(read, whose, ids('dm')),
  ])
  const items = [...posts, ...dms, ...beside.filter(({ id }) => here.has(id))]
  return { items: items.sort(byTime), read: kept, more: entries.length > kept.length }
}

/** What comes before a place in all that was said in other tickets: up to `limit` messages and notes. */
export async function earlierPage(
  read: Reads,
  ticket: TicketState,
  shown: Shown,
  { after, limit, xWebOrigin }: { after: EarlierPlace | null; limit: number; xWebOrigin: string },
): Promise<EarlierPage> {
  const { brandId, customerId } = ticket
  const others = await othersFrom(read, {
    brandId,
    customerId,
    ...shownValues(ticket, shown),
    openedAt: after?.openedAt ?? theEnd.at,
    fromId: after?.ticketId ?? theEnd.id,
  })
  const tickets: EarlierTicket[] = []
  let next = after
  let left = limit
  for (const other of others) {
    const before = after !== null && other.ticketId === after.ticketId ? after : theEnd
    const part = await partOf(read, other, { ticket, shown, xWebOrigin, before, limit: left })
    const { ticketId, number, status, channel, openedAt, newestAt } = other
    if (part.items.length > 0)
      tickets.unshift({ ticketId, number, status, channel, openedAt, newestAt, items: part.items })
    left -= part.read.length
    const last = part.read.at(-1)
    if (last !== undefined) next = { openedAt, ticketId, at: last.at, id: last.id }
    if (part.more) return { brandId, tickets, next }
  }
  return { brandId, tickets, next: null }
}
