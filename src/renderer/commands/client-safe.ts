/** @file The client-safe screen: one brand alone, and the way back. */
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { cardOf, targetTicket } from './context.ts'
import { focusDeck } from './go.ts'
import { brandInView } from './post.ts'
import type { Runtime } from './runtime.ts'

/** Shows one brand alone; null: all again. Everything on screen is read anew, and what is typed is kept. */
export function showOnly(c: Console, brandId: string | null): void {
  const { brands } = c.rows.getState()
  const name = brands.find(({ id }) => id === brandId)?.name ?? ''
  c.attempt(async () => {
    await c.drafts.flush()
    await c.host.invoke('window.client-safe', { brandId })
    c.safe.show(brandId, brands)
    c.apply.clear()
    c.session.setState({
      onlyBrandId: brandId,
      deckId: null,
      columnId: null,
      cursors: {},
      searched: '',
      selection: null,
      agreed: null,
      round: null,
      openTicketId: null,
      openRowId: null,
      channel: null,
      composerWanted: null,
      guarded: null,
      overlay: null,
      expected: null,
      // What they tell may be another brand's.
      alerts: [],
      // It names customers of every brand, and is read again on the way back.
      drill: null,
      area: 'deck',
    })
    c.say(brandId === null ? t('said.client-safe.off') : t('said.client-safe', { name }))
    c.apply.reload()
    focusDeck(c)
  })
}

export const clientSafeCommands = {
  'view.client-safe': {
    when: (x) => x.workspaceOpen && x.hasColumn,
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
