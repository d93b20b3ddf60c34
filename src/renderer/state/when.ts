/**
 * @file Typed words for an instant: “tomorrow 9”, “fri 17:00”, “in 2 hours”, and the same in the language of the window.
 * The zone is this computer's, which is the brands' zone too.
 */
import { GB, type Chrono } from 'chrono-node/en'
import type { Language } from '../../shared/language.ts'

const loads: Record<Exclude<Language, 'en'>, () => Promise<Chrono>> = {
  de: async () => (await import('chrono-node/de')).casual,
  es: async () => (await import('chrono-node/es')).casual,
  ja: async () => (await import('chrono-node/ja')).casual,
}

let readers: readonly Chrono[] = [GB]

/** From now on the words of `language` are understood as well, and first: “mar 9” is a Tuesday in Spanish. */
export async function learnTimes(language: Language): Promise<void> {
  readers = language === 'en' ? [GB] : [await loads[language](), GB]
}

/** An hour for a day that was named without one: when work begins. */
const firstHour = 9

/** Words that `whenOf` reads as this instant again, as long as it is to come; '' for null. @param at epoch ms */
export function typedWhen(at: number | null): string {
  if (at === null) return ''
  const date = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** A bare hour at the end counts as one: `tomorrow 9`, `9`. */
const withMinutes = (words: string): string => words.trim().replace(/(^|[^\d:./-])(\d{1,2})$/, '$1$2:00')

/** `24.12.` as Germans write it: a day and a month. */
const slashed = (words: string): string => words.replace(/^(\d{1,2})\.\s?(\d{1,2})\.(?=\s|$)/, '$1/$2')

/**
 * The instant that the words name, epoch ms in whole minutes, the next one to come; null when they name none.
 * @param now epoch ms on the same clock
 */
export function whenOf(words: string, now: number): number | null {
  const text = withMinutes(slashed(words))
  // Half a sentence understood is a wrong time.
  const found = readers
    .map((reader) => reader.parse(text, new Date(now), { forwardDate: true })[0])
    .find((one) => one?.text.length === text.length)
  if (!found) return null
  const date = found.start.date()
  const namesTime = found.start.isCertain('hour') || found.start.isCertain('minute')
  if (!namesTime) date.setHours(firstHour)
  if (!namesTime) date.setMinutes(0)
  // Up to the whole minute: “in 1 minute” is no less.
  if (date.getSeconds() + date.getMilliseconds() > 0) date.setMinutes(date.getMinutes() + 1)
  date.setSeconds(0, 0)
  // A time of day that is over today is tomorrow's.
  if (date.getTime() <= now && !found.start.isCertain('day') && !found.start.isCertain('weekday'))
    date.setDate(date.getDate() + 1)
  return date.getTime()
}
