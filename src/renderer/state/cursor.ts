/** @file Moves of the cursor as pure functions over ids: where it goes, and where it lands when its row leaves. */

/** `by` rows on from `cursor`, held at the ends; without a cursor the first row. Null only for an empty list. */
export function moved(ids: readonly string[], cursor: string | null, by: number): string | null {
  if (ids.length === 0) return null
  const at = cursor === null ? -1 : ids.indexOf(cursor)
  if (at === -1) return ids[0] ?? null
  return ids[Math.min(Math.max(at + by, 0), ids.length - 1)] ?? null
}

/**
 * The row that takes over when rows go: the next that stays after the last of them, else one before it.
 * @param gone rows that went before, and may still stand there
 */
export function following(
  ids: readonly string[],
  goes: (id: string) => boolean,
  gone: (id: string) => boolean = goes,
): string | null {
  const at = ids.findLastIndex(goes)
  const others = [...ids.slice(at + 1), ...ids.slice(0, Math.max(at, 0)).toReversed()]
  return others.find((id) => !goes(id) && !gone(id)) ?? null
}

/** Where the cursor stands after the list changed: the same id, else its next neighbour that is still there. */
export function surviving(
  before: readonly string[],
  after: readonly string[],
  cursor: string | null,
): string | null {
  if (cursor === null) return null
  if (after.includes(cursor)) return cursor
  const left = new Set(after)
  const at = before.indexOf(cursor)
  if (at === -1) return after[0] ?? null
  const next = before.slice(at + 1).find((id) => left.has(id))
  return next ?? before.slice(0, at).findLast((id) => left.has(id)) ?? after[0] ?? null
}

/**
 * How far the list must scroll so that nothing moves on screen: the index of `anchor` (a visible row) before and after,
 * as rows. 0 when the anchor is gone.
 */
export function shift(before: readonly string[], after: readonly string[], anchor: string | null): number {
  if (anchor === null) return 0
  const was = before.indexOf(anchor)
  const is = after.indexOf(anchor)
  return was === -1 || is === -1 ? 0 : is - was
}
