/** @file The client-safe screen: one brand alone, and the way back. */
import type { BrandView } from '../../shared/domain/brand.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { cardOf, targetTicket } from './context.ts'
import { focusDeck } from './go.ts'
import { brandInView } from './post.ts'
import type { Runtime } from './runtime.ts'

/** Takes everything off this window, and reads anew what it may show. What is typed is kept. */
function hideOthers(c: Console, brandId: string | null, known: readonly BrandView[] | null): void {
  const { openTicketId, deckId, view } = c.session.getState()
  const isTheirs =
    brandId !== null && cardOf(c.rows.getState(), openTicketId)?.brandId !== brandId && openTicketId !== null
  c.safe.show(brandId, known)
  c.apply.clear()
  c.session.setState({
    onlyBrandId: brandId,
    deckId: view.kind === 'deck' ? deckId : null,
    columnId: null,
    cursors: {},
    tookOver: {},
    searched: '',
    selection: null,
    agreed: null,
    round: null,
    // A window of one ticket is nothing without it: it stays, or it closes.
    openTicketId: view.kind === 'ticket' && !isTheirs ? openTicketId : null,
    openRowId: null,
    channel: null,
    composerWanted: null,
    guarded: null,
    overlay: null,
    expected: null,
    // What they tell may be another brand's.
    alerts: [],
    said: null,
    // It names customers of every brand, and is read again on the way back.
    drill: null,
    area: 'deck',
  })
  c.apply.reload()
}

/** Shows one brand alone, in all windows; null: all again. Everything on screen is read anew, and what is typed is kept. */
export function showOnly(c: Console, brandId: string | null): void {
  const { brands } = c.rows.getState()
  const name = brands.find(({ id }) => id === brandId)?.name ?? ''
  c.attempt(async () => {
    await c.drafts.flush()
    hideOthers(c, brandId, brands)
    if (c.session.getState().view.kind === 'deck') await c.host.invoke('window.title', { title: '' })
    // Answered once no other window shows more: then it may be said.
    await c.host.invoke('window.client-safe', { brandId })
    if (c.session.getState().onlyBrandId !== brandId) return
    c.say(brandId === null ? t('said.client-safe.off') : t('said.client-safe', { name }))
    focusDeck(c)
  })
}

/** Begins to hear that another window turned it on or off. */
export function listenForClientSafe(c: Console): void {
  c.host.onEvent((event) => {
    if (event.kind !== 'client-safe') return
    const { brandId } = event
    c.attempt(() => c.drafts.flush())
    // The brands that are known here may be fewer than there are.
    hideOthers(c, brandId, null)
    // No timer: those of a window that nobody sees run late. Its title may name another brand's deck.
    c.attempt(async () => {
      await c.host.invoke('window.title', { title: '' })
      await c.host.invoke('window.client-safe-shown', { brandId })
    })
  })
}

export const clientSafeCommands = {
  'view.client-safe': {
    when: (x) => x.workspaceOpen && (x.hasColumn || x.ticketOpen),
    run(c) {
      const session = c.session.getState()
      if (session.onlyBrandId !== null) return showOnly(c, null)
      const card = cardOf(c.rows.getState(), targetTicket(c.rows.getState(), session))
      const brandId = brandInView(c) ?? card?.brandId ?? null
      if (brandId === null) c.session.setState({ overlay: { kind: 'client-safe' } })
      else showOnly(c, brandId)
    },
  },
} as const satisfies Record<string, Runtime>
