/** @file How long a message is, as X counts it. */
import twitter from 'twitter-text'
import { partsOf } from '../../shared/domain/parts.ts'
import { chainOf } from '../../shared/domain/chain.ts'
import type { SignOff } from '../../shared/domain/sign-off.ts'
import { splitText } from '../../shared/domain/split.ts'
import type { DraftChannel } from './session.ts'

/** X's limits: a public post in weighted characters, a direct message in characters; notes are ours. */
export const limits: Readonly<Record<DraftChannel, number>> = { public: 280, dm: 10_000, note: 10_000 }

/** The length that X would count: links as 23, emoji and CJK as 2 in public. */
export function weight(channel: DraftChannel, text: string): number {
  return channel === 'public' ? twitter.parseTweet(text).weightedLength : [...text].length
}

/** So many posts go out as one unit at most. */
export const mostPosts = 25

/** The posts that a public answer goes out as: numbered where it is too long for one, signed on the last. */
export const answerPostsOf = (text: string, signOff: SignOff | null): string[] =>
  chainOf(text, (piece) => weight('public', piece), limits.public, signOff)

/** The posts that a public text goes out as: cut where a line of three hyphens stands, and where it is too long. */
export const postsOf = (text: string): string[] =>
  partsOf(text).flatMap((part) => splitText(part, (piece) => weight('public', piece), limits.public))
