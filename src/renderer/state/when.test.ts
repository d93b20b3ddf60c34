/** @file What agents type for a time is understood as they mean it, or not at all. */
import { afterEach, expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { catalogueOf } from '../../shared/messages/catalogue.ts'
import { snoozeOf } from './snooze-words.ts'
import { learnTimes, typedWhen, whenOf } from './when.ts'

afterEach(() => learnTimes('en'))

/** A Thursday. */
const now = new Date(2026, 10, 26, 14, 50).getTime()
const at = (day: number, hour: number, minute = 0, month = 10): number =>
  new Date(2026, month, day, hour, minute).getTime()

test.each<[string, number]>([
  ['tomorrow 9', at(27, 9)],
  ['tomorrow', at(27, 9)],
  ['fri 17:00', at(27, 17)],
  ['Friday at 5pm', at(27, 17)],
  ['mon', at(30, 9)],
  ['17:00', at(26, 17)],
  ['7', at(27, 7)],
  ['7:30', at(27, 7, 30)],
  ['in 20 minutes', at(26, 15, 10)],
  ['in 2 hours', at(26, 16, 50)],
  ['2026-12-01 07:00', at(1, 7, 0, 11)],
  ['1/12 9:00', at(1, 9, 0, 11)],
  ['26 nov 18:00', at(26, 18)],
])('%s', (words, instant) => {
  expect(whenOf(words, now)).toBe(instant)
})

test.each(['', 'soon', 'when Mara answers', '9 or so', '99'])('nothing: “%s”', (words) => {
  expect(whenOf(words, now)).toBeNull()
})

test.each<[Language, string, number]>([
  ['de', 'morgen 9', at(27, 9)],
  ['de', 'fr 17:00', at(27, 17)],
  ['de', 'in 2 Stunden', at(26, 16, 50)],
  ['de', '1.12. 8:30', at(1, 8, 30, 11)],
  ['de', 'tomorrow 9', at(27, 9)],
  ['es', 'mañana 9', at(27, 9)],
  ['es', 'mar 9', at(1, 9, 0, 11)],
  ['es', 'en 2 horas', at(26, 16, 50)],
  ['ja', '明日9時', at(27, 9)],
  ['ja', '金曜 17:00', at(27, 17)],
  ['ja', '12月1日 8:30', at(1, 8, 30, 11)],
])('in %s: %s', async (language, words, instant) => {
  await learnTimes(language)
  expect(whenOf(words, now)).toBe(instant)
})

test.each<[Language, string]>([
  ['de', 'bis Antwort'],
  ['es', 'hasta respuesta'],
  ['es', 'hasta que responda'],
  ['ja', '返信まで'],
])('in %s: “%s” waits for the customer', async (language, words) => {
  await learnTimes(language)
  expect(snoozeOf(words, now)).toEqual({ until: null, forReply: true })
})

test.each(Language.options)('in %s, every example that is shown is understood', async (language) => {
  await learnTimes(language)
  const said = await catalogueOf(language)
  const listed = (text: string): string[] =>
    text
      .replace(/^[^:]+: /, '')
      .replace(/\.$/, '')
      .split(', ')
  const times = [...listed(said['when.examples']), ...listed(said['follow-up.examples'])]
  expect(times.filter((words) => whenOf(words, now) === null)).toEqual([])
  const snoozes = said['snooze.placeholder'].split(', ')
  expect(snoozes.filter((words) => snoozeOf(words, now) === null)).toEqual([])
  expect(snoozes.filter((words) => snoozeOf(words, now)?.forReply)).toHaveLength(2)
})

test.each(Language.options)(
  'an instant that is set in as words is read as the same one: %s',
  async (language) => {
    await learnTimes(language)
    for (const instant of [at(26, 18, 5), at(1, 7, 0, 11)])
      expect(whenOf(typedWhen(instant), now)).toBe(instant)
    expect(typedWhen(null)).toBe('')
  },
)
