/**
 * @file What somebody typed into the search field: words, phrases and filters such as `from:mara` or `-tag:refund`.
 * Pure. A colon that begins no filter is text: people search for "10:07" and addresses as well.
 */

/** One thing to look for in messages and notes. `prefix`: the beginning of a word. */
export type SearchWord = { text: string; kind: 'word' | 'prefix' | 'phrase'; not: boolean }

export const searchFilters = [
  'from',
  'brand',
  'status',
  'tag',
  'owner',
  'category',
  'lang',
  'is',
  'has',
  'mood',
  'followers',
  'likes',
  'due',
  'before',
  'after',
] as const
export type SearchFilterName = (typeof searchFilters)[number]

/** A filter as typed; what its value means is decided where it is used. */
export type SearchFilter = { name: SearchFilterName; value: string; not: boolean }

export type SearchQuery = { words: SearchWord[]; filters: SearchFilter[] }

/** A sign before it, a name with a colon, and a value in quotes or without; or a value alone. */
const piece = /(?<not>-)?(?:(?<name>[a-z]{2,10}):)?(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+))/giu

const filterOf = (name: string): SearchFilterName | undefined =>
  searchFilters.find((one) => one === name.toLowerCase())

/** Whether there is something in a text that an index of words can find. */
const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A text in its pieces, as typed: each a word, a phrase or a filter. */
export const piecesOf = (text: string): string[] => [...text.matchAll(piece)].map(([whole]) => whole)

/**
 * @param isTyping the last word may be half typed: it is looked for as a beginning
 */
export function parseSearch(text: string, { isTyping }: { isTyping: boolean }): SearchQuery {
  const words: SearchWord[] = []
  const filters: SearchFilter[] = []
  for (const { groups = {}, 0: whole, index } of text.matchAll(piece)) {
    const { name = '', quoted, plain = '' } = groups
    const not = groups['not'] !== undefined
    const value = (quoted ?? plain).trim()
    const filter = filterOf(name)
    if (filter !== undefined && value !== '') {
      filters.push({ name: filter, value, not })
      continue
    }
    const written = name === '' ? value : `${name}:${value}`
    if (!hasWord(written)) continue
    const isLast = index + whole.length === text.length
    const isPrefix = quoted === undefined && (written.endsWith('*') || (isLast && isTyping && !not))
    const kind = isPrefix
      ? 'prefix'
      : quoted !== undefined || /[^\p{L}\p{N}\p{M}]/u.test(written)
        ? 'phrase'
        : 'word'
    words.push({ text: written.replace(/\*+$/u, ''), kind, not })
  }
  return { words, filters }
}
