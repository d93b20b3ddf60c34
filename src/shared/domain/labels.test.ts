import { expect, test } from 'vitest'
import { forbiddenLabel, Label } from './labels.ts'

test.each([
  ['pregnant', 'health'],
  ['Mental health', 'health'],
  ['schwangere', 'health'],
  ['republican', 'politics'],
  ['trade-union member', 'politics'],
  ['muslim', 'faith'],
  ['in debt', 'money'],
  ['in_debt', 'money'],
  ['Can’t pay', 'money'],
  ['pleite', 'money'],
  ['queer', 'love'],
])('“%s” is refused: %s', (label, subject) => {
  expect(forbiddenLabel(label)).toBe(subject)
})

test.each([
  'baggage',
  'billing',
  'refund',
  'broken seat',
  'poor signal',
  'race day',
  'white screen',
  'army',
  'silly question',
  'outage',
  'alarm',
  'no debit card',
  'sicherheit',
  'vip',
])('“%s” may stand', (label) => {
  expect(forbiddenLabel(label)).toBeNull()
})

test('a label is kept in one form', () => {
  expect(Label.parse('  Lost   BAG ')).toBe('lost bag')
  for (const bad of ['', '  ', 'a,b', 'x'.repeat(41), 'a\u0000b'])
    expect(Label.safeParse(bad).success).toBe(false)
})
