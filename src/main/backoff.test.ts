/** @file How long main waits after a crash, and when it gives up. */
import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test('each crash in a row waits longer, and the sixth is given up', () => {
  const crashes = backoff()
  const waits = [1, 2, 3, 4, 5, 6].map((second) => {
    crashes.began(second * 1_000)
    return crashes.crashed(second * 1_000 + 10)
  })
  expect(waits).toEqual([250, 1_000, 4_000, 10_000, 20_000, null])
})

test('a stable minute, or a person who asks, begins the count anew', () => {
  const crashes = backoff()
  crashes.began(0)
  crashes.crashed(10)
  crashes.began(1_000)
  expect(crashes.crashed(60_999)).toBe(1_000)
  crashes.began(100_000)
  expect(crashes.crashed(160_000)).toBe(250)
  crashes.reset()
  crashes.began(170_000)
  expect(crashes.crashed(170_001)).toBe(250)
})
