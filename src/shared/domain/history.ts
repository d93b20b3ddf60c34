/** @file What happened to a ticket, line by line, with names in place of ids. Shapes only; words are made where it is shown. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

export const HistoryLine = z.object({
  id: OwnId,
  at: z.number(),
  /** Who did it: an agent or a rule by name, what came from X, or this console by itself. */
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agent'), name: z.string() }),
    z.object({ kind: z.literal('rule'), name: z.string() }),
    z.object({ kind: z.literal('x') }),
    z.object({ kind: z.literal('core') }),
  ]),
  /** The audit event: `ticket.solved`. */
  event: z.string(),
  /** Our own columns before and after, by their names; ids of agents, handles, promises and incidents as names or words. */
  before: Values,
  after: Values,
  /** It was taken back since. */
  undone: z.boolean(),
})
export type HistoryLine = z.infer<typeof HistoryLine>
