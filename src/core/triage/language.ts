/** @file In which language a direct message is written: X tells it of posts alone. */
import { franc } from 'franc'

/** ISO 639-3, as the library has it, to X's codes. */
const codes: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  spa: 'es',
  fra: 'fr',
  por: 'pt',
  jpn: 'ja',
}
/** Below this many letters a guess is worth nothing. */
const lettersAtLeast = 20
const kana = /[\u3040-\u30FF]/u

/** @returns X's code of one of the languages whose words are known; null where the text is too short to tell */
export function languageOf(text: string): string | null {
  if (kana.test(text)) return 'ja'
  return codes[franc(text, { only: Object.keys(codes), minLength: lettersAtLeast })] ?? null
}
