import { expect, test } from 'vitest'
import { areOther, areSame, commonLanguage } from './languages.ts'

test.each([
  [['de', 'en', 'de'], 'de'],
  [['en', 'de'], 'en'],
  [['und', null, 'qme', 'pt-BR'], 'pt'],
  [['iw', 'he', 'en', 'en', 'iw'], 'he'],
  [[null, 'zxx'], null],
  [[], null],
])('messages in %j are in %s', (langs, lang) => expect(commonLanguage(langs)).toBe(lang))

test.each([
  ['de', 'en', true],
  ['pt-BR', 'pt', false],
  ['de', null, false],
  ['und', 'de', false],
  ['iw', 'he', false],
  ['in', 'id-ID', false],
  ['ji', 'yi', false],
  ['nb', 'no', false],
  ['nn-NO', 'nb', false],
  ['in', 'it', true],
])('whether %s and %s are two languages: %s', (one, other, are) => expect(areOther(one, other)).toBe(are))

test.each([
  ['de', 'de-AT', true],
  ['iw', 'he', true],
  ['de', 'en', false],
  ['und', 'und', false],
  [null, null, false],
])('whether %s and %s are known to be one language: %s', (one, other, are) =>
  expect(areSame(one, other)).toBe(are),
)
