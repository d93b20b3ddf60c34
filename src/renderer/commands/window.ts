/** @file Commands over windows: a ticket or a deck in one of its own, and away with it. */
import type { Console } from '../state/console.ts'
import { isKept } from '../state/holding.ts'
import { deckOf } from '../state/rows.ts'
import { t } from '../words.ts'
import { targetTicket } from './context.ts'
import { focusPane, goToWindowOf } from './go.ts'
import type { Runtime } from './runtime.ts'

/** Closes this window once core has what was typed in it; where core could not take it, it stays. */
export function closeWindow(c: Console): void {
  c.attempt(async () => {
    if (await isKept(c, null)) await c.host.invoke('window.close', {})
  })
}

/** Calls this window by what it shows. */
export const nameWindow = (c: Console, title: string): void =>
  c.attempt(() => c.host.invoke('window.title', { title: title.slice(0, 120) }))

export const windowCommands = {
  'window.open-ticket': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketId = targetTicket(c.rows.getState(), c.session.getState())
      if (ticketId === null) return c.say(t('said.no-ticket'))
      // What had the keyboard goes with the ticket.
      if (c.session.getState().area === 'composer') focusPane(c)
      goToWindowOf(c, ticketId)
    },
  },
  'window.open-deck': {
    when: (x) => x.hasDeck && !x.beside,
    run(c) {
      const deck = deckOf(c.rows.getState(), c.session.getState().deckId)
      if (deck) c.attempt(() => c.host.invoke('window.open-deck', { deckId: deck.id }))
    },
  },
  'window.close': { when: (x) => x.beside, run: closeWindow },
} as const satisfies Record<string, Runtime>
