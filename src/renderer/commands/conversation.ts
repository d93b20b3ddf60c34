/** @file Commands on how much of a conversation stands in the pane: what came before it, and the middle of a long one. */
import type { Console } from '../state/console.ts'
import { focusPane } from './go.ts'
import { isFoldable } from '../state/thread-parts.ts'
import type { Runtime } from './runtime.ts'

/** Shows what was said in other tickets, then the page before, and in the end folds it all away. */
function earlier(c: Console): void {
  const { openTicketId, earlierOf } = c.session.getState()
  const { earlier: loaded } = c.rows.getState()
  const isShown = earlierOf !== null && earlierOf === openTicketId
  if (!isShown) {
    c.session.setState({ earlierOf: openTicketId, showsHistory: false })
    c.apply.earlierShown()
  } else if (loaded === null || loaded.ticketId !== openTicketId) {
    // It is on its way still, or could not be read.
    c.apply.earlierShown()
  } else if (loaded.next) {
    // Who goes back through a ticket reads it: folding its new middle would take away what they are at.
    const first = loaded.tickets[0]
    if (first) unfoldOne(c, first.ticketId)
    c.apply.earlierMore()
  } else foldEarlier(c)
}

/** A button that is gone once it is pressed leaves the keyboard to the ticket. */
function keepKeyboard(c: Console): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusPane(c)
  })
}

/** Leaves the ticket's own messages alone in the pane. */
export function foldEarlier(c: Console): void {
  c.session.setState({ earlierOf: null })
  c.apply.earlierShown()
  keepKeyboard(c)
}

/** The tickets in the pane that are long enough to be folded. */
const longTickets = (c: Console): string[] => {
  const { detail, earlier: loaded } = c.rows.getState()
  const others = (loaded?.tickets ?? []).filter(({ items }) => isFoldable(items))
  const own = detail !== null && isFoldable(detail.timeline) ? [detail.card.ticketId] : []
  return [...own, ...others.map(({ ticketId }) => ticketId)]
}

/** Shows the middle of all tickets in the pane, or folds it again where all of it is shown. */
function unfold(c: Console): void {
  const { unfolded } = c.session.getState()
  const long = longTickets(c)
  const isWhole = long.every((ticketId) => unfolded.includes(ticketId))
  c.session.setState({ unfolded: isWhole ? [] : long })
}

/** Shows the middle of one ticket. */
export function unfoldOne(c: Console, ticketId: string): void {
  c.session.setState({ unfolded: [...c.session.getState().unfolded, ticketId] })
  keepKeyboard(c)
}

export const conversationCommands = {
  'ticket.earlier': { when: (x) => x.hasEarlier, run: earlier },
  'ticket.unfold': { when: (x) => x.hasFolds, run: unfold },
} as const satisfies Record<string, Runtime>
