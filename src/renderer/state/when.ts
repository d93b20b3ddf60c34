/**
 * @file Typed words for an instant: “tomorrow 9”, “fri 17:00”, “in 2 hours”. Pure; the zone is this computer's, which is
 * the brands' zone too.
 */
import { GB } from 'chrono-node/en'

/** An hour for a day that was named without one: when work begins. */
const firstHour = 9

/** A bare hour at the end counts as one: `tomorrow 9`, `9`. */
const withMinutes = (words: string): string => words.trim().replace(/(^|[^\d:./-])(\d{1,2})$/, '$1$2:00')

/**
 * The instant that the words name, epoch ms in whole minutes, the next one to come; null when they name none.
 * @param now epoch ms on the same clock
 */
export function whenOf(words: string, now: number): number | null {
  const text = withMinutes(words)
  const [found] = GB.parse(text, new Date(now), { forwardDate: true })
  // Half a sentence understood is a wrong time.
  if (!found || found.text.length !== text.length) return null
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
