/** @file Where somebody was in the console: what is on screen again after a restart. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { DeckId } from './deck.ts'

const ColumnIdText = z.string().max(120)

export const Place = z.object({
  deckId: DeckId.nullable(),
  columnId: ColumnIdText.nullable(),
  /** The row under the cursor of each column, and which from the top it was, counted from 0. */
  cursors: z.record(ColumnIdText, z.object({ rowId: z.string().max(60), at: z.number().int().min(0) })),
  openTicketId: OwnId.nullable(),
})
export type Place = z.infer<typeof Place>
