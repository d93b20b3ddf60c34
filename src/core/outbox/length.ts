/** @file How long X counts a text to be, and how long it may be. */
import twitterText from 'twitter-text'
import { Failure } from '../../shared/errors.ts'

/** Weighted characters of a public post. Source: X's documentation, "Counting characters". */
export const publicLimit = 280
/** X's historical limit of a direct message; the API description names none. */
export const dmLimit = 10_000

/** How long X counts a text to be: links 23 each, most scripts 2 a character, emoji 2 each. */
export const lengthOf = (channel: 'public' | 'dm', text: string): number =>
  channel === 'public' ? twitterText.parseTweet(text).weightedLength : [...text].length

/**
 * Checks every part of a message; the first may be nothing but files.
 * @throws Failure `reply.empty`, `reply.too-long` where X would cut or refuse one
 */
export function checkLength(channel: 'public' | 'dm', parts: readonly string[], files = 0): void {
  const limit = channel === 'public' ? publicLimit : dmLimit
  for (const [index, text] of parts.entries()) {
    if (text.trim() === '' && (index > 0 || files === 0)) throw new Failure('reply.empty', {})
    const length = lengthOf(channel, text)
    if (length > limit) throw new Failure('reply.too-long', { length, limit })
  }
}
