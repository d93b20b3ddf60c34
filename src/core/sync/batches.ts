/**
 * @file Several conversations or quoted posts in one search, within what X takes: pure. A search is charged for what it
 * finds alone, so what is asked together costs no more than what is asked apart.
 */
import { searchReachMs } from './chain.ts'

/** X's longest query for those who are not Enterprise. */
export const longestQuery = 512

/** Something that a search follows, and up to when it was searched. */
export type Watched = {
  source: 'thread' | 'quotes'
  /** A conversation, or a post of ours. */
  subject: string
  completeToAt: number
  /**
   * Whom a conversation is narrowed to, by username: one that strangers fill is not read whole, because each of their
   * posts is charged for.
   */
  narrowTo: string | null
}

export type Batch = { query: string; startAt: number; subjects: Watched[] }

/** Those that were searched at about the same time go together: nothing is asked from much earlier than it must be. */
const togetherMs = 10 * 60_000

/** A search can lag: what is written later may show up before what was written earlier. */
const overlapMs = 120_000

/** More posts than this in one conversation, and it is narrowed. */
export const wideConversation = 60

const termOf = ({ source, subject, narrowTo }: Watched, username: string): string => {
  if (source === 'quotes') return `quotes_of_tweet_id:${subject}`
  if (narrowTo === null) return `conversation_id:${subject}`
  return `(conversation_id:${subject} (from:${narrowTo} OR to:${username}))`
}

/**
 * Groups what is watched into searches. Own posts are left out: they are read with the handle's own timeline.
 * @param username the handle that reads · @param now epoch ms
 */
export function batchesOf(watched: readonly Watched[], username: string, now: number): Batch[] {
  const without = ` -from:${username}`
  const edge = now - searchReachMs
  const batches: { terms: string[]; length: number; subjects: Watched[] }[] = []
  for (const one of [...watched].sort((a, b) => a.completeToAt - b.completeToAt)) {
    const term = termOf(one, username)
    const last = batches.at(-1)
    const earliest = last?.subjects[0]?.completeToAt ?? -Infinity
    const fits = last !== undefined && last.length + ' OR '.length + term.length <= longestQuery
    if (fits && one.completeToAt - Math.max(earliest, edge) <= togetherMs) {
      last.terms.push(term)
      last.length += ' OR '.length + term.length
      last.subjects.push(one)
    } else {
      batches.push({ terms: [term], length: term.length + without.length + '()'.length, subjects: [one] })
    }
  }
  return batches.map(({ terms, subjects }) => ({
    query: `(${terms.join(' OR ')})${without}`,
    startAt: Math.max(edge, (subjects[0]?.completeToAt ?? now) - overlapMs),
    subjects,
  }))
}
