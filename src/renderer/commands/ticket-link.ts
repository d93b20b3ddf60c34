/** @file A ticket outside of the program: opened where its link was clicked, copied as a link or as text, printed. */
import { linkOfTicket } from '../../shared/ticket-link.ts'
import type { Console } from '../state/console.ts'
import { nextFrame } from '../state/next-frame.ts'
import { ticketParts, ticketText } from '../ticket-text.ts'
import { t } from '../words.ts'
import { targetTicket } from './context.ts'
import { focusPane, openTicket } from './go.ts'
import type { Runtime } from './runtime.ts'

/** Core remembers no longer texts. */
const copiedAtMost = 100_000

/** Opens what a link or a notice names, if it is of this workspace and may be shown. */
export function openLinked(c: Console, ticketId: string): void {
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

/** Lays a ticket out for paper, and asks the system to print it. */
async function print(c: Console, ticketId: string): Promise<void> {
  const detail = await c.call('ticket.get', { ticketId })
  const brandName = c.rows.getState().brands.find(({ id }) => id === detail.card.brandId)?.name ?? ''
  const printed = ticketParts(detail, brandName)
  const { title } = document
  // The system proposes it as the name of a file.
  document.title = printed.title
  c.session.setState({ printed })
  try {
    await nextFrame()
    if ((await c.host.invoke('window.print', {})).printed) c.say(t('said.ticket-printed'))
  } finally {
    c.session.setState({ printed: null })
    document.title = title
  }
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
  'ticket.copy': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketId = targetTicket(c.rows.getState(), c.session.getState())
      if (ticketId === null) return c.say(t('said.no-ticket'))
      c.attempt(async () => {
        const detail = await c.call('ticket.get', { ticketId })
        const { brandId } = detail.card
        const brandName = c.rows.getState().brands.find(({ id }) => id === brandId)?.name ?? ''
        const text = ticketText(detail, brandName)
        // As whatever is copied on the screen of one client: under another's name it does not leave.
        await c.call('draft.copied', { brandId, text: text.slice(0, copiedAtMost) })
        await navigator.clipboard.writeText(text)
        c.say(t('said.ticket-copied'))
      })
    },
  },
  'ticket.print': {
    when: (x) => x.ticketChosen,
    run(c) {
      const ticketId = targetTicket(c.rows.getState(), c.session.getState())
      if (ticketId === null) return c.say(t('said.no-ticket'))
      c.attempt(() => print(c, ticketId))
    },
  },
} as const satisfies Record<string, Runtime>
