/** @file What the text of a notice may name, and how an instant reads in a brand's language and zone. Pure. */
import { plainLocaleOf, type Language } from '../language.ts'
import { fillIn, unknownIn } from './macro-text.ts'

export const noticeVariables = [
  'brand.name',
  'brand.handle',
  'notice.title',
  'notice.starts',
  'notice.ends',
  'incident.title',
  'incident.status',
] as const
export type NoticeVariable = (typeof noticeVariables)[number]

const isKnown = (name: string): boolean => noticeVariables.some((one) => one === name)

/** What no notice will ever fill: misspelled names, and braces that are not closed. */
export const unknownInNotice = (text: string): string[] => unknownIn(text, isKnown)

/** Sets the values in; what has none becomes its fallback, or stays as it stands. */
export const fillNotice = (text: string, values: Partial<Record<NoticeVariable, string | null>>): string => {
  const known = new Map<string, string | null>(Object.entries(values))
  return fillIn(text, (name) => known.get(name) ?? null, isKnown)
}

/** An instant for everybody who reads the brand: day, hour and zone. @param zone an IANA name */
export const instantIn = (at: number, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(plainLocaleOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(at)
