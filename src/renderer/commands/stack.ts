/** @file Commands on how tickets of one customer hang together. */
import type { StackQuestion } from '../state/session.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { chosenTickets } from './chosen.ts'
import { openTicket } from './go.ts'
import type { Runtime } from './runtime.ts'

const ask =
  (question: StackQuestion) =>
  (c: Console): void => {
    const ticketIds = chosenTickets(c, `ticket.${question}`)
    if (ticketIds === null) return
    // Only merging takes several.
    const meant: [string, ...string[]] = question === 'merge' ? ticketIds : [ticketIds[0]]
    c.session.setState({ overlay: { kind: 'stack', ask: question, ticketIds: meant } })
  }

/** Gives their messages to `into`, and opens that. */
export function merge(
  c: Console,
  ticketIds: readonly string[],
  into: { ticketId: string; number: number },
): void {
  c.attempt(async () => {
    await c.call('ticket.merge', { ticketIds: [...ticketIds], into: into.ticketId })
    c.session.setState({ selection: null, agreed: null })
    c.say(t('said.merged', { number: into.number }), { undoable: true })
    openTicket(c, into.ticketId)
  })
}

/** Makes a message and what follows a ticket of its own, and opens that. */
export function split(c: Console, ticketId: string, item: { kind: 'post' | 'dm'; id: string }): void {
  c.attempt(async () => {
    const done = await c.call('ticket.split', { ticketId, kind: item.kind, itemId: item.id })
    c.say(t('said.split'), { undoable: true })
    openTicket(c, done.ticketIds[0] ?? ticketId)
  })
}

/** @param previousId null: it goes on from none */
export function link(c: Console, ticketId: string, previousId: string | null): void {
  c.attempt(async () => {
    await c.call('ticket.link', { ticketId, previousId })
    c.say(t('said.linked', { on: String(previousId !== null) }), { undoable: true })
  })
}

/** @param title null: what its customer wrote first */
export function rename(c: Console, ticketId: string, title: string | null): void {
  c.attempt(async () => {
    await c.call('ticket.rename', { ticketId, title })
    c.say(t('said.renamed'), { undoable: true })
  })
}

export const stackCommands = {
  'ticket.merge': { when: (x) => x.ticketChosen, run: ask('merge') },
  'ticket.split': { when: (x) => x.ticketChosen, run: ask('split') },
  'ticket.link': { when: (x) => x.ticketChosen, run: ask('link') },
  'ticket.rename': { when: (x) => x.ticketChosen, run: ask('rename') },
} as const satisfies Record<string, Runtime>
