/** @file The rows of stays: from when to when each agent was at the keyboard, and what they were told of. */
import { currentAgent } from '../agents/repo.ts'
import type { Reads, Tx } from '../db/database.ts'
import { hereUntil, isOver, type Stay } from './rules.ts'

/** Whoever did not say who they are. */
const nobody = ''

const columns = [
  'since_at as sinceAt',
  'begun_at as begunAt',
  'here_at as hereAt',
  'shown_at as shownAt',
] as const

const whoOf = async (db: Reads): Promise<string> => (await currentAgent(db))?.id ?? nobody

const stayOf = async (db: Reads, who: string): Promise<Stay | null> =>
  (await db.selectFrom('stays').select(columns).where('who', '=', who).executeTakeFirst()) ?? null

/** The stay of who sits here; null before the first. */
export const currentStay = async (db: Reads): Promise<Stay | null> => stayOf(db, await whoOf(db))

async function keep(tx: Tx, who: string, { sinceAt, begunAt, hereAt, shownAt }: Stay): Promise<Stay> {
  const row = { since_at: sinceAt, begun_at: begunAt, here_at: hereAt, shown_at: shownAt }
  await tx.db
    .insertInto('stays')
    .values({ who, ...row })
    .onConflict((conflict) => conflict.column('who').doUpdateSet(row))
    .execute()
  return { sinceAt, begunAt, hereAt, shownAt }
}

const begun = (tx: Tx, sinceAt: number | null): Stay => ({
  sinceAt,
  begunAt: tx.at,
  hereAt: null,
  shownAt: null,
})

/** Who sits here is at the keyboard: their first stay begins, or one of a new day. @param touchedAt by their window */
export async function goOnStaying(tx: Tx, zone: string, touchedAt: number | null): Promise<Stay> {
  const who = await whoOf(tx.db)
  const stay = await stayOf(tx.db, who)
  if (stay === null) return keep(tx, who, begun(tx, null))
  if (isOver(stay, tx.at, zone)) return keep(tx, who, begun(tx, hereUntil(stay, touchedAt, tx.at)))
  return stay.hereAt === null ? stay : keep(tx, who, { ...stay, hereAt: null })
}

/** Who sits here was here until now. One who was gone before stays gone. */
export async function stayEnds(tx: Tx): Promise<void> {
  await stayEndedAt(tx, tx.at)
}

/** The same for a process that was killed. @param at the last that is known of it, epoch ms */
export const stayEndedAt = async (tx: Tx, at: number): Promise<void> => goneAt(tx, await whoOf(tx.db), at)

async function goneAt(tx: Tx, who: string, at: number): Promise<void> {
  await tx.db
    .updateTable('stays')
    .set({ here_at: at })
    .where('who', '=', who)
    .where('here_at', 'is', null)
    .where('begun_at', '<=', at)
    .execute()
}

/**
 * Somebody else sits down, and goes on from when they were last here. Whoever was asked who they are stays.
 * @param before who sat here; null: nobody was named
 */
export async function seatChanged(tx: Tx, before: string | null, agentId: string): Promise<void> {
  await goneAt(tx, before ?? nobody, tx.at)
  const last = await tx.db.selectFrom('stays').select('who').orderBy('begun_at', 'desc').executeTakeFirst()
  if (last?.who === agentId) return
  const stay = await stayOf(tx.db, agentId)
  await keep(tx, agentId, begun(tx, stay === null ? null : hereUntil(stay, null, tx.at)))
}

/** The page of this stay is on screen. @returns whether it was not before */
export async function staySeen(tx: Tx): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('stays')
    .set({ shown_at: tx.at })
    .where('who', '=', await whoOf(tx.db))
    .where('shown_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** From now on who sits here is told of what comes after `sinceAt`. @returns from when on it was before; null: never here */
export async function tellSince(tx: Tx, sinceAt: number | null): Promise<number | null> {
  const who = await whoOf(tx.db)
  const stay = (await stayOf(tx.db, who)) ?? begun(tx, null)
  await keep(tx, who, { ...stay, sinceAt })
  return stay.sinceAt
}
