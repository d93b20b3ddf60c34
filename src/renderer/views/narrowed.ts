/** @file How typed letters narrow a list of things by their names: pure. */
import { go } from 'fuzzysort'

type Named = { title: string; detail: string }

/** Below this nobody sees why a name was found. Of fuzzysort's scores, where 1 is the name itself. */
const leastScore = 0.3

/**
 * What fits, the best first, equals in their order: words in any order, beginnings before what stands within, letters
 * left out last. A query of signs alone (`?`, `[`) is looked for as it stands: it may be a key.
 * @param lift what speaks for an entry beside its name, 0 for nothing; far below 1, so that a name that fits comes first
 */
export function narrowed<T extends Named>(
  entries: readonly T[],
  query: string,
  lift: (entry: T) => number = () => 0,
): T[] {
  const asked = query.trim()
  if (!/[\p{L}\p{N}]/u.test(asked)) {
    return entries
      .filter((entry) => asked === '' || `${entry.title} ${entry.detail}`.includes(asked))
      .toSorted((one, other) => lift(other) - lift(one))
  }
  const places = new Map(entries.map((entry, at) => [entry, at]))
  return go(asked, entries, { keys: ['title', 'detail'], threshold: leastScore, limit: entries.length })
    .map(({ obj, score }) => ({ obj, score: score + lift(obj), at: places.get(obj) ?? 0 }))
    .toSorted((one, other) => other.score - one.score || one.at - other.at)
    .map(({ obj }) => obj)
}
