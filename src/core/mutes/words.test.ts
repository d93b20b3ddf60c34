/** @file The same words are the same mute. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mutedExpressions } from './condition.ts'
import { sameWords } from './words.ts'

test('case, accents and what stands between words make no difference; order and parts of words do', () => {
  expect(sameWords('Café  crème', 'CAFE-CREME')).toBe(true)
  expect(sameWords('gift card', 'card gift')).toBe(false)
  expect(sameWords('gift', 'gifts')).toBe(false)
})

test('property: whatever is typed is asked of the index as text, none of it as an operator', () => {
  const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /[\p{L}\p{N}]/u.test(text))
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (all) => {
      const asked = mutedExpressions(all.map((what) => ({ kind: 'word' as const, what }))).join(' OR ')
      // Outside of quotes nothing is left but what we put there.
      expect(asked.replaceAll(/"(?:[^"]|"")*"/gu, '')).toMatch(/^\( ?\*?\)(?: OR \( ?\*?\))*$/u)
    }),
  )
})

test('property: a text is the same words as itself, however it is written', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(sameWords(text, text.toLowerCase())).toBe(true)
      expect(sameWords(`  ${text} !`, text)).toBe(true)
    }),
  )
})
