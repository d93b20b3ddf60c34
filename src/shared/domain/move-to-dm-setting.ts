/** @file How a brand asks a customer in public to go on in direct messages: the setting `moveToDm`. */
import { z } from 'zod'
import { Sentence } from './sentence.ts'

export const MoveToDmSetting = z.object({
  text: Sentence.default('Please send us a direct message, so that we can look into it for you.'),
  /** Behind it X's own link that opens the message: X charges a reply with a link as twenty. */
  link: z.boolean().default(false),
})
export type MoveToDmSetting = z.infer<typeof MoveToDmSetting>
