/** @file What columns leave out: words, people, sources. Shapes only; what a mute hides is decided by core's SQL alone. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'

export const MuteKind = z.enum(['word', 'person', 'source'])
export type MuteKind = z.infer<typeof MuteKind>

/** More than anybody can look through. */
export const mutesAtMost = 200

/** Words that an index can find: a text of signs alone is none. */
export const MuteWords = z
  .string()
  .trim()
  .max(80)
  .regex(/[\p{L}\p{N}]/u)

/** A handle as people type it. */
export const TypedUsername = z
  .string()
  .trim()
  .transform((text) => text.replace(/^@/u, ''))
  .pipe(Username)

/**
 * What to mute. `word`: a word, or several in this order, whatever their case and accents. `person`: by X's id, or by a
 * handle. `source`: a saved search or a list.
 */
export const NewMute = z.union([
  z.object({ kind: z.literal('word'), words: MuteWords }),
  z.object({ kind: z.literal('person'), xUserId: XId }),
  z.object({ kind: z.literal('person'), username: TypedUsername }),
  z.object({ kind: z.literal('source'), listeningId: OwnId }),
])
export type NewMute = z.infer<typeof NewMute>

export const MuteView = z.object({
  id: OwnId,
  kind: MuteKind,
  /** The words, the name of the person, or of what is listened to. */
  name: z.string(),
  /** The handle of a person; null for the others, and where X told none. */
  username: z.string().nullable(),
  /** Null: every column of every deck. */
  columnId: z.string().nullable(),
  /** Epoch ms; null: for good. */
  until: z.number().nullable(),
  /** Who made it; null: nobody was named. */
  by: z.string().nullable(),
  at: z.number(),
})
export type MuteView = z.infer<typeof MuteView>
