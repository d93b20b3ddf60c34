/** @file A ticket by its link: opened where one was clicked outside, and copied to be pasted elsewhere. */
import { linkOfTicket } from '../../shared/ticket-link.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { targetTicket } from './context.ts'
import { focusPane, openTicket } from './go.ts'
import type { Runtime } from './runtime.ts'

/** Opens what a link names, if it is of this workspace and may be shown. */
function openLinked(c: Console, ticketId: string): void {
  c.attempt(async () => {
    // One that is gone, or of a brand that is hidden, is told so before anything on screen changes.
    await c.call('ticket.get', { ticketId })
    c.session.setState({ begun: true, overlay: null })
    openTicket(c, ticketId)
    focusPane(c)
  })
}

/** Begins to follow links, with the one that the program was started by. */
export function followLinks(c: Console): void {
  let waiting = c.session.getState().info?.linkedTicketId ?? null
  function follow(): void {
    // Core answers from its first answer on; before that the workspace opens, or is shut.
    if (waiting === null || c.rows.getState().session === null) return
    const ticketId = waiting
    waiting = null
    openLinked(c, ticketId)
  }
  c.host.onEvent((event) => {
    if (event.kind !== 'ticket') return
    waiting = event.ticketId
    follow()
  })
  c.rows.subscribe(follow)
  follow()
}

export const linkCommands = {
  'ticket.copy-link': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketId = targetTicket(c.rows.getState(), c.session.getState())
      if (ticketId === null) return c.say(t('said.no-ticket'))
      c.attempt(async () => {
        await navigator.clipboard.writeText(linkOfTicket(ticketId))
        c.say(t('said.link-copied'))
      })
    },
  },
} as const satisfies Record<string, Runtime>
