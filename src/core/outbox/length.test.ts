import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLength, lengthOf, publicLimit } from './length.ts'

test('a link counts 23 whatever it measures, an emoji sequence 2, a Japanese letter 2, a Latin one 1', () => {
  expect(lengthOf('public', 'https://northwind.com/a/very/long/path?with=much&more=of-it')).toBe(23)
  expect(lengthOf('public', '👩‍👩‍👧‍👦')).toBe(2)
  expect(lengthOf('public', 'あ')).toBe(2)
  expect(lengthOf('public', 'é')).toBe(1)
})

test('composed or not, a text is as long', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('é', 'ñ', 'ü', 'a', ' '),
      fc.integer({ min: 1, max: 80 }),
      (letter, count) => {
        const text = `x${letter.repeat(count)}x`
        expect(lengthOf('public', text.normalize('NFD'))).toBe(lengthOf('public', text.normalize('NFC')))
      },
    ),
  )
})

test('texts only get longer, and between one and two for each letter of a plain text', () => {
  const plain = fc.stringMatching(/^[a-zA-Z ]{1,200}$/)
  fc.assert(
    fc.property(plain, plain, (one, two) => {
      expect(lengthOf('public', one)).toBe(one.length)
      expect(lengthOf('public', `${one} ${two}`)).toBe(one.length + two.length + 1)
    }),
  )
})

test('every part of a chain is measured by itself; files stand in for the words of the first alone', () => {
  const long = 'a'.repeat(publicLimit)
  expect(() => checkLength('public', [long, long])).not.toThrow()
  expect(() => checkLength('public', ['a', `${long}a`])).toThrow('reply.too-long')
  expect(() => checkLength('public', [''], 1)).not.toThrow()
  expect(() => checkLength('public', ['a', ''], 1)).toThrow('reply.empty')
})
