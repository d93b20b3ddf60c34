/** @file The languages that the program speaks, and by which locale dates and numbers are written in each. Pure. */
import { z } from 'zod'

export const Language = z.enum(['en', 'de', 'es', 'ja'])
export type Language = z.infer<typeof Language>

/** What a person chose; `system`: that of the computer, where it is one of ours. */
export const LanguageChoice = z.enum(['system', ...Language.options])
export type LanguageChoice = z.infer<typeof LanguageChoice>

/** Where the computer says nothing about how a language is written. */
const plainLocales: Record<Language, string> = { en: 'en-GB', de: 'de-DE', es: 'es-ES', ja: 'ja-JP' }

/** The language of a BCP 47 tag; English for one that the program does not speak. */
export const languageOf = (tag: string): Language =>
  Language.safeParse(tag.split('-')[0]?.toLowerCase()).data ?? 'en'

/**
 * The locale to speak and write in.
 * @param system the locale of the computer, as a BCP 47 tag
 */
export function localeOf(choice: LanguageChoice, system: string): string {
  const language = choice === 'system' ? languageOf(system) : choice
  const isOurs = languageOf(system) === language && system.toLowerCase().startsWith(`${language}-`)
  return isOurs ? system : plainLocales[language]
}

/** The locale of texts that go out in a language, whatever computer writes them. */
export const plainLocaleOf = (language: Language): string => plainLocales[language]
