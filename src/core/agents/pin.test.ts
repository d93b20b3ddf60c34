/** @file A PIN is known again, nothing else is; guessing gets slower and stops getting slower at a quarter of an hour. */
import { expect, test } from 'vitest'
import { freeTries, isPin, storedPin, waitAfter } from './pin.ts'

test('a PIN is known again, and two of the same are stored differently', async () => {
  const [one, other] = [await storedPin('4711'), await storedPin('4711')]
  expect(one).not.toBe(other)
  expect(one).not.toContain('4711')
  expect(await isPin('4711', one)).toBe(true)
  expect(await isPin('4712', one)).toBe(false)
  expect(await isPin('47110', other)).toBe(false)
})

test('the first wrong ones cost nothing, each later one at least as much as the one before', () => {
  const waits = Array.from({ length: 30 }, (_, failures) => waitAfter(failures))
  expect(waits.slice(0, freeTries)).toEqual([0, 0, 0, 0, 0])
  expect(waits[freeTries]).toBe(30_000)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(15 * 60_000)
})
