/** @file A text as guards read it: one form for letters that look alike, with the way back to where they stood. Pure. */

/** A text in one form; `at[i]` is where its i-th unit stood in the original, and one more entry stands for the end. */
export type Plain = { text: string; at: number[] }

/** Letters that are not seen, and stand between others only to hide them. */
const unseen = /^[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]$/u

/** Wide and styled letters become plain ones, unseen ones go. */
export function plainOf(original: string): Plain {
  let text = ''
  const at: number[] = []
  let from = 0
  for (const letter of original) {
    if (!unseen.test(letter)) {
      const plain = letter.charCodeAt(0) < 0x80 ? letter : letter.normalize('NFKC')
      for (let unit = 0; unit < plain.length; unit++) at.push(from)
      text += plain
    }
    from += letter.length
  }
  at.push(original.length)
  return { text, at }
}

/** The offsets in the original of a span of the plain text. */
export const spanIn = ({ at }: Plain, start: number, end: number): { start: number; end: number } => ({
  start: at[start] ?? 0,
  end: at[end] ?? at.at(-1) ?? 0,
})

/** The same in small letters, with one blank between words: for finding a copied text again. */
export function foldedOf(original: string): Plain {
  const plain = plainOf(original)
  let text = ''
  const at: number[] = []
  for (let unit = 0; unit < plain.text.length; unit++) {
    const letter = plain.text.charAt(unit)
    const isBlank = /\s/u.test(letter)
    if (isBlank && (text === '' || text.endsWith(' '))) continue
    text += isBlank ? ' ' : letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter
    at.push(plain.at[unit] ?? 0)
  }
  at.push(original.length)
  return text.endsWith(' ') ? { text: text.slice(0, -1), at } : { text, at }
}

const address = /\b(?:https?:\/\/|www\.)\S+/giu

/** The same text, as long as it was, with web addresses as blanks. */
export const withoutAddresses = (text: string): string =>
  text.replace(address, (found) => ' '.repeat(found.length))

/**
 * The words of a text without what differs from one sending to the next: leading handles, addresses, digits, signs,
 * case. For comparing texts with each other.
 */
export const wordsOf = (text: string): string =>
  plainOf(text)
    .text.toLowerCase()
    .replace(/^(?:\s*@\w{1,15})+/u, ' ')
    .replace(address, ' ')
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
