/** @file In which language somebody writes, by what X says of their messages: of a few words it is often wrong. Pure. */
import { own } from '../../shared/own.ts'

/** X's codes for "no language". */
const noLanguage = /^(?:und|q[a-z]{2}|zxx|art)$/u

/** What X calls otherwise than people do, who may say which Norwegian it is. */
const otherCodes: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi', nb: 'no', nn: 'no' }

/** `pt-BR` is `pt`; null: nobody knows. */
const plain = (lang: string | null): string | null => {
  const code = lang?.split('-')[0]?.toLowerCase() ?? ''
  return code === '' || noLanguage.test(code) ? null : (own(otherCodes, code) ?? code)
}

/** The language of most of these messages, of the first of them where several have as many; null: nobody knows. */
export function commonLanguage(langs: readonly (string | null)[]): string | null {
  const known = langs.map(plain).filter((lang) => lang !== null)
  const counts = new Map<string, number>()
  for (const lang of known) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}

/** Whether both are known, and are two. */
export const areOther = (one: string | null, other: string | null): boolean => {
  const [first, second] = [plain(one), plain(other)]
  return first !== null && second !== null && first !== second
}

/** Whether both are known, and are one. */
export const areSame = (one: string | null, other: string | null): boolean =>
  plain(one) !== null && plain(one) === plain(other)
