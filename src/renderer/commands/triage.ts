/** @file Commands on what triage found: another category, why a ticket is here, accounts that pretend to be us. */
import type { Category, ImpostorView } from '../../shared/domain/triage.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { chosenTickets } from './chosen.ts'
import { cardOf } from './context.ts'
import { isWrittenElsewhere, openComposer, openTicket } from './go.ts'
import type { Runtime } from './runtime.ts'
import { target } from './ticket.ts'

function choose(c: Console): void {
  const ticketIds = chosenTickets(c, 'ticket.categorize')
  if (ticketIds !== null) c.session.setState({ overlay: { kind: 'category', ticketIds } })
}

/** Opens the ticket with one of its dialogs. */
const show =
  (kind: 'why' | 'impostors') =>
  (c: Console): void => {
    const ticketId = target(c)
    if (ticketId === null) return
    openTicket(c, ticketId)
    c.session.setState({ overlay: { kind, ticketId } })
  }

/** Says what tickets are. */
export function categorize(c: Console, ticketIds: readonly string[], category: Category): void {
  const number = cardOf(c.rows.getState(), ticketIds[0] ?? null)?.number ?? 0
  c.attempt(async () => {
    const done = await c.call('ticket.categorize', { ticketIds: [...ticketIds], category })
    const count = done.ticketIds.length
    c.say(t('said.categorized', { count, number, category: t(`category.${category}`) }), {
      undoable: count > 0,
    })
  })
}

/** Notes where the impostor was seen, opens X's form, and puts the warning into the composer, behind what is typed there. */
export function warnAndReport(c: Console, detail: TicketDetail, impostor: ImpostorView): void {
  const { ticketId } = detail.card
  const { username, xUserId } = impostor
  c.attempt(async () => {
    await c.call('impostor.report', { ticketId, xUserId })
    if (isWrittenElsewhere(c, ticketId)) return
    const warning = t('impostor.warning', { username, ours: detail.routes.username })
    const typed = c.drafts.text(ticketId, 'public').trimEnd()
    if (!typed.includes(warning))
      c.drafts.type(ticketId, 'public', typed === '' ? warning : `${typed}\n\n${warning}`)
    openComposer(c, ticketId, 'public')
    c.say(t('said.impostor.reported'), { undoable: true })
  })
}

/** It is none. */
export function dismissImpostor(c: Console, ticketId: string, { username, xUserId }: ImpostorView): void {
  c.attempt(async () => {
    await c.call('impostor.dismiss', { ticketId, xUserId })
    c.say(t('said.impostor.dismissed', { username }), { undoable: true })
  })
}

export const triageCommands = {
  'ticket.categorize': { when: (x) => x.ticketChosen, run: choose },
  'ticket.why': { when: (x) => x.ticketChosen, run: show('why') },
  'triage.learned': {
    when: (x) => x.workspaceOpen,
    run: (c) => c.session.setState({ overlay: { kind: 'learned' } }),
  },
  'impostor.show': { when: (x) => x.ticketChosen, run: show('impostors') },
} as const satisfies Record<string, Runtime>
