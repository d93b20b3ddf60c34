import { describe, expect, test } from 'vitest'
import { isOf, linesWithout, tellsOf } from './named.ts'

const called = (name: string, username: string) => ({ name, username })

describe('words that everybody writes tell of nobody', () => {
  test.each([
    ['Hi {{customer.first_name|there}}, thanks.', called('Customer', 'customer')],
    ['We refund within 5 days.', called('Refund', 'refund')],
    ['Look at https://northair.com/help first.', called('Help', 'help')],
    ['Look at northair.com/@help first.', called('Help', 'help')],
    ['Will you send us a DM?', called('Will', 'will')],
    ['Thank you for the photo.', called('Thank You', 'ty1')],
    ['Alles Gute, und vielen Dank!', called('Vielen Dank', 'vd1')],
    ['Feliz cumpleanos!', called('Feliz Cumpleaños 🎂', 'fc1')],
    ['ご連絡ありがとうございます。', called('ありがとう ございます', 'ag1')],
    ['Write to team@customer.com or @customer_care.', called('Customer', 'customer')],
    ['Maria Holtby called.', called('Maria Holt', 'mh')],
    ['Maria {{ticket.number}} Holt', called('Maria Holt', 'mh')],
    ['https://notx.com/mara and https://x.com/marathon', called('Mara', 'mara')],
  ])('%s', (text, person) => {
    expect(tellsOf(text, person)).toBe(false)
    expect(linesWithout(text, person)).toBe(text)
  })
})

describe('a handle, a profile and a whole name do', () => {
  const jose = called('José García 🌸', 'jgarcia')
  test.each([
    ['As @JGarcia told us.', jose],
    ['（＠jgarcia）', jose],
    ['See https://x.com/jgarcia/status/1', jose],
    ['See twitter.com/JGarcia.', jose],
    ['Jose Garcia saw it.', jose],
    ['JOSE\u0301 GARCI\u0301A’s bag', jose],
    ['田中花子様のお荷物', called('田中 花子', 'hanako')],
    ['Jose\u00a0Garcia', jose],
  ])('%s', (text, person) => {
    expect(tellsOf(text, person)).toBe(true)
    expect(linesWithout(text, person)).toBe('')
  })

  test('a name across a line break takes both lines, and no other', () => {
    expect(linesWithout('One.\r\nIt was Jose\r\nGarcia again.\r\nTwo.', jose)).toBe('One.\nTwo.')
  })
})

test('a field that is nothing but a name or a handle is theirs, however common the word', () => {
  const will = called('Will', 'customer')
  expect(['will', 'WILL!', '@customer', 'customer', 'Customer'].map((field) => isOf(field, will))).toEqual(
    Array.from({ length: 5 }, () => true),
  )
  expect(['Will call', 'customer care', ''].some((field) => isOf(field, will))).toBe(false)
  expect(isOf('thank you', called('Thank You', 'ty1'))).toBe(true)
  expect(isOf('', called('🌸', ''))).toBe(false)
})
