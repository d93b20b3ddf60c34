/** @file What columns leave out for a time or for good. Part of the contract. */
import { z } from 'zod'
import { MuteView, NewMute } from '../domain/mute.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'
import { ColumnId } from './decks.ts'

export const mutesContract = {
  /** Those that count now, the newest first. */
  'mute.list': { input: nothing, output: z.array(MuteView) },
  /**
   * Leaves something out of one column, or of every column with null. The same mute of the same column is made anew.
   * `until` in epoch ms, null for good. Nothing changes at X.
   * @throws `mute.nobody`, `mute.too-many`, `person.missing`, `input.invalid` for an instant that is over, and for what
   * or where nothing can be muted
   */
  'mute.add': {
    input: z.object({
      mute: NewMute,
      columnId: ColumnId.nullable(),
      until: z.number().int().nullable(),
    }),
    output: z.object({ id: OwnId }),
  },
  /** Shows it again everywhere; one that is gone changes nothing. */
  'mute.remove': { input: z.object({ id: OwnId }), output: nothing },
}
