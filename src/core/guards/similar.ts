/** @file How alike two texts are, whatever name, number or link was put into them. Pure. */
import { wordsOf } from './plain-text.ts'

/** Shorter texts say what everybody says: "Thank you, we look into it". */
const lettersAtLeast = 30
/** From here on two texts are one. */
const alike = 0.85

function triples(text: string): Set<string> {
  const set = new Set<string>()
  for (let at = 0; at + 3 <= text.length; at++) set.add(text.slice(at, at + 3))
  return set
}

/** How much of two texts is the same, 0 to 1: Dice's coefficient over runs of three letters. */
export function similarity(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a === b) return a === '' ? 0 : 1
  const [these, those] = [triples(a), triples(b)]
  if (these.size === 0 || those.size === 0) return 0
  let shared = 0
  for (const triple of these) if (those.has(triple)) shared++
  return (2 * shared) / (these.size + those.size)
}

/** Whether X, or a reader, would take two texts for the same one. */
export const isSameText = (one: string, other: string): boolean =>
  wordsOf(one).length >= lettersAtLeast &&
  wordsOf(other).length >= lettersAtLeast &&
  similarity(one, other) >= alike
