/**
 * @file Which tickets a command works on: those that are chosen together, else the one under the cursor or in the pane.
 * Many are asked about first: the command waits, and runs again once the agent said yes.
 */
import type { CommandId } from '../../shared/commands.ts'
import { askBeyond } from '../../shared/domain/bulk.ts'
import type { Console } from '../state/console.ts'
import { ticketsMeant } from './context.ts'
import { goOn } from './go.ts'

/**
 * The tickets that `command` is to work on now. Null: none is meant, or so many that the agent is asked first; the
 * question runs the command again.
 */
export function chosenTickets(c: Console, command: CommandId): [string, ...string[]] | null {
  const session = c.session.getState()
  const [first, ...others] = ticketsMeant(c.rows.getState(), session)
  if (first === undefined) return null
  if (others.length >= askBeyond && session.agreed !== session.selection) {
    c.session.setState({ overlay: { kind: 'bulk', command } })
    return null
  }
  return [first, ...others]
}

/** After an action that dealt with tickets: on to the next; tickets that were chosen together are let go of. */
export function goOnFrom(c: Console, ticketIds: readonly string[]): void {
  const [first, ...others] = ticketIds
  if (first === undefined) return
  letGo(c)
  goOn(c, [first, ...others])
}

/** Nothing is chosen any more. */
export const letGo = (c: Console): void => c.session.setState({ selection: null, agreed: null, round: null })

/** What core has not answered yet. */
const underWay = new WeakMap<Console, ReadonlySet<Promise<void>>>()

/** Resolves once core answered all that was done: what is undone is then the last of it. */
export const settled = async (c: Console): Promise<void> =>
  void (await Promise.allSettled(underWay.get(c) ?? []))

/**
 * Deals with tickets, and goes on from them at once: the next key is meant for the next row, however long core takes. Where
 * it fails they wait as before.
 */
export function dealWith(c: Console, ticketIds: readonly string[], action: () => Promise<void>): void {
  goOnFrom(c, ticketIds)
  c.attempt(async () => {
    const work = action()
    underWay.set(c, new Set(underWay.get(c)).add(work))
    try {
      await work
    } catch (error) {
      const { dealtWith } = c.session.getState()
      c.session.setState({ dealtWith: dealtWith.filter((id) => !ticketIds.includes(id)) })
      throw error
    } finally {
      underWay.set(c, new Set([...(underWay.get(c) ?? [])].filter((other) => other !== work)))
    }
  })
}
