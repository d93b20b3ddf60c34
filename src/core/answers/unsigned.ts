/**
 * @file A post of ours without who signed it and without the number of its part, as agents write both everywhere: `^JD`,
 * `-Amy`, `1/2`. Cut is only what can hardly be anything else: `Monday - Friday`, `LHR - JFK`, `iOS/Android` and `24/7`
 * stay. Pure.
 */

/** A name, or initials: `Amy`, `JD`, `J.D.`, `DannyHarvey`. */
const signer = String.raw`\p{Lu}[\p{L}.]{0,14}\d?`
const initials = String.raw`\p{Lu}{1,3}\d?`
const wishes =
  '[Tt]hanks|[Tt]hank you|[Tt]hx|T[Yy]|[Cc]heers|[Rr]egards?|[Gg]r[uü](?:ß|ße)|[Dd]anke|[Ss]aludos|[Gg]racias'
const sentenceEnd = String.raw`[.!?…:;)\]"”“’\p{Extended_Pictographic}\uFE0F]`

const signOffs = [
  // Nobody puts these before a word but to sign.
  String.raw`(?<!\p{N})\^+ ?\p{L}[\p{L}.]{0,14}\d?`,
  String.raw`(?<![\p{L}\p{N}])[*~] ?${signer}`,
  // A dash or stroke that touches the name and no word before it.
  String.raw`(?<![\p{L}\p{N}])[-–—]{1,2}${signer}`,
  String.raw`(?<=^|\s)/${initials}`,
  // Between spaces a dash joins as often as it signs: only where a sentence is over, or good wishes are said.
  String.raw`(?<=(?:${sentenceEnd}|(?<!\p{L})(?:${wishes}))\s*)[-–—]{1,2}\s+${signer}`,
  String.raw`(?<=\p{Ll}\s+)[-–—/] ${initials}`,
  // A name on a line of its own, with the good wishes before it.
  String.raw`(?<!\p{L})(?:${wishes}),?\s*\n\s*${signer}`,
]
const signOff = new RegExp(String.raw`\s*(?:${signOffs.join('|')})\s*\.?\s*$`, 'u')

/** `1/2` at one end of a text; a chain has few parts, and none after its last. */
const numbering =
  /^\s*\(?([1-9])\/([1-9])\)?[:.]?\s+|\s*[([]?(?<![\p{L}\p{N}/.,])([1-9])\/([1-9])[)\]]?\s*$/gu

const unnumbered = (text: string): string =>
  text.replace(numbering, (whole, ...[first, ofFirst, last, ofLast]: string[]) =>
    Number(first ?? last) <= Number(ofFirst ?? ofLast) ? ' ' : whole,
  )

/** @param text one post */
export const unsigned = (text: string): string =>
  unnumbered(unnumbered(text.trim()).trim().replace(signOff, '')).trim()
