/**
 * @file Which answers fit a question, the likeliest first: by the words of the question that are rare among what was
 * asked and answered before, by how many customers were told the same, and by whether one said that it helped. Pure.
 */
import type { ConfirmedBy } from '../../shared/domain/answers.ts'
import { eachInTurn, sharedLoop } from '../turns.ts'
import { alikeFrom, likeness, toldTerms, weighedTerms } from './terms.ts'

/** An answer that was given, or kept, and what it answers. `weight` of one by itself, 1: as a given one. */
export type Candidate<T> = {
  source: T
  question: string
  /** The text of each of its posts. */
  answer: readonly string[]
  confirmed: ConfirmedBy | null
  weight: number
  /** A macro, or a page: somebody thought about it, so that it needs no other that says the same. */
  isKept: boolean
  /** It is offered for a word that it has of the question alone, never because it is said often. */
  byWords: boolean
}

/**
 * `alike`: how many of the candidates say the same, itself among them. `isNear`: what it answers shares a telling word
 * with the question.
 */
export type Ranked<T> = { candidate: Candidate<T>; alike: number; isNear: boolean }

/** BM25's saturation and its share of length, as FTS5 has them. Source: SQLite's documentation of FTS5, §5.1.1. */
const k1 = 1.2
const b = 0.75

/** What speaks for an answer multiplies what its words say. */
const confirmation: Record<ConfirmedBy, number> = { thanked: 1.5, rated: 1.5 }
/** What an answer has by itself, whatever was asked: what a brand says again and again fits more often than not. */
const byItself = 1
/**
 * What speaks for a given answer by its own question alone, of what speaks for it by another's who was told the same: said
 * once, it may be its customer's alone. Over likenesses from 0.33 to 0.48 and two to four shown, 0.1 to 0.3 find the most.
 */
const ofItself = 0.2
/** From here on an answer stands for another one in full; below it, the less the more they differ. */
const standsFor = 0.4

/** What a text says of each asked word: FTS5's bm25 without its sign, over this collection. */
function scorerOf(terms: readonly string[], texts: readonly (readonly string[])[]): (n: number) => number {
  const counts = texts.map((text) => {
    const count = new Map<string, number>()
    for (const term of text) count.set(term, (count.get(term) ?? 0) + 1)
    return count
  })
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length) || 1
  const rarity = new Map(
    terms.map((term) => {
      const having = counts.filter((count) => count.has(term)).length
      return [term, Math.log(1 + (texts.length - having + 0.5) / (having + 0.5))]
    }),
  )
  return (n) => {
    const length = 1 - b + (b * (texts[n]?.length ?? 0)) / mean
    let score = 0
    for (const [term, weight] of rarity) {
      const count = counts[n]?.get(term) ?? 0
      score += (weight * count * (k1 + 1)) / (count + k1 * length)
    }
    return score
  }
}

const strength = <T>({ confirmed, weight }: Candidate<T>): number =>
  weight * (confirmed ? confirmation[confirmed] : 1)

/**
 * The answers that together stand for as much as can be of what was answered to questions like this one: each next one
 * counts by what those before it do not say.
 * @param isOffered asked of an answer only when it is about to be chosen
 * @param turn awaited after each small piece of work, so that others are not kept waiting
 */
export async function ranked<T>(
  question: string,
  candidates: readonly Candidate<T>[],
  atMost: number,
  isOffered: (candidate: Candidate<T>) => boolean = () => true,
  turn: () => Promise<void> | undefined = sharedLoop(),
): Promise<Ranked<T>[]> {
  const terms = [...new Set(weighedTerms(question))]
  const asked = scorerOf(terms, await eachInTurn(candidates, (one) => weighedTerms(one.question), turn))
  const scores = candidates.map((_one, n) => asked(n))
  const alike = await likenesses(await eachInTurn(candidates, ({ answer }) => toldTerms(answer), turn), turn)
  const mass = candidates.map((one, n) => strength(one) * ((one.byWords ? 0 : byItself) + (scores[n] ?? 0)))
  const says = (one: number, other: number): number =>
    one === other ? 1 : Math.min(1, (alike(one, other) / standsFor) ** 2)
  const same = (one: number): number[] =>
    [...candidates.keys()].filter((other) => alike(one, other) >= alikeFrom)
  const open = new Set([...candidates.keys()].filter((n) => !candidates[n]?.byWords || (scores[n] ?? 0) > 0))
  const said = candidates.map(() => 0)
  const gain = (one: number): number => {
    const candidate = candidates[one]
    if (!candidate) return 0
    const own = candidate.isKept ? 1 : ofItself
    let sum = 0
    for (const [other, weight] of mass.entries())
      sum += weight * Math.max(0, (one === other ? own : says(one, other)) - (said[other] ?? 0))
    return strength(candidate) * sum
  }
  /** The best of them that may be offered; those that may not are open no more. What each gains changes with a choice alone. */
  async function next(): Promise<{ n: number; candidate: Candidate<T> } | null> {
    const gains = await eachInTurn([...open], (n) => ({ n, gain: gain(n) }), turn)
    for (const { n } of gains.toSorted((a, b) => b.gain - a.gain)) {
      open.delete(n)
      const candidate = candidates[n]
      if (candidate && isOffered(candidate)) return { n, candidate }
      await turn()
    }
    return null
  }
  const chosen: Ranked<T>[] = []
  while (chosen.length < atMost) {
    const best = await next()
    if (best === null) break
    const { n, candidate } = best
    chosen.push({ candidate, alike: same(n).length, isNear: (scores[n] ?? 0) > 0 })
    for (const other of candidates.keys()) said[other] = Math.max(said[other] ?? 0, says(n, other))
    // Two that say the same are one answer.
    for (const other of same(n)) open.delete(other)
  }
  return chosen
}

/** How alike each two are, each pair compared once. */
async function likenesses(
  told: readonly ReadonlySet<string>[],
  turn: () => Promise<void> | undefined,
): Promise<(one: number, other: number) => number> {
  const size = told.length
  const known = new Float32Array(size * size)
  for (const [n, one] of told.entries()) {
    for (let m = n; m < size; m++) {
      const other = told[m]
      const much = n === m ? 1 : other ? likeness(one, other) : 0
      known[n * size + m] = known[m * size + n] = much
    }
    await turn()
  }
  return (one, other) => known[one * size + other] ?? 0
}
