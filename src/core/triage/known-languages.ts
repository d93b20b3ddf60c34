/** @file The languages whose words triage knows. */
import { z } from 'zod'

export const KnownLanguage = z.enum(['en', 'de', 'es', 'fr', 'pt', 'ja'])
export type KnownLanguage = z.infer<typeof KnownLanguage>

/** For X's language code; English where no words are known, since brands and emoji are the same everywhere. */
export function knownLanguage(lang: string | null): KnownLanguage {
  const known = KnownLanguage.safeParse(lang?.slice(0, 2).toLowerCase())
  return known.success ? known.data : 'en'
}
