/** @file Where somebody who is told of alerts finds them on X: with a phone, and without Switchboard. */
import type { Reads } from '../db/database.ts'

/**
 * The customer's newest post where all of it is about one; the brand's direct messages where that came as one; else what
 * is posted to the brand.
 */
export async function linkFor(
  read: Reads,
  xWebOrigin: string,
  brandId: string,
  about: readonly { ticketId: string | null }[],
): Promise<string> {
  const ids = new Set(about.map(({ ticketId }) => ticketId))
  const [only] = ids
  if (ids.size === 1 && only) {
    const ticket = await read
      .selectFrom('tickets')
      .select(['channel', 'newest_customer_item as item'])
      .where('id', '=', only)
      .executeTakeFirst()
    if (ticket)
      return ticket.channel === 'dm' ? `${xWebOrigin}/messages` : `${xWebOrigin}/i/status/${ticket.item}`
  }
  const handle = await read
    .selectFrom('handles')
    .select('username')
    .where('brand_id', '=', brandId)
    .where('state', '<>', 'removed')
    .orderBy('created_at')
    .executeTakeFirst()
  return `${xWebOrigin}/search?q=${encodeURIComponent(`to:${handle?.username ?? ''}`)}&f=live`
}
