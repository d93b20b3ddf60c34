/**
 * @file A conversation as exchanges: what a customer wrote until we answered, what we answered until they wrote again,
 * and whether they said that it helped. Pure.
 */
import { isQuietThanks } from '../tickets/quiet-thanks.ts'

/** A message of a conversation. */
export type Said = { isOurs: boolean; text: string; at: number }

/** `thanked`: the next that came back was nothing but thanks. `isLast`: nothing came back. */
export type Exchange<T extends Said> = {
  question: string
  answer: readonly T[]
  at: number
  thanked: boolean
  isLast: boolean
}

/** What one side wrote before the other did. */
function runsOf<T extends Said>(said: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const one of said) {
    const run = runs.at(-1)
    if (run?.[0]?.isOurs === one.isOurs) run.push(one)
    else runs.push([one])
  }
  return runs
}

/** @param said oldest first. What nobody answered, and what we wrote by ourselves, is no exchange. */
export function exchangesOf<T extends Said>(said: readonly T[]): Exchange<T>[] {
  const runs = runsOf(said)
  return runs.flatMap((answer, n) => {
    const question = runs[n - 1]
    const [first] = answer
    if (!first?.isOurs || !question) return []
    const [next] = runs[n + 1] ?? []
    return [
      {
        question: question.map(({ text }) => text).join('\n'),
        answer,
        at: first.at,
        thanked: next !== undefined && isQuietThanks(next.text),
        isLast: next === undefined,
      },
    ]
  })
}
