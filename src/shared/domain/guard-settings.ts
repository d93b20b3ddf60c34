/** @file What a brand settles for its guard rails: the settings `guards`, `lexicon`, `allowList` and `privateData`. */
import { z } from 'zod'

/** `stop`: goes out with a typed reason alone. */
export const GuardLevel = z.enum(['off', 'warn', 'stop'])
export type GuardLevel = z.infer<typeof GuardLevel>

const stops = GuardLevel.default('stop')
const warns = GuardLevel.default('warn')

/** The guards that a brand may loosen. Text of another client, and what X refuses, always stop. */
export const GuardsSetting = z.object({
  'private-data': stops,
  'foreign-link': stops,
  'foreign-picture': stops,
  'two-brands': stops,
  'same-text': warns,
  answered: warns,
  'leave-alone': stops,
  'never-say': stops,
  'dear-link': warns,
})
export type GuardsSetting = z.infer<typeof GuardsSetting>

const words = z.array(z.string().trim().min(2).max(80)).max(200).default([])

/** Words that are this brand's alone: in a text of any other brand they stop it. Its name and handles count by themselves. */
export const LexiconSetting = z.object({
  products: words,
  /** Host names, such as `northair.example`. */
  domains: words,
  signOffs: words,
})
export type LexiconSetting = z.infer<typeof LexiconSetting>

/** Words of other brands, and sentences of their macros, that this brand may write: partners. A lead's to decide. */
export const AllowListSetting = z.object({
  words: z.array(z.string().trim().min(2).max(280)).max(200).default([]),
})
export type AllowListSetting = z.infer<typeof AllowListSetting>

/** Four eyes: what waits for another agent's word before it leaves; never its author's. */
export const ApprovalsSetting = z.object({
  /** Tags of a ticket: whatever answers it waits. */
  tags: words,
  /** Words of a message. */
  words,
})
export type ApprovalsSetting = z.infer<typeof ApprovalsSetting>

/** How private data is told from what may stand in public. */
export const PrivateDataSetting = z.object({
  /**
   * Booking and order numbers: `#` a digit, `@` a letter, `*` either, all else itself; or a regular expression between
   * slashes (RE2: no backtracking, so that no pattern can hold up the console).
   */
  patterns: z.array(z.string().trim().min(3).max(120)).max(40).default([]),
  /** The brand's own addresses and numbers, which may stand in public: `help@northair.example`, `+49 30 1234567`. */
  ours: z.array(z.string().trim().min(3).max(120)).max(100).default([]),
  /** ISO codes of the countries by whose rules a number without its country is read. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/u))
    .max(12)
    .default(['US', 'GB', 'DE']),
})
export type PrivateDataSetting = z.infer<typeof PrivateDataSetting>
