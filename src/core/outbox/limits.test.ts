import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../shared/must.ts'
import { fitsAt, fullness, windows } from './limits.ts'

const posts = must(
  windows.find(({ limit }) => limit === 'posts'),
  'the limit on posts',
)

test('the hundred-and-first post of a quarter of an hour leaves when the first no longer counts', () => {
  const now = 10_000_000
  const attempts = Array.from({ length: 100 }, (_, index) => now - 100_000 + index)
  expect(fullness(posts, attempts, now)).toEqual({ used: 100, freesAt: now - 100_000 + 15 * 60_000 })
  expect(fitsAt(posts, attempts, now)).toBe(now - 100_000 + 15 * 60_000)
  expect(fitsAt(posts, attempts.slice(1), now)).toBe(now)
  expect(fullness(posts, [], now)).toEqual({ used: 0, freesAt: null })
})

test('whatever went out before, sending when it fits never passes the limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 8 }),
      (gaps, max) => {
        const window = { ...posts, max, ms: 1_000 }
        const attempts: number[] = []
        let now = 5_000
        for (const gap of gaps) {
          now += gap
          const at = fitsAt(window, attempts, now)
          expect(at).toBeGreaterThanOrEqual(now)
          attempts.push(at)
          now = at
          expect(fullness(window, attempts, at).used).toBeLessThanOrEqual(max)
        }
      },
    ),
  )
})
