import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuietThanks } from './quiet-thanks.ts'

test.each([
  'Thanks!',
  '@northair thank you so much',
  'thx 🙏',
  'Great, thanks team',
  'Cheers 👍',
  '🙏❤️',
  'Vielen Dank!',
  'Danke schön',
  'Muchas gracias',
  'mil gracias 😊',
  'Merci beaucoup',
  'Merci à vous',
  'Muito obrigada!!',
  'valeu',
  'Hartelijk dank',
  'Bedankt voor de hulp',
  'Grazie mille',
  'ありがとうございます！',
  '@northair 本当にありがとうございました',
  'どうもありがとう🙏',
])('asks for nothing: %s', (text) => {
  expect(isQuietThanks(text)).toBe(true)
})

test.each([
  ['a question', 'Thanks?'],
  ['another sign of one', 'ありがとう？'],
  ['a digit', 'thanks 2 you'],
  ['a digit of another script', 'thanks ٣'],
  ['a link', 'thanks https://t.co/x'],
  ['a negative sign', 'thanks 🙄'],
  ['five words', 'thank you so very much'],
  ['a word that is on no list', 'thanks for nothing'],
  ['a no', 'no thanks'],
  ['two languages', 'danke beaucoup'],
  ['nothing of thanks', 'ok great'],
  ['no word at all', '@northair'],
  ['a sign that thanks nobody', '😂'],
  ['more of Japanese', 'ありがとうございます、まだ届きません'],
  ['an ampersand, which may be anything', 'thanks &amp; bye'],
])('is more than a thanks: %s', (_, text) => {
  expect(isQuietThanks(text)).toBe(false)
})

test('a question, a digit or a link is never quiet, whatever stands around it', () => {
  const thanks = fc.constantFrom(
    'thanks',
    'Danke',
    'gracias',
    'merci',
    'obrigado',
    'bedankt',
    'grazie',
    'ありがとう',
  )
  const more = fc.constantFrom('?', '7', 'http://a.b', '👎', '？', 'www.x')
  fc.assert(
    fc.property(thanks, more, fc.boolean(), fc.string({ maxLength: 8 }), (word, sign, first, noise) => {
      expect(isQuietThanks(first ? `${sign} ${noise} ${word}` : `${word} ${noise}${sign}`)).toBe(false)
    }),
  )
})
