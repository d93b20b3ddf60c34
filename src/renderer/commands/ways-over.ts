/** @file From public to private, and back for the last word: the brand's sentence, written into the public draft. */
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { isWrittenElsewhere, openComposer } from './go.ts'

/** Writes words where they do not stand yet, and gives the keyboard to the public text. */
function writeInPublic(c: Console, ticketId: string, text: string): void {
  openComposer(c, ticketId, 'public')
  const typed = c.drafts.text(ticketId, 'public')
  if (!typed.includes(text))
    c.drafts.type(ticketId, 'public', typed.trim() === '' ? text : `${typed.trimEnd()} ${text}`)
}

/** Asks a customer in public to go on by direct message. */
export function moveToDm(c: Console, ticketId: string): void {
  if (isWrittenElsewhere(c, ticketId)) return
  c.attempt(async () => {
    const { routes } = await c.call('ticket.get', { ticketId })
    if (routes.public.open === 'no') return c.say(t('said.move-to-dm.no-public'))
    const { text, isEncrypted } = await c.call('reply.move-to-dm', { ticketId })
    writeInPublic(c, ticketId, text)
    c.session.setState({ movingToDm: ticketId })
    if (isEncrypted) c.say(t('said.move-to-dm.encrypted'))
    else c.say(t(routes.dm.open ? 'said.move-to-dm' : 'said.move-to-dm.waits'))
  })
}

/** Says in public that something was settled in private. */
export function closeInPublic(c: Console, ticketId: string): void {
  if (isWrittenElsewhere(c, ticketId)) return
  c.attempt(async () => {
    const { routes, desk } = await c.call('ticket.get', { ticketId })
    if (!desk.settledInPrivate) return c.say(t('said.close-in-public.none'))
    if (routes.public.open === 'no') return c.say(t('said.close-in-public.no-public'))
    const { text } = await c.call('reply.close-in-public', { ticketId })
    writeInPublic(c, ticketId, text)
    c.say(t('said.close-in-public'))
  })
}
