/** @file What agents of a workspace added to the weights of words. */
import type { Category } from '../../shared/domain/triage.ts'

/** What is added to a term's weight, by `correctionKey`. */
export type Corrections = ReadonlyMap<string, number>
export const noCorrections: Corrections = new Map()

/** @param term as in the word file, or the name of a trait */
export const correctionKey = (language: string, category: Category, term: string): string =>
  `${language} ${category} ${term}`
