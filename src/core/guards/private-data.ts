/**
 * @file Finds what does not belong in public: e-mail and postal addresses, phone, card and account numbers, and a
 * brand's own booking and order numbers. Pure. Triage asks it about what customers write.
 */
import { isValidIBAN } from 'ibantools'
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/max'
import type { PrivateKind } from '../../shared/domain/guard.ts'
import type { PrivateDataSetting } from '../../shared/domain/guard-settings.ts'
import { addressesIn } from './addresses.ts'
import { matchesOf } from './patterns.ts'
import { plainOf, spanIn, withoutAddresses } from './plain-text.ts'

/** Where private data stands in a text, in UTF-16 offsets. */
export type PrivateFinding = { kind: PrivateKind; start: number; end: number; saw: string }

type Span = { start: number; end: number }
type Found = Span & { kind: PrivateKind }

const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu
/** An address spelled out, so that machines do not see it: people do. */
const spelledEmail =
  /[\p{L}\p{N}._%+-]{1,64} ?(?:\(at\)|\[at\]| at ) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\(dot\)|\[dot\]| dot ) ?[\p{L}\p{N}-]{1,63}){1,4}/giu
/** 13 to 19 digits, in groups or not. */
const cardLike = /\d(?:[ -]?\d){12,18}(?![ -]?\d)/gu
/** Two letters, two digits, then 11 to 30 letters and digits, in groups or not. */
const ibanLike = /\b[A-Z]{2} ?\d{2}(?: ?[A-Z0-9]){11,30}\b/giu

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))

/** Luhn's check over the digits of a number. Source: ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n])
    const doubled = n % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

const digitsOf = (text: string): string => text.replace(/\D/gu, '')

/** Begins as the cards of the large schemes do, and has their check digit. */
function isCard(text: string): boolean {
  const digits = digitsOf(text)
  return /^(?:3[04-9]|4|5|6|2[2-7])/u.test(digits) && !/^(\d)\1+$/u.test(digits) && passesLuhn(digits)
}

/** The longest part of what looks like an account number that is one: a word behind it may look like more of it. */
function ibanWithin(text: string, { start, end }: Span): Span | null {
  for (let to = end; to - start >= 15; to--) {
    const piece = text.slice(start, to)
    if (/[A-Z0-9]$/iu.test(piece) && isValidIBAN(piece.replace(/ /gu, '').toUpperCase()))
      return { start, end: to }
  }
  return null
}

/** Six digits must stand before the numbering plans are asked: they cost most of the time. */
const mayHoldPhone = (text: string): boolean => digitsOf(text).length >= 6

function phones(text: string, countries: readonly string[]): Span[] {
  if (!mayHoldPhone(text)) return []
  const spans: Span[] = []
  for (const country of countries.length > 0 ? countries : ['US']) {
    if (!isSupportedCountry(country)) continue
    for (const { startsAt, endsAt } of findPhoneNumbersInText(text, { defaultCountry: country }))
      spans.push({ start: startsAt, end: endsAt })
  }
  return spans
}

const simple = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@.]/gu, '')

/** The brand's own address or number; of an entry that begins with @ every address at that host is. */
function isOurs(found: string, ours: readonly string[]): boolean {
  const seen = simple(found)
  const digits = digitsOf(found)
  return ours.some((entry) => {
    const own = simple(entry)
    if (own.includes('@')) return own.startsWith('@') ? seen.endsWith(own) : seen === own
    const ownDigits = digitsOf(entry)
    // A number may be written with and without its country: the last eight digits tell.
    return ownDigits.length >= 6
      ? digits.length >= 6 && (digits.endsWith(ownDigits.slice(-8)) || ownDigits.endsWith(digits.slice(-8)))
      : seen === own
  })
}

/** The earlier kinds win where two overlap: an account number is no phone number. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of found)
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}

export const defaultPrivateData: PrivateDataSetting = {
  patterns: [],
  ours: [],
  countries: ['US', 'GB', 'DE'],
}

/** @returns what does not belong in public, in the order of the text */
export function privateDataIn(
  original: string,
  { patterns, ours, countries }: PrivateDataSetting = defaultPrivateData,
): PrivateFinding[] {
  const plain = plainOf(original)
  // Ids in web addresses look like any number.
  const text = withoutAddresses(plain.text)
  const of = (kind: PrivateKind, spans: readonly Span[]): Found[] => spans.map((span) => ({ kind, ...span }))
  const found = withoutOverlaps([
    ...of('email', [...spansOf(plain.text, email), ...spansOf(plain.text, spelledEmail)]),
    ...of(
      'iban',
      spansOf(text, ibanLike).flatMap((span) => ibanWithin(text, span) ?? []),
    ),
    ...of(
      'card',
      spansOf(text, cardLike).filter(({ start, end }) => isCard(text.slice(start, end))),
    ),
    ...of(
      'number',
      patterns.flatMap((pattern) => matchesOf(pattern, text)),
    ),
    ...of('phone', phones(text, countries)),
    ...of('address', addressesIn(text)),
  ])
  return found
    .map(({ kind, start, end }) => {
      const span = spanIn(plain, start, end)
      return { kind, ...span, saw: original.slice(span.start, span.end) }
    })
    .filter(({ saw }) => !isOurs(saw, ours))
}
