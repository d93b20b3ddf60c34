/** @file How well labels were guessed. Pure. */
import type { Category } from '../../src/shared/domain/triage.ts'

export type Guess = { label: Category; guess: Category }
export type Score = { accuracy: number; macroF1: number }

/** `macroF1`: the mean of the F1 of every category that a reader gave at least once, rare ones counting as much as frequent ones. */
export function scoreOf(guesses: readonly Guess[]): Score {
  const labels = [...new Set(guesses.map(({ label }) => label))]
  const right = guesses.filter(({ label, guess }) => label === guess).length
  const f1s = labels.map((one) => f1Of(guesses, one))
  return { accuracy: right / guesses.length, macroF1: f1s.reduce((sum, f1) => sum + f1, 0) / labels.length }
}

/** The harmonic mean of precision and recall of one category. */
export function f1Of(guesses: readonly Guess[], category: Category): number {
  const hits = guesses.filter(({ label, guess }) => label === category && guess === category).length
  const given = guesses.filter(({ guess }) => guess === category).length
  const meant = guesses.filter(({ label }) => label === category).length
  return (2 * hits) / (given + meant)
}
