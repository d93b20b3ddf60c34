import { expect, test } from 'vitest'
import { snoozeOf } from './snooze-words.ts'

// Tuesday
const now = new Date(2026, 10, 24, 10, 7).getTime()
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

test.each([
  ['fri 9', at(27, 9)],
  ['2h', at(24, 12, 7)],
  ['90 m', at(24, 11, 37)],
  ['3d', at(27, 9)],
  ['tomorrow', at(25, 9)],
  ['until fri 9', at(27, 9)],
  ['for 2 hours', at(24, 12, 7)],
])('“%s” is an instant', (words, until) => {
  expect(snoozeOf(words, now)).toEqual({ until, forReply: false })
})

test.each(['reply', 'until reply', 'until they answer', 'until the customer replies'])(
  '“%s” waits for the customer',
  (words) => {
    expect(snoozeOf(words, now)).toEqual({ until: null, forReply: true })
  },
)

test.each(['fri 9 or reply', 'fri 9, reply', 'until fri 9 or they answer'])(
  '“%s” is whichever is first',
  (words) => {
    expect(snoozeOf(words, now)).toEqual({ until: at(27, 9), forReply: true })
  },
)

test.each(['', 'soon', 'yesterday 9:00', 'fri 9 and whatever'])('“%s” is no snooze', (words) => {
  expect(snoozeOf(words, now)).toBeNull()
})
