/** @file What is remembered of who sits here: choices in the palette, emoji, keys, the place on screen. Part of the contract. */
import { z } from 'zod'
import { PaletteUse } from '../domain/palette.ts'
import { Place } from '../domain/place.ts'
import { Keymap } from '../keymap.ts'
import { nothing } from './common.ts'

export const paletteContract = {
  /** The weightiest first; nobody's choices are another person's. */
  'palette.uses': { input: nothing, output: z.array(PaletteUse) },
  /** An entry was chosen. */
  'palette.use': { input: PaletteUse.pick({ key: true }), output: nothing },
  /** The emoji that who sits here set in, the newest first. */
  'emoji.recent': { input: nothing, output: z.array(z.string()) },
  /** One was set in. */
  'emoji.use': { input: z.object({ emoji: z.string().min(1).max(40) }), output: nothing },
  /** Where this workspace's console was; null before it was anywhere. */
  'place.get': { input: nothing, output: Place.nullable() },
  'place.keep': { input: z.object({ place: Place }), output: nothing },
  /** Who sits here was shown the key of a command; it is not shown again. */
  'keymap.taught': { input: z.object({ command: z.string().max(60) }), output: nothing },
  /** The keys that who sits here works with. */
  'keymap.set': { input: z.object({ keymap: Keymap }), output: nothing },
}
