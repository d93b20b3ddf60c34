/** @file Which people must be looked up: those never seen whole, and those seen too long ago. */
import type { Reads, Tx } from '../db/database.ts'
import { mirror } from '../posts/mirror.ts'
import { forgottenPeople } from './forgotten.ts'
import type { PersonRecord } from '../posts/records.ts'
import { ingestPeople } from '../sync/ingest.ts'

/** A profile is asked for again after this long, and only when its person turns up: each look costs a cent. */
export const profileLifeMs = 7 * 86_400_000

/** X's lookups take this many ids at once. */
export const lookupSize = 100

/** Those of `ids` who are unknown here, known by id alone, or known from too long ago. */
export async function staleAmong(read: Reads, ids: readonly string[], now: number): Promise<string[]> {
  if (ids.length === 0) return []
  const unique = [...new Set(ids)]
  const rows = await read
    .selectFrom('people')
    .select('x_user_id')
    .where('x_user_id', 'in', unique)
    .where('hydrated_at', '>', now - profileLifeMs)
    .execute()
  const fresh = new Set(rows.map((row) => row.x_user_id))
  return unique.filter((id) => !fresh.has(id))
}

/** Up to one lookup of people of whom only the id is known. */
export async function strangers(read: Reads): Promise<string[]> {
  const rows = await read
    .selectFrom('people')
    .select('x_user_id')
    .where('hydrated_at', 'is', null)
    .limit(lookupSize)
    .execute()
  return rows.map((row) => row.x_user_id)
}

/**
 * Keeps what a lookup found. Who is gone (deleted, suspended) counts as looked up, so that nobody is asked for again and
 * again; what they said of themselves goes, as it went on X.
 */
export function keepPeople(tx: Tx, found: readonly PersonRecord[], missingIds: readonly string[]): void {
  ingestPeople(tx, [...found])
  const { stranger } = mirror(tx)
  const forgotten = forgottenPeople(tx)
  for (const id of missingIds) {
    // Somebody who was forgotten comes back with something new of theirs, not with X's word that they are gone.
    if (!forgotten.is(id)) stranger(id)
    tx.raw(
      'UPDATE people SET hydrated_at = coalesce(hydrated_at, ?), about = NULL, joined_at = NULL WHERE x_user_id = ?',
    ).run(tx.at, id)
  }
}
