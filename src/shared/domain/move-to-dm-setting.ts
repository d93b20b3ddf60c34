/** @file How a brand asks a customer in public to go on in direct messages: the setting `moveToDm`. */
import { z } from 'zod'
import { unknownIn } from './macro-text.ts'

export const MoveToDmSetting = z.object({
  /** With the variables of macros. */
  text: z
    .string()
    .trim()
    .min(1)
    .max(240)
    .refine((text) => unknownIn(text).length === 0, 'names a value that there is not')
    .default('Please send us a direct message, so that we can look into it for you.'),
  /** Behind it X's own link that opens the message: X charges a reply with a link as twenty. */
  link: z.boolean().default(false),
})
export type MoveToDmSetting = z.infer<typeof MoveToDmSetting>
