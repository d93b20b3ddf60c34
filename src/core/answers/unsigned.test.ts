import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unsigned } from './unsigned.ts'

describe('who signed a post', () => {
  test.each([
    ['Please send us a DM. ^JD', 'Please send us a DM.'],
    ['Please send us a DM. ^cr', 'Please send us a DM.'],
    ['Please send us a DM ^Anne-Marie', 'Please send us a DM'],
    ['Is the light on top red?\n^JAY', 'Is the light on top red?'],
    ['Please DM us your:\n-Name\n-Email\n^JD', 'Please DM us your:\n-Name\n-Email'],
    ['Glad to help with ^AP .', 'Glad to help with'],
    ['Enjoy booking your trip.^Jo', 'Enjoy booking your trip.'],
    ['We can help. *DannyHarvey', 'We can help.'],
    ['Have a great week. 😊 *TBT', 'Have a great week. 😊'],
    ['What is the full address? ~AT', 'What is the full address?'],
    ['Info so I can help.--JV', 'Info so I can help.'],
    ['What this brought you.-RM', 'What this brought you.'],
    ['Check your inbox. -GH.', 'Check your inbox.'],
    ['Noted 😊 -Becky', 'Noted 😊'],
    ['Noted 👍🏽 - Becky', 'Noted 👍🏽'],
    ['Noted :) - Becky', 'Noted :)'],
    ['Look here: https://air.example/seats -Becky', 'Look here: https://air.example/seats'],
    ['We hear from you\n- Becky', 'We hear from you'],
    ['We look into it. /CB', 'We look into it.'],
    ['I hope this helps. - Kirsten', 'I hope this helps.'],
    ['I will pass it on. Thanks - Mark', 'I will pass it on.'],
    ['We look further.\nRegards,\nAmruta', 'We look further.'],
    ['We look further. Kind regards,\nAmruta', 'We look further.'],
    ['We look further.\n\nBest regards', 'We look further.'],
    ['Wir schauen nach.\nViele Grüße\nAnna', 'Wir schauen nach.'],
    ['Wir schauen nach. Mit freundlichen Grüßen\nAnna', 'Wir schauen nach.'],
    ['Wir schauen nach. LG Anna', 'Wir schauen nach.'],
    ['Lo miramos.\nMuchas gracias,\nLucía', 'Lo miramos.'],
    ['Lo miramos. Un saludo,\nLucía', 'Lo miramos.'],
  ])('%j: it goes', (text, bare) => expect(unsigned(text, 1)).toBe(bare))

  test.each([
    'Please DM us your:\n-Name\n-Email',
    'Please send us:\n- Name\n- PNR',
    'Please send us:\n- Name',
    'Please send us:\n\n* Name\n\n* Email',
    '* Name\n* Email',
    'Please tell us more: -Becky',
    'Works on mobile / PC',
    'Unsere Hotline erreichst du Mo. - Fr.',
    "We're open Mon. - Fri.",
    '9 a.m. - Monday.',
    'Alles zu Handy-Tarifen und -Verträgen.',
    'It comes with iOS 17 -Beta',
    'You fly Berlin - JFK',
    'You fly LHR - JFK',
    'You fly from Paris-London',
    'The bus goes Heathrow - T5',
    'We are open Thursday ~ Friday',
    'Es kostet 20 € *AGB',
    'We are open Monday - Friday',
    'We are open Mon-Fri',
    'It works on iOS/Android',
    'Please look at your e-Ticket',
    'Your seat is 7/A',
    'Thanks, Mara',
    'Thanks!',
    'Send him our best regards',
    'Which TV is it? LG OLED',
    'Call us between 9 - 17',
    'We meet at gate A - B',
  ])('%j stays', (text) => expect(unsigned(text, 1)).toBe(text))

  test('two are never taken', () => expect(unsigned('We look. -Amy ^JD', 1)).toBe('We look. -Amy'))
})

describe('which part of an answer a post is', () => {
  test.each([
    ['1/2 The bag is here', 2, 'The bag is here'],
    ['The bag is here (1/3)', 3, 'The bag is here'],
    ['Which one would you like us to? ^Jane 2/2', 2, 'Which one would you like us to?'],
    ['Our team is aware. 2/2 ^JA', 2, 'Our team is aware.'],
    ['In that regard. TY - Chris 2/2', 2, 'In that regard.'],
  ])('%j of %i: it goes', (text, of, bare) => expect(unsigned(text, of)).toBe(bare))

  test.each([
    ['Valid until 3/4', 1],
    ['Valid until 3/4', 2],
    ['1/2 price tickets are back, from Monday on', 1],
    ['Rate us 5/5', 1],
    ['Rate us 5/5', 3],
    ['It costs 1/1', 1],
    ['We are here 24/7', 7],
    ['Until 31/12', 2],
  ])('%j of %i stays', (text, of) => expect(unsigned(text, of)).toBe(text))
})

const word = fc.constantFrom(
  'seat',
  'the bag',
  'Berlin',
  'JFK',
  'Monday',
  'iOS 17',
  '9 a.m.',
  'Mo. - Fr.',
  'mobile / PC',
  'e-Ticket',
  '24/7',
  '3/4',
  'Thanks',
  'Thanks, Mara',
  'Berlin - JFK',
  '-Verträge',
  'LG',
  'AGB',
  'T5',
)
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('.', '!', '?', '…', ' 😊', ' 👍🏽'))
  .map(([words, end]) => `We see ${words.join(' ')} soon${end}`)
const list = fc
  .tuple(fc.constantFrom('-', '- ', '* ', '*', '~ '), fc.array(word, { minLength: 1, maxLength: 4 }))
  .map(([bullet, points]) => `Please send us:\n${points.map((point) => `${bullet}${point}`).join('\n')}`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '))
const name = fc.constantFrom('Amy', 'JD', 'J.D.', 'DannyHarvey', 'Anne-Marie', 'Zoë', 'Lucía', 'TBT')
const mark = fc.constantFrom(
  ' ^',
  '\n^',
  ' -',
  ' - ',
  '\n– ',
  ' *',
  ' ~ ',
  ' Regards,\n',
  '\nViele Grüße\n',
  ' Kind regards, ',
)

test('property: prose and lists that nobody signed come back as they are', () => {
  fc.assert(
    fc.property(fc.oneof(prose, list), fc.integer({ min: 1, max: 2 }), (text, of) => {
      expect(unsigned(text, of)).toBe(text)
    }),
  )
})

test('property: what was written before somebody signed is what is left', () => {
  fc.assert(
    fc.property(prose, mark, name, (text, by, who) => {
      expect(unsigned(`${text}${by}${who}`, 1)).toBe(text)
    }),
  )
})
