/** @file Who is named by a text, and what is only a word that somebody happens to be called by. */
import { expect, test } from 'vitest'
import { linesWithout, tellsOf } from './named.ts'

const tells = (text: string, name: string, username: string): boolean => tellsOf(text, { name, username })

test('a handle, the address of a profile and a whole name tell of a person, however they are written', () => {
  const told = [
    'Ask @mara_holt',
    'see https://x.com/mara_holt',
    'MARA HOLT called',
    'for Mara\u00a0Hólt',
    'Mara-Holt',
  ]
  for (const text of told) expect(tells(text, 'Mara Holt', 'mara_holt'), text).toBe(true)
  expect(tells('Jose Garcia wrote', 'José García', 'jg')).toBe(true)
  expect(tells('田中太郎様の件', '田中太郎', 'tanaka')).toBe(true)
  // Where it is all that a macro is called, one word is enough.
  expect(tells('mara', 'Mara', 'mara_h92')).toBe(true)
})

test('a word that somebody happens to be called by is a word', () => {
  const words = [
    ['Hi {{customer.first_name|there}}, we are on it.', 'Someone', 'customer'],
    ['We refund within 5 days.', 'A B', 'refund'],
    ['https://northair.example/help', 'A B', 'help'],
    ['Will you send us a DM?', 'Will', 'will_77'],
    ['Thank you for waiting.', 'Thank You', 'ty'],
    ['お問い合わせありがとうございます。', 'ありがとう', 'arigato'],
    ['@mara_holts', 'A B', 'mara_holt'],
  ] as const
  for (const [text, name, username] of words) expect(tells(text, name, username), text).toBe(false)
})

test('lines that tell of them go, also where the name goes over two of them; the others stay', () => {
  const person = { name: 'Mara Holt', username: 'mara_holt' }
  expect(linesWithout('Hello.\nAs Mara\nHolt knows.\nBye.', person)).toBe('Hello.\nBye.')
  expect(linesWithout('Hello.\nAs Mara Holt knows.\nHolt is a place.', person)).toBe(
    'Hello.\nHolt is a place.',
  )
})
