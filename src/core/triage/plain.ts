/** @file A message as plain words: what is looked up in the word files, without handles, links and accents. Pure. */

const noise = /https?:\/\/\S+|(?<![\p{L}\p{N}_])@\w{1,15}|__\w+__/giu
const word = /\p{Extended_Pictographic}\uFE0F?|[\p{L}\p{N}+]+(?:[-_.][\p{L}\p{N}]+)*|\?/gu
const marks = /\p{M}+/gu
const emojiStyle = /\uFE0F/gu
/** Kana and Han keep their marks: there they tell words apart. */
const unspaced = /[\u3040-\u30FF\u3400-\u9FFF]/u

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Without what X adds or a person addresses: handles, links, escapes. */
export const withoutAddresses = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity).replace(noise, ' ')

/** Lower case, one form of each letter, no apostrophes: "Don’t" and "dont" are the same word. */
export function plain(text: string): string {
  const lower = text
    .normalize('NFKC')
    .toLowerCase()
    // An I followed by a variation selector is what a keyboard once made of every I.
    .replace(emojiStyle, '')
    .replace(/['’‘`´]/gu, '')
  return unspaced.test(lower) ? lower : lower.normalize('NFD').replace(marks, '').normalize('NFC')
}

/** The words of a text, emoji and question marks among them. */
export const plainWords = (text: string): string[] => plain(text).match(word) ?? []
