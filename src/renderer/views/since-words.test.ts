import { expect, test } from 'vitest'
import { isNewOnX, sinceWords } from './since-words.ts'

const now = Date.UTC(2026, 10, 17, 9)
const day = 86_400_000

test('an account is told by its month, and a new one by its days', () => {
  expect(sinceWords(now, Date.UTC(2012, 2, 15))).toBe('On X since March 2012')
  expect(sinceWords(now, now - 30 * day)).toBe('On X since October 2026')
  expect(sinceWords(now, now - 30 * day + 1)).toBe('On X for 29 days')
  expect(sinceWords(now, now - day)).toBe('On X for one day')
  expect(sinceWords(now, now)).toBe('On X since today')
  // X's clock may be a little ahead.
  expect(sinceWords(now, now + 5_000)).toBe('On X since today')
  expect(isNewOnX(now, Date.UTC(2012, 2, 15))).toBe(false)
})
