/** @file Every message of the catalogue can be formatted, and failures read as whole sentences. */
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { Failure } from '../shared/errors.ts'
import { en } from '../shared/messages/en.ts'
import { eventWords, failureWords, t } from './words.ts'

test('each message is valid ICU syntax', () => {
  for (const [key, source] of Object.entries(en)) {
    expect(() => new IntlMessageFormat(source, 'en', undefined, { ignoreTag: true }), key).not.toThrow()
  }
})

test('counts and names are set in', () => {
  expect(
    t('rail.brand.name', { name: 'Northwind Air', initials: 'NA', count: 4, pressing: true, broken: false }),
  ).toBe('Northwind Air (NA), 4 need a reply, pressing')
  expect(t('customer.facts', { followers: 48_200, compact: '48.2K', tickets: 3 })).toBe(
    '48.2K followers · 3rd ticket',
  )
  expect(t('customer.facts', { followers: -1, compact: '', tickets: 1 })).toBe('1st ticket')
})

test('one ticket is named by its number', () => {
  expect(t('said.solved', { count: 1, number: 1042 })).toBe('Solved #1042')
  expect(t('said.solved', { count: 3, number: 0 })).toBe('Solved 3 tickets')
})

test('a refusal of X says why in our words', () => {
  const words = failureWords(new Failure('x.refused', { reason: 'dm-closed', detail: 'You cannot send…' }))
  expect(words).toMatch(/^This person takes no direct messages from this handle\. Your text is kept\./)
  expect(failureWords(new Failure('x.refused', { reason: 'something new', detail: 'Nope.' }))).toMatch(
    /^X refused it: Nope\./,
  )
})

test('an instant in a failure is told as a time of day', () => {
  expect(
    failureWords(new Failure('x.rate-limited', { resetAt: new Date(2026, 10, 24, 10, 12).getTime() })),
  ).toContain('10:12')
})

test('an event without words of its own is still named', () => {
  expect(eventWords('ticket.solved')).toBe('Solved')
  expect(eventWords('action.undone')).toBe('Undone')
  expect(eventWords('ticket.teleported')).toBe('Changed (ticket.teleported)')
})

test('an undo that comes too late says what came in between, and who did it', () => {
  const late = (since: string | null, by: string | null) =>
    failureWords(new Failure('undo.conflict', { action: 'ticket.reopened', since, by }))
  expect(late('ticket.solved', 'Jo')).toMatch(/^Solved since by Jo, so undo left it alone\./)
  expect(late('ticket.solved', null)).toMatch(/^Solved since, so/)
  expect(late(null, null)).toMatch(/^Something newer changed it, so/)
})
