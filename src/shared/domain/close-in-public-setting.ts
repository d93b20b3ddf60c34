/** @file The last word in public after something was settled in private: the setting `closeInPublic`. */
import { z } from 'zod'
import { unknownIn } from './macro-text.ts'

export const CloseInPublicSetting = z.object({
  /** With the variables of macros. */
  text: z
    .string()
    .trim()
    .min(1)
    .max(240)
    .refine((text) => unknownIn(text).length === 0, 'names a value that there is not')
    .default(
      'Thank you for your patience, {{customer.first_name|and sorry for the wait}}. We have settled this with you by direct message.',
    ),
})
export type CloseInPublicSetting = z.infer<typeof CloseInPublicSetting>
