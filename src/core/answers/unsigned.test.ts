import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unsigned } from './unsigned.ts'

describe('who signed a post, and which part it is', () => {
  test.each([
    ['Please send us a DM. ^JD', 'Please send us a DM.'],
    ['Please send us a DM. ^cr', 'Please send us a DM.'],
    ['Is the light on top red?\n^JAY', 'Is the light on top red?'],
    ['Glad to help with ^AP .', 'Glad to help with'],
    ['Enjoy booking your trip.^Jo', 'Enjoy booking your trip.'],
    ['We can help. *DannyHarvey', 'We can help.'],
    ['Have a great week. 😊 *TBT', 'Have a great week. 😊'],
    ['What is the full address? ~AT', 'What is the full address?'],
    ['Please tell us more: -Becky', 'Please tell us more:'],
    ['Info so I can help.--JV', 'Info so I can help.'],
    ['What this brought you.-RM', 'What this brought you.'],
    ['Check your inbox. -GH.', 'Check your inbox.'],
    ['Noted 😊 -Becky', 'Noted 😊'],
    ['We look into it /CB', 'We look into it'],
    ['I hope this helps. - Kirsten', 'I hope this helps.'],
    ['I will pass it on. Thanks - Mark', 'I will pass it on. Thanks'],
    ['In that regard. TY - Chris 2/2', 'In that regard. TY'],
    ['We hear from you - BH', 'We hear from you'],
    ['Which one would you like us to? ^Jane 2/2', 'Which one would you like us to?'],
    ['Our team is aware. 2/2 ^JA', 'Our team is aware.'],
    ['1/2 The bag is here', 'The bag is here'],
    ['The bag is here (1/3)', 'The bag is here'],
    ['We look further.\nRegards,\nAmruta', 'We look further.'],
  ])('%j goes', (text, bare) => expect(unsigned(text)).toBe(bare))

  test.each([
    'We are open Monday - Friday',
    'We are open Mon-Fri',
    'You fly LHR - JFK',
    'You fly from Paris-London',
    'It works on iOS/Android',
    'Please look at your e-Ticket',
    'We are here 24/7',
    'Your seat is 7/A',
    'Until 31/12',
    'Thanks, Mara',
    'Thanks!',
    'Call us between 9 - 17',
    'We meet at gate A - B',
  ])('%j stays', (text) => expect(unsigned(text)).toBe(text))
})

test('property: what is left stood there in one piece', () => {
  const piece = fc.constantFrom(
    'Mara',
    'the bag',
    '.',
    '-',
    '^',
    'JD',
    '1/2',
    '\n',
    ' ',
    '24/7',
    '*',
    'Thanks',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join('')
      expect(text).toContain(unsigned(text))
    }),
  )
})
