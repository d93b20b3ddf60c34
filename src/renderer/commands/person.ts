/** @file Commands on the person behind a ticket. */
import { nameInSentence } from '../overrides.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { cardOf, targetTicket } from './context.ts'
import type { Runtime } from './runtime.ts'

function forget(c: Console): void {
  const rows = c.rows.getState()
  const card = cardOf(rows, targetTicket(rows, c.session.getState()))
  if (!card) return
  c.attempt(() => c.drafts.flush())
  c.session.setState({ overlay: { kind: 'forget', xUserId: card.customer.xUserId } })
}

function leaveAlone(c: Console): void {
  const rows = c.rows.getState()
  const card = cardOf(rows, targetTicket(rows, c.session.getState()))
  if (!card) return
  c.attempt(async () => {
    const { holds } = await c.call('person.leave-alone', { ticketId: card.ticketId })
    const name = nameInSentence(card.customer.name)
    c.say(t(holds ? 'said.left-alone' : 'said.let-back', { name }), { undoable: true })
  })
}

function show(c: Console): void {
  const ticketId = targetTicket(c.rows.getState(), c.session.getState())
  if (ticketId !== null) c.session.setState({ overlay: { kind: 'customer', ticketId } })
}

export const personCommands = {
  'customer.show': { when: (x) => x.ticketChosen, run: show },
  'person.leave-alone': { when: (x) => x.ticketChosen, run: leaveAlone },
  'person.forget': { when: (x) => x.ticketChosen, run: forget },
} as const satisfies Record<string, Runtime>
