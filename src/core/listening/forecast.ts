/** @file What listening would bring and cost, from one small page: pure. */
import type { ListeningPreview } from '../../shared/domain/listening.ts'
import { priceOf } from '../../shared/domain/prices.ts'

const dayMs = 86_400_000

/**
 * @param writtenAt when the newest posts were written, epoch ms
 * @param reach how far back the page goes where it holds everything, ms; null where it does not
 */
export function forecastOf(
  writtenAt: readonly number[],
  reach: number | null,
  now: number,
): ListeningPreview {
  const oldest = Math.min(...writtenAt)
  const span = reach ?? Math.max(1_000, now - oldest)
  const postsPerDay = writtenAt.length === 0 ? 0 : (writtenAt.length * dayMs) / span
  return {
    postsPerDay,
    microsPerDay: Math.round(postsPerDay * priceOf.post),
    isExact: reach !== null,
    paidMicros: writtenAt.length * priceOf.post,
  }
}
