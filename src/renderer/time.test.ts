/** @file Times in all their forms, at their edges. */
import { expect, test } from 'vitest'
import { amount, dayAndTime, due, secondsLeft, stopwatch, written, writtenAt } from './time.ts'

const now = new Date(2026, 10, 24, 10, 7).getTime()
const m = 60_000
/** Told as near fifteen minutes before, by a brand that never closes. */
const plain = (dueAt: number) => ({ dueAt, warnAt: dueAt - 15 * m, hours: null })

test('a deadline counts down in minutes, then seconds, then says how late it is', () => {
  expect(due(now, plain(now + 4 * m))).toEqual({
    state: 'urgent',
    text: 'due 4 m',
    name: 'Reply due in 4 m',
    resting: false,
  })
  expect(due(now, plain(now + 3.5 * m)).text).toBe('due 4 m')
  expect(due(now, plain(now + 11 * m)).state).toBe('soon')
  expect(due(now, plain(now + 15 * m)).state).toBe('soon')
  expect(due(now, plain(now + 16 * m))).toMatchObject({ state: 'calm', text: 'due 16 m' })
  expect(due(now, plain(now + 59.5 * m)).text).toBe('due 1 h')
  expect(due(now, plain(now + 45_000)).text).toBe('due 45 s')
  expect(due(now, plain(now - 14 * m))).toEqual({
    state: 'late',
    text: 'late 14 m',
    name: 'Reply late by 14 m',
    resting: false,
  })
  expect(due(now, plain(now - 30 * 60 * m)).text).toBe('late 30 h')
  expect(due(now, plain(now - 80 * 60 * m)).text).toBe('late 3 d')
})

test('behind a closing a deadline is a day and an hour, told as resting while the brand is closed', () => {
  const at = (day: number, hour: number, minutes: number): number =>
    new Date(2026, 10, day, hour, minutes).getTime()
  const hours = { zone: 'UTC', open: true, changesAt: at(24, 18, 0), opensAt: at(25, 9, 0) }
  const dueAt = at(25, 9, 40)
  const warnAt = at(25, 9, 30)
  expect(due(now, { dueAt, warnAt, hours })).toMatchObject({
    state: 'calm',
    text: 'due Wed 09:40',
    resting: false,
  })
  const night = { ...hours, open: false, changesAt: hours.opensAt }
  expect(due(at(24, 19, 0), { dueAt, warnAt, hours: night })).toEqual({
    state: 'calm',
    text: 'due Wed 09:40',
    name: 'Outside hours: reply due Wed 09:40',
    resting: true,
  })
  expect(due(at(25, 8, 0), { dueAt, warnAt, hours: night }).text).toBe('due 09:40')
  expect(due(at(24, 19, 0), { dueAt: at(24, 17, 0), warnAt: null, hours: night }).text).toBe('late 2 h')
  expect(due(now, { dueAt: at(24, 12, 0), warnAt: null, hours }).text).toBe('due 1 h')
  expect(dayAndTime(now, at(30, 12, 0) + 5 * 24 * 60 * m)).toBe('5 Dec, 12:00')
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

test('a stopwatch tells seconds always, hours once there are some, and nothing before it runs', () => {
  expect(stopwatch(7_900)).toBe('0:07')
  expect(stopwatch(12 * m + 41_000)).toBe('12:41')
  expect(stopwatch(62 * m + 3_000)).toBe('1:02:03')
  expect(stopwatch(-500)).toBe('0:00')
})

test('a countdown never goes below nothing', () => {
  expect(secondsLeft(now, now + 9_400)).toBe(10)
  expect(secondsLeft(now, now - 1)).toBe(0)
  expect(amount(0)).toBe('0 s')
})
