/** @file Commands that say where a ticket stands. */
import type { TicketStatus } from '../../shared/domain/ticket.ts'
import { t } from '../words.ts'
import type { Console } from '../state/console.ts'
import { chosenTickets, dealWith } from './chosen.ts'
import { cardOf } from './context.ts'
import type { Runtime } from './runtime.ts'

const numberOf = (c: Console, ticketId: string | undefined): number =>
  cardOf(c.rows.getState(), ticketId ?? null)?.number ?? 0

function noReplyNeeded(c: Console): void {
  const ticketIds = chosenTickets(c, 'ticket.no-reply-needed')
  if (ticketIds === null) return
  const number = numberOf(c, ticketIds[0])
  dealWith(c, ticketIds, async () => {
    const done = await c.call('ticket.no-reply-needed', { ticketIds })
    c.say(t('said.no-reply-needed', { count: done.ticketIds.length, number }), { undoable: true })
  })
}

function chooseStatus(c: Console): void {
  const ticketIds = chosenTickets(c, 'ticket.set-status')
  if (ticketIds !== null) c.session.setState({ overlay: { kind: 'status', ticketIds } })
}

/** Moves tickets, and says so; those that wait for nobody any more are left behind. */
export function setStatus(c: Console, ticketIds: readonly string[], status: TicketStatus): void {
  const [first] = ticketIds
  const number = numberOf(c, first)
  const move = async (): Promise<void> => {
    const done =
      status === 'on-hold'
        ? await c.call('ticket.hold', { ticketIds: [...ticketIds] })
        : await c.call('ticket.set-status', { ticketIds: [...ticketIds], status })
    const count = done.ticketIds.length
    c.say(t('said.status-set', { count, number, status: t(`status.${status}`) }), { undoable: true })
  }
  if (status === 'open') c.attempt(move)
  else dealWith(c, ticketIds, move)
}

export const standingCommands = {
  'ticket.no-reply-needed': { when: (x) => x.ticketChosen && !x.ticketSolved, run: noReplyNeeded },
  'ticket.set-status': { when: (x) => x.ticketChosen, run: chooseStatus },
  'ticket.hold': {
    when: (x) => x.ticketChosen && !x.ticketSolved,
    run(c) {
      const ticketIds = chosenTickets(c, 'ticket.hold')
      if (ticketIds !== null) setStatus(c, ticketIds, 'on-hold')
    },
  },
} as const satisfies Record<string, Runtime>
