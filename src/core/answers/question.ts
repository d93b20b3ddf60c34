/** @file What a ticket asks: the words that nobody answered yet, else the customer's newest ones. */
import { sql } from 'kysely'
import { Failure } from '../../shared/errors.ts'
import { valuesOf } from '../macros/values.ts'
import type { Reads } from '../db/database.ts'
import { commonLanguage } from './languages.ts'
import type { Asked } from './similar.ts'

/** A complaint may go on over many posts; its newest ones are enough. */
const messagesAtMost = 6

type Message = { text: string; lang: string | null; at: number }

async function newest(read: Reads, ticketId: string): Promise<Message[]> {
  const { rows } = await sql<Message>`
    SELECT coalesce(p.text, d.text) AS text, p.lang, i.at FROM ticket_items i
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id
    WHERE i.ticket_id = ${ticketId} AND i.role = 'customer' AND coalesce(p.text, d.text) IS NOT NULL
    ORDER BY i.at DESC, i.item_id DESC LIMIT ${messagesAtMost}`.execute(read)
  return rows
}

const languageOf = (messages: readonly Message[]): string | null =>
  commonLanguage(messages.map(({ lang }) => lang))

/** @throws Failure `ticket.missing` */
export async function askedIn(read: Reads, ticketId: string, onlyBrand: boolean): Promise<Asked> {
  const ticket = await read
    .selectFrom('tickets')
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select(['tickets.brand_id as brandId', 'tickets.handle_id as handleId', 'people.name'])
    .select('tickets.newest_outbound_at as oursAt')
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  const messages = await newest(read, ticketId)
  const open = messages.filter(({ at }) => ticket.oursAt === null || at > ticket.oursAt)
  const asked = open.length > 0 ? open : messages.slice(0, 1)
  return {
    text: asked
      .toReversed()
      .map(({ text }) => text)
      .join('\n'),
    lang: languageOf(asked) ?? languageOf(messages),
    brandId: ticket.brandId,
    handleId: ticket.handleId,
    ticketId,
    name: ticket.name,
    valueOf: await valuesOf(read, ticketId),
    onlyBrand,
  }
}
