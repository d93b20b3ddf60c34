/**
 * @file When what is stored must be looked at again. Pure. X wants stored posts to follow their state there within 24
 * hours; each look costs a read, once per post, app and UTC day.
 *
 * [Note: The sweep] Posts of open tickets are looked at again once a day, half an hour before midnight UTC: whatever X
 * was paid for on that day is then free to ask for, so that a post costs nothing on the day on which it arrived, and a
 * ticket that is solved before the evening costs nothing more. Between any look and the next sweep lie 24 hours at
 * most. What a computer that slept has missed is due as soon as it is awake.
 */

const dayMs = 86_400_000

/** Long enough before midnight for thousands of posts in batches of a hundred. */
const sweepBeforeMidnightMs = 30 * 60_000

/** X's lookup takes this many ids at once. */
export const lookupSize = 100

/** A ticket that is opened shows what X showed this recently; older, and X is asked again. */
export const freshForMs = 10 * 60_000

/** The newest sweep at or before `now`, epoch ms UTC: what was looked at before it is due. */
export const latestSweep = (now: number): number =>
  Math.floor((now + sweepBeforeMidnightMs) / dayMs) * dayMs - sweepBeforeMidnightMs

/** The first sweep after `now`. */
export const nextSweep = (now: number): number => latestSweep(now) + dayMs

/** Cuts ids into lookups. */
export function batchesOf(ids: readonly string[]): string[][] {
  const batches: string[][] = []
  for (let start = 0; start < ids.length; start += lookupSize)
    batches.push(ids.slice(start, start + lookupSize))
  return batches
}

/** What X said of an author whose post it does not show. */
export type AuthorState = 'shown' | 'suspended' | 'deleted' | 'unavailable'

/** What becomes of a stored post that X did not show. Null: nothing, X gave no reason. */
export type Verdict = 'bury' | 'protected' | 'suspended' | 'unavailable' | null

/**
 * X says "not authorized" of protected and of suspended accounts alike; the author's own state tells them apart.
 * @param author null when nobody asked
 */
export function verdictOn(
  why: 'deleted' | 'protected' | 'suspended' | 'unavailable' | 'unnamed',
  author: AuthorState | null,
): Verdict {
  if (why === 'unnamed') return null
  if (why === 'deleted') return 'bury'
  if (why !== 'protected') return why
  if (author === 'suspended') return 'suspended'
  return author === 'deleted' || author === 'unavailable' ? 'unavailable' : 'protected'
}
