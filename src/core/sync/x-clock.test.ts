import { expect, test } from 'vitest'
import { askingFrom, xClock } from './x-clock.ts'

test('an answer settles when it was asked, in whole milliseconds, never later than it was thought', () => {
  let now = 1_000
  let monotonic = 5.25
  let offset = 0
  const clock = xClock(
    { now: () => now, monotonic: () => monotonic, after: () => () => undefined },
    () => offset,
  )
  const ahead = askingFrom(clock)
  now += 40
  monotonic += 40.4
  offset = -300
  expect(ahead.at).toBe(1_000)
  expect(ahead.afterAnswer()).toBe(699)

  const right = askingFrom(clock)
  now += 40
  monotonic += 39.6
  expect(right.afterAnswer()).toBe(right.at)
})
