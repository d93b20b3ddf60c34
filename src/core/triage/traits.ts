/** @file Traits of a message beside its words, and what each weighs. */
import type { Category } from '../../shared/domain/triage.ts'

export type Weights = Partial<Record<Category, number>>

/** Traits of a message, and what each weighs. */
export const traits = {
  asks: { question: 1.6 },
  'asks-first': { question: 1.1 },
  shouts: { complaint: 0.3, negative: 0.3 },
  short: { 'no-reply': 0.7 },
  wordless: { 'no-reply': 2 },
  /** Nobody asked for it. */
  opening: { 'no-reply': 0.7, praise: 0.5 },
  'thanks-unasked': { praise: 1 },
  'answers-us': { complaint: 0.4, 'no-reply': 0.2 },
  'goes-on': {},
} as const satisfies Record<string, Weights>
export type Trait = keyof typeof traits

/** Whether a voice is a trait; all others are words. */
export const isTrait = (voice: string): voice is Trait => Object.hasOwn(traits, voice)
