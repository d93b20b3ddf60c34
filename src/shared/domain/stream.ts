/** @file How the live stream of an X app stands: shapes only. */
import { z } from 'zod'
import { WireFailure } from '../errors.ts'

/** The state of an app's stream, as the console shows it. */
export const StreamView = z.object({
  /** `waiting`: trouble that mends itself. `refused`: trouble that somebody must mend. */
  state: z.enum(['off', 'connecting', 'live', 'waiting', 'refused']),
  /** Everything that X told up to this instant is here; null before anything was heard. */
  heardAt: z.number().nullable(),
  nextTryAt: z.number().nullable(),
  failure: WireFailure.nullable(),
})
export type StreamView = z.infer<typeof StreamView>
