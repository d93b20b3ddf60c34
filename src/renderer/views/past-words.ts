/** @file How the past of a handle reads: prices, sizes and states in words. Pure. */
import type { BackfillPart, BackfillPrice, BackfillView } from '../../shared/domain/backfill.ts'
import { spent } from '../money.ts'
import { clockTime } from '../time.ts'
import { t, wireFailureWords } from '../words.ts'
import { locale } from '../language.ts'

const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })

/** One choice of depth: what it brings and what it costs. */
export const priceWords = (price: BackfillPrice): string =>
  t('backfill.days', {
    days: price.days,
    posts: price.mentions + price.posts,
    messages: price.dms,
    people: price.people,
    price: spent(price.micros),
  })

/** Where a source of the past stands. */
export function partWords(part: BackfillPart): string {
  const { items, expected, reachedAt, horizonAt, failure, nextTryAt, state } = part
  if (failure) {
    const words = wireFailureWords(failure)
    return nextTryAt === null ? words : `${words} ${t('brands.next-try', { time: clockTime(nextTryAt) })}`
  }
  if (horizonAt !== null) return t('backfill.horizon', { items, date: dayOfYear.format(horizonAt) })
  if (state === 'done') return t('backfill.part.done', { items })
  const sum =
    expected === null || expected < items
      ? t('backfill.part.items', { items })
      : t('backfill.part.of', { items, expected })
  const reached =
    reachedAt === null ? '' : `, ${t('backfill.part.reached', { date: dayOfYear.format(reachedAt) })}`
  const next = nextTryAt === null ? '' : ` ${t('backfill.part.next', { time: clockTime(nextTryAt) })}`
  return sum + reached + next
}

/** The whole of it in one line. */
export const pastWords = (view: BackfillView): string =>
  t('backfill.line', {
    state: view.state,
    items: view.parts.reduce((sum, part) => sum + part.items, 0),
    date: dayOfYear.format(view.fromAt),
    price: spent(view.micros),
  })
