/** @file How a source reads: complete to when, known by what, what stands in its way. Pure. */
import { RefusalReason } from '../../shared/domain/refusal.ts'
import type { SourceStatus } from '../../shared/domain/brand.ts'
import { fromWire, type Failure } from '../../shared/errors.ts'
import { amount, clockTimeWithSeconds, writtenAt } from '../time.ts'
import { failureWords, t } from '../words.ts'
import type { Doubt } from './coverage.ts'

/** What a source is called: what is listened to by its own name. */
export const sourceName = ({ title, source }: Pick<SourceStatus, 'title' | 'source'>): string =>
  title ?? t(`source.${source}`)

/** Why something could not be read. A refusal is told without a word about a text to keep, as there is none. */
export function readFailureWords(failure: Failure): string {
  if (!failure.is('x.refused')) return failureWords(failure)
  const { detail } = failure.data
  const reason = RefusalReason.safeParse(failure.data.reason)
  if (reason.data === 'missing-permission') return t('source.sign-in')
  if (reason.data === 'invalid-request') return t('source.invalid', { detail })
  return t(`refusal.${reason.data ?? 'forbidden'}`, { detail })
}

/** Where a source stands, in one sentence. */
export function sourceWords({ failure, state, completeToAt, gaps }: SourceStatus): string {
  if (failure) return readFailureWords(fromWire(failure))
  if (state !== 'ok') return t(`source.${state}`)
  return completeToAt === null
    ? t('source.ok.never')
    : t(gaps.length > 0 ? 'source.ok.gaps' : 'source.ok', { time: clockTimeWithSeconds(completeToAt) })
}

/** What may be missing, as an agent should know it. */
export function doubtWords(what: Doubt['what'], now: number): string {
  if (what.kind === 'quiet')
    return t('coverage.quiet', { time: writtenAt(now, what.since), amount: amount(what.rhythmMs) })
  const from = writtenAt(now, what.gap.fromAt)
  const to = writtenAt(now, what.gap.toAt)
  return t(`coverage.gap.${what.gap.why}`, { span: from === to ? from : t('coverage.span', { from, to }) })
}

/** Whether signing in again mends it: the sign-in lacks a permission that this needs. */
export function needsSignIn({ failure }: SourceStatus): boolean {
  if (!failure) return false
  const known = fromWire(failure)
  return known.is('x.refused') && known.data.reason === 'missing-permission'
}
