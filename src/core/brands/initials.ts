/** @file A brand's square: initials that no other brand has, and one of the twelve fills. Pure. */

/** How many fixed fills there are; see the console's tokens. */
export const fillCount = 12

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((part) => part.segment)

/** Letters and digits only: half of an emoji sequence would be no sign at all. */
const words = (name: string): string[][] =>
  (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => graphemes(word.toLocaleUpperCase()))

/**
 * One to three graphemes for a brand, none of `taken`: first letters of its words, then letters of its name, then a
 * number. `wish` comes first when it is free.
 */
export function initialsFor(name: string, taken: ReadonlySet<string>, wish?: string): string {
  const parts = words(name)
  const letters = parts.flat()
  const first = letters[0] ?? '#'
  const candidates = [
    ...(wish ? [graphemes(wish.toLocaleUpperCase()).slice(0, 3).join('')] : []),
    ...(parts.length > 1
      ? [
          parts
            .slice(0, 2)
            .map((word) => word[0])
            .join(''),
          parts
            .slice(0, 3)
            .map((word) => word[0])
            .join(''),
        ]
      : []),
    ...letters.slice(1).map((letter) => first + letter),
    first,
  ]
  const free = candidates.find((candidate) => candidate !== '' && !taken.has(candidate))
  if (free !== undefined) return free
  for (let number = 1; ; number++) {
    // One grapheme of the name leaves room for two digits; past 99 the number stands alone.
    const numbered = number < 100 ? `${first}${number}` : String(number)
    if (!taken.has(numbered)) return numbered
  }
}

/** The first fill that no brand has, or the one that the fewest have. */
export function fillFor(taken: readonly number[]): number {
  const uses = Array.from({ length: fillCount }, (_, fill) => taken.filter((one) => one === fill).length)
  return uses.indexOf(Math.min(...uses))
}
