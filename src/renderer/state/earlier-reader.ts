/**
 * @file Reads what the customer of the open ticket and its brand said to each other in other tickets, page by page, and
 * again when something of it changes. For reading: nothing is answered from it.
 */
import type { EarlierPlace, EarlierTicket } from '../../shared/domain/conversation.ts'
import type { Core } from './core.ts'
import type { RowsStore } from './rows.ts'
import { asBefore } from './same.ts'
import type { SessionStore } from './session.ts'

/** So many messages come at a time. */
export const earlierPageSize = 50
/** Core gives no more at once; who reads on gets the rest page by page. */
const mostAtOnce = 1_000

/** What is loaded of it. */
export type Earlier = {
  /** The open ticket. */
  ticketId: string
  /** In the order in which they began. */
  tickets: readonly EarlierTicket[]
  next: EarlierPlace | null
}

export type EarlierReader = {
  /** Reads what is loaded anew, the first page where nothing is; forgets all of it once it is folded. */
  read(): Promise<void>
  /** Reads the page before. */
  more(): Promise<void>
  /** Whether a change of these tickets, or of the open one, may change what is shown. */
  shows(ticketIds: readonly string[]): boolean
}

/** An older page before what is loaded; a ticket of which both hold a part is one. Pure. */
export function joined(
  older: readonly EarlierTicket[],
  newer: readonly EarlierTicket[],
): readonly EarlierTicket[] {
  const last = older.at(-1)
  const first = newer[0]
  if (!last || !first || last.ticketId !== first.ticketId) return [...older, ...newer]
  return [...older.slice(0, -1), { ...first, items: [...last.items, ...first.items] }, ...newer.slice(1)]
}

const sizeOf = ({ tickets }: Earlier): number => tickets.reduce((sum, { items }) => sum + items.length, 0)

export function earlierReader({
  core,
  rows,
  session,
}: {
  core: Pick<Core, 'call'>
  rows: RowsStore
  session: SessionStore
}): EarlierReader {
  /** The ticket whose earlier ones are wanted; null: they are folded. */
  const wanted = (): string | null => {
    const { openTicketId, earlierOf } = session.getState()
    return earlierOf !== null && earlierOf === openTicketId ? earlierOf : null
  }
  const loaded = (): Earlier | null => {
    const { earlier } = rows.getState()
    return earlier?.ticketId === wanted() ? earlier : null
  }

  return {
    async read() {
      const ticketId = wanted()
      if (ticketId === null) return rows.setState({ earlier: null })
      const before = loaded()
      const size = before === null ? 0 : sizeOf(before)
      const limit = Math.min(Math.max(size, earlierPageSize), mostAtOnce)
      const { tickets, next } = await core.call('ticket.earlier', { ticketId, after: null, limit })
      if (wanted() === ticketId)
        rows.setState({ earlier: asBefore<Earlier | null>(before, { ticketId, tickets, next }) })
    },
    async more() {
      const before = loaded()
      if (before === null || before.next === null) return
      const { ticketId, next: after } = before
      const page = await core.call('ticket.earlier', { ticketId, after, limit: earlierPageSize })
      // What was read anew meanwhile has another end: this page may not be the one before it.
      if (loaded() !== before) return
      rows.setState({ earlier: { ticketId, tickets: joined(page.tickets, before.tickets), next: page.next } })
    },
    shows(ticketIds) {
      const here = loaded()
      return here !== null && [here, ...here.tickets].some(({ ticketId }) => ticketIds.includes(ticketId))
    },
  }
}
