/** @file One action of an agent over one or many tickets: all or none, each with its line of history. */
import { isOver } from '../../shared/domain/transitions.ts'
import { currentAgent } from '../agents/repo.ts'
import { recordNow, type Actor, type AuditColumns } from '../audit/audit.ts'
import type { TicketColumns } from '../audit/ticket-columns.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { ownTickets, setOwn } from './own.ts'
import type { TicketState } from './repo.ts'
import { touchSiblings } from './siblings.ts'

/** So many tickets of one action tell the cards beside them at once. */
const tellBesideAtMost = 50

export type TicketChange = {
  event: string
  ticketIds: readonly string[]
  /** Of the action that this belongs to; one of its own otherwise. */
  actionId?: string
  /** Who does it, and whether undo reaches for it; left out: who sits here, and it does. */
  by?: { actor: Actor; undoable: boolean }
  /** What is to be different; null leaves this ticket as it is, without a line. */
  columnsFor: (ticket: TicketState) => TicketColumns | null
}

/**
 * Changes tickets in the caller's transaction: a missing one undoes what came before it. What was there before goes
 * into the history by the same names, so that undo restores it.
 * @returns those that changed
 * @throws Failure `ticket.missing`
 */
export async function changeTickets(
  tx: Tx,
  { event, ticketIds, actionId = newId(tx.at), by, columnsFor }: TicketChange,
): Promise<string[]> {
  const actor = by?.actor ?? (await currentAgent(tx.db))?.id ?? 'core'
  const changed: string[] = []
  /** Those that ended, or began again. */
  const crossed: string[] = []
  for (const [ticketId, ticket] of ownTickets(tx, ticketIds)) {
    const { brandId, own } = ticket.state
    const after = columnsFor(ticket.state)
    if (!after) continue
    setOwn(tx, ticket, after)
    if (after.status !== undefined && isOver(after.status) !== isOver(own.status)) crossed.push(ticketId)
    recordNow(tx, actor, {
      event,
      actionId,
      ticketId,
      brandId,
      before: columnsOf(own, after),
      after,
      undoable: by?.undoable ?? true,
    })
    changed.push(ticketId)
  }
  // Of very many the cards beside them tell it once they are read again.
  if (crossed.length <= tellBesideAtMost) for (const ticketId of crossed) touchSiblings(tx, ticketId)
  return changed
}

/** Those columns of a row that a change names. */
const columnsOf = (row: AuditColumns, change: TicketColumns): AuditColumns =>
  Object.fromEntries(Object.keys(change).map((column) => [column, row[column] ?? null]))
