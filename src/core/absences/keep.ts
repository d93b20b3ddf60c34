/** @file Takes note of when nobody could see what came. */
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { stayEndedAt, stayEnds } from '../handover/stays.ts'

/** Whoever was away for less saw it all. */
export const shortestMs = 10 * 60_000

/** From now on nobody sees anything. What goes on already goes on. */
export const goAway = (database: Database, why: 'slept' | 'closed'): Promise<void> =>
  database.write(async (tx) => {
    // Of one who sleeps the window knows when it was touched last.
    if (why === 'closed') await stayEnds(tx)
    tx.raw(
      `INSERT INTO absences (id, why, from_at) SELECT ?, ?, ?
       WHERE NOT EXISTS (SELECT 1 FROM absences WHERE until_at IS NULL)`,
    ).run(newId(tx.at), why, tx.at)
  })

/** Somebody is there again. @param started core has just begun: a process that was killed could not say that it went */
export const comeBack = (database: Database, { started }: { started: boolean }): Promise<void> =>
  database.write(async (tx) => {
    const { changes } = tx
      .raw('UPDATE absences SET until_at = max(?, from_at) WHERE until_at IS NULL')
      .run(tx.at)
    if (changes === 0 && started) await noteKilled(tx)
    tx.raw('DELETE FROM absences WHERE until_at - from_at < ?').run(shortestMs)
    // The last one is all that is shown.
    tx.raw('DELETE FROM absences WHERE id < (SELECT max(id) FROM absences)').run()
    tx.touch.session()
  })

/** The absence that nobody has looked at; null: none. */
export async function unseenAbsence(read: Reads): Promise<string | null> {
  const row = await read
    .selectFrom('absences')
    .select('id')
    .where('until_at', 'is not', null)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** What nobody saw is on screen, with more. */
export function markAbsencesSeen(tx: Tx): void {
  tx.raw('UPDATE absences SET seen_at = ? WHERE seen_at IS NULL AND until_at IS NOT NULL').run(tx.at)
  tx.touch.session()
}

/** The last that is known of a process that was killed is its newest line of history. */
async function noteKilled(tx: Tx): Promise<void> {
  const last = tx.raw<{ at: number }>('SELECT at FROM audit ORDER BY id DESC LIMIT 1').get()
  if (last === undefined || last.at >= tx.at) return
  tx.raw("INSERT INTO absences (id, why, from_at, until_at) VALUES (?, 'closed', ?, ?)").run(
    newId(tx.at),
    last.at,
    tx.at,
  )
  await stayEndedAt(tx, last.at)
}
