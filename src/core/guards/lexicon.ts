/**
 * @file Whose words a text speaks: the names, handles, products, hosts and sign-offs of brands, and whole sentences of
 * their macros, found in a draft. Pure.
 */
import { literalsOf } from '../../shared/domain/macro-text.ts'
import { foldedOf, plainOf, spanIn } from './plain-text.ts'

/** What a word of a brand is. */
export type TermKind = 'handle' | 'name' | 'product' | 'domain' | 'sign-off'
export type Term = { kind: TermKind; text: string }
/** The words that are one brand's alone; `sentences` as `sentencesOf` gives them. */
export type BrandLexicon = {
  brandId: string
  brandName: string
  terms: readonly Term[]
  sentences: readonly string[]
}

/** Words of another brand, in UTF-16 offsets of the draft. */
export type ForeignWord = {
  kind: TermKind | 'macro'
  brandName: string
  start: number
  end: number
  saw: string
}

/** Shorter sentences are what anybody says: "we are sorry to hear that". */
const sentenceLetters = 40

/** What a macro says in no other brand's name: its longer sentences, folded, as far as no variable stands in them. */
export const sentencesOf = (macro: string): string[] =>
  literalsOf(macro)
    .flatMap((part) => part.split(/\n+|(?<=[.!?…。！？])\s*/u))
    .map((sentence) => foldedOf(sentence.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')).text)
    .filter((sentence) => sentence.length >= sentenceLetters)

/** Scripts that write words without spaces between them: there a name has no edges. */
const edgeless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')

function expressionOf({ kind, text }: Term): RegExp {
  const body = text.trim().split(/\s+/u).map(quoted).join('\\s{1,3}')
  if (kind === 'handle') return new RegExp(`(?<![\\p{L}\\p{N}_])@${body}(?![\\p{L}\\p{N}_])`, 'giu')
  if (kind === 'domain')
    return new RegExp(`(?<![\\p{L}\\p{N}-])${body}(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'giu')
  const begins = edgeless.test([...text][0] ?? '') || !/[\p{L}\p{N}]/u.test([...text][0] ?? '')
  const last = [...text].at(-1) ?? ''
  const ends = edgeless.test(last) || !/[\p{L}\p{N}]/u.test(last)
  return new RegExp(
    `${begins ? '' : '(?<![\\p{L}\\p{N}_])'}${body}${ends ? '' : '(?![\\p{L}\\p{N}_])'}`,
    'giu',
  )
}

const lower = (text: string): string => text.toLowerCase()

/**
 * A name of one word is often a plain word as well ("lumen", "apple"): it counts where it is written as a name, that is
 * as the brand writes it, in capitals, or with a capital.
 */
function isWrittenAsName(found: string, name: string): boolean {
  if (/\s/u.test(name)) return true
  const [first = ''] = found
  return found === name || first !== lower(first)
}

type Span = { start: number; end: number }

function spansOf(plain: string, terms: readonly Term[]): (Span & { term: Term })[] {
  const small = lower(plain)
  return terms.flatMap((term) => {
    // Most words of most brands are not there: that is cheaper to see without an expression.
    const [begin = ''] = lower(term.text).trim().split(/\s+/u)
    if (!small.includes(begin)) return []
    return [...plain.matchAll(expressionOf(term))]
      .filter(({ 0: found }) => term.kind !== 'name' || isWrittenAsName(found, term.text))
      .map(({ index, 0: found }) => ({ term, start: index, end: index + found.length }))
  })
}

/** Which of these words or phrases stand in a text, as written in the list. */
export const wordsIn = (text: string, words: readonly string[]): string[] => {
  const { text: plain } = plainOf(text)
  const terms = words.map((word): Term => ({ kind: 'product', text: word }))
  return [...new Set(spansOf(plain, terms).map(({ term }) => term.text))]
}

/** Sentences of other brands' macros that stand in a text, but for those that the brand has in its own. */
function foreignSentences(
  text: string,
  own: BrandLexicon,
  others: readonly BrandLexicon[],
  allowed: readonly string[],
): Omit<ForeignWord, 'saw'>[] {
  const folded = foldedOf(text)
  const mine = [...own.sentences, ...allowed.flatMap(sentencesOf)]
  return others.flatMap(({ brandName, sentences }) =>
    sentences.flatMap((sentence) => {
      const at = folded.text.indexOf(sentence)
      if (at < 0 || mine.some((one) => one.includes(sentence))) return []
      const start = folded.at[at] ?? 0
      const end = folded.at[at + sentence.length] ?? text.length
      return [{ kind: 'macro' as const, brandName, start, end }]
    }),
  )
}

const lies = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/**
 * The words and sentences of other brands in a draft, in its order; one per place.
 * @param own the words of the brand that speaks: "Northair" within its own "Northair Cargo" is nobody else's
 * @param allowed words of others that it may write
 */
export function foreignWords(
  text: string,
  {
    own,
    others,
    allowed,
  }: { own: BrandLexicon; others: readonly BrandLexicon[]; allowed: readonly string[] },
): ForeignWord[] {
  const plain = plainOf(text)
  const covered = [
    ...spansOf(plain.text, own.terms),
    ...spansOf(
      plain.text,
      allowed.map((word) => ({ kind: 'product', text: word })),
    ),
  ]
  // An allowed @handle is written with its sign, which is no letter of its name.
  const covers = (span: Span): boolean =>
    covered.some(
      (one) =>
        lies(span, one) || (plain.text[span.start] === '@' && lies({ ...span, start: span.start + 1 }, one)),
    )
  const words = others.flatMap(({ brandName, terms }) =>
    spansOf(plain.text, terms)
      .filter((span) => !covers(span))
      .map(({ term, start, end }) => ({ kind: term.kind, brandName, ...spanIn(plain, start, end) })),
  )
  const found = [...words, ...foreignSentences(text, own, others, allowed)]
  // The longest at a place tells most.
  found.sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: typeof found = []
  for (const one of found)
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept
    .sort((a, b) => a.start - b.start)
    .map((one) => ({ ...one, saw: text.slice(one.start, one.end) }))
}
