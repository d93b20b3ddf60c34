/** @file Labels of tickets. They belong to one brand's work: no brand is offered another's. */
import type { Reads, Tx } from '../db/database.ts'

/** In the order of the alphabet. */
export async function tagsOf(read: Reads, ticketId: string): Promise<string[]> {
  const rows = await read
    .selectFrom('ticket_tags')
    .select('tag')
    .where('ticket_id', '=', ticketId)
    .orderBy('tag')
    .execute()
  return rows.map(({ tag }) => tag)
}

/** Makes these the labels of a ticket. The caller refreshes it. */
export async function setTags(tx: Tx, ticketId: string, tags: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('ticket_tags').where('ticket_id', '=', ticketId).execute()
  if (tags.length > 0)
    await tx.db
      .insertInto('ticket_tags')
      .values(tags.map((tag) => ({ ticket_id: ticketId, tag })))
      .execute()
  tx.touch.ticket(ticketId)
}

/** Labels as one text, for the history; no label holds a comma. */
export const joined = (tags: readonly string[]): string => tags.join(',')
export const split = (text: string): string[] => (text === '' ? [] : text.split(','))

/** Labels that tickets of this brand carry, the most used first. */
export function labelsOfBrand(read: Reads, brandId: string): Promise<{ label: string; tickets: number }[]> {
  return read
    .selectFrom('ticket_tags')
    .innerJoin('tickets', 'tickets.id', 'ticket_tags.ticket_id')
    .select(({ fn }) => ['ticket_tags.tag as label', fn.countAll<number>().as('tickets')])
    .where('tickets.brand_id', '=', brandId)
    .groupBy('ticket_tags.tag')
    .orderBy('tickets', 'desc')
    .orderBy('ticket_tags.tag')
    .limit(200)
    .execute()
}
