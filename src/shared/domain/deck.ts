/** @file Decks and columns: shapes only. Which row stands in which column is decided by SQL in core alone. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { JobView } from './outbox.ts'
import { Card } from './ticket.ts'

export const ColumnKind = z.enum(['needs-reply', 'mentions', 'dms', 'waiting', 'outbox'])
export type ColumnKind = z.infer<typeof ColumnKind>

/** `brandId` null: over all brands. Columns need no row in the database yet: `<kind>:<brandId or 'all'>` names one. */
export const ColumnView = z.object({
  id: z.string(),
  kind: ColumnKind,
  brandId: OwnId.nullable(),
})
export type ColumnView = z.infer<typeof ColumnView>

/** `brandId` null: the first deck, over all brands. */
export const DeckView = z.object({
  id: z.string(),
  brandId: OwnId.nullable(),
  columns: z.array(ColumnView),
})
export type DeckView = z.infer<typeof DeckView>

export const ColumnRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), id: OwnId, card: Card }),
  /** `card` null: the job belongs to no ticket. */
  z.object({ kind: z.literal('job'), id: OwnId, job: JobView, card: Card.nullable() }),
])
export type ColumnRow = z.infer<typeof ColumnRow>

export const ColumnPage = z.object({
  rows: z.array(ColumnRow),
  /** Pass back to read on; null at the end. */
  next: z.string().nullable(),
  /** How many rows the column has in all. */
  total: z.number(),
})
export type ColumnPage = z.infer<typeof ColumnPage>
