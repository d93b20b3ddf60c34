/** @file A sentence of a brand's with the variables of macros, which names nothing that there is not. */
import { z } from 'zod'
import { unknownIn } from './macro-text.ts'

export const Sentence = z
  .string()
  .trim()
  .min(1)
  .max(240)
  .refine((text) => unknownIn(text).length === 0, 'names a value that there is not')
