/**
 * @file Tells core what this window shows, so that it is read more often, and main whether the computer has a network and
 * which keys count. Says each thing once until it changes; a core that begins anew is told again.
 */
import { Failure } from '../../shared/errors.ts'
import { plainKeymap } from '../../shared/keymap.ts'
import type { Console } from './console.ts'
import { deckOf, keymapOf } from './rows.ts'

/** The page and its computer, as far as presence goes. */
export type Surface = {
  isVisible(): boolean
  isOnline(): boolean
  /** Calls back whenever one of them may have changed. */
  onChange(listener: () => void): void
}

/** The document that this runs in. */
export const windowSurface: Surface = {
  isVisible: () => document.visibilityState === 'visible',
  isOnline: () => navigator.onLine,
  onChange(listener) {
    document.addEventListener('visibilitychange', listener)
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
  },
}

/** Begins to tell, at once and with every change. */
export function tellPresence(
  c: Pick<Console, 'rows' | 'session' | 'call' | 'host' | 'tell'>,
  surface: Surface,
): void {
  let shown = ''
  let online: boolean | null = null
  let heldBy = c.rows.getState().session

  // A core that is away is shown by the workspace's state; it is told when it is back.
  const told = (error: unknown): void => {
    if (!(error instanceof Failure && error.is('core.gone'))) c.tell(error)
  }

  function tellCore(): void {
    const rows = c.rows.getState()
    const { deckId, openTicketId, view } = c.session.getState()
    if (rows.session === null) return
    // No brand would be all of them, and what is on screen is read more often.
    const ofTicket = rows.detail?.card.brandId ?? null
    const focus = {
      visible: surface.isVisible() && (view.kind !== 'ticket' || ofTicket !== null),
      brandId: view.kind === 'ticket' ? ofTicket : (deckOf(rows, deckId)?.brandId ?? null),
      ticketId: openTicketId,
    }
    const key = JSON.stringify(focus)
    if (key === shown && rows.session === heldBy) return
    shown = key
    heldBy = rows.session
    c.call('session.focus', focus).catch(told)
  }

  function tellMain(): void {
    const now = surface.isOnline()
    // Once for the computer: core looks at once for what it missed.
    if (now === online || c.session.getState().view.kind !== 'main') return
    online = now
    c.host.invoke('window.network', { online: now }).catch(told)
  }

  let keymap = plainKeymap
  function tellKeys(): void {
    const now = keymapOf(c.rows.getState())
    // It is read anew with the session, and is seldom another one.
    if (now === keymap || JSON.stringify(now) === JSON.stringify(keymap)) return
    keymap = now
    c.host.invoke('window.keymap', { keymap }).catch(told)
  }

  c.rows.subscribe(tellCore)
  c.rows.subscribe(tellKeys)
  c.session.subscribe(tellCore)
  surface.onChange(() => {
    tellCore()
    tellMain()
  })
  tellCore()
  tellMain()
}
