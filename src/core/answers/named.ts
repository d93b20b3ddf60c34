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

/**
 * Whether a text names one person: by their handle, or by their whole name. One word alone is often a word of its own,
 * and counts as it is written.
 */
export function tellsOf(text: string, { name, username }: Named): boolean {
  const words = wordsOfName(name)
  const whole = words.map(quoted).join(String.raw`[\s\p{P}\p{S}]+`)
  const edge = (inner: string, flags: string): boolean =>
    new RegExp(String.raw`(?<![\p{N}_]|${letter})${inner}(?![\p{N}_]|${letter})`, flags).test(
      text.normalize('NFKC'),
    )
  if (username !== '' && (edge(`@${quoted(username)}`, 'iu') || edge(quoted(username), 'u'))) return true
  if (words.length > 1) return edge(whole, 'iu')
  if (isUnspaced.test(whole)) return [...whole].length > 1 && text.normalize('NFKC').includes(whole)
  return [...whole].length > 1 && edge(whole, 'u')
}

/** The lines of a text that do not tell of them; where some went, no gap of several lines is left. */
export const linesWithout = (text: string, person: Named): string =>
  text
    .split('\n')
    .filter((line) => !tellsOf(line, person))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
