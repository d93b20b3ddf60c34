/** @file What a message is about, as words and pairs of words that many may share. Pure. */
import { deu, eng, fra, jpn, por, spa } from 'stopword'
import { plain, plainWords, withoutAddresses } from '../triage/plain.ts'

/** Written between the words of every text of a language; English stands in texts of all of them. */
const filling: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({ en: [], de: deu, es: spa, fr: fra, ja: jpn, pt: por }).map(([lang, words]) => [
    lang,
    new Set([...eng, ...words].map((word) => plain(word))),
  ]),
)
const english = new Set(eng.map((word) => plain(word)))

const letters = /\p{L}/u
const unspaced = /[\u3040-\u30FF\u3400-\u9FFF]/u
/** A shorter word names nothing, unless it has a digit: "a4", "503". */
const lettersAtLeast = 3
const digit = /\p{Nd}/u

const tells = (word: string, empty: ReadonlySet<string>): boolean =>
  !empty.has(word) && (digit.test(word) || (letters.test(word) && word.length >= lettersAtLeast))

/**
 * The words that say what a text is about, and those that follow each other at once as pairs. Handles, addresses, signs
 * and what stands in every text are none of them. @param lang X's code
 */
export function topicsIn(text: string, lang: string | null): Set<string> {
  const empty = filling[lang ?? 'en'] ?? english
  const topics = new Set<string>()
  let before: string | null = null
  for (const word of wordsIn(text, lang)) {
    const telling = tells(word, empty) ? word : null
    if (telling !== null) topics.add(telling)
    if (telling !== null && before !== null) topics.add(`${before} ${telling}`)
    before = telling
  }
  return topics
}

/** Where words have no spaces between them, the platform knows where one ends. */
function wordsIn(text: string, lang: string | null): string[] {
  const own = withoutAddresses(text)
  if (!unspaced.test(own)) return plainWords(own)
  const segments = new Intl.Segmenter(lang ?? 'ja', { granularity: 'word' }).segment(plain(own))
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []))
}
