/** @file Why something is due when it is, in a sentence. Pure. */
import type { DeadlineView } from '../../shared/domain/deadline.ts'
import { t } from '../words.ts'
import { minutesText } from './brand-settings/hours-text.ts'
import { locale } from '../language.ts'

const minute = 60_000
/** So many days are listed one by one. */
const daysAtMost = 4

const minutesOfSpan = ({ from, until }: { from: number; until: number }): number =>
  Math.round((until - from) / minute)

/**
 * “First reply due Tue 17 Nov, 09:30: 1 h of business time from Mon 16 Nov, 17:30 on: 30 m on Mon 16 Nov, 30 m on Tue 17
 * Nov.” Days and hours are those of the brand, named where this computer has others.
 */
export function dueSentence(
  { kind, from, targetMs, dueAt, zone, parts }: DeadlineView,
  computerZone: string,
): string {
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  })
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const instant = (at: number): string => `${day.format(at).replace(',', '')}, ${time.format(at)}`
  const days = new Map<string, number>()
  for (const part of parts) {
    const name = day.format(part.from).replace(',', '')
    days.set(name, (days.get(name) ?? 0) + minutesOfSpan(part))
  }
  const listed = [...days]
    .slice(0, daysAtMost)
    .map(([name, minutes]) => t('due.why.day', { amount: minutesText(minutes), day: name }))
  const more = days.size - listed.length
  return t('due.why', {
    what: t(`due.why.${kind}`),
    due: instant(dueAt),
    target: minutesText(Math.round(targetMs / minute)),
    from: instant(from),
    days: listed.join(', '),
    more,
    elsewhere: zone !== computerZone,
    zone: zone.replaceAll('_', ' '),
  })
}
