/**
 * @file Which messages of a long ticket are folded away: the middle. Its beginning, its newest and whatever must be seen
 * stay. Pure.
 */

/** A ticket of no more messages than this is shown whole. */
export const foldFrom = 30
/** So many stay at the beginning and at the end. */
const keptFirst = 4
const keptLast = 14
/** A line in place of fewer would save no room. */
const worthALine = 3

export type Part<T> = { folded: boolean; items: readonly T[] }

/** The runs of neighbours of which all are, or none is. */
function runsBy<T>(items: readonly T[], isFolded: (item: T, at: number) => boolean): Part<T>[] {
  const runs: { folded: boolean; items: T[] }[] = []
  for (const [at, item] of items.entries()) {
    const folded = isFolded(item, at)
    const last = runs.at(-1)
    if (last?.folded === folded) last.items.push(item)
    else runs.push({ folded, items: [item] })
  }
  return runs
}

/**
 * A ticket in parts, of which some are folded; in their order they are the ticket.
 * @param isMessage what counts: a line between messages is folded with them, and counts for nothing
 * @param mustStay what is seen whatever comes
 */
export function partsOf<T>(
  items: readonly T[],
  isMessage: (item: T) => boolean,
  mustStay: (item: T) => boolean,
): Part<T>[] {
  if (items.filter(isMessage).length <= foldFrom) return runsBy(items, () => false)
  const folded = runsBy(
    items,
    (item, at) => at >= keptFirst && at < items.length - keptLast && !mustStay(item),
  )
  const isWorthIt = new Map(
    folded.flatMap((run) =>
      run.items.map((item) => [item, run.items.filter(isMessage).length >= worthALine]),
    ),
  )
  const isIn = new Set(folded.flatMap((run) => (run.folded ? run.items : [])))
  return runsBy(items, (item) => isIn.has(item) && isWorthIt.get(item) === true)
}
