import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Category } from '../../shared/domain/triage.ts'
import { correctionKey } from './corrections.ts'
import { weightsOf, type Correction } from './learning.ts'

const correction = fc.record<Correction>({
  language: fc.constantFrom('en', 'de'),
  found: fc.constantFrom(...Category.options),
  said: fc.constantFrom(...Category.options),
  voices: fc.uniqueArray(fc.constantFrom('refund', 'opening', 'short', 'thanks', 'how do i')),
})
const one: Correction = { language: 'en', found: 'complaint', said: 'praise', voices: ['refund', 'short'] }

test('a correction moves what spoke towards what was said, and away from what was found', () => {
  const weights = weightsOf([one])
  expect(weights.get(correctionKey('en', 'praise', 'refund'))).toBe(0.5)
  expect(weights.get(correctionKey('en', 'complaint', 'short'))).toBe(-0.5)
  expect(weights.size).toBe(4)
})

test('what was right teaches nothing', () => {
  expect(weightsOf([{ ...one, said: 'complaint' }]).size).toBe(0)
})

test('a message with many words teaches no more than a short one', () => {
  const voices = Array.from({ length: 30 }, (_, n) => `word ${n}`)
  const moved = [...weightsOf([{ ...one, voices }]).values()].filter((by) => by > 0)
  expect(moved.reduce((sum, by) => sum + by, 0)).toBeCloseTo(1.5)
})

test('the order of corrections changes nothing, no voice moves far, and one taken back leaves nothing', () => {
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 30 }), (all) => {
      const rounded = (weights: ReadonlyMap<string, number>): [string, number][] =>
        [...weights]
          .map(([key, by]): [string, number] => [key, Math.round(by * 1e6) / 1e6])
          .filter(([, by]) => by !== 0)
          .toSorted()
      expect(rounded(weightsOf(all.toReversed()))).toEqual(rounded(weightsOf(all)))
      for (const by of weightsOf(all).values()) expect(Math.abs(by)).toBeLessThanOrEqual(2)
      const without = weightsOf([...all, one].filter((each) => each !== one))
      expect(rounded(without)).toEqual(rounded(weightsOf(all)))
    }),
    { numRuns: 100 },
  )
})
