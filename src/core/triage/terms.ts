/** @file Finds the terms of a word file in a text, longest first: a word that is part of a longer term counts with it alone. Pure. */
import type { Entry, Lexicon } from './lexicon.ts'
import { plain, plainWords, withoutAddresses } from './plain.ts'

/** The shortest word that a starred term may begin. */
const stemAtLeast = 3

/** @returns each term once, in the order of the text */
export function termsIn(text: string, lexicon: Lexicon): Entry[] {
  const own = withoutAddresses(text)
  const found = new Set<Entry>()
  const words = plainWords(own)
  for (let at = 0; at < words.length;) {
    const hit = termAt(words, at, lexicon)
    if (hit) found.add(hit.entry)
    at += hit?.length ?? 1
  }
  for (const entry of partsIn(plain(own), lexicon)) found.add(entry)
  return [...found]
}

function termAt(
  words: readonly string[],
  at: number,
  lexicon: Lexicon,
): { entry: Entry; length: number } | null {
  const word = words[at] ?? ''
  for (let length = Math.min(lexicon.longest.get(word) ?? 0, words.length - at); length > 0; length--) {
    const entry = lexicon.whole.get(length === 1 ? word : words.slice(at, at + length).join(' '))
    if (entry) return { entry, length }
  }
  const entry = starredIn(word, lexicon)
  return entry ? { entry, length: 1 } : null
}

function starredIn(word: string, { starred }: Lexicon): Entry | undefined {
  for (let length = word.length; length >= stemAtLeast; length--) {
    const entry = starred.get(word.slice(0, length))
    if (entry) return entry
  }
  return undefined
}

/** Where words have no spaces between them, a term is looked for anywhere; what one covers is not looked at again. */
function* partsIn(text: string, { parts }: Lexicon): Generator<Entry> {
  let rest = text
  for (const [part, entry] of parts) {
    if (!rest.includes(part)) continue
    yield entry
    rest = rest.replaceAll(part, ' ')
  }
}
