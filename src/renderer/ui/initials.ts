/** @file The letters that stand for a name, cut by grapheme: an emoji or an accent is never torn. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** First grapheme of the first and last word, upper case; at most two. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map((word) => [...graphemes.segment(word ?? '')][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase()
}
