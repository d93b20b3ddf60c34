/** @file An impostor's hidden characters become visible; honest text stays as it is. */
import { expect, test } from 'vitest'
import { splitOverrides } from '../shared/domain/overrides.ts'
import { nameInSentence } from './overrides.ts'

test('an override becomes a mark', () => {
  expect(splitOverrides('riA \u202edniwhtroN')).toEqual([
    { kind: 'text', text: 'riA ' },
    { kind: 'override', name: 'RLO' },
    { kind: 'text', text: 'dniwhtroN' },
  ])
})

test('text in any script stays untouched', () => {
  for (const text of ['مرحبا بالعالم', 'שלום', 'Hello', '👩‍🚀\u200d']) {
    expect(splitOverrides(text)).toEqual([{ kind: 'text', text }])
  }
  expect(splitOverrides('')).toEqual([])
})

test('inside a sentence a name cannot turn the rest around', () => {
  expect(nameInSentence('Mara Holt')).toBe('Mara Holt')
  expect(nameInSentence('riA \u202edniwhtroN')).toBe('riA ⟨RLO⟩dniwhtroN')
  expect(nameInSentence('مها')).toBe('\u2068مها\u2069')
})
