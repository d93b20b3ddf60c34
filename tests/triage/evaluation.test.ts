/** @file Triage on real posts that nobody looked at while its words were written. */
import { describe, expect, test } from 'vitest'
import { labelsOf, readConversations } from './conversations.ts'
import { majorityOf, triageOf, twentyWords, type Guesser } from './guessers.ts'
import { f1Of, scoreOf, type Guess, type Score } from './score.ts'
import { Category } from '../../src/shared/domain/triage.ts'
import { must } from '../../src/shared/must.ts'
import { haveConversations } from '../conversations.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const inWords = ({ accuracy, macroF1 }: Score): string =>
  `accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}`

describe.skipIf(!haveConversations)('triage on real posts', () => {
  test('beats the majority class and a list of twenty words on posts that it was never tuned on', () => {
    const posts = readConversations()
    const tune = labelsOf('tune')
    const held = labelsOf('test')
    expect([...held.keys()].filter((id) => tune.has(id))).toEqual([])
    const guessesOf = (guesser: Guesser, labels: ReadonlyMap<string, Category>): Guess[] =>
      [...labels].map(([id, label]) => ({ label, guess: guesser(must(posts.get(id), 'a labelled post')) }))
    const triage = triageOf(posts)
    const majority = majorityOf(tune)
    const words = twentyWords('complaint')

    const guesses = guessesOf(triage, held)
    const [ours, most, listed] = [guesses, guessesOf(majority, held), guessesOf(words, held)].map(scoreOf)
    const [tri, maj, list] = [must(ours, 'a score'), must(most, 'a score'), must(listed, 'a score')]
    console.log(
      [
        `triage, held out (${held.size} posts): ${inWords(tri)}`,
        `triage, tuning half (${tune.size} posts): ${inWords(scoreOf(guessesOf(triage, tune)))}`,
        `majority class: ${inWords(maj)}`,
        `twenty words: ${inWords(list)}`,
        ...Category.options
          .filter((one) => guesses.some(({ label }) => label === one))
          .map((one) => `F1 of ${one}: ${percent(f1Of(guesses, one))}`),
      ].join('\n'),
    )
    for (const other of [maj, list]) {
      expect(tri.accuracy).toBeGreaterThan(other.accuracy)
      expect(tri.macroF1).toBeGreaterThan(other.macroF1)
    }
  })
})
