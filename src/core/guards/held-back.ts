/**
 * @file A message that a guard kept back was never written; that it was tried stands in the history all the same, by
 * the names of the guards alone: what nearly went wrong is counted.
 */
import type { Guard } from '../../shared/domain/guard.ts'
import { record } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

/**
 * Notes which guards kept a message back, also where the transaction that tried to write it is rolled back.
 * @param whose the ticket that it was to stand in, null: of the brand alone
 */
export function noteHeldBack(
  tx: Tx,
  { ticketId, brandId }: { ticketId: string | null; brandId: string },
  guards: readonly Guard[],
): void {
  tx.afterwards(async (later) => {
    const actionId = newId(later.at)
    for (const guard of guards)
      await record(later, {
        event: 'guard.held-back',
        actionId,
        ticketId,
        brandId,
        after: { guard },
        undoable: false,
      })
    if (ticketId !== null) later.touch.ticket(ticketId)
    later.touch.brand(brandId)
  })
}
