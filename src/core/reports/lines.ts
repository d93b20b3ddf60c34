/** @file One row per ticket of a report: ids and metrics of our own, nothing that somebody wrote. Pure. */
import type { TicketLine } from '../../shared/domain/report.ts'
import { must } from '../../shared/must.ts'
import { isSet } from '../db/values.ts'
import type { Measure, Measured } from './measured.ts'

/**
 * Those tickets that the report counts anything of, in the order of their numbers.
 * @param names of agents, by id
 */
export function ticketLines({ brands, tickets }: Measure, names: ReadonlyMap<string, string>): TicketLine[] {
  const brandNames = new Map(brands.map(({ id, name }) => [id, name]))
  return tickets
    .filter(isCounted)
    .toSorted((one, other) => one.number - other.number)
    .map((ticket) => lineOf(ticket, must(brandNames.get(ticket.brandId) ?? null, 'of a brand'), names))
}

/** Something of it happened in the period, or it was left open at its end. */
export const isCounted = ({ now }: Measured): boolean =>
  now.isOpened ||
  now.isLeft ||
  now.messagesIn + now.messagesOut + now.replies.length + now.solved.length + now.reopened.length > 0 ||
  now.promises.length + now.asked.length + now.rated.length > 0

function lineOf(ticket: Measured, brand: string, names: ReadonlyMap<string, string>): TicketLine {
  const { now } = ticket
  const first = now.times.find(({ id }) => id === 'first-reply')
  const solved = now.times.findLast(({ id }) => id === 'resolution')
  return {
    ticketId: ticket.id,
    number: ticket.number,
    brand,
    channel: ticket.channel,
    priority: ticket.priority,
    owner: ticket.ownerId === null ? null : (names.get(ticket.ownerId) ?? ''),
    openedAt: ticket.openedAt,
    messagesIn: now.messagesIn,
    messagesOut: now.messagesOut,
    replies: now.replies.length,
    firstReplyWallMs: first?.ms.posted.wall ?? null,
    firstReplyBusinessMs: first?.ms.posted.business ?? null,
    firstReplyWithin: first?.within.posted ?? null,
    resolutions: ticket.solvedHow === 'no-reply-needed' ? 0 : now.solved.length,
    resolutionWallMs: solved?.ms.posted.wall ?? null,
    resolutionBusinessMs: solved?.ms.posted.business ?? null,
    resolutionWithin: solved?.within.posted ?? null,
    solvedHow: ticket.solvedHow,
    reopened: now.reopened.length,
    category: ticket.category,
    lang: ticket.lang,
    reach: ticket.reach,
    tags: [...ticket.tags],
    csat: now.rated.at(-1)?.score ?? null,
    erased: isSet(ticket.isErased),
  }
}
