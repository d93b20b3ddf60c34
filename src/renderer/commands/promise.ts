/** @file Commands on promises: confirm what was noticed, note one by hand, drop one. */
import type { PromiseView } from '../../shared/domain/desk.ts'
import type { Console } from '../state/console.ts'
import { fullTime } from '../time.ts'
import { t } from '../words.ts'
import { targetTicket } from './context.ts'
import type { Runtime } from './runtime.ts'

export function confirmPromise(c: Console, { id, dueAt }: Pick<PromiseView, 'id' | 'dueAt'>): void {
  c.attempt(async () => {
    await c.call('promise.confirm', { promiseId: id })
    c.say(t('said.promised', { at: fullTime(dueAt) }), { undoable: true })
  })
}

export function dropPromise(c: Console, { id }: Pick<PromiseView, 'id'>): void {
  c.attempt(async () => {
    await c.call('promise.drop', { promiseId: id })
    c.say(t('said.promise-dropped'), { undoable: true })
  })
}

/** Notes down a promise that was not noticed. */
export function promise(c: Console, ticketId: string, dueAt: number, words: string): void {
  c.attempt(async () => {
    await c.call('ticket.promise', { ticketId, dueAt, words })
    c.say(t('said.promised', { at: fullTime(dueAt) }), { undoable: true })
  })
}

/** Confirms what was noticed on the ticket; without that, asks what was promised. */
function confirmOrAsk(c: Console): void {
  const ticketId = targetTicket(c.rows.getState(), c.session.getState())
  if (ticketId === null) return
  c.attempt(async () => {
    const { desk } = await c.call('ticket.get', { ticketId })
    const noticed = desk.promises.find(({ state }) => state === 'noticed')
    if (noticed) confirmPromise(c, noticed)
    else c.session.setState({ overlay: { kind: 'desk', ask: 'promise', ticketIds: [ticketId] } })
  })
}

export const promiseCommands = {
  'ticket.promise': { when: (x) => x.ticketChosen, run: confirmOrAsk },
} as const satisfies Record<string, Runtime>
