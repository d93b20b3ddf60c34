/** @file Links to a ticket, `switchboard://ticket/…`, for notes, chats and whatever else lies outside. Pure. */
import { OwnId } from './ids.ts'

export const linkScheme = 'switchboard'

const prefix = `${linkScheme}://ticket/`

export const linkOfTicket = (ticketId: string): string => `${prefix}${ticketId}`

/** The ticket that a link names; null for anything else: whoever made the link is unknown. */
export function ticketOfLink(link: string): string | null {
  if (!link.startsWith(prefix)) return null
  return OwnId.safeParse(link.slice(prefix.length).replace(/\/$/, '')).data ?? null
}

/** The ticket that the arguments of a start name, if one does. */
export const ticketInArguments = (all: readonly string[]): string | null =>
  all.map(ticketOfLink).find((ticketId) => ticketId !== null) ?? null
