/** @file A list of clients as somebody pasted it: what each line says, what will stand, and what is wrong with it. Shapes only. */
import { z } from 'zod'
import { Username } from '../ids.ts'

/** How long the name of a client or a brand may be. */
export const longestName = 60

/** A list may be so long, characters. */
export const longestList = 50_000

/** Why a line does not stand; a line stands whole or not at all. */
export const ListProblem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-handle') }),
  /** More names than a client and a brand, or words behind a handle. */
  z.object({ kind: z.literal('unclear') }),
  z.object({ kind: z.literal('name-too-long') }),
  z.object({ kind: z.literal('bad-handle'), handle: z.string() }),
  /** `line` has it already. */
  z.object({ kind: z.literal('twice'), handle: z.string(), line: z.number() }),
  /** It is here already: connected, waiting to be, or among what was kept of a brand that was removed. */
  z.object({
    kind: z.enum(['connected', 'expected', 'removed']),
    handle: z.string(),
    brand: z.string(),
  }),
])
export type ListProblem = z.infer<typeof ListProblem>

/** For whom a line expects which handles. */
export const ListedBrand = z.object({
  client: z.string(),
  brand: z.string(),
  handles: z.array(Username).min(1),
})
export type ListedBrand = z.infer<typeof ListedBrand>

const Line = z.object({
  /** Of the text, counted from 1; empty ones are left out. */
  line: z.number(),
  text: z.string(),
})

export const ListLine = z.discriminatedUnion('stands', [
  z.object({
    ...Line.shape,
    ...ListedBrand.shape,
    stands: z.literal(true),
    initials: z.string(),
    fill: z.number().int(),
    /** The brand is there already, or comes with an earlier line: its handles join it. */
    joins: z.boolean(),
  }),
  z.object({ ...Line.shape, stands: z.literal(false), problem: ListProblem }),
])
export type ListLine = z.infer<typeof ListLine>

/** How many will stand, and how many lines will not. */
export const ListCounts = z.object({
  clients: z.number(),
  brands: z.number(),
  handles: z.number(),
  problems: z.number(),
})
export type ListCounts = z.infer<typeof ListCounts>

export const ClientList = z.object({ lines: z.array(ListLine), counts: ListCounts })
export type ClientList = z.infer<typeof ClientList>
