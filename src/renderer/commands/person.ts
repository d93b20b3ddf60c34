/** @file Commands on the person behind a ticket. */
import type { Console } from '../state/console.ts'
import { cardOf, targetTicket } from './context.ts'
import type { Runtime } from './runtime.ts'

function forget(c: Console): void {
  const rows = c.rows.getState()
  const card = cardOf(rows, targetTicket(rows, c.session.getState()))
  if (!card) return
  c.attempt(() => c.drafts.flush())
  c.session.setState({ overlay: { kind: 'forget', xUserId: card.customer.xUserId } })
}

export const personCommands = {
  'person.forget': { when: (x) => x.ticketChosen, run: forget },
} as const satisfies Record<string, Runtime>
