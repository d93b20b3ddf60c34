/** @file How a source reads: complete to when, known by what, what stands in its way. Pure. */
import { RefusalReason } from '../../shared/domain/refusal.ts'
import type { SourceStatus } from '../../shared/domain/brand.ts'
import { fromWire } from '../../shared/errors.ts'
import { clockTimeWithSeconds } from '../time.ts'
import { failureWords, t } from '../words.ts'

/** What a source is called: what is listened to by its own name. */
export const sourceName = ({ title, source }: Pick<SourceStatus, 'title' | 'source'>): string =>
  title ?? t(`source.${source}`)

/** Where a source stands, in one sentence. */
export function sourceWords(status: SourceStatus): string {
  const { state, completeToAt } = status
  if (status.failure) {
    const failure = fromWire(status.failure)
    if (!failure.is('x.refused')) return failureWords(failure)
    // The sentence of a refused message speaks of its text; a source has none.
    const reason = RefusalReason.safeParse(failure.data.reason)
    return t(`refusal.${reason.success ? reason.data : 'forbidden'}`, { detail: failure.data.detail })
  }
  if (state !== 'ok') return t(`source.${state}`)
  return completeToAt === null
    ? t('source.ok.never')
    : t('source.ok', { time: clockTimeWithSeconds(completeToAt) })
}

/** Whether signing in again mends it: the sign-in lacks a permission that this needs. */
export function needsSignIn({ failure }: SourceStatus): boolean {
  if (!failure) return false
  const known = fromWire(failure)
  return known.is('x.refused') && known.data.reason === 'missing-permission'
}
