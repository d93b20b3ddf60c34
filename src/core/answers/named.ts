/**
 * @file Whether a text names somebody, however it writes the name: in small, without its marks, with a possessive or a
 * title behind it, between letters of a script that has no spaces. In doubt it does. Pure.
 */

import { commonPhrases } from './named-phrases.ts'

/** Scripts whose words stand side by side: a name in them is looked for anywhere. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]`
const isUnspaced = new RegExp(unspaced, 'u')
/** Where one kanji or syllable is a family name, so are the first two a name, and the last two. */
const isShortNamed = /^[\p{Script=Han}\p{Script=Hangul}々]{3,}$/u
const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu
/** A letter of a script that has spaces: a name goes on with it, and with nothing else. */
const letter = String.raw`(?!${unspaced})\p{L}`

/** The words of a shown name, without what is no letter: `Mara🌸`, `Mara.` and `𝑴𝒂𝒓𝒂` are `Mara`. */
export const wordsOfName = (name: string): string[] => [...(name.normalize('NFKC').match(word) ?? [])]

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').replaceAll('’', "'").toLowerCase()

/** A text as a part of a pattern that is read with the flag `u`. */
export const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)

/** What a word of a name may be called by: itself, and what it is put together of. */
function partsOf(name: string): string[] {
  const parts = [name, ...name.split(/['’-]/u)]
  return parts.flatMap((part) => {
    const letters = [...part]
    return isShortNamed.test(part) ? [part, letters.slice(0, 2).join(''), letters.slice(-2).join('')] : [part]
  })
}

/** @param names words of a name, or a username · @returns whether one of them stands in the text */
export function isNamed(text: string, names: readonly string[]): boolean {
  const said = folded(text)
  const parts = new Set(names.flatMap(partsOf).map(folded))
  return [...parts].some((part) => {
    if (isUnspaced.test(part)) return said.includes(part)
    if ([...part].length < 2) return false
    return new RegExp(String.raw`(?<!${letter})${quoted(part)}s?(?!${letter})`, 'u').test(said)
  })
}

/** Somebody as X shows them: `Mara Lund`, `mara`. */
export type Named = { name: string; username: string }

const foldedWords = (text: string): string[] => wordsOfName(text).map(folded)
const phraseOf = (words: readonly string[]): string => words.join('')
const common: ReadonlySet<string> = new Set(commonPhrases.map((phrase) => phraseOf(foldedWords(phrase))))

/** Stands where words were that tell of nobody: no letter, no space, and nothing that a name could go on over. */
const blank = '\u{E000}'
const placeholder = /\{\{[^{}\n]*\}\}/gu
const address = /(?:https?:\/\/|www\.)[!-~]+|[\w-]+(?:\.[\w-]+)+\/[!-~]*/giu
const edged = (inner: string): string => String.raw`(?<![\p{N}_]|${letter})(?:${inner})(?![\p{N}_]|${letter})`

/** The name as it stands in a sentence; null for one word alone and for common words, which are others' words too. */
function nameIn(name: string): string | null {
  const words = foldedWords(name)
  if (words.length < 2 || common.has(phraseOf(words))) return null
  const [first = '', ...rest] = words
  // Between letters of a script without spaces, a name is mostly written without one.
  const gap = words.some((part) => isUnspaced.test(part)) ? '*' : '+'
  return `${[first, ...rest].map(quoted).join(String.raw`[\s\p{P}\p{S}]${gap}`)}s?`
}

/** Where a text tells of them, as first and last line, counted from 0. */
function toldLines(text: string, { name, username }: Named): [number, number][] {
  const said = folded(text.replace(/\r\n?/gu, '\n').replace(placeholder, blank))
  const found: [number, number][] = []
  const look = (where: string, pattern: string): void => {
    for (const match of where.matchAll(new RegExp(pattern, 'gu'))) {
      const first = where.slice(0, match.index).split('\n').length - 1
      found.push([first, first + match[0].split('\n').length - 1])
    }
  }
  const plain = said.replace(address, blank)
  const handle = quoted(folded(username))
  if (username !== '') {
    look(plain, edged(`@${handle}`))
    look(
      said,
      String.raw`(?<![\p{L}\p{N}_.-])(?:(?:www|mobile)\.)?(?:x|twitter)\.com/@?${handle}(?![\p{L}\p{N}_])`,
    )
  }
  const whole = nameIn(name)
  if (whole !== null) look(plain, edged(whole))
  return found
}

/**
 * Whether a text names one person: by their handle as `@mara` or as the address of their profile, or by a whole name of
 * several words, however it is written. Placeholders and other addresses name nobody.
 */
export const tellsOf = (text: string, person: Named): boolean => toldLines(text, person).length > 0

/** The same for a title, a shortcut or a label, which is also theirs where it is nothing but their name or handle. */
export function isOf(field: string, person: Named): boolean {
  const bare = folded(field)
    .trim()
    .replace(/^[@#/]/u, '')
  if (bare !== '' && bare === folded(person.username)) return true
  const words = phraseOf(foldedWords(person.name))
  return (words !== '' && phraseOf(foldedWords(field)) === words) || tellsOf(field, person)
}

/** The lines of a text that do not tell of them; where some went, no gap of several lines is left. */
export function linesWithout(text: string, person: Named): string {
  const told = toldLines(text, person)
  return text
    .split(/\r\n?|\n/u)
    .filter((_, n) => !told.some(([first, last]) => first <= n && n <= last))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
