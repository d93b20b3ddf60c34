/**
 * @file A text that is too long for one post, cut into posts: between words, never inside a link or a letter with its
 * marks. Pure; how long a text is, is the caller's to count.
 */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** What a text is worth against the limit; it never falls when a text grows. */
export type Weigh = (text: string) => number

/** Words with the white space behind them: cuts are allowed between two. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*/gu)?.map((word) => word) ?? []

/** A word that alone is too long, cut between letters. */
function lettersOf(word: string, weigh: Weigh, limit: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && weigh((piece + segment).trim()) > limit) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/**
 * The posts of a text, in order, each within `limit`. Joined by what stood between them they are the text again; only
 * white space at the ends of a post is lost. A part ends with a paragraph or a sentence where one ends in its last third.
 */
export function splitText(text: string, weigh: Weigh, limit: number): string[] {
  const whole = text.trim()
  if (whole === '') return []
  if (weigh(whole) <= limit) return [whole]
  const words = wordsOf(whole).flatMap((word) =>
    weigh(word.trim()) <= limit ? [word] : lettersOf(word, weigh, limit),
  )
  const parts: string[] = []
  let from = 0
  while (from < words.length) {
    let to = from + 1
    while (
      to < words.length &&
      weigh(
        words
          .slice(from, to + 1)
          .join('')
          .trim(),
      ) <= limit
    )
      to += 1
    const end = to < words.length ? niceEnd(words, from, to) : to
    parts.push(words.slice(from, end).join('').trim())
    from = end
  }
  return parts
}

/** Where a reader would pause, if that is near the end of what fits; else the end itself. */
function niceEnd(words: readonly string[], from: number, to: number): number {
  const earliest = from + Math.ceil(((to - from) * 2) / 3)
  const ends = [/\n\s*\n\s*$/u, /[.!?…。！？]["'”’)\]]*\s+$/u]
  for (const end of ends)
    for (let at = to; at > earliest; at -= 1) if (end.test(words[at - 1] ?? '')) return at
  return to
}
