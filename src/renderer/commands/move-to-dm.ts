/** @file Asking a customer in public to go on by direct message: the brand's sentence, written into the public draft. */
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { openComposer } from './go.ts'

/** Writes the sentence where it does not stand yet, and gives the keyboard to the public text. */
export function moveToDm(c: Console, ticketId: string): void {
  c.attempt(async () => {
    const { routes } = await c.call('ticket.get', { ticketId })
    if (routes.public.open === 'no') return c.say(t('said.move-to-dm.no-public'))
    const { text, isEncrypted } = await c.call('reply.move-to-dm', { ticketId })
    openComposer(c, ticketId, 'public')
    const typed = c.drafts.text(ticketId, 'public')
    if (!typed.includes(text))
      c.drafts.type(ticketId, 'public', typed.trim() === '' ? text : `${typed.trimEnd()} ${text}`)
    c.session.setState({ movingToDm: ticketId })
    if (isEncrypted) c.say(t('said.move-to-dm.encrypted'))
    else c.say(t(routes.dm.open ? 'said.move-to-dm' : 'said.move-to-dm.waits'))
  })
}
