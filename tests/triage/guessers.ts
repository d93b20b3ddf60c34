/** @file Who guesses categories of real posts: triage, and the two simple ways that it must beat. */
import { classify } from '../../src/core/triage/classify.ts'
import type { Category } from '../../src/shared/domain/triage.ts'
import type { Post } from './conversations.ts'

export type Guesser = (post: Post) => Category

/** Triage as core uses it: with what it said of the customer's message before. */
export function triageOf(posts: ReadonlyMap<string, Post>): Guesser {
  const guess: Guesser = (post) =>
    classify({ text: post.text, lang: post.lang, isReply: answersBrand(post), earlier: earlierOf(post) })
      .category
  const parentOf = (post: Post): Post | null => posts.get(post.replyTo ?? '') ?? null
  const answersBrand = (post: Post): boolean => parentOf(post)?.isCustomer === false
  function earlierOf(post: Post): Category | null {
    for (let at = parentOf(post); at; at = parentOf(at)) if (at.authorId === post.authorId) return guess(at)
    return null
  }
  return guess
}

/** Always what the tuning half has most of. */
export function majorityOf(labels: ReadonlyMap<string, Category>): Guesser {
  const counts = new Map<Category, number>()
  for (const label of labels.values()) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  if (!most) throw new RangeError('no majority of nothing')
  return () => most[0]
}

/** Twenty words, as somebody would write them down in five minutes; the first that occurs decides. */
const twenty: readonly (readonly [string, Category])[] = [
  ['hacked', 'security'],
  ['boycott', 'protest'],
  ['fake', 'impostor'],
  ['follow', 'spam'],
  ['suggestion', 'feedback'],
  ['feature', 'feedback'],
  ['refund', 'complaint'],
  ['broken', 'complaint'],
  ['not working', 'complaint'],
  ['waiting', 'complaint'],
  ['problem', 'complaint'],
  ['worst', 'negative'],
  ['sucks', 'negative'],
  ['love', 'praise'],
  ['great', 'praise'],
  ['awesome', 'praise'],
  ['?', 'question'],
  ['how', 'question'],
  ['help', 'question'],
  ['thank', 'no-reply'],
]

export const twentyWords =
  (otherwise: Category): Guesser =>
  ({ text }) =>
    twenty.find(([word]) => text.toLowerCase().includes(word))?.[1] ?? otherwise
