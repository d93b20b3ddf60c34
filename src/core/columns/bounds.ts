/** @file Where a stretch of a column begins and ends. Pure. */

/** Where a stretch ends: the sort key and the id of its last row. */
export type Place = { at: number; id: string }

/** A stretch of a column: what lies beyond `end`, up to and with `until`. Null: from the top, to the bottom. */
export type Bounds = { end: Place | null; until: Place | null; limit: number }

/** What was found in a stretch, and where to go on; null: nowhere. */
export type Narrowed = { places: Place[]; next: Place | null }

/** Whether a row stands behind the place at which a stretch ends. */
export function isBeyond({ at, id }: Place, until: Place | null, newestFirst: boolean): boolean {
  if (until === null || (at === until.at && id === until.id)) return false
  const isAfter = at > until.at || (at === until.at && id > until.id)
  return isAfter !== newestFirst
}

/** What was found, without what stands behind the place at which a stretch ends. */
export function within({ places, next }: Narrowed, until: Place | null, newestFirst: boolean): Narrowed {
  const isWithin = (place: Place): boolean => !isBeyond(place, until, newestFirst)
  return { places: places.filter(isWithin), next: next !== null && isWithin(next) ? next : null }
}
