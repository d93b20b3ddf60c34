/** @file In which language this window speaks, and how it writes dates and numbers: as main told it in the page. */
import { languageOf, type Language } from '../shared/language.ts'

/** A BCP 47 tag. Outside of a page, as in tests, the plain English one. */
export const locale: string =
  typeof document === 'undefined' ? 'en-GB' : document.documentElement.lang || 'en-GB'

export const language: Language = languageOf(locale)

const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })

/** A language by its code, in the language of this window; what is no code stays as it is. */
export function nameOfLanguage(code: string): string {
  try {
    return names.of(code) ?? code
  } catch (error) {
    if (error instanceof RangeError) return code
    throw error
  }
}
