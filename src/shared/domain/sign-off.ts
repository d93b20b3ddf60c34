/** @file How agents sign what they write for a brand, `^JD`: the setting `signOff`, and setting it under a text once. Pure. */
import { z } from 'zod'
import { own } from '../own.ts'
import { unknownIn } from './macro-text.ts'

export const SignOffSetting = z.object({
  public: z.boolean().default(false),
  dm: z.boolean().default(false),
  /** With the variables of macros. */
  text: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((text) => unknownIn(text).length === 0, 'names a value that there is not')
    .default('^{{agent.initials}}'),
})
export type SignOffSetting = z.infer<typeof SignOffSetting>

/** What each variable may have been in another agent's sign-off. */
const looksLike: Readonly<Record<string, string>> = {
  'agent.initials': String.raw`\p{L}[\p{L}\p{N}]{0,3}`,
  'agent.name': String.raw`\p{L}[\p{L}\p{M} .'’-]{0,59}`,
}
const anything = String.raw`\S+`

/** Any agent's sign-off of this form, at the end of a text. */
function atTheEnd(form: string): RegExp {
  const pattern = form
    .split(/\{\{([^{}]*)\}\}/u)
    .map((part, n) =>
      n % 2 === 0
        ? part.replace(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`)
        : (own(looksLike, part.split('|')[0]?.trim() ?? '') ?? anything),
    )
    .join('')
  return new RegExp(String.raw`(?:^|\s+)${pattern}\s*$`, 'u')
}

/** The text without a sign-off of this form, whoever's it is. */
export const withoutSignOff = (text: string, form: string): string => text.replace(atTheEnd(form), '')

/** A sign-off: the words, and the form they were made from. */
export type SignOff = { words: string; form: string }

/** The text with this sign-off once, at its end; another agent's gives way. Nothing stays nothing. */
export function signed(text: string, { words, form }: SignOff): string {
  const bare = withoutSignOff(text, form).trimEnd()
  return bare === '' ? text : `${bare} ${words}`
}
