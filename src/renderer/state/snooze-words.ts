/** @file Typed words for a snooze: “fri 9”, “2h”, “until reply”, “fri 9 or reply”. Pure; the zone is this computer's. */
import { whenOf } from './when.ts'

export type Snooze = {
  /** Epoch ms; null: only a reply ends it. */
  until: number | null
  forReply: boolean
}

const replyWords =
  /(?:^|[\s,]+)(?:or|and|und|oder|until|till|bis|,)?\s*(?:they |the )?(?:repl(?:y|ies)|answers?|customer(?: answers| replies)?|antwort|writes?)\s*$/iu
const units: Readonly<Record<string, string>> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' }

/** `2h`, `90 m`, `3d` as chrono has them. */
const spelled = (words: string): string =>
  words
    .replace(/^(?:until|till|bis|for|in)\s+/iu, '')
    .replace(/^(\d{1,4})\s*(m|h|d|w)(?:in|ins|rs|r|ours?|ays?|eeks?)?$/iu, (_, n: string, unit: string) => {
      return `in ${n} ${units[unit.toLowerCase()] ?? 'hours'}`
    })

/** What the words mean; null when they mean nothing, or an instant that is over. @param now epoch ms */
export function snoozeOf(words: string, now: number): Snooze | null {
  const text = words.trim()
  if (text === '') return null
  const forReply = replyWords.test(text)
  const rest = text.replace(replyWords, '').trim()
  if (rest === '' || /^(?:until|till|bis)$/iu.test(rest)) return forReply ? { until: null, forReply } : null
  const until = whenOf(spelled(rest), now)
  return until === null || until <= now ? null : { until, forReply }
}
