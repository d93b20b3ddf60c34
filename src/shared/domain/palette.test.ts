/** @file What is chosen often and lately weighs most, and no choice is worth more than it was made. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usedOnce, weightNow, type PaletteUse } from './palette.ts'

const day = 86_400_000
const choices = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), after: fc.integer({ min: 0, max: 30 * day }) }),
  { maxLength: 40 },
)

const play = (made: readonly { key: string; after: number }[]): { uses: PaletteUse[]; now: number } =>
  made.reduce<{ uses: PaletteUse[]; now: number }>(
    ({ uses, now }, { key, after }) => ({ uses: usedOnce(uses, key, now + after), now: now + after }),
    { uses: [], now: 0 },
  )

test('an entry stands once, and its weight is the sum of its choices, each halved every 14 days', () => {
  fc.assert(
    fc.property(choices, (made) => {
      const { uses, now } = play(made)
      expect(new Set(uses.map(({ key }) => key)).size).toBe(uses.length)
      let at = 0
      const times = made.map(({ key, after }) => ({ key, at: (at += after) }))
      for (const use of uses) {
        const sum = times
          .filter(({ key }) => key === use.key)
          .reduce((total, one) => total + 0.5 ** ((now - one.at) / (14 * day)), 0)
        expect(weightNow(use, now)).toBeCloseTo(sum, 6)
      }
    }),
  )
})

test('a clock that went back makes nothing heavier, and of very many the lightest are forgotten', () => {
  const [use] = usedOnce([], 'a', 1_000)
  expect(use && weightNow(use, 0)).toBe(1)
  const many = Array.from({ length: 300 }, (_, n) => `k${n}`).reduce<PaletteUse[]>(
    (uses, key, n) => usedOnce(uses, key, n * day),
    [],
  )
  expect(many).toHaveLength(200)
  expect(many[0]?.key).toBe('k299')
})
