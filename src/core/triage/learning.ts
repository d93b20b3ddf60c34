/**
 * @file What corrections make of word weights: each moves the voices that spoke, towards the category that an agent said
 * and away from the one that was found. Bounded, added up anew from the corrections themselves, so that taking one back
 * leaves nothing of it. Pure.
 */
import type { Category, LearnedWeight } from '../../shared/domain/triage.ts'
import { isTrait } from './traits.ts'
import { correctionKey, type Corrections } from './corrections.ts'

/** One message that an agent put into another category. `voices`: terms and traits, as the word files name them. */
export type Correction = { language: string; found: Category; said: Category; voices: readonly string[] }

/** What one correction moves in all, shared among its voices: a message with many words teaches no more than a short one. */
const perCorrection = 1.5
/** What it moves one voice at most. */
const stepAtMost = 0.5
/** What all corrections together move one voice in one category. */
const movedAtMost = 2

type Moved = { language: string; category: Category; term: string; weight: number }

function movedBy(corrections: readonly Correction[]): Moved[] {
  const moved = new Map<string, Moved>()
  const move = (language: string, category: Category, term: string, by: number): void => {
    const key = correctionKey(language, category, term)
    const before = moved.get(key)?.weight ?? 0
    moved.set(key, { language, category, term, weight: before + by })
  }
  for (const { language, found, said, voices } of corrections) {
    if (found === said || voices.length === 0) continue
    const step = Math.min(stepAtMost, perCorrection / voices.length)
    for (const voice of voices) {
      move(language, said, voice, step)
      move(language, found, voice, -step)
    }
  }
  return [...moved.values()].map((one) => ({
    ...one,
    weight: Math.max(-movedAtMost, Math.min(movedAtMost, one.weight)),
  }))
}

/** The weights to add, by `correctionKey`; in any order the same. */
export const weightsOf = (corrections: readonly Correction[]): Corrections =>
  new Map(
    movedBy(corrections).map(({ language, category, term, weight }) => [
      correctionKey(language, category, term),
      weight,
    ]),
  )

/** The same for people to read, the furthest moved first. */
export const learnedFrom = (corrections: readonly Correction[]): LearnedWeight[] =>
  movedBy(corrections)
    .filter(({ weight }) => weight !== 0)
    .map((one) => ({ ...one, kind: isTrait(one.term) ? ('trait' as const) : ('word' as const) }))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.term < b.term ? -1 : 1))
