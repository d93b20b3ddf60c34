import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from './patterns.ts'
import { defaultPrivateData, passesLuhn, privateDataIn } from './private-data.ts'

const kinds = (text: string, setting = defaultPrivateData) =>
  privateDataIn(text, setting).map(({ kind }) => kind)
const saw = (text: string) => privateDataIn(text).map((one) => one.saw)

describe('what does not belong in public', () => {
  test.each([
    ['Write to mara.lind@example.com please', 'email', 'mara.lind@example.com'],
    ['It is mara (at) example (dot) com', 'email', 'mara (at) example (dot) com'],
    ['Call Mara on +44 20 7946 0958 tonight', 'phone', '+44 20 7946 0958'],
    ['Call +49 30 901820 tonight', 'phone', '+49 30 901820'],
    ['call me (212) 555-2368', 'phone', '(212) 555-2368'],
    ['0171 1234567 ist ihre Nummer', 'phone', '0171 1234567'],
    ['We refunded 4111 1111 1111 1111 today', 'card', '4111 1111 1111 1111'],
    ['to DE89 3704 0044 0532 0130 00 as asked', 'iban', 'DE89 3704 0044 0532 0130 00'],
    ['to GB82WEST12345698765432.', 'iban', 'GB82WEST12345698765432'],
    ['The courier comes to 12 Upper Baker Street at six', 'address', '12 Upper Baker Street'],
    ['Der Bote kommt in die Hauptstraße 12 um sechs', 'address', 'Hauptstraße 12'],
    ['Le livreur va au 12 rue de la Paix', 'address', '12 rue de la Paix'],
    ['a la Calle Mayor 5 mañana', 'address', 'Calle Mayor 5'],
    ['delivered to SW1A 1AA', 'address', 'SW1A 1AA'],
  ] as const)('%s', (text, kind, words) => {
    const found = privateDataIn(text)
    expect(found.map((one) => one.kind)).toContain(kind)
    expect(found.find((one) => one.kind === kind)?.saw).toContain(words)
  })

  test.each([
    'So sorry, Mara. Your bag is in Boston; a courier brings it tonight.',
    'Flight 1482 leaves at 18:40 from gate 12, and 240 people wait.',
    'See https://northair.example/help/4111111111111111?id=1999999999999999999',
    'We are open Monday to Friday from 9 to 18, since 17/11/2026.',
    'You get 1,250,000 points on 12 December 2026.',
    'Platz 12 ist frei, Reihe 4',
    '@mara hello @northair_help',
  ])('nothing in: %s', (text) => expect(privateDataIn(text)).toEqual([]))

  test('letters that only look like digits hide nothing, and offsets are those of the text', () => {
    const text = 'n\u200Bo \uFF14\uFF11\uFF11\uFF11 1111 1111 1111 ok'
    const [found] = privateDataIn(text)
    expect(found).toMatchObject({ kind: 'card', start: 4 })
    expect(text.slice(found?.start, found?.end)).toBe('\uFF14\uFF11\uFF11\uFF11 1111 1111 1111')
  })

  test('what is the brand’s own may stand there', () => {
    const ours = ['help@northair.example', '+44 20 7946 0958', '@lounge.example']
    const setting = { ...defaultPrivateData, ours }
    expect(
      kinds('Write to help@northair.example or call 020 7946 0958, or ask vip@lounge.example', setting),
    ).toEqual([])
    expect(kinds('Write to other@northair.example', setting)).toEqual(['email'])
  })

  test('booking numbers by mask and by expression, whole words alone', () => {
    const setting = { ...defaultPrivateData, patterns: ['NA-####', '/PNR [a-z0-9]{6}/'] }
    expect(kinds('Your booking na-4821 is fine', setting)).toEqual(['number'])
    expect(kinds('Your PNR X4TQ2B is fine', setting)).toEqual(['number'])
    expect(kinds('DNA-48215 is none', setting)).toEqual([])
  })
})

test('a pattern that would find everything, or that cannot be read, is none', () => {
  for (const bad of ['/.*/', '/a|/', '/(/', '/(?=x)x/', '/\\d?/']) expect(compilePattern(bad)).toBeNull()
  expect(compilePattern('#####')).not.toBeNull()
})

test('a pattern made to hold up a backtracking engine is searched as fast as any other', () => {
  const setting = { ...defaultPrivateData, patterns: ['/(a+)+b/', '/(a|aa)+c/', '/([a-z]+)*!/'] }
  // A backtracking engine would not end within the life of this test.
  expect(kinds('a'.repeat(5_000), setting)).toEqual([])
})

test('no text holds up the search: it grows with the text', () => {
  const hostile = ['a.', '1 ', 'A ', 'a@', 'DE12', 'rue de ', '12 A ', '1-', 'x(at)', 'Via a ']
  for (const piece of hostile) privateDataIn(piece.repeat(Math.ceil(10_000 / piece.length)))
})

test('property: a card number with its check digit is found wherever it stands, and another last digit is none', () => {
  const body = fc.stringMatching(/^4[0-9]{14}$/u)
  fc.assert(
    fc.property(body, fc.constantFrom('', ' ', '-'), (digits, gap) => {
      const check = [...'0123456789'].find((digit) => passesLuhn(digits + digit)) ?? ''
      const whole = (digits + check).replace(/(\d{4})(?=\d)/gu, `$1${gap}`)
      const found = privateDataIn(`Card ${whole}, thanks`)
      expect(found.filter((one) => one.kind === 'card').map((one) => one.saw)).toEqual([whole])
      const wrong = digits + String((Number(check) + 1) % 10)
      expect(kinds(`Card ${wrong}`)).not.toContain('card')
    }),
    { numRuns: 60 },
  )
})

test('property: spans lie in the text, do not overlap and are what was seen', () => {
  const word = fc.constantFrom(
    'a@b.co',
    '+44 20 7946 0958',
    '4111111111111111',
    'Hauptstraße 12',
    'hi',
    '😀',
    '\uFF11',
    ',',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join(' ')
      let last = 0
      for (const { start, end, saw: seen } of privateDataIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(text.slice(start, end)).toBe(seen)
        last = end
      }
    }),
    { numRuns: 100 },
  )
})

test('an address in two words is told once', () =>
  expect(saw('to 10 Downing Street, SW1A 2AA')).toHaveLength(2))
