/** @file How a brand sounds: the setting `voice`, and the words that it never says. Pure. */
import { z } from 'zod'

/** What agents read before they write for a brand. Empty: nothing was laid down. */
export const VoiceSetting = z.object({
  /** In a sentence or two: `warm, short, never a form letter`. */
  tone: z.string().trim().max(1_000).default(''),
  address: z.enum(['either', 'formal', 'informal']).default('either'),
  emoji: z.enum(['either', 'never', 'sparing', 'free']).default('either'),
  /** Words and phrases; upper and lower case are the same. */
  neverSay: z.array(z.string().trim().min(2).max(80)).max(200).default([]),
  /** Whom to ask when it burns: a name and how to reach them. */
  escalation: z.string().trim().max(500).default(''),
})
export type VoiceSetting = z.infer<typeof VoiceSetting>

/** Whether anybody laid anything down. */
export const hasVoice = (voice: VoiceSetting): boolean =>
  voice.tone !== '' ||
  voice.escalation !== '' ||
  voice.address !== 'either' ||
  voice.emoji !== 'either' ||
  voice.neverSay.length > 0

/** `start` and `end`: UTF-16 offsets into the text. */
export type Said = { words: string; start: number; end: number }

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)

/** Where a text says what the brand never says, in the order of the text: whole words, whatever their case and spacing. */
export function neverSaid(text: string, { neverSay }: { neverSay: readonly string[] }): Said[] {
  return neverSay
    .flatMap((words) => {
      const pattern = words
        .split(/\s+/u)
        .map(escaped)
        .join(String.raw`\s+`)
      const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'giu')
      return [...text.matchAll(whole)].map((found) => ({
        words,
        start: found.index,
        end: found.index + found[0].length,
      }))
    })
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
}
