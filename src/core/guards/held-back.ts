/**
 * @file A message that a guard kept back was never written; that it was tried stands in the history all the same, by
 * the names of the guards alone: what nearly went wrong is counted.
 */
import { Failure } from '../../shared/errors.ts'
import { record } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

/** Whose message it was: of a ticket, of a brand alone, or one that a handle edits. */
type Whose = { ticketId: string } | { brandId: string } | { handleId: string; ticketId: string | null }

async function brandOf(tx: Tx, whose: Whose): Promise<string | null> {
  if ('brandId' in whose) return whose.brandId
  if ('handleId' in whose) {
    const handle = await tx.db
      .selectFrom('handles')
      .select('brand_id as brandId')
      .where('id', '=', whose.handleId)
      .executeTakeFirst()
    return handle?.brandId ?? null
  }
  const ticket = await tx.db
    .selectFrom('tickets')
    .select('brand_id as brandId')
    .where('id', '=', whose.ticketId)
    .executeTakeFirst()
  return ticket?.brandId ?? null
}

/** Runs what writes a message, and notes which guards kept it back. @throws what `write` throws */
export async function notingHeldBack<T>(
  database: Pick<Database, 'write'>,
  whose: Whose,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Failure) || !error.is('guard.stopped')) throw error
    const { guards } = error.data
    await database.write(async (tx) => {
      const brandId = await brandOf(tx, whose)
      const ticketId = 'ticketId' in whose ? whose.ticketId : null
      const actionId = newId(tx.at)
      for (const guard of guards)
        await record(tx, {
          event: 'guard.held-back',
          actionId,
          ticketId,
          brandId,
          after: { guard },
          undoable: false,
        })
      if (ticketId !== null) tx.touch.ticket(ticketId)
      if (brandId !== null) tx.touch.brand(brandId)
    })
    throw error
  }
}
