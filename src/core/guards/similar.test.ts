import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameText, similarity } from './similar.ts'

const answer = 'So sorry, Mara. Your bag is in Boston; a courier brings it tonight, before nine.'

test('another name, number or link makes no other text', () => {
  expect(isSameText(answer, answer.replace('Mara', 'Bex').replace('nine', 'ten'))).toBe(true)
  expect(isSameText(answer, `@bex ${answer} https://t.co/abc 12`)).toBe(true)
})

test('two answers to two questions are two texts', () => {
  expect(
    isSameText(answer, 'We looked into your refund, Jo: it was paid out on Monday to the same card.'),
  ).toBe(false)
})

test('what everybody says is nobody’s', () =>
  expect(isSameText('Thank you, Mara!', 'Thank you, Mara!')).toBe(false))

test('property: it is the same both ways, never more than one, and one for itself', () => {
  const text = fc.lorem({ maxCount: 12 })
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(similarity(one, other)).toBe(similarity(other, one))
      expect(similarity(one, other)).toBeLessThanOrEqual(1)
      expect(similarity(one, one)).toBe(1)
    }),
    { numRuns: 60 },
  )
})
