/** @file What agents type for a time is understood as they mean it, or not at all. */
import { expect, test } from 'vitest'
import { whenOf } from './when.ts'

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
