/**
 * @file Which labels must not stand on a person's ticket: X forbids to record what may be guessed of somebody's health,
 * politics, faith, origin, love life, crimes or money trouble (developer policy, "sensitive information"). Refused by
 * name, wherever a label can be made. Pure.
 */
import { z } from 'zod'

/** A label as it is kept: lower case, single spaces, neither comma nor control character. */
export const Label = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('en'))
  .pipe(
    z
      .string()
      .min(1)
      .max(40)
      .regex(/^[^,\p{Cc}]+$/u),
  )

/** What a refused label would record. */
export const ForbiddenSubject = z.enum(['health', 'politics', 'faith', 'origin', 'love', 'crime', 'money'])
export type ForbiddenSubject = z.infer<typeof ForbiddenSubject>

// Beginnings of words, in the languages of the console's users; a star stands for any ending.
const wordsOf: Record<ForbiddenSubject, string> = {
  health: `health condition*|mental health|disabled|disabilit*|pregnan*|depressed|depression|anxiety|suicid*|cancer|diabet*|hiv|illness|sickness|diagnosis|diagnoses|disease*|
    addict*|schwanger*|krank|kranke*|krankheit*|behindert*|behinderung*|sucht|embaraz*|enferm*|discapac*|enceinte|malade*|maladie*|handicap*`,
  politics: `politic*|democrats|republican*|socialist*|communist*|fascist*|trump*|maga|leftist*|left-wing|right-wing|voter*|union member*|trade union*|
    politisch*|wähler*|gewerkschaft*|político*|política*|votante*|sindicat*|politique*|électeur*|syndicat*`,
  faith: `religio*|muslim*|islam*|christians|catholic*|protestants|jewish|hindu*|buddhis*|atheis*|jüdisch*|christlich*|katholisch*|musulm*|judí*|juif*`,
  origin: `racial|ethnic*|migrant*|immigrant*|refugee*|ausländer*|flüchtling*|inmigrante*|immigré*`,
  love: `gay|lesbian*|bisexual*|transgender*|trans person|queer|homosex*|heterosex*|sex life|schwul*|lesbisch*`,
  crime: `criminal*|convict*|felon*|thief|thieves|ex-con|kriminell*|vorbestraft*|criminel*|ladrón`,
  money: `money trouble*|debt|debts|debtor*|bankrupt*|insolven*|poverty|low income|bad credit|credit score|unemployed|jobless|cannot pay|can't pay|
    schulden*|verschuldet*|arbeitslos*|zahlungsunfähig*|deuda*|moroso*|endetté*|surendetté*|chômeu*`,
}

/** Words that mean other things, too: refused where they are all that a label says. */
const aloneOf: Record<ForbiddenSubject, string> = {
  health: 'ill|sick|aids',
  politics: 'democrat|liberal|conservative|tory',
  faith: 'christian|protestant|jew|hindu',
  origin: 'race|black|white|asian|arab|roma',
  love: 'trans|straight',
  crime: 'arrested',
  money: 'poor|broke|arm|pleite|pobre|pauvre',
}

const either = (words: string): string =>
  words
    .split('|')
    .map((word) => word.trim().replace(/\*$/u, '\\p{L}*').replaceAll("'", "['’]").replaceAll(' ', '[ _-]'))
    .join('|')

const patterns = ForbiddenSubject.options.map(
  (subject) =>
    [
      subject,
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${either(wordsOf[subject])})(?![\\p{L}\\p{N}])`, 'iu'),
      new RegExp(`^(?:${either(aloneOf[subject])})$`, 'iu'),
    ] as const,
)

/** What `text` would record that must not be recorded of a person; null when it may stand. */
export function forbiddenLabel(text: string): ForbiddenSubject | null {
  const plain = text.normalize('NFKC').trim()
  return patterns.find(([, within, alone]) => within.test(plain) || alone.test(plain))?.[0] ?? null
}
