import { expect, test } from 'vitest'
import { promiseIn } from './promise-words.ts'

// Tuesday, 24 November 2026, 10:07 in Berlin
const at = Date.UTC(2026, 10, 24, 9, 7)
const zone = 'Europe/Berlin'
const due = (text: string, zoneOf = zone): string | null => {
  const found = promiseIn(text, at, zoneOf)
  return found && new Date(found.dueAt).toISOString().slice(0, 16)
}

test.each([
  ['So sorry, Mara. We’ll update you by 5.', '2026-11-24T16:00'],
  ["I'll be back by 5pm.", '2026-11-24T16:00'],
  ['We will call you tomorrow at 9:30.', '2026-11-25T08:30'],
  ['You will hear from us by Friday.', '2026-11-27T17:00'],
  ['We’ll have an answer within 2 hours.', '2026-11-24T11:07'],
  ['Expect an update by end of day.', '2026-11-24T17:00'],
  ['Wir melden uns bis 17 Uhr bei Ihnen.', '2026-11-24T16:00'],
  ['Ich gebe Ihnen morgen um 9 Uhr Bescheid.', '2026-11-25T08:00'],
  ['Te avisaremos antes de las 17:00.', '2026-11-24T16:00'],
  ['Te informaremos mañana a las 10:00.', '2026-11-25T09:00'],
  ['Nous vous tiendrons informés demain à 10h.', '2026-11-25T09:00'],
  ['Nous reviendrons vers vous avant 17h.', '2026-11-24T16:00'],
])('“%s” is a promise', (text, expected) => {
  expect(due(text)).toBe(expected)
})

test.each([
  'Could you tell us your flight? We’ll look into it.',
  'The flight left at 17:00.',
  'Will we see you by 5?',
  'We can’t promise that we’ll know by 5.',
  'Wir können das leider nicht bis 17 Uhr klären.',
  'Thank you, have a nice day!',
  'We’ll be there for you.',
])('“%s” is none', (text) => {
  expect(due(text)).toBeNull()
})

test('the instant is one of the brand’s zone, also across a change of its clocks', () => {
  expect(due('We’ll update you by 5.', 'America/New_York')).toBe('2026-11-24T22:00')
  const spring = promiseIn('We will call you on Sunday at 17:00.', Date.UTC(2027, 2, 26, 9), zone)
  expect(new Date(spring?.dueAt ?? 0).toISOString().slice(0, 16)).toBe('2027-03-28T15:00')
})

test('the sentence that makes it is kept, no more', () => {
  const found = promiseIn('Sorry, Mara. We’ll write by 5. Take care!', at, zone)
  expect(found?.words).toBe('We’ll write by 5.')
})
