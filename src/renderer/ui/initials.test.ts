/** @file Initials are cut by grapheme. */
import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('first and last word, whole graphemes', () => {
  expect(initialsOf('Mara Holt')).toBe('MH')
  expect(initialsOf('Ines de la Rocha')).toBe('IR')
  expect(initialsOf('deshawn')).toBe('D')
  expect(initialsOf('👩‍🚀 Zoë')).toBe('👩‍🚀Z')
  expect(initialsOf('  ')).toBe('')
})
