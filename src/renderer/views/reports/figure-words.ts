/** @file Numbers of a report in words: spans, shares, what changed. Pure. */
import type { Figure, TimeRow } from '../../../shared/domain/report.ts'
import { locale, nameOfLanguage } from '../../language.ts'
import { t } from '../../words.ts'

const whole = new Intl.NumberFormat(locale)
const hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const signed = new Intl.NumberFormat(locale, {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
})

export const count = (value: number): string => whole.format(value)

/** A span as a report tells it, in its two largest units: `42 s`, `4 m 10 s`, `2 h 5 m`, `3 d 4 h`. */
export function span(ms: number | null): string {
  if (ms === null) return t('report.none-yet')
  const seconds = Math.round(ms / 1_000)
  const units = [
    ['days', 86_400],
    ['hours', 3_600],
    ['minutes', 60],
    ['seconds', 1],
  ] as const
  const first = units.findIndex(([, size]) => seconds >= size)
  if (first < 0) return t('time.seconds', { n: 0 })
  const [name, size] = units[first] ?? units[3]
  const next = units[first + 1]
  const rest = next ? Math.floor((seconds % size) / next[1]) : 0
  const big = t(`time.${name}`, { n: Math.floor(seconds / size) })
  return next && rest > 0 ? `${big} ${t(`time.${next[0]}`, { n: rest })}` : big
}

/** A share of a whole; of none: nothing. */
export const share = (part: number, of: number): string =>
  of === 0 ? t('report.none-yet') : percent.format(part / of)

export const figureValue = ({ id, value }: Pick<Figure, 'id' | 'value'>): string =>
  value === null ? t('report.none-yet') : id === 'csat' ? hundredths.format(value) : count(value)

/** How a number moved against the period before. */
export function moved(value: number | null, before: number | null): string {
  if (value === null || before === null || before === 0) return t('report.no-before')
  return t('report.against', { change: signed.format((value - before) / before) })
}

export const withinShare = ({ now, within }: TimeRow): string =>
  within === null ? '' : share(within, now.count)

const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const dated = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
const dayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })

/** A calendar date, whatever the zone. */
export const dateWords = (date: string): string => dated.format(new Date(`${date}T00:00:00Z`))

/** A period: its month where it is a whole one, its first and last day otherwise. */
export function periodWords({ from, until }: { from: string; until: string }): string {
  const [first, end] = [new Date(`${from}T00:00:00Z`), new Date(`${until}T00:00:00Z`)]
  const isMonth =
    from.endsWith('-01') &&
    until.endsWith('-01') &&
    (end.getUTCFullYear() - first.getUTCFullYear()) * 12 + end.getUTCMonth() - first.getUTCMonth() === 1
  return isMonth ? month.format(first) : dated.formatRange(first, new Date(end.getTime() - 86_400_000))
}

/** A month of a year. @param of `2026-11` */
export const monthWords = (of: string): string => month.format(new Date(`${of}-01T00:00:00Z`))

/** Monday first: the first of January 2024 was one. */
export const weekdayName = (weekday: number): string =>
  dayName.format(new Date(Date.UTC(2024, 0, 1 + weekday)))

/** A language as X names it; X has codes of its own that are no language. */
export function languageName(code: string | null): string {
  if (code === null || code.startsWith('q') || code === 'und') return t('report.unknown')
  return nameOfLanguage(code)
}
