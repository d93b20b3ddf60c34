/** @file Searching. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { SearchPage } from '../domain/search.ts'
import { nothing } from './common.ts'

export const searchContract = {
  /**
   * Tickets by what was said in them, best first; the language is that of `domain/search-query.ts`.
   * `isTyping`: the last word is looked for as a beginning.
   */
  'ticket.search': {
    input: z.object({ text: z.string().max(1_000), isTyping: z.boolean() }),
    output: SearchPage,
  },
  /** Keeps a search as a column of a deck; `brandId` null: of the one over all brands. It is named by its words. */
  'column.save': {
    input: z.object({ text: z.string().trim().min(1).max(1_000), brandId: OwnId.nullable() }),
    output: z.object({ columnId: z.string() }),
  },
  /**
   * Narrows a column of tickets, in the language of a search; empty shows all of it again. It stays so, for everybody.
   * @throws `input.invalid` for a column that cannot be narrowed
   */
  'column.filter': {
    input: z.object({ columnId: z.string().max(80), text: z.string().trim().max(300) }),
    output: nothing,
  },
  /** Takes such a column away; one that is gone changes nothing. */
  'column.drop': { input: z.object({ columnId: z.string().max(80) }), output: nothing },
}
