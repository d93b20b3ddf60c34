/**
 * @file The ticket in the pane is written to in one window alone: this one takes it from main as it comes into the pane,
 * and lets it go once core has what was typed. Until it has it, there is no composer.
 */
import type { Console } from './console.ts'
import type { Session } from './session.ts'

type Parts = Pick<Console, 'host' | 'rows' | 'session' | 'drafts' | 'apply' | 'attempt'>

/** Whether another window has the composer of a ticket. */
export const isElsewhere = ({ others }: Session, ticketId: string | null): boolean =>
  ticketId !== null && others.elsewhere.includes(ticketId)

/**
 * Whether core has all that was typed for a ticket here, or for all (null), and what is being sent: another window would
 * write on from something older, or send it again.
 */
export async function isKept(
  c: Pick<Console, 'session' | 'drafts'>,
  ticketId: string | null,
): Promise<boolean> {
  if (c.session.getState().sending)
    await new Promise<void>((resolve) => {
      const stop = c.session.subscribe(({ sending }) => {
        if (sending) return
        stop()
        resolve()
      })
    })
  return c.drafts.kept(ticketId)
}

/** Begins to take and to let go. */
export function holdTickets(c: Parts): void {
  /** A ticket that main gave while there are other windows: what is read of it from then on counts. */
  let given: { ticketId: string; before: unknown } | null = null

  const isOpen = (ticketId: string): boolean => c.session.getState().openTicketId === ticketId

  function isRead(): void {
    const { detail } = c.rows.getState()
    if (given === null || detail === null || detail === given.before) return
    if (detail.card.ticketId !== given.ticketId || !isOpen(given.ticketId)) return
    c.session.setState({ held: given.ticketId })
    given = null
  }

  /** @param wasElsewhere what was read of it here may be older than what was typed there */
  async function take(ticketId: string, wasElsewhere: boolean): Promise<void> {
    // Nobody else could have it: the composer waits for nothing.
    if (c.session.getState().others.alone && !wasElsewhere) c.session.setState({ held: ticketId })
    const { taken, alone } = await c.host.invoke('window.take', { ticketId })
    if (!isOpen(ticketId)) return
    if (!taken) c.session.setState({ held: null, composerWanted: null })
    else if (alone && !wasElsewhere) c.session.setState({ held: ticketId })
    else if (c.session.getState().held !== ticketId) {
      given = { ticketId, before: c.rows.getState().detail }
      c.apply.ticketShown()
    }
  }

  async function letGo(ticketId: string): Promise<void> {
    if (!(await isKept(c, ticketId))) return
    if (!isOpen(ticketId)) await c.host.invoke('window.release', { ticketId })
  }

  function follow({ openTicketId }: Session, before: string | null): void {
    given = null
    c.session.setState({ held: null })
    if (before !== null) c.attempt(() => letGo(before))
    if (openTicketId !== null) c.attempt(() => take(openTicketId, false))
  }

  c.rows.subscribe(isRead)
  c.session.subscribe((now, was) => {
    if (now.openTicketId !== was.openTicketId) return follow(now, was.openTicketId)
    if (now.others === was.others || now.openTicketId === null) return
    const ticketId = now.openTicketId
    if (isElsewhere(now, ticketId)) {
      given = null
      c.session.setState({ held: null, composerWanted: null })
    } else if (isElsewhere(was, ticketId)) c.attempt(() => take(ticketId, true))
  })
  follow(c.session.getState(), null)
}
