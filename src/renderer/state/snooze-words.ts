/**
 * @file Typed words for a snooze: “fri 9”, “2h”, “until reply”, “fri 9 or reply”, in every language that the program speaks.
 * The zone is this computer's.
 */
import { whenOf } from './when.ts'

export type Snooze = {
  /** Epoch ms; null: only a reply ends it. */
  until: number | null
  forReply: boolean
}

const joins = 'or|and|und|oder|o|y|または|か|until|till|bis|hasta(?: que)?|,'
const answers =
  'repl(?:y|ies)|answers?|customer(?: answers| replies)?|(?:zur )?antwort|writes?|respuesta|responda|(?:返信|返答)(?:まで)?'
const replyWords = new RegExp(String.raw`(?:^|[\s,]+)(?:${joins})?\s*(?:they |the )?(?:${answers})\s*$`, 'iu')
const untilAlone = /^(?:until|till|bis|hasta)$/iu
const units: Readonly<Record<string, string>> = {
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
  分: 'minutes',
  時間: 'hours',
  日: 'days',
  週間: 'weeks',
}

/** `2h`, `90 m`, `3d` as chrono has them. */
const spelled = (words: string): string =>
  words
    .replace(/^(?:until|till|bis|hasta|for|in)\s+/iu, '')
    .replace(/まで$/u, '')
    .replace(
      /^(\d{1,4})\s*(分|時間|日|週間)後?$/u,
      (_, n: string, unit: string) => `in ${n} ${units[unit] ?? 'hours'}`,
    )
    .replace(/^(\d{1,4})\s*(m|h|d|w)(?:in|ins|rs|r|ours?|ays?|eeks?)?$/iu, (_, n: string, unit: string) => {
      return `in ${n} ${units[unit.toLowerCase()] ?? 'hours'}`
    })

/** What the words mean; null when they mean nothing, or an instant that is over. @param now epoch ms */
export function snoozeOf(words: string, now: number): Snooze | null {
  const text = words.trim()
  if (text === '') return null
  const forReply = replyWords.test(text)
  const rest = text.replace(replyWords, '').trim()
  if (rest === '' || untilAlone.test(rest)) return forReply ? { until: null, forReply } : null
  const until = whenOf(spelled(rest), now)
  return until === null || until <= now ? null : { until, forReply }
}
