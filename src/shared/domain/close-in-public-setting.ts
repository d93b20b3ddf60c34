/** @file The last word in public after something was settled in private: the setting `closeInPublic`. */
import { z } from 'zod'
import { Sentence } from './sentence.ts'

export const CloseInPublicSetting = z.object({
  text: Sentence.default(
    'Thank you for your patience, {{customer.first_name|and sorry for the wait}}. We have settled this with you by direct message.',
  ),
})
export type CloseInPublicSetting = z.infer<typeof CloseInPublicSetting>
