import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressed, forMacro, forPage, nameGap, retold, type RetoldFor } from './retold.ts'

const mara: RetoldFor = {
  name: 'Mara Holt',
  username: 'maraholt',
  ownHandles: ['northair'],
  ownDomains: ['northair.example'],
  ours: ['0800 123456'],
  signOffForm: '^{{agent.initials}}',
}
const told = (...parts: string[]) =>
  retold(
    parts.map((text) => [{ kind: 'text', text }]),
    mara,
  )

describe('what was said to one customer', () => {
  test.each([
    ['@maraholt Hi Mara, it is on its way. ^JD', `Hi ${nameGap}, it is on its way.`],
    ['Hey Marie! It is on its way. -KC', `Hey ${nameGap}! It is on its way.`],
    ['It works on mobile / PC ^JD', 'It works on mobile / PC'],
    ['Please send us:\n- Name\n- Email ^JD', 'Please send us:\n- Name\n- Email'],
    ['good morning Mara Holt, we look', `good morning ${nameGap}, we look`],
    ['Hi there, we look into it', 'Hi there, we look into it'],
    ['We look into it, Mara.', `We look into it, ${nameGap}.`],
    ['Mara, we look into it', `${nameGap}, we look into it`],
    ['マラ様、確認いたします', `${nameGap}様、確認いたします`],
    ['See https://t.co/a1b2c3 for more', 'See {{link}} for more'],
    ['See northair.example/bags', 'See northair.example/bags'],
    ['Please write to @northair, not to @maraholt', 'Please write to @northair, not to'],
    ['Call 0800 123456, any day', 'Call 0800 123456, any day'],
    ['We answer within 24 - 48 hours, Mon-Fri 9-17', 'We answer within 24 - 48 hours, Mon-Fri 9-17'],
  ])('%s', (text, plain) => expect(told(text)).toEqual({ text: plain, isOfNobody: true }))

  test.each([
    'Your case Mara Holt is open, dear friend of maraholt',
    'Your booking NX81KP is changed',
    'Your parcel 48151623 left',
    'Your order 55-1234-9 left',
    '^JD',
  ])('is not somebody else’s: %s', (text) => expect(told(text).isOfNobody).toBe(false))

  test.each([
    ['Mara Holt', 'maraholt', 'We found Mara’s bag'],
    ['Mara Holt', 'maraholt', "We found Mara's bag"],
    ['Mara Holt', 'maraholt', 'Marahs bag, or Maras, is here'],
    ['Mara Holt', 'maraholt', 'We told Mara-san so'],
    ['Mara Holt', 'maraholt', 'we told mara so'],
    ['Mara Holt', 'maraholt', 'Maraさんの荷物です'],
    ['Mara🌸', 'x1', 'We told Mara so'],
    ['Mara. ✈️ Holt', 'x1', 'We told Holt so'],
    ['𝑴𝒂𝒓𝒂', 'x1', 'We told Mara so'],
    ['José', 'x1', 'We told Jose so'],
    ['Anna-Lena Berg', 'x1', 'We told Anna so'],
    ['田中', 'x1', 'お荷物は田中様へ届きました'],
    ['田中太郎', 'x1', 'お荷物は田中様へ届きました'],
    ['김민수', 'x1', '가방은 민수님께 갔습니다'],
    ['Li', 'will_s', 'We told Will_S so'],
  ])('is not somebody else’s, of %s (@%s): %s', (name, username, text) =>
    expect(retold([[{ kind: 'text', text }]], { ...mara, name, username }).isOfNobody).toBe(false),
  )

  test.each([
    ['Mara Holt', 'The marathon starts at the hotel, and Holtville is near'],
    ['Customer First', 'Hi Customer, it is there'],
    ['J', 'We look into it, J or K'],
    ['✈️', 'We look into it'],
  ])('is anybody’s, though it was for %s: %s', (name, text) =>
    expect(retold([[{ kind: 'text', text }]], { ...mara, name }).isOfNobody).toBe(true),
  )

  test('parts of a chain become one text without numbers and sign-offs', () =>
    expect(told('@maraholt Hi Mara, two things: 1/2 ^JD', '@maraholt the bag and the seat. 2/2 ^JD')).toEqual(
      {
        text: `Hi ${nameGap}, two things: the bag and the seat.`,
        isOfNobody: true,
      },
    ))

  test('a link stays where it is the brand’s own and the same for everybody', () => {
    const linked = (shown: string) =>
      retold(
        [
          [
            { kind: 'text', text: 'See ' },
            { kind: 'link', text: shown, href: 'https://t.co/x' },
          ],
        ],
        mara,
      ).text
    expect(linked('northair.example/bags')).toBe('See https://northair.example/bags')
    expect(linked('help.northair.example')).toBe('See https://help.northair.example')
    expect(linked('northair.example/trip?id=7')).toBe('See {{link}}')
    expect(linked('northair.example/b/481516')).toBe('See {{link}}')
    expect(linked('notnorthair.example/bags')).toBe('See {{link}}')
  })
})

test.each([
  [`Hi ${nameGap}, it is there.`, 'Bex', 'Hi Bex, it is there.'],
  [`Hi ${nameGap}, it is there.`, null, 'Hi, it is there.'],
  [`${nameGap}, it is there.`, null, 'It is there.'],
  [`It is there, ${nameGap}.`, null, 'It is there.'],
  [`${nameGap}様、届きました`, null, '届きました'],
])('%s for %s', (text, name, words) => expect(addressed(text, name)).toBe(words))

test.each([
  [`Hi ${nameGap}, it is there.`, 'It is there.'],
  [`Hello ${nameGap}! It is there, ${nameGap}.`, 'It is there.'],
  [`${nameGap}様、届きました`, '届きました'],
  ['Hi there, it is there.', 'Hi there, it is there.'],
])('%s on a page', (text, words) => expect(forPage(text)).toBe(words))

test('a macro names its customer by itself', () =>
  expect(forMacro(`Hi ${nameGap}!`)).toBe('Hi {{customer.first_name|there}}!'))

test('property: what is offered never names the one who got it, nor holds a long number', () => {
  const piece = fc.constantFrom(
    'Hi Mara,',
    'Mara',
    '@maraholt',
    'Holt',
    ', Mara!',
    '481516',
    'the bag',
    '.',
    '^JD',
    '1/2',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text, isOfNobody } = told(pieces.join(' '))
      if (!isOfNobody) return
      const words = addressed(text, null)
      expect(words).not.toMatch(/\bMara\b|\bHolt\b|maraholt|\d{5}/u)
    }),
  )
})
