/** @file What the palette remembers of who sits here. Part of the contract. */
import { z } from 'zod'
import { PaletteUse } from '../domain/palette.ts'
import { nothing } from './common.ts'

export const paletteContract = {
  /** The weightiest first; nobody's choices are another person's. */
  'palette.uses': { input: nothing, output: z.array(PaletteUse) },
  /** An entry was chosen. */
  'palette.use': { input: PaletteUse.pick({ key: true }), output: nothing },
}
