/** @file How long X counts a text to be, and how long it may be. */
import twitterText from 'twitter-text'
import { Failure } from '../../shared/errors.ts'

/** Weighted characters of a public post. Source: X's documentation, "Counting characters". */
export const publicLimit = 280
/** X's historical limit of a direct message; the API description names none. */
export const dmLimit = 10_000

/** Throws `reply.empty` or `reply.too-long` where X would cut or refuse the text. */
export function checkLength(channel: 'public' | 'dm', text: string): void {
  if (text.trim() === '') throw new Failure('reply.empty', {})
  const length = channel === 'public' ? twitterText.parseTweet(text).weightedLength : [...text].length
  const limit = channel === 'public' ? publicLimit : dmLimit
  if (length > limit) throw new Failure('reply.too-long', { length, limit })
}
