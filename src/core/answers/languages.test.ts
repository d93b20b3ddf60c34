import { expect, test } from 'vitest'
import { areOther, commonLanguage } from './languages.ts'

test.each([
  [['de', 'en', 'de'], 'de'],
  [['en', 'de'], 'en'],
  [['und', null, 'qme', 'pt-BR'], 'pt'],
  [[null, 'zxx'], null],
  [[], null],
])('messages in %j are in %s', (langs, lang) => expect(commonLanguage(langs)).toBe(lang))

test.each([
  ['de', 'en', true],
  ['pt-BR', 'pt', false],
  ['de', null, false],
  ['und', 'de', false],
])('whether %s and %s are two languages: %s', (one, other, are) => expect(areOther(one, other)).toBe(are))
