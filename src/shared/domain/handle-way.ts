/** @file The handles of a brand as a ticket could be answered from them. Shapes only. */
import { z } from 'zod'
import { OwnId, Username } from '../ids.ts'
import { Routes } from './ticket.ts'

/** One handle of a ticket's brand, and whether X lets it answer there. */
export const HandleWay = z.object({
  handleId: OwnId,
  username: Username,
  /** The ticket is answered from it now. */
  isCurrent: z.boolean(),
  purpose: z.string(),
  languages: z.array(z.string()),
  /** Its own hours, or those of the brand. */
  isOpen: z.boolean(),
  /** It answers in the language of the ticket; null: it names none, or nobody knows that language. */
  speaks: z.boolean().nullable(),
  routes: Routes,
})
export type HandleWay = z.infer<typeof HandleWay>
