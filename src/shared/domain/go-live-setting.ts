/** @file Whether a brand may write at all: the setting `goLive`, and what is looked at before it may. */
import { z } from 'zod'

/** A brand that was connected by hand begins read-only; its row says so from the start. */
export const GoLiveSetting = z.object({ live: z.boolean().default(true) })
export type GoLiveSetting = z.infer<typeof GoLiveSetting>

/** What a brand should have before it goes live. Each has its words in the catalogue (`go-live.<item>`). */
export const GoLiveItem = z.enum([
  'handles',
  'hours',
  'targets',
  'macros',
  'voice',
  'lexicon',
  'privateData',
  'signOff',
])
export type GoLiveItem = z.infer<typeof GoLiveItem>

/** `done`: somebody has settled it; nothing of it is checked. */
export const GoLiveCheck = z.object({ item: GoLiveItem, done: z.boolean() })
export type GoLiveCheck = z.infer<typeof GoLiveCheck>
