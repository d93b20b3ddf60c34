import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsat } from './reader.ts'

test.each([
  ['5', 5],
  ['4/5', 4],
  [' 3 of 5 ', 3],
  ['2 stars', 2],
  ['1!', 1],
  ['５', 5],
  ['5️⃣', 5],
  ['five', 5],
  ['vier Sterne', 4],
  ['cinco', 5],
  ["I'd give it a 4", 4],
  ['⭐⭐⭐⭐', 4],
  ['★★☆☆☆', 2],
  ['5 ⭐', 5],
  ['👍', 4],
  ['👍🏽👍🏽', 4],
  ['❤️', 5],
  ['😡', 1],
  ['🙁', 2],
  ['Thank you so much!', 5],
  ['Danke, super', 5],
  ['muchas gracias 😊', 5],
  ['merci, parfait', 5],
  ['Terrible service', 1],
  ['Nie wieder!', 1],
  ['pésimo', 1],
  ['c’est honteux', 1],
  ['not good, the worst', 1],
] as const)('%s is %i', (text, score) => expect(readCsat(text)).toEqual({ score }))

test.each(['stop', 'STOP!', 'Please stop', 'keine Umfragen mehr', 'no más encuestas', 'arrêtez'])(
  '%s is a stop',
  (text) => expect(readCsat(text)).toBe('stop'),
)

test.each([
  '4 of my bags are missing',
  'Call me at 5',
  '6',
  '0',
  '45',
  'thanks, but where is my bag?',
  'not great',
  'no gracias',
  'When will it stop?',
  '👍😡',
  '',
  '   ',
  'ok',
  'Please stop the direct debit from my account',
  'Great, now the other bag is lost as well and I am still waiting',
  'great 🙁',
  '1 2 3',
  '__proto__',
  'constructor',
])('%s is no answer', (text) => expect(readCsat(text)).toBeNull())

test('property: no text makes it fail, and a score is one of five', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('5', '⭐', 'stop', 'merci')),
      (text) => {
        const read = readCsat(text)
        if (read !== null && read !== 'stop') expect([1, 2, 3, 4, 5]).toContain(read.score)
      },
    ),
    { numRuns: 200 },
  )
})
