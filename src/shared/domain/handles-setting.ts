/** @file What each handle of a brand is for: the setting `handles`. Keyed by name on X, so that it reads well in a file. */
import { z } from 'zod'
import { Username } from '../ids.ts'
import { OpenWeek } from './deadline-settings.ts'

export const HandlePurpose = z.object({
  username: Username,
  /** In a few words: `lost luggage`, `orders from France`. */
  purpose: z.string().trim().max(120).default(''),
  /** In which it answers, as X codes them; none: in any. */
  languages: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z]{2,3}$/),
    )
    .max(20)
    .default([]),
  /** When somebody answers for it; null: the hours of the brand. */
  week: OpenWeek.nullable().default(null),
})
export type HandlePurpose = z.infer<typeof HandlePurpose>

export const HandlesSetting = z.object({ handles: z.array(HandlePurpose).max(100).default([]) })
export type HandlesSetting = z.infer<typeof HandlesSetting>

/** What is laid down for one of them; names on X know no case. */
export const purposeOf = ({ handles }: HandlesSetting, username: string): HandlePurpose =>
  handles.find((one) => one.username.toLowerCase() === username.toLowerCase()) ??
  HandlePurpose.parse({ username })
