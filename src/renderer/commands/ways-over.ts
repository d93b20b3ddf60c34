/** @file From public to private, and back for the last word: the brand's sentence, written into the public draft. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { isWrittenElsewhere, openComposer } from './go.ts'

/** A ticket as core has it, its drafts with it: the words are put behind what stands there. */
async function readTicket(c: Console, ticketId: string): Promise<TicketDetail> {
  const asked = c.drafts.moment(ticketId)
  const detail = await c.call('ticket.get', { ticketId })
  c.drafts.restored(ticketId, detail.drafts, asked)
  return detail
}

/**
 * Writes words where they do not stand yet, and gives the keyboard to the public text.
 * @returns whether this window may: another may have begun to write meanwhile
 */
function writeInPublic(c: Console, ticketId: string, text: string): boolean {
  if (isWrittenElsewhere(c, ticketId)) return false
  openComposer(c, ticketId, 'public')
  const typed = c.drafts.text(ticketId, 'public')
  if (!typed.includes(text))
    c.drafts.type(ticketId, 'public', typed.trim() === '' ? text : `${typed.trimEnd()} ${text}`)
  return true
}

/** Asks a customer in public to go on by direct message. */
export function moveToDm(c: Console, ticketId: string): void {
  if (isWrittenElsewhere(c, ticketId)) return
  c.attempt(async () => {
    const { routes } = await readTicket(c, ticketId)
    if (routes.public.open === 'no') return c.say(t('said.move-to-dm.no-public'))
    const { text, isEncrypted } = await c.call('reply.move-to-dm', { ticketId })
    if (!writeInPublic(c, ticketId, text)) return
    c.session.setState({ movingToDm: ticketId })
    if (isEncrypted) c.say(t('said.move-to-dm.encrypted'))
    else c.say(t(routes.dm.open ? 'said.move-to-dm' : 'said.move-to-dm.waits'))
  })
}

/** Says in public that something was settled in private. */
export function closeInPublic(c: Console, ticketId: string): void {
  if (isWrittenElsewhere(c, ticketId)) return
  c.attempt(async () => {
    const { routes, desk } = await readTicket(c, ticketId)
    if (!desk.settledInPrivate) return c.say(t('said.close-in-public.none'))
    if (routes.public.open === 'no') return c.say(t('said.close-in-public.no-public'))
    const { text } = await c.call('reply.close-in-public', { ticketId })
    if (writeInPublic(c, ticketId, text)) c.say(t('said.close-in-public'))
  })
}
