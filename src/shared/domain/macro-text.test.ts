/** @file Variables in texts: what is filled, what is left and stops a message, and what a slash looks for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillIn, firstNameOf, foundBy, macroVariables, slashAt, unfilledIn, unknownIn } from './macro-text.ts'

const values: Record<string, string> = { 'customer.first_name': 'Mara', 'agent.initials': 'JD' }
const valueOf = (name: string): string | null => values[name] ?? null

test('values are set in, fallbacks stand in, and the rest stays and is named', () => {
  expect(fillIn('Hi {{customer.first_name|there}}, {{ agent.initials }}', valueOf)).toBe('Hi Mara, JD')
  expect(fillIn('Hi {{customer.name|there}}!', valueOf)).toBe('Hi there!')
  expect(fillIn('Hi{{customer.name|}}!', valueOf)).toBe('Hi!')
  const left = fillIn('Hi {{customer.name}}, booking {{ticket.field.booking}}', valueOf)
  expect(left).toBe('Hi {{customer.name}}, booking {{ticket.field.booking}}')
  expect(unfilledIn(left)).toEqual(['customer.name', 'ticket.field.booking'])
})

test('misspelled names and open braces are unknown', () => {
  expect(unknownIn('{{custmer.name}} {{customer.name}} {{ticket.field.x}} {{ticket.field.}}')).toEqual([
    'custmer.name',
    'ticket.field.',
  ])
  expect(unknownIn('Hi {{customer.name}')).toEqual(['{{'])
  expect(unknownIn('Hi {you}')).toEqual([])
})

test('braces in a customer’s name are no variable, and still stop the message', () => {
  const text = fillIn('Hi {{customer.name}}', (name) =>
    name === 'customer.name' ? '{{agent.initials}}' : 'JD',
  )
  expect(text).toBe('Hi {{agent.initials}}')
  expect(unfilledIn(text)).toEqual(['agent.initials'])
})

test('whatever the text: with every value known, or a fallback, nothing is left', () => {
  const piece = fc.oneof(
    fc.stringMatching(/^[a-z .|]{0,8}$/),
    fc.constantFrom(...macroVariables).map((name) => `{{${name}}}`),
    fc.stringMatching(/^[a-z ]{0,6}$/).map((word) => `{{ticket.field.none|${word}}}`),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const known = (name: string): string | null => (name === 'ticket.field.none' ? null : 'x')
      expect(unknownIn(text)).toEqual([])
      expect(unfilledIn(fillIn(text, known))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['Mara Holt', 'Mara'],
  ['  Zoë', 'Zoë'],
  ["O'Brien", "O'Brien"],
  ['🌻 Mara', null],
  ['x_k1ller', null],
  ['J. Doe', null],
  ['', null],
])('“%s” is addressed as %s', (name, first) => {
  expect(firstNameOf(name)).toBe(first)
})

test('a slash looks for a macro at the beginning of a line, and after a space with a letter', () => {
  const at = (text: string) => slashAt(text, text.length)
  expect(at('/')).toEqual({ from: 0, query: '' })
  expect(at('Hello\n/dm')).toEqual({ from: 6, query: 'dm' })
  expect(at('Hello /t')).toEqual({ from: 6, query: 't' })
  expect(at('Hello /')).toBeNull()
  expect(at('and/or')).toBeNull()
  expect(at('https://x.com/a')).toBeNull()
  expect(at('/dm please')).toBeNull()
  expect(slashAt('/dm and more', 3)).toEqual({ from: 0, query: 'dm' })
})

test('the very shortcut comes first, then names, then the text; among equals the customer’s language', () => {
  const macro = (name: string, more: object) => ({
    name,
    shortcut: null,
    lang: null,
    text: '',
    used: 0,
    ...more,
  })
  const all = [
    macro('Refund', { text: 'the dm team' }),
    macro('Ask for DM', { used: 3 }),
    macro('Nach DM fragen', { lang: 'de' }),
    macro('Other', { shortcut: 'dm' }),
    macro('Late', { shortcut: 'dmx' }),
  ]
  expect(foundBy(all, 'dm', 'de').map((one) => one.name)).toEqual([
    'Other',
    'Late',
    'Nach DM fragen',
    'Ask for DM',
    'Refund',
  ])
  expect(foundBy(all, 'zzz', null)).toEqual([])
})
