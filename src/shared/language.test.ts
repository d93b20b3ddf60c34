/** @file Which language and which way of writing dates a computer and a choice come to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Language, languageOf, LanguageChoice, localeOf } from './language.ts'

test('the computer’s own way of writing counts where it speaks the language that was chosen', () => {
  expect(localeOf('system', 'es-MX')).toBe('es-MX')
  expect(localeOf('es', 'es-AR')).toBe('es-AR')
  expect(localeOf('es', 'en-US')).toBe('es-ES')
  expect(localeOf('en', 'es-MX')).toBe('en-GB')
})

test('a computer in another language is spoken to in English', () => {
  expect(localeOf('system', 'fr-FR')).toBe('en-GB')
  expect(localeOf('system', '')).toBe('en-GB')
  expect(localeOf('system', 'es')).toBe('es-ES')
})

test('property: every choice on every computer is a locale that can be written in, of a language of ours', () => {
  const system = fc.oneof(fc.string(), fc.constantFrom('en-US', 'de', 'pt-BR', 'ja-JP', 'zh-Hant-TW', 'C'))
  fc.assert(
    fc.property(fc.constantFrom(...LanguageChoice.options), system, (choice, tag) => {
      const locale = localeOf(choice, tag)
      if (choice !== 'system') expect(languageOf(locale)).toBe(choice)
      expect(Language.options).toContain(languageOf(locale))
    }),
  )
})
