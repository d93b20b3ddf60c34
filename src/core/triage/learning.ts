/**
 * @file What corrections make of word weights: each moves the voices that spoke, towards the category that an agent said
 * and away from the one that was found. Bounded, added up anew from the corrections themselves, so that taking one back
 * leaves nothing of it. Pure.
 */
import type { Category } from '../../shared/domain/triage.ts'
import { correctionKey, type Corrections } from './corrections.ts'

/** One message that an agent put into another category. `voices`: terms and traits, as the word files name them. */
export type Correction = { language: string; found: Category; said: Category; voices: readonly string[] }

/** What one correction moves in all, shared among its voices: a message with many words teaches no more than a short one. */
const perCorrection = 1.5
/** What it moves one voice at most. */
const stepAtMost = 0.5
/** What all corrections together move one voice in one category. */
const movedAtMost = 2

/** The weights to add, by `correctionKey`; in any order the same. */
export function weightsOf(corrections: readonly Correction[]): Corrections {
  const moved = new Map<string, number>()
  const move = (key: string, by: number): void => void moved.set(key, (moved.get(key) ?? 0) + by)
  for (const { language, found, said, voices } of corrections) {
    if (found === said || voices.length === 0) continue
    const step = Math.min(stepAtMost, perCorrection / voices.length)
    for (const voice of voices) {
      move(correctionKey(language, said, voice), step)
      move(correctionKey(language, found, voice), -step)
    }
  }
  return new Map(
    [...moved].map(([key, by]) => [key, Math.max(-movedAtMost, Math.min(movedAtMost, by))] as const),
  )
}
