/** @file The catalogue of each language. English is always there; the others are loaded when somebody speaks them. */
import type { Language } from '../language.ts'
import { en, type MessageKey } from './en.ts'

/** Every message in one language. */
export type Catalogue = Readonly<Record<MessageKey, string>>

const loads: Record<Exclude<Language, 'en'>, () => Promise<Catalogue>> = {
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  ja: async () => (await import('./ja.ts')).ja,
}

export const catalogueOf = async (language: Language): Promise<Catalogue> =>
  language === 'en' ? en : loads[language]()
