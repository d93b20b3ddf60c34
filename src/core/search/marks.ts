/** @file Where the words that were looked for stand in a text, and the part of it that is worth showing. Pure. */
import type { SearchWord } from '../../shared/domain/search-query.ts'

/** UTF-16 offsets. */
export type Span = { start: number; end: number }

const plainLetter = (letter: string): string =>
  letter < '\u0080' ? letter.toLowerCase() : letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Letters without their marks and in small, as the index compares them; `at` leads back. */
function folded(text: string): { text: string; at: number[] } {
  let plain = ''
  const at: number[] = []
  let from = 0
  for (const letter of text) {
    const small = plainLetter(letter)
    for (let unit = 0; unit < small.length; unit++) at.push(from)
    plain += small
    from += letter.length
  }
  at.push(text.length)
  return { text: plain, at }
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A word stands whole, a beginning at the beginning of one; between the words of a phrase stands no letter. */
function pattern({ text, kind }: SearchWord): RegExp | null {
  const words = folded(text).text.match(/[\p{L}\p{N}]+/gu)
  if (!words) return null
  const body = words.map(quoted).join('[^\\p{L}\\p{N}]+')
  if (unspaced.test(text)) return new RegExp(body, 'gu')
  const end = kind === 'prefix' ? '[\\p{L}\\p{N}]*' : '(?![\\p{L}\\p{N}])'
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}${end}`, 'gu')
}

/** Finds the words in one text after another: in the order of the text, none within another. */
export function marker(words: readonly SearchWord[]): (text: string) => Span[] {
  const patterns = words.filter(({ not }) => !not).flatMap((word) => pattern(word) ?? [])
  return (text) => {
    const plain = folded(text)
    const spans = patterns
      .flatMap((one) => [...plain.text.matchAll(one)])
      .map(({ index, 0: whole }) => ({
        start: plain.at[index] ?? 0,
        end: plain.at[index + whole.length] ?? text.length,
      }))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    return spans.filter((span, at) => spans.slice(0, at).every((earlier) => earlier.end <= span.start))
  }
}

/** So much of a long text is shown, and so much of it before the first mark. */
const shownAtMost = 180
const before = 60

/** The part of a text around its first mark, at the edges of words, with the marks in it. */
export function excerpt(text: string, marks: readonly Span[]): { text: string; marks: Span[] } {
  const line = text.replace(/\s/gu, ' ')
  const [first] = marks
  const wanted = Math.max(0, Math.min((first?.start ?? 0) - before, line.length - shownAtMost))
  const space = line.indexOf(' ', wanted)
  const start = wanted === 0 ? 0 : space >= 0 && space < (first?.start ?? 0) ? space + 1 : wanted
  const last = line.lastIndexOf(' ', start + shownAtMost)
  const end = line.length <= start + shownAtMost ? line.length : last > start ? last : start + shownAtMost
  const head = start > 0 ? '…' : ''
  const shown = `${head}${line.slice(start, end)}${end < line.length ? '…' : ''}`
  const shift = head.length - start
  return {
    text: shown,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  }
}
