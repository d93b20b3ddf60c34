/** @file What core and its threads of long reads and long work say to each other. */
import { z } from 'zod'
import { WireFailure } from '../../shared/errors.ts'

const Value = z.union([z.string(), z.number(), z.bigint(), z.null(), z.instanceof(Uint8Array)])

export const LongAsk = z.discriminatedUnion('do', [
  z.object({ do: z.literal('read'), id: z.number(), sql: z.string(), parameters: z.array(Value) }),
  /** One of the works that the thread knows. */
  z.object({ do: z.literal('work'), id: z.number(), name: z.string(), input: z.unknown() }),
  /** A whole, still encrypted copy of the database at this path, where no file may stand. */
  z.object({ do: z.literal('back-up'), id: z.number(), to: z.string() }),
])
export type LongAsk = z.infer<typeof LongAsk>

export const LongAnswer = z.discriminatedUnion('kind', [
  /** Values by column: names that each row repeated would cost more to unpack than the values. */
  z.object({
    id: z.number(),
    kind: z.literal('rows'),
    columns: z.array(z.string()),
    rows: z.array(z.custom<unknown[]>(Array.isArray)),
  }),
  z.object({ id: z.number(), kind: z.literal('end') }),
  /** What a work came to. */
  z.object({ id: z.number(), kind: z.literal('made'), value: z.unknown() }),
  /** What a work refused, by name. */
  z.object({ id: z.number(), kind: z.literal('refused'), failure: WireFailure }),
  /** `code` is SQLite's, null for anything else; `frames` are where it happened, without a word of what. */
  z.object({
    id: z.number(),
    kind: z.literal('failed'),
    code: z.string().nullable(),
    name: z.string(),
    frames: z.string(),
  }),
])
export type LongAnswer = z.infer<typeof LongAnswer>
