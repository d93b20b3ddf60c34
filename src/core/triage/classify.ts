/**
 * @file What a message is, by the sum of what its words and traits weigh. Pure, without a network, in well under a
 * millisecond; each answer names the terms that led to it.
 */
import { Category, type Sentiment, type Term, type Urgency } from '../../shared/domain/triage.ts'
import { correctionKey, noCorrections, type Corrections } from './corrections.ts'
import { lexiconFor, type Entry } from './lexicon.ts'
import { plainWords, withoutAddresses } from './plain.ts'
import { termsIn } from './terms.ts'
import { traits, type Trait, type Weights } from './traits.ts'

/** A message as far as triage looks at it. */
export type Message = {
  text: string
  /** X's code, or what a direct message seems to be written in; null when unknown. */
  lang: string | null
  /** It answers something of ours. */
  isReply: boolean
  /** What the customer's message before it in this conversation was; null for the first. */
  earlier: Category | null
}

export type Verdict = {
  category: Category
  /** What spoke for it, strongest first. */
  terms: Term[]
  /** Everything that spoke, for whichever category: words as the files name them, and traits. */
  voices: string[]
  /** Whose words it was held against. */
  language: string
  sentiment: Sentiment
  urgency: Urgency
  lastResort: string | null
}

/** Where nothing else speaks, somebody should look rather than not. */
const bias: Weights = { complaint: 0.6, question: 0.4, 'no-reply': 0.3 }

/** What follows a matter belongs to it: the weight of the category that came before. */
const goesOn: Weights = {
  question: 1.3,
  complaint: 1.3,
  feedback: 2,
  security: 2,
  praise: 0.7,
  'no-reply': 0.5,
}

const asksFirst =
  /(?:^|[.!?,;:]\s+)(?:hi|hey|hello|so)?[,!]?\s*(?:how|what|when|where|who|which|is|are|can|could|do|does|did|will|would|should|any|anyone|wie|was|wann|wo|wer|kann|konnt|gibt|como|que|cuando|donde|quien|puedo|pueden|hay|comment|quand|ou|quel|quelle|est ce|pouvez|quando|onde|qual|posso|tem|voces)\b/u
const capitals = /\p{Lu}{4,}/gu

/** Says what a message is. @param corrections of this workspace */
export function classify(message: Message, corrections: Corrections = noCorrections): Verdict {
  const lexicon = lexiconFor(message.lang)
  const entries = termsIn(message.text, lexicon)
  const voices = [
    ...entries.map(({ term, weights }) => ({ kind: 'word' as const, term, weights })),
    ...traitsOf(message, entries).map((trait) => ({
      kind: 'trait' as const,
      term: trait,
      weights: weightsOf(trait, message),
    })),
  ]
  const weigh = (category: Category, term: string, weights: Weights): number =>
    (weights[category] ?? 0) + (corrections.get(correctionKey(lexicon.language, category, term)) ?? 0)
  let best: { category: Category; sum: number } = { category: 'complaint', sum: -Infinity }
  for (const category of Category.options) {
    let sum = bias[category] ?? 0
    for (const { term, weights } of voices) sum += weigh(category, term, weights)
    if (sum > best.sum) best = { category, sum }
  }
  const terms = voices
    .map(({ kind, term, weights }) => ({ kind, term, weight: weigh(best.category, term, weights) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return {
    category: best.category,
    terms,
    voices: voices.map(({ term }) => term),
    language: lexicon.language,
    sentiment: sentimentOf(entries),
    urgency: urgencyOf(entries, best.category),
    lastResort: entries.find(({ lastResort }) => lastResort)?.term ?? null,
  }
}

function traitsOf({ text, isReply, earlier }: Message, entries: readonly Entry[]): Trait[] {
  const own = withoutAddresses(text).trim()
  const words = plainWords(own)
  const letters = words.filter((word) => /\p{L}/u.test(word))
  const found: Trait[] = []
  if (words.includes('?') || own.includes('？')) found.push('asks')
  if (asksFirst.test(words.join(' ')) || asksFirst.test(own.toLowerCase())) found.push('asks-first')
  if ((own.match(capitals)?.length ?? 0) > 1 || own.includes('!!')) found.push('shouts')
  if (letters.length === 0) found.push('wordless')
  else if (letters.length <= 4) found.push('short')
  found.push(isReply ? 'answers-us' : 'opening')
  // A word that may be politeness or praise: unasked, it is praise.
  if (!isReply && entries.some(({ weights }) => weights.praise && weights['no-reply']))
    found.push('thanks-unasked')
  if (isReply && earlier !== null) found.push('goes-on')
  return found
}

const weightsOf = (trait: Trait, { earlier }: Message): Weights =>
  trait === 'goes-on' && earlier !== null ? { [earlier]: goesOn[earlier] ?? 1 } : traits[trait]

/** What remains of a mood below this is none. */
const moodAtLeast = 1

function sentimentOf(entries: readonly Entry[]): Sentiment {
  const sum = entries.reduce((all, { mood }) => all + mood, 0)
  return sum >= moodAtLeast ? 'positive' : sum <= -moodAtLeast ? 'negative' : 'neutral'
}

function urgencyOf(entries: readonly Entry[], category: Category): Urgency {
  if (category === 'security') return 'urgent'
  const sum = entries.reduce((all, { urgency }) => all + urgency, 0)
  return sum >= 3 ? 'urgent' : sum < 0 || category === 'no-reply' || category === 'praise' ? 'low' : 'normal'
}
