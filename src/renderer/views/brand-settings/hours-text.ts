/** @file Hours and targets as people type them: `09:00–18:00, 19–21`, `1 h 30 m`. Pure. */
import { OpenDay } from '../../../shared/domain/deadline-settings.ts'
import { t } from '../../words.ts'

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?`
const spanWords = new RegExp(String.raw`^${time}\s*(?:[-–—]|to)\s*${time}$`)

/** The spans of a day; empty words: closed. Null when they are not understood, overlap or end before they begin. */
export function spansOf(words: string): OpenDay | null {
  const spans: OpenDay = []
  for (const part of words.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const found = spanWords.exec(part)
    if (!found) return null
    const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = found
    spans.push({
      from: `${fromHour?.padStart(2, '0')}:${fromMinute}`,
      to: `${toHour?.padStart(2, '0')}:${toMinute}`,
    })
  }
  return OpenDay.safeParse(spans.toSorted((one, other) => one.from.localeCompare(other.from))).data ?? null
}

/** The spans of a day as they are typed. */
export const spansText = (spans: OpenDay): string => spans.map(({ from, to }) => `${from}–${to}`).join(', ')

/** How the language spoken writes a unit, beside which the English letters are always understood. */
const unitOf = (key: 'time.hours' | 'time.minutes'): string =>
  t(key, { n: 0 })
    .replace('0', '')
    .trim()
    .toLowerCase()
    .replaceAll('.', String.raw`\.`)

const spanOfTime = (): RegExp =>
  new RegExp(
    String.raw`^(?:(\d{1,4})\s*(?:h(?:ours?)?|${unitOf('time.hours')}))?\s*(?:(\d{1,5})\s*(?:m|min|minutes?|${unitOf('time.minutes')})?)?$`,
  )

/** Minutes of `90`, `90 m`, `1 h 30 m`, `24 h`, and of what `minutesText` writes; null when they are not understood. */
export function minutesOf(words: string): number | null {
  const found = words.trim() === '' ? null : spanOfTime().exec(words.trim().toLowerCase())
  if (!found) return null
  const minutes = Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0)
  return minutes >= 1 && minutes <= 60_000 ? minutes : null
}

/** A target as it is typed: `45 m`, `4 h`, `1 h 30 m`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [
    ...(hours > 0 ? [t('time.hours', { n: hours })] : []),
    ...(rest > 0 || hours === 0 ? [t('time.minutes', { n: rest })] : []),
  ].join(' ')
}
