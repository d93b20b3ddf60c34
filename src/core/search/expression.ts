/** @file What is asked of the full-text index, in its own language. Pure. Source: SQLite's documentation of FTS5, §3. */
import type { SearchWord } from '../../shared/domain/search-query.ts'
import { askedText, endsUnspaced } from '../posts/indexed-text.ts'

/** Everything within quotes is text to FTS5: nothing that somebody types is an operator of its. */
function termOf({ text, kind }: SearchWord): string {
  const quoted = `"${askedText(text).trim().replaceAll('"', '""')}"`
  return kind === 'prefix' || ([...text].length === 1 && endsUnspaced(text)) ? `${quoted} *` : quoted
}

/** Null where no word is looked for: an index cannot tell what is not there. */
export function expressionOf(words: readonly SearchWord[]): string | null {
  const wanted = words.filter(({ not }) => !not).map(termOf)
  if (wanted.length === 0) return null
  const without = words.filter(({ not }) => not).map((word) => ` NOT ${termOf(word)}`)
  return `(${wanted.join(' AND ')})${without.join('')}`
}
