/** @file Times in all their forms, at their edges. */
import { expect, test } from 'vitest'
import { amount, due, secondsLeft, written, writtenAt } from './time.ts'

const now = new Date(2026, 10, 24, 10, 7).getTime()
const m = 60_000

test('a deadline counts down in minutes, then seconds, then says how late it is', () => {
  expect(due(now, now + 4 * m)).toEqual({ state: 'urgent', text: 'due 4 m', name: 'Reply due in 4 m' })
  expect(due(now, now + 3.5 * m).text).toBe('due 4 m')
  expect(due(now, now + 11 * m).state).toBe('soon')
  expect(due(now, now + 15 * m).state).toBe('soon')
  expect(due(now, now + 16 * m)).toMatchObject({ state: 'calm', text: 'due 16 m' })
  expect(due(now, now + 59.5 * m).text).toBe('due 1 h')
  expect(due(now, now + 45_000).text).toBe('due 45 s')
  expect(due(now, now - 14 * m)).toEqual({ state: 'late', text: 'late 14 m', name: 'Reply late by 14 m' })
  expect(due(now, now - 30 * 60 * m).text).toBe('late 30 h')
  expect(due(now, now - 80 * 60 * m).text).toBe('late 3 d')
})

test('the time of a message is plain, and shorter the nearer it is', () => {
  expect(written(now, now - 20_000)).toBe('now')
  expect(written(now, now - 2 * m)).toBe('2 m ago')
  expect(written(now, now - 90 * m)).toBe('08:37')
  expect(written(now, now - 24 * 60 * m)).toBe('Yesterday')
  expect(written(now, now - 5 * 24 * 60 * m)).toBe('19 Nov')
  expect(writtenAt(now, now - 26 * m)).toBe('09:41')
  expect(writtenAt(now, now - 24 * 60 * m)).toBe('23 Nov, 10:07')
})

test('a countdown never goes below nothing', () => {
  expect(secondsLeft(now, now + 9_400)).toBe(10)
  expect(secondsLeft(now, now - 1)).toBe(0)
  expect(amount(0)).toBe('0 s')
})
