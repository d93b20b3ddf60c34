/**
 * @file What must not compile: writing without a `Tx`. Never run; the type check of this folder fails when one of the
 * lines below starts to compile.
 */
import type { Database, Tx } from '../../src/core/db/database.ts'
import { refreshTicket } from '../../src/core/tickets/refresh.ts'

export async function forbidden(database: Database): Promise<void> {
  await database.read
    // @ts-expect-error the reader has no inserts
    .insertInto('agents')
    .values({ id: '1', name: 'a', initials: 'a', created_at: 1 })
    .execute()
  // @ts-expect-error nor updates
  await database.read.updateTable('agents').set({ name: 'b' }).execute()
  // @ts-expect-error nor deletions
  await database.read.deleteFrom('agents').execute()
  // @ts-expect-error nor transactions of its own
  await database.read.transaction().execute(async () => {})
  // @ts-expect-error what writes asks for a Tx, and the database is none
  await refreshTicket(database, '1')
  // @ts-expect-error a Tx cannot be put together by hand: its mark is not exported
  const made: Tx = { db: database.read, raw: () => {}, touch: {}, at: 1 }
  await refreshTicket(made, '1')
}

/** The way that does compile. */
export const allowed = (database: Database): Promise<void> =>
  database.write(async (tx) => {
    await tx.db.deleteFrom('agents').execute()
    await refreshTicket(tx, '1')
  })
