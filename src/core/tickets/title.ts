/** @file One line that tells a ticket from the next: what its customer wrote first, of what X still shows. */
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { Entities } from '../posts/records.ts'
import { shownText } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'
import type { TicketState } from './repo.ts'

const leadingNames = /^(?:\s*[@＠][A-Za-z0-9_]{1,15})+[\s,:]*/u

/** What an agent called it; else the first customer message as one line, without the names before it; empty when there are only names. */
export async function titleOf(read: Reads, ticket: TicketState): Promise<string> {
  if (ticket.own.title !== null) return ticket.own.title
  const first = await read
    .selectFrom('ticket_items')
    .innerJoin('tickets', 'tickets.id', 'ticket_items.ticket_id')
    .leftJoin('posts', (join) =>
      join.onRef('posts.id', '=', 'ticket_items.item_id').on('ticket_items.kind', '=', 'post'),
    )
    .leftJoin('dm_events', (join) =>
      join.onRef('dm_events.id', '=', 'ticket_items.item_id').on('ticket_items.kind', '=', 'dm'),
    )
    .select(({ fn }) => fn.coalesce('posts.text', 'dm_events.text').as('text'))
    .select(({ fn }) => fn.coalesce('posts.entities', 'dm_events.entities').as('entities'))
    .where('ticket_items.ticket_id', '=', ticket.id)
    .where('ticket_items.role', '=', 'customer')
    .where((where) =>
      where.or([
        where.and([where('posts.id', 'is not', null), isVisible('post', 'posts.id', 'tickets.brand_id')]),
        where.and([
          where('dm_events.id', 'is not', null),
          isVisible('dm', 'dm_events.id', 'tickets.brand_id'),
        ]),
      ]),
    )
    .orderBy('ticket_items.at')
    .orderBy('ticket_items.item_id')
    .executeTakeFirst()
  return shownText(first?.text ?? '', fromJson(Entities, first?.entities ?? null))
    .replace(leadingNames, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
