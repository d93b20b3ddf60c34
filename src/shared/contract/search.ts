/** @file Searching. Part of the contract. */
import { z } from 'zod'
import { SearchPage } from '../domain/search.ts'

export const searchContract = {
  /**
   * Tickets by what was said in them, best first; the language is that of `domain/search-query.ts`.
   * `isTyping`: the last word is looked for as a beginning.
   */
  'ticket.search': {
    input: z.object({ text: z.string().max(1_000), isTyping: z.boolean() }),
    output: SearchPage,
  },
}
