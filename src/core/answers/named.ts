/**
 * @file Whether a text names somebody, however it writes the name: in small, without its marks, with a possessive or a
 * title behind it, between letters of a script that has no spaces. In doubt it does. Pure.
 */

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

/** Where a text leads, and what is filled in later: neither is a word of it. */
const notSaid = /\{\{[^}]*\}\}|https?:\/\/\S+|\bwww\.\S+/giu
/** What some people are called on X, and everybody says. */
const greetings: ReadonlySet<string> = new Set(
  [
    [
      'thank you',
      'thanks a lot',
      'happy birthday',
      'good morning',
      'good evening',
      'good night',
      'hello there',
    ],
    ['guten morgen', 'guten tag', 'guten abend', 'vielen dank', 'danke schon'],
    ['muchas gracias', 'buenos dias', 'buenas tardes', 'buenas noches', 'feliz cumpleanos'],
  ].flat(),
)

/**
 * Whether a text names one person: by their handle, by the address of their profile, or by their whole name of two words
 * and more. A name or handle that is one word is often a word of its own, and counts where it is all of the text.
 */
export function tellsOf(text: string, { name, username }: Named): boolean {
  const words = wordsOfName(name).map(folded)
  const handle = folded(username)
  const said = folded(text)
  const isAll = (one: string): boolean => one !== '' && said.trim() === one
  if (isAll(handle) || isAll(words.join(' ')) || isAll(folded(name).trim())) return true
  const stands = (inner: string, within: string): boolean =>
    new RegExp(String.raw`(?<![\p{N}_]|${letter})${inner}(?![\p{N}_]|${letter})`, 'u').test(within)
  if (handle !== '' && stands(String.raw`(?:@|(?:x|twitter)\.com/@?)${quoted(handle)}`, said)) return true
  if (greetings.has(words.join(' '))) return false
  const plain = said.replace(notSaid, ' ')
  const whole = words.map(quoted).join(String.raw`[\s\p{P}\p{S}]+`)
  if (words.length > 1) return stands(whole, plain)
  return isShortNamed.test(whole) && plain.includes(whole)
}

/** The lines of a text that do not tell of them; where some went, no gap of several lines is left. */
export function linesWithout(text: string, person: Named): string {
  const lines = text.split('\n')
  const tells = lines.map((line) => tellsOf(line, person))
  const goes = lines.map((_, at) => {
    const goesOn = (from: number): boolean =>
      !tells[from] && !tells[from + 1] && tellsOf(lines.slice(from, from + 2).join('\n'), person)
    return tells[at] || goesOn(at) || (at > 0 && goesOn(at - 1))
  })
  return lines
    .filter((_, at) => !goes[at])
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
