/** @file What a search finds. Shapes only. */
import { z } from 'zod'
import { Card } from './ticket.ts'

/** The message or note of a ticket that says most of what was looked for. */
export const SearchMatch = z.object({
  kind: z.enum(['post', 'dm', 'note']),
  isOurs: z.boolean(),
  /** Null: nobody knows the name yet. */
  author: z.string().nullable(),
  /** Epoch ms. */
  at: z.number(),
  /** A part of it, in one line. */
  text: z.string(),
  /** Where the words stand in that, in UTF-16 offsets. */
  marks: z.array(z.object({ start: z.number(), end: z.number() })),
})
export type SearchMatch = z.infer<typeof SearchMatch>

export const SearchPage = z.object({
  /** `match` null: the ticket itself is what was looked for. */
  rows: z.array(z.object({ card: Card, match: SearchMatch.nullable() })),
  /** There are more than these. */
  more: z.boolean(),
  /** Filters that mean nothing here, as typed; they were left out. */
  unknown: z.array(z.string()),
})
export type SearchPage = z.infer<typeof SearchPage>
